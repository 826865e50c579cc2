/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/** Finds what failed units share that comparable units do not. */
public final class CommonCauses {

    private CommonCauses() {}

    /**
     * Looks for common causes.
     *
     * @return named causes, or why there are none; the same table and settings give the same answer, in whatever order
     *     units, factors and exposures were added
     */
    public static CauseAnswer find(FactorTable table, CauseSettings settings) {
        throw new UnsupportedOperationException(table + " " + settings);
    }
}
