/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * How much an answer may take. A list that is cut is named in the answer's cuts; a question that would have to look at
 * too much is refused ({@link TooLargeException}): nothing is left out silently.
 *
 * @param units the most units listed, at least 1
 * @param movements the most movements that an answer is made from, at least 1; each takes memory while it is made, and
 *     some of it as long as the answer is kept
 */
public record Limits(int units, int movements) {

    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Limits {
        if (units < 1 || movements < 1) {
            throw new IllegalArgumentException(
                    "a limit of " + units + " units and " + movements + " movements answers nothing");
        }
    }

    /** A limit for the units listed alone. */
    public Limits(int units) {
        this(units, Integer.MAX_VALUE);
    }
}
