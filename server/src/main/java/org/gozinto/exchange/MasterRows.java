/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.gozinto.access.Actor;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes or changes the items, places or partners that rows describe. */
final class MasterRows {

    private final SheetFile file;
    private final Items items;
    private final Places places;
    private final String actor;
    private final Map<String, Integer> rowsByCode = new HashMap<>();

    /** With {@code dryRun} everything happens to copies that are then forgotten. */
    MasterRows(Imports.Rooms rooms, SheetFile file, Actor actor, boolean dryRun) {
        this.file = file;
        this.items = dryRun ? rooms.items().trial() : rooms.items();
        this.places = dryRun ? rooms.places().trial() : rooms.places();
        this.actor = actor.name();
    }

    /** Notes a row that was done before, so that its code is not taken again. */
    void remember(SheetRow row) {
        var column = file.column("code");
        if (column != null) {
            rowsByCode.putIfAbsent(row.cell(column.index()).text(), row.number());
        }
    }

    RowVerdict verdict(SheetRow row) {
        var cells = new CellReader(row);
        ObjectNode members = members(row, cells);
        String code = members.path("code").asString("");
        Integer before = code.isEmpty() ? null : rowsByCode.putIfAbsent(code, row.number());
        if (before != null) {
            return RowVerdict.refused(row.number(), twice(row, code, before), cells.warnings());
        }
        if (!cells.faults().isEmpty()) {
            return RowVerdict.refused(row.number(), SheetRun.invalid(cells.faults()), cells.warnings());
        }
        try {
            return RowVerdict.kept(row.number(), kept(code, members), code, cells.warnings());
        } catch (RefusedException e) {
            if (e.refusal().status() == ActRows.NO_ROOM) {
                throw e;
            }
            return RowVerdict.refused(row.number(), Addresses.in(file, row, e.refusal()), cells.warnings());
        }
    }

    private Refusal twice(SheetRow row, String code, int before) {
        var column = file.column("code");
        return Refusal.of(
                        "row-twice",
                        "The code stands twice in the file",
                        code + " stands in row " + before + " already; that row was taken.")
                .at(column == null ? "" : row.address(column.index()), "each code once", "Take one of the rows away.");
    }

    /** A column that is there says what the field is, also when the cell is empty. */
    private ObjectNode members(SheetRow row, CellReader cells) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (SheetFile.Column column : file.columns()) {
            String field = column.field();
            if (field == null) {
                continue;
            }
            JsonNode value = cells.value(column.index(), field, ZoneOffset.UTC);
            if (field.startsWith(SheetKind.ATTRIBUTES)) {
                members.withObjectProperty("attributes").set(field.substring(SheetKind.ATTRIBUTES.length()), value);
            } else if (file.kind() == SheetKind.PARTNERS && SheetKind.CONTACT.containsKey(field)) {
                members.withObjectProperty("contact").set(SheetKind.CONTACT.get(field), value);
            } else {
                members.set(field, value);
            }
        }
        Addresses.refuseMore(file, row, cells);
        return members;
    }

    private String kept(String code, ObjectNode members) {
        if (file.kind() == SheetKind.ITEMS) {
            Item before = items.find(code);
            Item after = items.keep(members, actor);
            return status(before == null ? 0 : before.version(), after.version());
        }
        Place before = places.find(code);
        Place after = places.keep(members, file.kind() == SheetKind.PARTNERS, actor);
        return status(before == null ? 0 : before.version(), after.version());
    }

    private static String status(long before, long after) {
        return before == 0 ? SheetRun.CREATED : before == after ? SheetRun.UNCHANGED : SheetRun.CHANGED;
    }
}
