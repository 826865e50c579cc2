/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.List;

/**
 * One point of the curve: the cheapest recall that leaves at most so many failures unexplained.
 *
 * @param unexplained failures that no scope of it explains
 * @param scopes names of what is recalled, in order
 * @param units how many units that reaches, each counted once unless {@code counting} says otherwise
 * @param cost of it
 * @param lowerBound no recall that leaves at most so many unexplained costs less; equals {@code cost} when exact
 * @param proof whether a cheaper one is excluded
 * @param counting whether units in two scopes were counted once
 * @param expectedOutside failures outside that the background alone makes expect
 * @param chance that the background alone leaves this many unexplained or more, 0 to 1: when it is small, something
 *     bad is outside
 */
public record Point(
        int unexplained,
        List<String> scopes,
        long units,
        double cost,
        double lowerBound,
        Proof proof,
        Counting counting,
        double expectedOutside,
        double chance) {

    /** What is known about cheaper recalls. */
    public enum Proof {
        /** There is none. */
        EXACT,
        /** There may be one; it costs at least the lower bound. */
        BOUND
    }

    /** How units in more than one scope were counted. */
    public enum Counting {
        /** Once. */
        ONCE,
        /** Once for each scope, since it is not known which they are: units and cost are upper bounds. */
        UPPER_BOUND
    }

    public Point {
        scopes = List.copyOf(scopes);
    }
}
