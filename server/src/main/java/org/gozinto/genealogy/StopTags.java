/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Puts the recalls that units are under now beside them, at the moment in which an answer is shown. What is hashed,
 * frozen or compared never has them: a decision moves nothing. Safe for use by many threads.
 */
final class StopTags {

    private final Units units;
    private final Stops stops;

    StopTags(Units units, Stops stops) {
        this.units = units;
        this.stops = stops;
    }

    /** A page of an answer with the recalls of its units. */
    TraceView on(TraceView answer) {
        return answer.with(on(answer.units()));
    }

    /** The same units with the recalls that they or their lots are under. */
    List<TraceView.ReachedView> on(List<TraceView.ReachedView> shown) {
        Map<String, List<RecallTag>> tags =
                of(shown.stream().map(TraceView.ReachedView::unit).toList());
        return tags.isEmpty()
                ? shown
                : shown.stream().map(unit -> unit.with(tags.get(unit.unit()))).toList();
    }

    /** The same siblings with the recalls that they or their lots are under. */
    SiblingsView on(SiblingsView answer) {
        Map<String, List<RecallTag>> tags =
                of(answer.units().stream().map(one -> one.unit().unit()).toList());
        return tags.isEmpty()
                ? answer
                : answer.with(answer.units().stream()
                        .map(one -> one.with(tags.get(one.unit().unit())))
                        .toList());
    }

    /** The recalls of a unit; null for none. */
    @Nullable
    List<RecallTag> of(Unit unit) {
        return RecallTag.of(stops.of(unit));
    }

    /** By the ids of units; those under none are left out. Nothing is looked up while no recall stops anything. */
    private Map<String, List<RecallTag>> of(Collection<String> ids) {
        if (stops.inForce().isEmpty()) {
            return Map.of();
        }
        Map<String, List<RecallTag>> tags = new HashMap<>();
        for (Unit unit : units.byIds(ids.stream().map(Long::valueOf).distinct().toList())) {
            List<RecallTag> found = of(unit);
            if (found != null) {
                tags.put(String.valueOf(unit.id()), found);
            }
        }
        return tags;
    }
}
