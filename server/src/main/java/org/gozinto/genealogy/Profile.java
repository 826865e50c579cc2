/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

/**
 * What a unit has in its history, each with a weight above 0 and at most 1: the chance that a piece of it has it.
 *
 * @param factors numbers of factors, in no order
 * @param weights of them
 */
record Profile(int[] factors, float[] weights) {

    static final Profile NONE = new Profile(new int[0], new float[0]);

    int size() {
        return factors.length;
    }

    boolean has(int factor) {
        for (int one : factors) {
            if (one == factor) {
                return true;
            }
        }
        return false;
    }
}
