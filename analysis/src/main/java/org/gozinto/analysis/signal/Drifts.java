/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/** Codes whose rate rose over time, by weeks. */
final class Drifts {

    static final int PERIOD_DAYS = 7;

    private Drifts() {}
}
