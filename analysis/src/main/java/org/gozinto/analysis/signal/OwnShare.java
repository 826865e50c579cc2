/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/**
 * Which part of what is expected of a lot comes from its own complaints, since the hazards are those of all lots. It is
 * kept in some classes, each a fourth wider than the one before, so that cells can be put together.
 */
final class OwnShare {

    /** How many classes there are. */
    static final int CLASSES = 26;

    /** Less than this changes nothing. */
    private static final double LEAST = 0.002;

    private static final double RATIO = 1.25;

    private OwnShare() {}

    /** The class of a share from 0 to 1; what is above a half counts as a half. */
    static int of(double share) {
        if (!(share >= LEAST)) {
            return 0;
        }
        return Math.min(CLASSES - 1, 1 + (int) (Math.log(share / LEAST) / Math.log(RATIO)));
    }

    /** The share for which a class stands. */
    static double at(int number) {
        return number == 0 ? 0 : LEAST * Math.pow(RATIO, number - 0.5);
    }
}
