/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.genealogy.Chronicle;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/** The chronicle of a unit in the words of facts. What nobody knows the time of is left out; stateless. */
final class Turns {

    private Turns() {}

    /** Where a unit went, and when it was back between. */
    record Went(List<UnitFacts.Delivery> deliveries, List<UnitFacts.Repair> repairs) {}

    /** A repair begins with what comes back, and ends with the next delivery or with the end of the unit. */
    static Went of(List<Chronicle.Turn> turns, Places places) {
        if (turns.isEmpty()) {
            return new Went(List.of(), List.of());
        }
        List<UnitFacts.Delivery> deliveries = new ArrayList<>(turns.size());
        List<UnitFacts.Repair> repairs = new ArrayList<>(0);
        When back = null;
        for (Chronicle.Turn turn : turns) {
            When when = when(turn.when());
            if (when == null) {
                continue;
            }
            if (turn.kind() == Chronicle.Kind.IN) {
                back = back == null && !deliveries.isEmpty() ? when : back;
                continue;
            }
            if (back != null) {
                repairs.add(new UnitFacts.Repair(back, when));
                back = null;
            }
            Place partner = places.find(turn.partnerId());
            if (turn.kind() == Chronicle.Kind.OUT && partner != null) {
                deliveries.add(new UnitFacts.Delivery(
                        when,
                        partner.code(),
                        partner.roles().contains(Place.CONSUMER),
                        partner.contact() == null ? null : partner.contact().country()));
            }
        }
        if (back != null) {
            repairs.add(new UnitFacts.Repair(back, null));
        }
        return new Went(deliveries, repairs);
    }

    static List<UnitFacts.Stay> stays(List<Chronicle.Stay> stays) {
        List<UnitFacts.Stay> known = new ArrayList<>(stays.size());
        for (Chronicle.Stay stay : stays) {
            When from = when(stay.from());
            if (from != null) {
                known.add(
                        new UnitFacts.Stay(stay.hostId(), stay.position(), from, when(stay.to()), when(stay.served())));
            }
        }
        return known;
    }

    static List<UnitFacts.Change> changes(List<Chronicle.Change> changes) {
        List<UnitFacts.Change> known = new ArrayList<>(changes.size());
        for (Chronicle.Change change : changes) {
            When when = when(change.when());
            if (when != null) {
                known.add(new UnitFacts.Change(
                        when, change.partId(), change.item(), change.position(), change.in(), change.away()));
            }
        }
        return known;
    }

    /** The last time that it came out of a run after it had served. */
    static @Nullable When renewed(List<Chronicle.Span> outOfRuns, List<UnitFacts.Stay> stays) {
        When last = outOfRuns.isEmpty() ? null : when(outOfRuns.getLast());
        boolean hadServed = last != null
                && stays.stream()
                        .anyMatch(stay -> stay.served() != null && stay.served().compareTo(last) < 0);
        return hadServed ? last : null;
    }

    static @Nullable When when(Chronicle.@Nullable Span span) {
        return span == null ? null : When.of(span.fromUs(), span.toUs());
    }
}
