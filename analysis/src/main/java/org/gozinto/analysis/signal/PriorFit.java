/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/** Fits the prior of {@link GammaPoisson}. */
final class PriorFit {

    private PriorFit() {}
}
