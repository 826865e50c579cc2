/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * A lot and code of an item without denominators: is this code a larger share of the lot's complaints than of its
 * siblings'? An indication only, with the biases of {@link Method#MIX}: it is never more than
 * {@link Verdict#WATCH}.
 *
 * @param finding its exposure is lot's complaints × code's complaints ÷ all complaints of the item
 * @param prr proportional reporting ratio, a/(a+b) ÷ c/(c+d); half a complaint is added to each field of the table
 *     (Haldane, Anscombe), so that an empty one does not break it
 * @param ror reporting odds ratio ad/bc, likewise, with its interval by Woolf's logarithm
 * @param rorLow lower end of the interval of 95 in 100
 * @param rorHigh upper end
 */
public record MixFinding(Finding finding, double prr, double ror, double rorLow, double rorHigh) {}
