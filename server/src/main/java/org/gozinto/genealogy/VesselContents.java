/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Window;
import org.jspecify.annotations.Nullable;

/**
 * What was in a vessel during a span: what came in then, and what was in it when the span began. Of that all counts
 * that came in since the vessel was last empty, and with it what was drawn since: a draw names no part of what is
 * mixed.
 */
final class VesselContents {

    private final LedgerBook.View book;
    private final Place vessel;
    private final List<Event> events = new ArrayList<>();

    /** @param qty below zero for a draw; 0 for a cleaning, which is of no unit */
    private record Event(Moment then, int order, int unit, long qty) {}

    VesselContents(LedgerBook.View book, int vessel, Question known) {
        this.book = book;
        this.vessel = book.place(vessel);
        var index = book.index();
        index.forEachMovementAt(
                known,
                vessel,
                (entry, unit, qty, from, to) ->
                        events.add(new Event(index.occurred(entry), entry, unit, to == vessel ? qty : -qty)));
        index.forEachCleaning(known, vessel, entry -> events.add(new Event(index.occurred(entry), entry, -1, 0)));
        events.sort(
                Comparator.comparingLong((Event event) -> event.then().fromUs()).thenComparingInt(Event::order));
    }

    /** When each unit that was in the vessel came in; null for ever stands for any time. */
    Map<Integer, Window> during(@Nullable Window span) {
        Map<Integer, Window> found = new LinkedHashMap<>();
        if (span == null) {
            events.stream()
                    .filter(event -> event.qty() > 0)
                    .forEach(event -> found.put(event.unit(), new Window(Long.MIN_VALUE, Long.MAX_VALUE)));
            return found;
        }
        int next = 0;
        var level = new Level(vessel.mixing() != Mixing.NONE);
        while (next < events.size() && events.get(next).then().toUs() < span.fromUs()) {
            level.take(events.get(next++));
        }
        level.since().forEach((unit, us) -> found.put(unit, new Window(us, span.toUs())));
        for (Event event : events.subList(next, events.size())) {
            if (event.qty() > 0 && span.overlaps(event.then())) {
                found.putIfAbsent(event.unit(), span);
            }
        }
        return found;
    }

    /** What is in the vessel at a moment, by unit, and since when. */
    private static final class Level {

        private final boolean mixes;
        private final Map<Integer, Long> qty = new HashMap<>();
        private final Map<Integer, Long> since = new LinkedHashMap<>();
        private long total;

        Level(boolean mixes) {
            this.mixes = mixes;
        }

        void take(Event event) {
            if (event.qty() == 0) {
                empty();
                return;
            }
            total += event.qty();
            long left = qty.merge(event.unit(), event.qty(), Long::sum);
            if (event.qty() > 0) {
                since.putIfAbsent(event.unit(), event.then().fromUs());
            } else if (mixes ? total <= 0 : left <= 0) {
                forget(event.unit());
            }
        }

        // What is drawn of a mix is of all that is in it, whatever unit the draw names.
        private void forget(int unit) {
            if (mixes) {
                empty();
            } else {
                qty.remove(unit);
                since.remove(unit);
            }
        }

        private void empty() {
            total = 0;
            qty.clear();
            since.clear();
        }

        Map<Integer, Long> since() {
            return since;
        }
    }
}
