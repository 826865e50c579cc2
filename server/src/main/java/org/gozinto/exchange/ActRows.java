/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.access.Actor;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records the acts that rows state: each row is one act with one line, so that a bad row takes no other with it.
 *
 * <p>The id of an act follows from the content of the file and the number of the row: the same file again changes
 * nothing.
 */
final class ActRows {

    /** The acts that one line tells all of. */
    static final Set<String> TYPES =
            Set.of("receive", "commission", "move", "ship", "return", "scrap", "adjust", "count");

    private static final Set<String> OF_THE_ACT =
            Set.of("type", "occurredAt", "reason", "operator", "equipment", "step", "shortfall");
    private static final Set<String> PLACES = Set.of("from", "to", "at");
    private static final Set<String> RECOUNTS = Set.of("adjust", "count");
    /** Documents that are looked up, at the most. */
    private static final int DOCUMENTS_MAX = 100_000;

    /** Status of a refusal that is about the book and not about the row. */
    static final int NO_ROOM = 503;

    private static final String DEFAULT_TYPE = "receive";

    private final Imports.Rooms rooms;
    private final SheetFile file;
    private final Actor actor;
    private final String hash;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Boolean> otherwiseRecorded = new HashMap<>();

    /**
     * What a row states.
     *
     * @param refusal why it states nothing, or null
     */
    record Stated(
            SheetRow row,
            String id,
            ObjectNode act,
            List<String> warnings,
            @Nullable Refusal refusal) {

        /** Roughly how many units it touches. */
        long weight() {
            JsonNode serials = act.at("/lines/0/serials");
            return serials.isString()
                            && SerialNumbers.expand(serials.stringValue()) instanceof Reading.Ok<List<String>> numbers
                    ? numbers.value().size()
                    : 1;
        }
    }

    ActRows(Imports.Rooms rooms, SheetFile file, Actor actor) {
        this.rooms = rooms;
        this.file = file;
        this.actor = actor;
        this.hash = Digest.hex(file.content());
    }

    Stated read(SheetRow row) {
        var cells = new CellReader(row);
        ZoneId zone = zone(row);
        Map<String, JsonNode> values = new HashMap<>();
        for (SheetFile.Column column : file.columns()) {
            JsonNode value = column.field() == null ? null : cells.value(column.index(), column.field(), zone);
            if (value != null && column.field() != null) {
                values.put(column.field(), value);
            }
        }
        Addresses.refuseMore(file, row, cells);
        String id = Digest.uuid("sheet " + hash + " row " + row.number());
        ObjectNode act = act(row, id, values);
        warnOfDocument(cells, values.get("document"));
        Refusal refusal = cells.faults().isEmpty() ? unfit(row, act) : SheetRun.invalid(cells.faults());
        return new Stated(row, id, act, cells.warnings(), refusal);
    }

    /** A file that was mended and sent again is another file: its rows would be recorded a second time. */
    private void warnOfDocument(CellReader cells, @Nullable JsonNode document) {
        String number = document == null ? "" : document.stringValue("");
        if (number.isEmpty() || otherwiseRecorded.size() >= DOCUMENTS_MAX && !otherwiseRecorded.containsKey(number)) {
            return;
        }
        boolean known = otherwiseRecorded.computeIfAbsent(
                number,
                n -> rooms.entries().ofDocument(n, 1).stream()
                        .anyMatch(e -> !e.body().contains(hash)));
        if (known) {
            cells.warnings().add("Document " + number + " has entries already that are not of this file.");
        }
    }

    private @Nullable Refusal unfit(SheetRow row, ObjectNode act) {
        String type = act.path("type").stringValue("");
        if (TYPES.contains(type)) {
            return null;
        }
        var column = file.column("type");
        return Refusal.of("invalid", "Some cells are wrong", "\"" + type + "\" is no act that a row can state.")
                .at(
                        column == null ? "" : row.address(column.index()),
                        "receive, commission, move, ship, return, scrap, adjust or count",
                        "Record other acts with the API.");
    }

    /** Where the goods come to, else where they leave; UTC when the row names no place of ours. */
    private ZoneId zone(SheetRow row) {
        for (String field : List.of("to", "at", "from")) {
            var column = file.column(field);
            Place place = column == null
                    ? null
                    : rooms.places().find(row.cell(column.index()).text());
            if (place != null && place.kind().isLocation()) {
                return rooms.places().zoneOf(place);
            }
        }
        return ZoneOffset.UTC;
    }

    private ObjectNode act(SheetRow row, String id, Map<String, JsonNode> values) {
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        String type =
                values.containsKey("type") ? values.get("type").stringValue("").toLowerCase(Locale.ROOT) : DEFAULT_TYPE;
        act.put("type", type).put("id", id);
        ObjectNode line = act.putArray("lines").addObject();
        values.forEach((field, value) -> {
            if (field.equals("document")) {
                act.withObjectProperty("reference").set("number", value);
            } else if (field.equals("referenceType")) {
                act.withObjectProperty("reference").set("type", value);
            } else if (field.startsWith(SheetKind.ATTRIBUTES)) {
                line.withObjectProperty("attributes").set(field.substring(SheetKind.ATTRIBUTES.length()), value);
            } else if (PLACES.contains(field)) {
                act.set(field, value);
            } else if (OF_THE_ACT.contains(field)) {
                if (!field.equals("type")) {
                    act.set(field, value);
                }
            } else {
                line.set(field, value);
            }
        });
        if (RECOUNTS.contains(type) && !act.has("at")) {
            moveTo(act);
        }
        act.putObject("extension").putObject("sheet").put("sha256", hash).put("row", row.number());
        return act;
    }

    /** A count is at one place, whichever of the columns names it. */
    private static void moveTo(ObjectNode act) {
        for (String field : List.of("to", "from")) {
            JsonNode place = act.remove(field);
            if (place != null && !act.has("at")) {
                act.set("at", place);
            }
        }
    }

    /** Records the rows. */
    List<RowVerdict> recorded(List<Stated> portion) {
        List<JsonNode> acts = new ArrayList<>();
        portion.stream().filter(s -> s.refusal() == null).forEach(s -> acts.add(s.act()));
        var outcomes = rooms.movements().record(acts, actor, false).iterator();
        List<RowVerdict> verdicts = new ArrayList<>(portion.size());
        for (Stated stated : portion) {
            verdicts.add(
                    stated.refusal() == null
                            ? verdict(stated, outcomes.next())
                            : RowVerdict.refused(stated.row().number(), stated.refusal(), stated.warnings()));
        }
        return verdicts;
    }

    private RowVerdict verdict(Stated stated, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.refusal().status() == NO_ROOM) {
            throw refused.refusal().asException();
        }
        int row = stated.row().number();
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                RowVerdict.entry(row, SheetRun.RECORDED, recorded.seq(), stated.id(), stated.warnings())
                        .alerts(alerts(recorded.answer()));
            case Outcome.Repeated repeated ->
                RowVerdict.entry(row, SheetRun.REPEATED, repeated.seq(), stated.id(), stated.warnings());
            case Outcome.Refused refused ->
                RowVerdict.refused(row, Addresses.in(file, stated.row(), refused.refusal()), stated.warnings());
        };
    }

    private @Nullable String alerts(String answer) {
        if (!answer.contains("\"alerts\"")) {
            return null;
        }
        JsonNode alerts = json.readTree(answer).path("alerts");
        return alerts.isMissingNode() ? null : alerts.toString();
    }
}
