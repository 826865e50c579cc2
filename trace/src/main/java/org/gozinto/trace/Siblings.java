/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The units that share something with a unit that is suspect: what to look at next. These are facts of being together,
 * not a trace: no label passes, and a sibling need hold nothing of the unit nor of what made it bad.
 *
 * <p>The siblings of a lot are those of the lot and of its serials together. Containers and untracked stock are never
 * siblings, and neither are a lot's own serials.
 *
 * @param unit whose siblings these are
 * @param knownAtSeq the greatest seq read, 0 for an empty ledger
 * @param units in the order of an answer: item code, lot number, serial number
 * @param byKind how many units share something of each kind that was asked for, also those left out
 * @param leftOut how many units the limit left out, 0 when it was not met
 */
public record Siblings(int unit, long knownAtSeq, List<Sibling> units, SortedMap<Kind, Integer> byKind, int leftOut) {

    public Siblings {
        units = List.copyOf(units);
        byKind = new TreeMap<>(byKind);
    }

    /** What two units have in common. */
    public enum Kind {
        /**
         * Are both of one lot: taken out of it as serials, made from it (it went into a run that they came out of, as
         * far as the run's links let it reach them), or built with it (it was ever installed in them, at any depth). A
         * serial without a lot counts as a lot of its own. The shared unit is the lot.
         */
        INPUT,
        /**
         * Filled into, or drawn from, one mixed vessel between two times that it was empty or cleaned. Only cleaning
         * counts where the vessel is one that leaves traces ({@link Mixing#SINCE_CLEAN}, or fifo with an overlap).
         */
        VESSEL,
        /** Came out of the same run, however far apart in time. */
        RUN,
        /**
         * Were at the same location, vessel or container, directly or packed in something there, at the same time or no
         * further apart than the window.
         */
        PLACE,
        /** Came out of a run, or into the books, no further apart in time than the window; wherever that was. */
        TIME
    }

    /** One unit, with all that it shares, first of what kind and then since when. */
    public record Sibling(int unit, List<Reason> reasons) {

        public Sibling {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One thing that is shared.
     *
     * @param unit the shared lot or serial of {@link Kind#INPUT}, else -1
     * @param place the shared run, vessel or place, else -1
     * @param sinceUs since when the sibling shares it: it came out of the run, was filled or drawn, or both were at the
     *     place; microseconds since 1970 UTC
     */
    public record Reason(Kind kind, int unit, int place, long sinceUs) {}

    /**
     * Finds the siblings of a unit.
     *
     * @param asOfUs leave out what happened after this instant; null for everything
     * @param knownAtSeq leave out entries with a greater seq; null for everything
     * @param knownAtUs leave out entries recorded after this instant; null for everything
     * @param windowUs the longest time apart for {@link Kind#PLACE} and {@link Kind#TIME}, in microseconds, 0 or more
     * @param limit the most siblings listed, 1 or more
     */
    public static Siblings of(
            Book book,
            int unit,
            @Nullable Long asOfUs,
            @Nullable Long knownAtSeq,
            @Nullable Long knownAtUs,
            Set<Kind> kinds,
            long windowUs,
            int limit) {
        if (windowUs < 0 || limit < 1) {
            throw new IllegalArgumentException("a window of " + windowUs + " µs, a limit of " + limit + " units");
        }
        Question question = Question.forward(Seed.of(unit)).asOf(asOfUs).knownAt(knownAtSeq, knownAtUs);
        var search = new SiblingSearch(book, Selection.of(book, question), unit, windowUs);
        Map<Kind, Runnable> searches = Map.of(
                Kind.INPUT, search::byInput,
                Kind.VESSEL, search::byVessel,
                Kind.RUN, search::byRun,
                Kind.PLACE, search::byPlace,
                Kind.TIME, search::byTime);
        kinds.stream()
                .sorted()
                .forEach(kind -> searches.getOrDefault(kind, () -> {}).run());
        return search.found(kinds, limit);
    }
}
