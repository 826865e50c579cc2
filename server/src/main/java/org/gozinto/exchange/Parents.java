/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.exchange.EpcisEvent.Action;
import org.gozinto.exchange.Thing.Product;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Aggregation and association: things in, and out of, a parent (EPCIS 2.0 §7.4.3 and §7.4.6). */
final class Parents {

    private final ActWriter writer;
    private final @Nullable Thing parent;
    private final List<Thing> children;
    private final boolean installs;

    /**
     * @param installs whether the parent is a host that things are fitted to, otherwise a container that they
     * are packed in
     */
    Parents(ActWriter writer, @Nullable Thing parent, List<Thing> children, boolean installs) {
        this.writer = writer;
        this.parent = parent;
        this.children = children;
        this.installs = installs;
    }

    Plan plan(Action action) throws SQLException {
        if (parent == null) {
            if (action != Action.OBSERVE) {
                throw new Refusal(
                                422,
                                "invalid",
                                "Some fields are wrong",
                                "The event names no parent, which only an observation may leave out.",
                                List.of(new Refusal.Fault(
                                        writer.event().pointer() + "/parentID",
                                        "is missing",
                                        "the identifier of the parent",
                                        null)))
                        .asException();
            }
            return writer.seenHereOrNoted(children);
        }
        if (installs) {
            children.forEach(this::refuseBox);
        }
        List<Thing> all = new ArrayList<>(children);
        all.add(parent);
        writer.whereabouts().load(all, writer.masters());
        return switch (action) {
            case ADD -> join(parent, children);
            case OBSERVE -> observe(parent);
            case DELETE -> part(parent);
        };
    }

    private void refuseBox(Thing child) {
        if (child instanceof Thing.Box) {
            throw new Refusal(
                            422,
                            "container-in-host",
                            "A container is not installed",
                            "A logistic unit is to be fitted to a piece.",
                            List.of(new Refusal.Fault(
                                    child.pointer(), "is a logistic unit", "pieces or lots", "Name what was in it.")))
                    .asException();
        }
    }

    private Plan join(Thing outer, List<Thing> inner) throws SQLException {
        if (inner.isEmpty()) {
            return writer.seenHereOrNoted(List.of(outer));
        }
        List<Thing> wanted = new ArrayList<>();
        String reason = "";
        Long outerPlace = asPlace(outer);
        for (Thing child : inner) {
            var seen = writer.seen(child);
            if (seen != null && outerPlace != null && seen.inside().contains(outerPlace)) {
                reason = "The children are known to have been in the parent.";
            } else if (seen != null && seen.late()) {
                reason = "The children have moved on since, by entries that are recorded already.";
            } else {
                wanted.add(child);
            }
        }
        if (wanted.isEmpty()) {
            return new Plan.Noted(reason);
        }
        List<ObjectNode> acts = before(outer);
        Draft draft = writer.draft(installs ? "install" : "pack").with(installs ? "host" : "container", name(outer));
        if (outer instanceof Thing.Box box) {
            draft.with("container", box.sscc());
        }
        takeIn(draft, wanted);
        acts.add(draft.act());
        return new Plan.Acts(acts);
    }

    /** What has to be recorded first, so that the parent is where the event has it. */
    private List<ObjectNode> before(Thing outer) throws SQLException {
        var seen = writer.seen(outer);
        boolean leave = seen != null && seen.late();
        Plan plan = leave ? null : writer.seenHere(List.of(outer));
        return plan instanceof Plan.Acts acts ? new ArrayList<>(acts.acts()) : new ArrayList<>();
    }

    private void takeIn(Draft draft, List<Thing> wanted) throws SQLException {
        Place place = writer.place();
        List<Thing> known = new ArrayList<>();
        List<Thing> strange = new ArrayList<>();
        List<Thing> here = new ArrayList<>();
        for (Thing child : wanted) {
            boolean one = child instanceof Thing.Piece;
            if (!writer.isKnown(child)) {
                strange.add(child);
            } else if (one && place != null && place.kind().isLocation()) {
                here.add(child);
            } else {
                known.add(child);
            }
        }
        if (place != null) {
            draft.things("lines", here, place.code(), null);
        }
        writer.takeKnown(draft, "lines", known);
        draft.things("lines", strange, writer.origin(), null);
    }

    private @Nullable Long asPlace(Thing outer) throws SQLException {
        var seen = writer.seen(outer);
        return seen == null ? null : seen.unit().asPlace();
    }

    private ObjectNode name(Thing outer) {
        ObjectNode name = JsonNodeFactory.instance.objectNode();
        if (outer instanceof Thing.Piece piece) {
            name.put("item", writer.masters().item(piece.product()).code()).put("serial", piece.serial());
        }
        return name;
    }

    private Plan observe(Thing outer) throws SQLException {
        Long outerPlace = asPlace(outer);
        List<Thing> missing = new ArrayList<>();
        for (Thing child : children) {
            var seen = writer.seen(child);
            boolean inside = seen != null && outerPlace != null && seen.inside().contains(outerPlace);
            if (!inside && !isHeld(child, outerPlace)) {
                missing.add(child);
            }
        }
        return missing.isEmpty() ? writer.seenHereOrNoted(List.of(outer)) : join(outer, missing);
    }

    private boolean isHeld(Thing child, @Nullable Long outerPlace) throws SQLException {
        var item = child instanceof Thing.Box ? null : writer.masters().known(Survey.product(child));
        Unit stock = writer.whereabouts().stock(item, child instanceof Thing.LotAmount lot ? lot.lot() : null);
        BigDecimal qty = Draft.quantity(child);
        return outerPlace != null
                && stock != null
                && item != null
                && qty != null
                && writer.whereabouts().wasAt(stock, outerPlace, writer.us(), Whereabouts.scaled(qty, item));
    }

    private Plan part(Thing outer) throws SQLException {
        var seen = writer.seen(outer);
        if (seen == null) {
            return children.isEmpty()
                    ? new Plan.Noted("Nothing is known of the parent, so nothing is known to have been in it.")
                    : writer.seenHereOrNoted(children);
        }
        Place place = writer.place();
        String to = place != null && place.kind().isLocation() ? place.code() : null;
        Draft draft = writer.draft(installs ? "remove" : "unpack")
                .with(installs ? "host" : "container", name(outer))
                .with("to", to);
        if (outer instanceof Thing.Box box) {
            draft.with("container", box.sscc());
        }
        List<Thing> out = children.isEmpty() ? contents(seen.unit()) : stillIn(seen.unit());
        if (out.isEmpty()) {
            return new Plan.Noted(
                    children.isEmpty()
                            ? "The parent is known to be empty."
                            : "The children are known to be out of the parent, or have moved on since.");
        }
        return ActWriter.acts(draft.things("lines", out, null, null));
    }

    private List<Thing> stillIn(Unit outer) throws SQLException {
        List<Thing> out = new ArrayList<>();
        for (Thing child : children) {
            var seen = writer.seen(child);
            boolean elsewhere = seen != null
                    && seen.now() != outer.asPlace()
                    && (seen.late() || !seen.inside().contains(outer.asPlace()));
            if (!elsewhere) {
                out.add(child);
            }
        }
        return out;
    }

    /** All that is in the parent now: what an event without children means (EPCIS 2.0 §7.4.3). */
    private List<Thing> contents(Unit outer) throws SQLException {
        List<Thing> out = new ArrayList<>();
        for (Whereabouts.Held held : writer.whereabouts().contents(outer)) {
            Unit unit = held.unit();
            switch (unit.kind()) {
                case CONTAINER -> out.add(new Thing.Box("", unit.number()));
                case SERIAL -> out.add(new Thing.Piece("", product(unit), unit.number()));
                case LOT ->
                    out.add(new Thing.LotAmount("", product(unit), unit.number(), quantity(held), baseUnit(unit)));
                case UNTRACKED -> out.add(new Thing.Amount("", product(unit), quantity(held), baseUnit(unit)));
            }
        }
        return out;
    }

    private String baseUnit(Unit unit) {
        return writer.masters().get(unit.itemId()).unit();
    }

    private Product product(Unit unit) {
        return new Product(writer.masters().get(unit.itemId()).code(), null);
    }

    private BigDecimal quantity(Whereabouts.Held held) {
        return new BigDecimal(writer.masters().get(held.unit().itemId()).quantity(held.qty()));
    }
}
