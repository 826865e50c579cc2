/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * A lot among its siblings, for a picture: its rate and the band in which it should be.
 *
 * @param lot as the caller calls it
 * @param complaints n, those since the baseline
 * @param unitMonths months that its units spent in service since the baseline
 * @param exposure E, expected complaints; 0 when no unit was in service
 * @param band what siblings with this exposure have
 */
public record LotRate(String lot, long complaints, double unitMonths, double exposure, Band band) {}
