/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.exchange.EpcisEvent.Common;
import org.gozinto.item.Item;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns "these things are there" into what has to move for it. Things that are there already stay, things that
 * have moved on
 * since stay where they went, and what nobody has seen before comes from {@code unknown}.
 */
final class Observations {

    static final String UNKNOWN = "unknown";

    private final Common event;
    private final Masters masters;
    private final Whereabouts whereabouts;
    private final long us;

    /**
     * Where things were seen.
     *
     * @param at the place or partner
     * @param sender the partner that they come from when nobody has seen them before, or null
     * @param origin the location that they come from when nobody has seen them before, or null
     */
    record Sighting(
            Place at, @Nullable Place sender, @Nullable Place origin) {}

    /** Things of one event, by what has to be done about them. */
    private static final class Sorted {
        private final List<Thing> known = new ArrayList<>();
        private final List<Thing> fromUnknown = new ArrayList<>();
        private final List<Thing> strange = new ArrayList<>();
        private final List<Thing.Box> strangeBoxes = new ArrayList<>();
        private final Set<String> reasons = new LinkedHashSet<>();
    }

    Observations(Common event, Masters masters, Whereabouts whereabouts) {
        this.event = event;
        this.masters = masters;
        this.whereabouts = whereabouts;
        this.us = Whereabouts.micros(event.time());
    }

    /** The acts that bring the things to where they were seen; the reason when there are none. */
    Plan plan(List<Thing> things, Sighting sighting) throws SQLException {
        whereabouts.load(things, masters);
        var sorted = new Sorted();
        for (Thing thing : things) {
            sort(thing, sighting, sorted);
        }
        List<ObjectNode> acts = new ArrayList<>();
        if (!sorted.strangeBoxes.isEmpty()) {
            acts.add(firstBoxes(sorted.strangeBoxes, sighting));
        }
        boolean receives = sighting.sender() != null && sighting.at().kind().isLocation();
        if (receives && sighting.sender() != null && !sorted.strange.isEmpty()) {
            acts.add(new Draft("receive", event, masters)
                    .with("from", sighting.sender().code())
                    .with("to", sighting.at().code())
                    .things("lines", sorted.strange, null, null)
                    .act());
            sorted.strange.clear();
        }
        if (sighting.origin() != null) {
            sorted.known.addAll(sorted.strangeBoxes);
        }
        if (!sorted.known.isEmpty() || !sorted.fromUnknown.isEmpty() || !sorted.strange.isEmpty()) {
            acts.add(bring(sorted, sighting));
        }
        return acts.isEmpty() ? new Plan.Noted(String.join(" ", sorted.reasons)) : new Plan.Acts(acts);
    }

    private ObjectNode firstBoxes(List<Thing.Box> boxes, Sighting sighting) {
        Place at = sighting.origin() != null ? sighting.origin() : sighting.at();
        return new Draft("commission", event, masters)
                .with("to", at.code())
                .things("lines", boxes, null, null)
                .act();
    }

    private ObjectNode bring(Sorted sorted, Sighting sighting) {
        String type = sighting.at().kind() == Place.Kind.PARTNER ? "ship" : "move";
        String origin = sighting.origin() == null ? UNKNOWN : sighting.origin().code();
        return new Draft(type, event, masters)
                .with("to", sighting.at().code())
                .things("lines", sorted.known, null, null)
                .things("lines", sorted.fromUnknown, UNKNOWN, null)
                .things("lines", sorted.strange, origin, null)
                .act();
    }

    private void sort(Thing thing, Sighting sighting, Sorted sorted) throws SQLException {
        switch (thing) {
            case Thing.Piece it ->
                one(it, whereabouts.piece(masters.known(it.product()), it.serial(), us), sighting, sorted);
            case Thing.Box it -> one(it, whereabouts.box(it.sscc(), us), sighting, sorted);
            case Thing.LotAmount it -> amount(it, it.lot(), sighting, sorted);
            case Thing.Amount it -> amount(it, null, sighting, sorted);
        }
    }

    private void one(Thing thing, Whereabouts.@Nullable Seen seen, Sighting sighting, Sorted sorted) {
        if (seen == null) {
            if (thing instanceof Thing.Box box) {
                sorted.strangeBoxes.add(box);
            } else {
                sorted.strange.add(thing);
            }
        } else if (seen.inside().contains(sighting.at().id())) {
            sorted.reasons.add("What was seen is known to have been there.");
        } else if (seen.late()) {
            sorted.reasons.add("What was seen has moved on since, by entries that are recorded already.");
        } else if (seen.now() == 0 || seen.now() == Place.UNKNOWN) {
            sorted.fromUnknown.add(thing);
        } else {
            sorted.known.add(thing);
        }
    }

    private void amount(Thing thing, @Nullable String lot, Sighting sighting, Sorted sorted) throws SQLException {
        Item item = masters.known(Survey.product(thing));
        Unit stock = whereabouts.stock(item, lot);
        BigDecimal qty = Draft.quantity(thing);
        if (item == null || stock == null || qty == null) {
            sorted.strange.add(thing);
            return;
        }
        long scaled = Whereabouts.scaled(qty, item);
        Place origin = sighting.origin();
        if (whereabouts.wasAt(stock, sighting.at().id(), us, scaled)) {
            sorted.reasons.add("What was seen is known to have been there.");
        } else if (whereabouts.movedAfter(stock, us)) {
            sorted.reasons.add("What was seen has moved on since, by entries that are recorded already.");
        } else if (origin != null && whereabouts.at(stock, origin.id()) >= scaled) {
            sorted.strange.add(thing);
        } else if (whereabouts.isOnlyAtOnePlace(stock, scaled)) {
            sorted.known.add(thing);
        } else if (origin != null || sighting.sender() != null) {
            sorted.strange.add(thing);
        } else {
            sorted.reasons.add("Which of the places that hold some of the lot it came from is not told.");
        }
    }
}
