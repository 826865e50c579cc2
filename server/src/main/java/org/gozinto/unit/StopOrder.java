/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * What a recall stops from now on, in place of what it stopped before.
 *
 * @param recall its number, such as R-2026-001, 1 to 64 characters
 * @param title what people call it, 1 to 500 characters
 * @param rules at most 1,000
 * @param units ids of the units in scope; it is not kept, so it may change afterwards
 * @param keepAdded whether units that came under the stop since it was first put stay under it, though the new scope
 *     may not have them
 */
public record StopOrder(String recall, String title, List<StopRule> rules, RoaringBitmap units, boolean keepAdded) {

    private static final int RECALL_LENGTH_MAX = 64;
    private static final int TITLE_LENGTH_MAX = 500;

    /** Rules of one recall at the most. */
    public static final int RULES_MAX = 1_000;

    public StopOrder {
        if (recall.isEmpty() || recall.length() > RECALL_LENGTH_MAX) {
            throw new IllegalArgumentException("a recall's number has 1 to " + RECALL_LENGTH_MAX + " characters");
        }
        if (title.isEmpty() || title.length() > TITLE_LENGTH_MAX) {
            throw new IllegalArgumentException("a title has 1 to " + TITLE_LENGTH_MAX + " characters");
        }
        if (rules.size() > RULES_MAX) {
            throw new IllegalArgumentException("a recall has at most " + RULES_MAX + " rules");
        }
        rules = List.copyOf(rules);
    }
}
