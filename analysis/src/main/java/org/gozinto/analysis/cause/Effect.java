/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/**
 * How strong a cause is, over strata.
 *
 * <p>The odds ratio is that of Mantel and Haenszel (Journal of the National Cancer Institute 22 (1959) 719–748), its
 * interval that of Robins, Breslow and Greenland (Biometrics 42 (1986) 311–323). Where failures are rare it is the risk
 * ratio. Where no comparable unit has the factor, or every failed one has it, the ratio and its upper end are infinite
 * and the lower end is the exact conditional one with mid-p. The attributable share is p(1 − 1/ratio), p being the
 * share of failures that have the factor (Miettinen, American Journal of Epidemiology 99 (1974) 325–332); its interval
 * is that of ln(1 − share).
 *
 * @param oddsRatio 0 to infinity
 * @param oddsLow lower end of its interval
 * @param oddsHigh upper end of its interval, may be infinite
 * @param share of all failures that would not have been without the factor, at most 1; below 0 when it protects
 * @param shareLow lower end of its interval
 * @param shareHigh upper end of its interval
 */
public record Effect(
        double oddsRatio, double oddsLow, double oddsHigh, double share, double shareLow, double shareHigh) {}
