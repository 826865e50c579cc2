/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.List;

/** The curve of the smallest recalls, or why there is none. */
public sealed interface RecallAnswer {

    /** No failure to explain. */
    record NoFailures() implements RecallAnswer {}

    /** None of the failures is in any scope. */
    record NothingCovers(int failures) implements RecallAnswer {}

    /**
     * The curve, from the recall that leaves the fewest failures unexplained to none at all: units and cost fall while
     * the unexplained rise. A point that costs as much as one that explains more is left out.
     *
     * @param points at least one
     * @param failures how many there are
     * @param coverable how many of them some scope explains
     * @param dominated scopes left out since another explains the same or more and reaches the same units or fewer
     * @param suggested index of the point to begin with: the cheapest whose unexplained failures the background
     *     explains (chance at least 5 %), else the first
     */
    record Curve(List<Point> points, int failures, int coverable, int dominated, int suggested)
            implements RecallAnswer {

        public Curve {
            points = List.copyOf(points);
        }
    }
}
