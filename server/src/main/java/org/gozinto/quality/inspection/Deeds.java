/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Movements;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The acts that decisions on quality make. Their ids follow from that of the step, and all acts of a step are recorded
 * together or not at all, so a step that is sent again after a crash finds what it did.
 */
final class Deeds {

    private static final int UNITS_AN_ACT = 5_000;

    private final Movements movements;
    private final Entries entries;
    private final Items items;
    private final Places places;
    private final Units units;
    private final JsonMapper json;

    /** What the acts name. */
    record Masters(Items items, Places places, Units units) {}

    Deeds(Movements movements, Entries entries, Masters masters, JsonMapper json) {
        this.movements = movements;
        this.entries = entries;
        this.items = masters.items();
        this.places = masters.places();
        this.units = masters.units();
        this.json = json;
    }

    /** The id that follows from others. */
    static String id(String of, String what) {
        return UUID.nameUUIDFromBytes(HashChain.of(of + ":" + what)).toString();
    }

    /** Numbers of those entries that are recorded under the ids, in order. */
    List<Long> recorded(Collection<String> ids) {
        List<Long> seqs = new ArrayList<>();
        for (String id : ids) {
            EntryRow entry = entries.byId(id);
            if (entry != null) {
                seqs.add(entry.seq());
            }
        }
        return seqs.stream().sorted().toList();
    }

    /** Ids of the units that entries moved. */
    List<Long> moved(Collection<Long> seqs) {
        return entries.movements(seqs, StepCheck.SERIALS_MAX).values().stream()
                .flatMap(List::stream)
                .map(Movement::unit)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Records acts in the name of somebody, all or none. What may be done was asked of the step: a verdict of an
     * operator holds, although operators hold nothing by themselves.
     *
     * @return the numbers of the entries
     */
    List<Long> record(List<ObjectNode> acts, Actor actor) {
        Actor by = actor.role().includes(Role.QUALITY) ? actor : Actor.of(actor.name(), Role.QUALITY);
        List<Long> seqs = new ArrayList<>();
        Refusal refused = null;
        for (Outcome outcome : movements.record(List.copyOf(acts), by, true)) {
            switch (outcome) {
                case Outcome.Recorded recorded -> seqs.add(recorded.seq());
                case Outcome.Repeated repeated -> seqs.add(repeated.seq());
                case Outcome.Refused no ->
                    refused = refused == null || refused.code().equals("with-others") ? no.refusal() : refused;
            }
        }
        if (refused != null) {
            // Its pointers are into an act that the client has not sent.
            throw new Refusal(refused.status(), refused.code(), refused.title(), refused.detail(), List.of())
                    .at("", "what the ledger can record", "Look at where it is and what is held, then decide again.")
                    .asException();
        }
        return seqs;
    }

    /** One or more acts that hold units, with ids that follow from one. */
    List<ObjectNode> holds(String id, String nonconformance, List<Unit> held, List<String> blocks, String reason) {
        List<ObjectNode> acts = new ArrayList<>();
        for (int from = 0; from < held.size(); from += UNITS_AN_ACT) {
            ObjectNode act = act("hold", id(id, String.valueOf(from / UNITS_AN_ACT)), nonconformance, reason);
            ArrayNode words = act.putArray("blocks");
            blocks.forEach(words::add);
            name(act.putArray("units"), held.subList(from, Math.min(from + UNITS_AN_ACT, held.size())));
            acts.add(act);
        }
        return acts;
    }

    /** The ids that {@link #holds} gives, for any number of units that a trace may reach. */
    List<String> holdIds(String id, int units) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= units / UNITS_AN_ACT; i++) {
            ids.add(id(id, String.valueOf(i)));
        }
        return ids;
    }

    /** Ends the hold of an entry on units. */
    ObjectNode release(String id, String nonconformance, long hold, List<Unit> held, String reason) {
        ObjectNode act = act("release", id, nonconformance, reason);
        EntryRow entry = entries.bySeq(hold);
        act.put("hold", entry == null ? "" : entry.id());
        name(act.putArray("units"), held);
        return act;
    }

    /** An act without its lines. */
    ObjectNode act(String type, String id, String nonconformance, @Nullable String reason) {
        ObjectNode act = json.createObjectNode();
        act.put("type", type);
        act.put("id", id);
        act.putObject("reference").put("type", "nonconformance").put("number", nonconformance);
        if (reason != null) {
            act.put("reason", reason);
        }
        return act;
    }

    private void name(ArrayNode names, List<Unit> list) {
        list.forEach(unit -> named(names.addObject(), unit));
    }

    /** Puts into a line what names the unit. */
    ObjectNode named(ObjectNode line, Unit unit) {
        line.put("item", items.get(unit.itemId()).code());
        if (unit.kind() == Unit.Kind.LOT) {
            line.put("lot", unit.number());
        } else {
            line.put("serial", unit.number());
            String lot = units.lotNumber(unit);
            if (lot != null) {
                line.put("lot", lot);
            }
        }
        if (unit.issuerId() != 0) {
            line.put("issuer", places.get(unit.issuerId()).code());
        }
        return line;
    }
}
