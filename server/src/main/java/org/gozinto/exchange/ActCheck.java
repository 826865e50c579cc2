/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.gozinto.item.Item;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges an act by what can be known before it is recorded: whether the masters it names exist and whether it names
 * its pieces as the item is tracked. Stock, holds and doubled serials only the ledger judges.
 */
final class ActCheck {

    private static final Set<String> NEEDS_FROM = Set.of("receive", "return");
    private static final Set<String> NEEDS_TO = Set.of("receive", "commission", "move", "ship", "return");
    private static final Set<String> RECOUNTS = Set.of("adjust", "count");
    private static final String LINE = "/lines/0";

    private final Imports.Rooms rooms;
    private final Actor actor;

    ActCheck(Imports.Rooms rooms, Actor actor) {
        this.rooms = rooms;
        this.actor = actor;
    }

    /** Why it would be refused, or null. */
    @Nullable
    Refusal refusal(JsonNode act) {
        String type = act.path("type").stringValue("");
        Refusal forbidden = actor.refusalToRecord(type);
        if (forbidden != null) {
            return forbidden;
        }
        Refusal where = places(act, type);
        if (where != null) {
            return where;
        }
        JsonNode line = act.at(LINE);
        String code = line.path("item").stringValue("");
        if (code.isEmpty()) {
            return missing(LINE + "/item", "the code of an item");
        }
        Item item = rooms.items().find(code);
        if (item == null) {
            return Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at(LINE + "/item", "the code of an item", "Make the item first.");
        }
        return pieces(item, line, RECOUNTS.contains(type));
    }

    private @Nullable Refusal places(JsonNode act, String type) {
        for (String field : List.of("from", "to", "at")) {
            String code = act.path(field).stringValue("");
            boolean needed = field.equals("from") && NEEDS_FROM.contains(type)
                    || field.equals("to") && NEEDS_TO.contains(type)
                    || field.equals("at") && RECOUNTS.contains(type);
            if (code.isEmpty()) {
                if (needed) {
                    return missing("/" + field, "the code of a place or partner");
                }
                continue;
            }
            Place place = rooms.places().find(code);
            if (place == null && rooms.units().withNumber(code, 1).isEmpty()) {
                return Refusal.of("unknown-place", "No such place", "There is no place or partner " + code + ".")
                        .at("/" + field, "the code of a place or partner", "Make the place first.");
            }
        }
        return null;
    }

    private static @Nullable Refusal pieces(Item item, JsonNode line, boolean recount) {
        boolean lot = line.has("lot");
        boolean serials = line.has("serial") || line.has("serials");
        if (line.has("serial") && line.has("serials")) {
            return Refusal.of("invalid", "Some cells are wrong", "serial and serials stand side by side.")
                    .at(LINE + "/serials", "either serial or serials", "Take one of them away.");
        }
        if (line.path("serials").isString()
                && SerialNumbers.expand(line.path("serials").stringValue()) instanceof Reading.Bad<List<String>> bad) {
            return Refusal.of("invalid", "Some cells are wrong", "The serials are not understood: " + bad.detail())
                    .at(LINE + "/serials", "ranges such as SN0001-SN0500 or SN0001+500", "Correct the cell.");
        }
        if (item.tracking().bySerial() && !serials && !recount) {
            return Refusal.of(
                            "serial-required",
                            "Serial numbers are needed",
                            item.code() + " is tracked by serial, and the row names none.")
                    .at(LINE + "/serial", "the serial number of each piece", "Name the serials.");
        }
        if (!item.tracking().bySerial() && serials || !item.tracking().byLot() && lot) {
            return Refusal.of(
                            serials ? "not-serial-tracked" : "not-lot-tracked",
                            "The item is tracked otherwise",
                            item.code() + " is tracked by " + item.tracking().word() + ".")
                    .at(LINE + (serials ? "/serial" : "/lot"), "what the item is tracked by", "Take it away.");
        }
        if (item.tracking().byLot() && !item.tracking().bySerial() && !lot) {
            return missing(LINE + "/lot", "the number of a lot");
        }
        if (!item.tracking().bySerial() && !line.has("qty")) {
            return missing(LINE + "/qty", "a quantity in " + item.unit());
        }
        String unit = line.path("unit").stringValue("");
        if (!unit.isEmpty() && item.factor(unit) == null) {
            return Refusal.of("unknown-unit", "No such unit", item.code() + " has no unit " + unit + ".")
                    .at(LINE + "/unit", "a unit of the item", "Give the item the unit, or take another.");
        }
        return null;
    }

    private static Refusal missing(String pointer, String expected) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        return Refusal.of("invalid", "Some cells are wrong", field + " is missing.")
                .at(pointer, expected, "Fill in the cell.");
    }
}
