/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * All that recalls stop as of a revision. Nobody changes it after it was made, so it may be read by many threads.
 *
 * @param revision -1 when nothing was read yet
 * @param stops by the numbers of the recalls
 */
record StopBook(long revision, List<Kept> stops) {

    static final StopBook UNREAD = new StopBook(-1, List.of());

    /**
     * What one recall stops.
     *
     * @param revision when it was put
     * @param units in scope when it was put
     * @param added that came under it since
     * @param addedSeq the last entry that added any
     */
    record Kept(Stop stop, long revision, StopRules rules, RoaringBitmap units, RoaringBitmap added, long addedSeq) {

        boolean has(long unit) {
            int id = (int) unit;
            return units.contains(id) || added.contains(id);
        }

        /** Whether it stops the unit itself, or the lot that it belongs to. */
        boolean stops(Unit unit) {
            return has(unit.id()) || unit.lotId() != 0 && has(unit.lotId());
        }

        /** The same with more units. */
        Kept with(List<StopStore.Added> more) {
            if (more.isEmpty()) {
                return this;
            }
            var all = added.clone();
            long last = addedSeq;
            for (StopStore.Added one : more) {
                all.add((int) one.unit());
                last = Math.max(last, one.seq());
            }
            return new Kept(stop, revision, rules, units, all, last);
        }

        /** Ids after one, in their order. */
        List<Long> after(long unit, int limit) {
            List<Long> ids = new ArrayList<>(Math.min(limit, 1_000));
            PeekableIntIterator first = units.getIntIterator();
            PeekableIntIterator second = added.getIntIterator();
            first.advanceIfNeeded((int) (unit + 1));
            second.advanceIfNeeded((int) (unit + 1));
            while (ids.size() < limit && (first.hasNext() || second.hasNext())) {
                long a = peek(first);
                long b = peek(second);
                ids.add(Math.min(a, b));
                if (a <= b) {
                    first.next();
                }
                if (b <= a) {
                    second.next();
                }
            }
            return ids;
        }

        private static long peek(PeekableIntIterator ids) {
            return ids.hasNext() ? Integer.toUnsignedLong(ids.peekNext()) : Long.MAX_VALUE;
        }
    }

    boolean isEmpty() {
        return stops.isEmpty();
    }

    @Nullable
    Kept of(String recall) {
        for (Kept kept : stops) {
            if (kept.stop.recall().equals(recall)) {
                return kept;
            }
        }
        return null;
    }

    /** The same with more units, by recall, as of a later revision. */
    StopBook with(Map<String, List<StopStore.Added>> more, long later) {
        return new StopBook(
                later,
                stops.stream()
                        .map(kept -> kept.with(more.getOrDefault(kept.stop.recall(), List.of())))
                        .toList());
    }

    List<Stop> of(long unit) {
        List<Stop> found = List.of();
        for (Kept kept : stops) {
            if (kept.has(unit)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(kept.stop);
            }
        }
        return found;
    }

    /** Ids after one that any recall stops, in their order. */
    List<Long> after(long unit, int limit) {
        return stops.stream()
                .flatMap(kept -> kept.after(unit, limit).stream())
                .sorted()
                .distinct()
                .limit(limit)
                .toList();
    }
}
