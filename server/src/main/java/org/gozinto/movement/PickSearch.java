/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stock of an item in the order of its last usable days, step by step, so that millions of pieces need not
 * be loaded to find the first few. Not safe for several threads.
 *
 * <p>Units that left are still units, and in the order of days they come first. Where many have left and little is
 * there, it is quicker to look at what stands in the places; both are bounded.
 */
final class PickSearch {

    /** Units that one step looks at; of one day, so many at a time are put in order. */
    private static final int STEP_UNITS = 2_000;

    private static final int LONG_STEP_UNITS = 20_000;

    /** Holdings that one step takes at the most; a lot can be in very many boxes. */
    private static final int HOLDINGS_MAX = 20_000;

    /** Places whose holdings are counted at once, before the next are. */
    private static final int PLACES_A_READ = 200;

    private static final int DEPTH_MAX = Assemblies.DEPTH_MAX;

    private final PickStore store;
    private final long item;
    private final List<Long> places;
    private final String placesText;
    private @Nullable Long day;
    private boolean begun;
    private boolean ended;
    private boolean cut;
    private long after;
    private long looked;

    PickSearch(PickStore store, long item, List<Long> places) {
        this.store = store;
        this.item = item;
        this.places = places;
        this.placesText = PickStore.array(places);
    }

    /** Units looked at so far. */
    long looked() {
        return looked;
    }

    /** Whether there is no more to find. */
    boolean ended() {
        return ended;
    }

    /** Whether something was left out, since one unit was in more spots than are looked at. */
    boolean cut() {
        return cut;
    }

    /** What the next units in the order of days are at; empty when they have left. All of one step are of one day. */
    List<Units.At> next(boolean longSteps) {
        if (!begun) {
            begun = true;
            day = store.dayAfter(item, Long.MIN_VALUE);
        }
        int size = longSteps ? LONG_STEP_UNITS : STEP_UNITS;
        while (true) {
            var step = new PickStore.Step(item, day, after, size);
            var found = store.holdings(step, placesText, HOLDINGS_MAX + 1);
            if (found.size() > HOLDINGS_MAX && size > 1) {
                size = Math.max(1, size / 10);
                continue;
            }
            if (found.size() > HOLDINGS_MAX) {
                cut = true;
                found = found.subList(0, HOLDINGS_MAX);
            }
            advance(store.reach(step), size);
            return found;
        }
    }

    private void advance(PickStore.Reach reach, int size) {
        looked += reach.units();
        if (reach.units() == size) {
            after = reach.last();
            return;
        }
        after = 0;
        if (day == null) {
            ended = true;
        } else {
            day = store.dayAfter(item, day);
        }
    }

    /**
     * All that the places hold of the item, also in containers and hosts; null when they hold more than so much of
     * anything, or too much of the item.
     */
    @Nullable
    List<Units.At> standing(int holdingsMax) {
        List<Units.At> all = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        List<Long> open = places;
        int holdings = 0;
        for (int depth = 0; !open.isEmpty() && depth < DEPTH_MAX; depth++) {
            List<Long> next = new ArrayList<>();
            for (int from = 0; from < open.size(); from += PLACES_A_READ) {
                var some = open.subList(from, Math.min(from + PLACES_A_READ, open.size()));
                for (var there : store.holdingsAt(some, holdingsMax + 1).entrySet()) {
                    holdings += there.getValue();
                    if (holdings > holdingsMax || all.size() > HOLDINGS_MAX) {
                        return null;
                    }
                    var found = store.at(there.getKey(), item, HOLDINGS_MAX + 1);
                    all.addAll(found);
                    found.stream().map(at -> -at.unitId()).filter(seen::add).forEach(next::add);
                }
            }
            open = next;
        }
        if (all.size() > HOLDINGS_MAX) {
            return null;
        }
        return all;
    }
}
