/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * How much an answer may hold; meeting a limit is named in the answer's cuts, never silent.
 *
 * @param units the most units listed, at least 1
 */
public record Limits(int units) {

    public static final Limits NONE = new Limits(Integer.MAX_VALUE);

    public Limits {
        if (units < 1) {
            throw new IllegalArgumentException("a limit of " + units + " units answers nothing");
        }
    }
}
