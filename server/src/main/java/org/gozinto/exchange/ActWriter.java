/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gozinto.exchange.EpcisEvent.Common;
import org.gozinto.exchange.EpcisEvent.Ilmd;
import org.gozinto.exchange.Observations.Sighting;
import org.gozinto.item.Item;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in acts what an event says in the words of EPCIS (EPCIS 2.0 §7.4, CBV 2.0 §7.1). Where an event leaves
 * open what it means
 * for stock, nothing is invented: it is noted.
 */
final class ActWriter {

    private static final Set<String> LEAVING = Set.of("shipping", "departing", "retail_selling", "dispensing");
    private static final Set<String> COMING = Set.of("receiving", "arriving", "accepting");
    private static final int RUN_MAX = 64;

    private final Common event;
    private final Masters masters;
    private final Whereabouts whereabouts;
    private final Observations observations;
    private final long us;

    ActWriter(Common event, Masters masters, Whereabouts whereabouts) {
        this.event = event;
        this.masters = masters;
        this.whereabouts = whereabouts;
        this.observations = new Observations(event, masters, whereabouts);
        this.us = Whereabouts.micros(event.time());
    }

    Plan plan(EpcisEvent whole) throws SQLException {
        return switch (whole) {
            case EpcisEvent.Objects it -> objects(it);
            case EpcisEvent.Aggregation it -> new Parents(this, it.parent(), it.children(), false).plan(it.action());
            case EpcisEvent.Association it -> association(it);
            case EpcisEvent.Transformation it -> transformation(it);
            case EpcisEvent.Transaction it ->
                new Plan.Noted("A transaction event ties things to documents and moves nothing.");
        };
    }

    Common event() {
        return event;
    }

    Masters masters() {
        return masters;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    long us() {
        return us;
    }

    Draft draft(String type) {
        return new Draft(type, event, masters);
    }

    /** Where the event leaves its things, or null when it does not tell. */
    @Nullable
    Place place() {
        Spot spot = event.place();
        return spot == null ? null : masters.place(spot);
    }

    private RefusedException noPlace() {
        return new Refusal(
                        422,
                        "no-place",
                        "The event names no place",
                        "The event has neither bizLocation nor readPoint, so it is not known where its things are.",
                        List.of(new Refusal.Fault(
                                event.pointer() + "/bizLocation", "is missing", "a place", "State where it happened.")))
                .asException();
    }

    Place requiredPlace() {
        Place place = place();
        if (place == null) {
            throw noPlace();
        }
        return place;
    }

    private Plan objects(EpcisEvent.Objects it) throws SQLException {
        if (it.things().isEmpty()) {
            return new Plan.Noted("The event names no things.");
        }
        return switch (it.action()) {
            case ADD -> begin(it.things(), it.ilmd());
            case DELETE -> end(it.things());
            case OBSERVE -> observe(it.things());
        };
    }

    private Plan begin(List<Thing> things, Ilmd ilmd) throws SQLException {
        Place at = requiredPlace();
        List<Thing> fresh = new ArrayList<>();
        for (Thing thing : things) {
            if (!(thing instanceof Thing.Box box) || whereabouts.box(box.sscc(), us) == null) {
                fresh.add(thing);
            }
        }
        return fresh.isEmpty()
                ? new Plan.Noted("The containers exist already.")
                : acts(draft("commission").with("to", at.code()).things("lines", fresh, null, ilmd));
    }

    private Plan end(List<Thing> things) throws SQLException {
        List<Thing> known = new ArrayList<>();
        List<Thing> strange = new ArrayList<>();
        whereabouts.load(things, masters);
        for (Thing thing : things) {
            if (isKnown(thing)) {
                known.add(thing);
            } else if (!(thing instanceof Thing.Box)) {
                strange.add(thing);
            }
        }
        if (known.isEmpty() && strange.isEmpty()) {
            return new Plan.Noted("Nothing is known of these containers, so there is nothing to scrap.");
        }
        Draft draft = draft("scrap");
        takeKnown(draft, "lines", known);
        return acts(draft.things("lines", strange, origin(), null));
    }

    /** Where things that nobody has seen before are taken from: the event's own location, or {@code unknown}. */
    String origin() {
        Place place = place();
        return place != null && place.kind().isLocation() ? place.code() : Observations.UNKNOWN;
    }

    /**
     * Adds lines of things that the ledger knows; amounts name the place only where the ledger does not see one
     * alone.
     */
    void takeKnown(Draft draft, String field, List<Thing> known) throws SQLException {
        for (Thing thing : known) {
            if (thing instanceof Thing.Piece || thing instanceof Thing.Box) {
                continue;
            }
            Item item = masters.item(Survey.product(thing));
            Unit stock = stock(thing);
            var qty = Draft.quantity(thing);
            long scaled = qty == null ? 0 : Whereabouts.scaled(qty, item);
            Place here = place();
            boolean holdsHere = stock != null && here != null && whereabouts.at(stock, here.id()) >= scaled;
            boolean alone = stock != null && whereabouts.isOnlyAtOnePlace(stock, scaled);
            draft.things(field, List.of(thing), !holdsHere && alone ? null : origin(), null);
        }
        List<Thing> lost = new ArrayList<>();
        List<Thing> standing = new ArrayList<>();
        for (Thing thing : known) {
            if (thing instanceof Thing.Piece || thing instanceof Thing.Box) {
                var seen = seen(thing);
                boolean nowhere = seen == null || seen.now() == 0 || seen.now() == Place.UNKNOWN;
                (nowhere ? lost : standing).add(thing);
            }
        }
        draft.things(field, standing, null, null).things(field, lost, Observations.UNKNOWN, null);
    }

    Whereabouts.@Nullable Seen seen(Thing thing) throws SQLException {
        return switch (thing) {
            case Thing.Piece it -> whereabouts.piece(masters.known(it.product()), it.serial(), us);
            case Thing.Box it -> whereabouts.box(it.sscc(), us);
            case Thing.LotAmount it -> null;
            case Thing.Amount it -> null;
        };
    }

    private @Nullable Unit stock(Thing thing) throws SQLException {
        return whereabouts.stock(
                masters.known(Survey.product(thing)), thing instanceof Thing.LotAmount lot ? lot.lot() : null);
    }

    boolean isKnown(Thing thing) throws SQLException {
        return seen(thing) != null || stock(thing) != null;
    }

    private Plan observe(List<Thing> things) throws SQLException {
        String step = event.step() == null ? "" : event.step();
        if (LEAVING.contains(step)) {
            Place to = destination();
            if (to != null) {
                return observations.plan(things, new Sighting(to, null, departure(to)));
            }
        }
        if (event.bizLocation() == null && !COMING.contains(step) && allKnown(things)) {
            return new Plan.Noted("The event tells where the things were read and not where they are after it.");
        }
        Place at = place();
        if (at == null) {
            return new Plan.Noted("The event tells no place.");
        }
        return observations.plan(things, new Sighting(at, COMING.contains(step) ? sender(at) : null, null));
    }

    private boolean allKnown(List<Thing> things) throws SQLException {
        whereabouts.load(things, masters);
        for (Thing thing : things) {
            if (!isKnown(thing)) {
                return false;
            }
        }
        return true;
    }

    /** An observation of things at the event's place; null when the event names none. */
    @Nullable
    Plan seenHere(List<Thing> things) throws SQLException {
        Place at = place();
        return at == null || things.isEmpty() ? null : observations.plan(things, new Sighting(at, null, null));
    }

    Plan seenHereOrNoted(List<Thing> things) throws SQLException {
        Plan plan = seenHere(things);
        return plan == null ? new Plan.Noted("The event tells no place.") : plan;
    }

    /** Who gets it: the new owner, or holder, or the place where it goes. */
    private @Nullable Place destination() {
        for (String type : List.of("owning_party", "possessing_party")) {
            for (EpcisEvent.Party party : event.destinations()) {
                if (party.type().equals(type)) {
                    return masters.partner(party.spot());
                }
            }
        }
        for (EpcisEvent.Party party : event.destinations()) {
            if (party.type().equals("location")) {
                return masters.place(party.spot());
            }
        }
        return null;
    }

    /** The location that it left, for things that nobody has seen before. */
    private @Nullable Place departure(Place to) {
        List<Spot> spots = new ArrayList<>();
        for (EpcisEvent.Party party : event.sources()) {
            if (party.type().equals("location")) {
                spots.add(party.spot());
            }
        }
        if (event.readPoint() != null) {
            spots.add(event.readPoint());
        }
        for (Spot spot : spots) {
            Place place = masters.place(spot);
            if (place.id() != to.id() && place.kind().isLocation()) {
                return place;
            }
        }
        return null;
    }

    /** Who sent it. */
    private @Nullable Place sender(Place at) {
        for (String type : List.of("owning_party", "possessing_party")) {
            for (EpcisEvent.Party party : event.sources()) {
                if (party.type().equals(type)) {
                    Place partner = masters.partner(party.spot());
                    return partner.id() == at.id() ? null : partner;
                }
            }
        }
        return null;
    }

    private Plan association(EpcisEvent.Association it) throws SQLException {
        if (it.at() != null) {
            return it.action() == EpcisEvent.Action.DELETE
                    ? new Plan.Noted("The things were taken off a place; where they went is not told.")
                    : observations.plan(it.children(), new Sighting(masters.place(it.at()), null, null));
        }
        return new Parents(this, it.parent(), it.children(), it.parent() instanceof Thing.Piece).plan(it.action());
    }

    private Plan transformation(EpcisEvent.Transformation it) throws SQLException {
        if (it.inputs().isEmpty() && it.outputs().isEmpty()) {
            return new Plan.Noted("The event names no things.");
        }
        for (Thing thing : it.inputs()) {
            refuseBox(thing);
        }
        Draft draft = draft("produce").with("run", run(it));
        List<Thing> known = new ArrayList<>();
        List<Thing> strange = new ArrayList<>();
        whereabouts.load(it.inputs(), masters);
        for (Thing thing : it.inputs()) {
            (isKnown(thing) ? known : strange).add(thing);
        }
        takeKnown(draft, "consume", known);
        draft.things("consume", strange, origin(), null);
        if (!it.outputs().isEmpty()) {
            it.outputs().forEach(this::refuseBox);
            draft.things("produce", it.outputs(), null, it.ilmd());
            String to = requiredPlace().code();
            draft.act().path("produce").forEach(line -> ((ObjectNode) line).put("to", to));
        }
        return acts(it.run() == null ? draft.flag("close") : draft);
    }

    private void refuseBox(Thing thing) {
        if (thing instanceof Thing.Box) {
            throw new Refusal(
                            422,
                            "container-in-run",
                            "A container is neither made nor used up",
                            "A logistic unit stands among the inputs or outputs of a transformation.",
                            List.of(new Refusal.Fault(
                                    thing.pointer(),
                                    "is a logistic unit",
                                    "pieces, lots or amounts of items",
                                    "Name what was in it.")))
                    .asException();
        }
    }

    /** The run: what several events share as transformationID, or the event by itself. */
    private String run(EpcisEvent.Transformation it) {
        if (it.run() == null) {
            return EventId.of(event);
        }
        return it.run().length() <= RUN_MAX
                ? it.run()
                : "xform-" + Digest.hex(it.run()).substring(0, 40);
    }

    static Plan acts(Draft draft) {
        return new Plan.Acts(new ArrayList<>(List.of(draft.act())));
    }
}
