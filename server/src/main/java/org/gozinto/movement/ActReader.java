/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Kind;
import org.gozinto.movement.Act.Line;
import org.gozinto.movement.Act.UnitName;
import org.gozinto.unit.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads acts from JSON; what cannot be understood is refused with a pointer to it. */
final class ActReader {

    private static final int LINES_MAX = 10_000;
    private static final int SERIALS_MAX = 1_000_000;
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The acts, in the words of the API. */
    static final List<String> TYPES = List.of(
            "receive",
            "commission",
            "produce",
            "move",
            "ship",
            "return",
            "scrap",
            "adjust",
            "count",
            "install",
            "remove",
            "pack",
            "unpack",
            "hold",
            "release",
            "clean",
            "void");

    private ActReader() {}

    /** The act that the JSON states. */
    static Act read(JsonNode json) {
        var fields = new Fields(json, "");
        String type = fields.textOrNull("type");
        if (type == null || !TYPES.contains(type)) {
            throw Fields.refused(
                    "/type", type == null ? "is missing" : "is not an act", "one of " + String.join(", ", TYPES));
        }
        var heading = heading(fields, type);
        var deed = deed(fields, type);
        fields.refuseOthers();
        return new Act(heading, deed);
    }

    private static Act.Heading heading(Fields fields, String type) {
        String id = fields.textOrNull("id");
        if (id == null || !UUID.matcher(id).matches()) {
            throw Fields.refused(
                    "/id", id == null ? "is missing" : "is not a UUID", "a UUID made by the client, best a UUIDv7");
        }
        String occurredAt = fields.textOrNull("occurredAt");
        String shortfall = fields.textOrNull("shortfall");
        if (shortfall != null && !shortfall.equals("refuse") && !shortfall.equals("unknown")) {
            throw Fields.refused("/shortfall", "is unknown", "refuse or unknown");
        }
        return new Act.Heading(
                type,
                id.toLowerCase(Locale.ROOT),
                occurredAt == null ? null : Times.read(occurredAt, "/occurredAt"),
                reference(fields),
                fields.textOrNull("reason"),
                fields.textOrNull("operator"),
                fields.textOrNull("equipment"),
                fields.textOrNull("step"),
                "unknown".equals(shortfall),
                fields.jsonOrNull("attributes"),
                fields.jsonOrNull("extension"));
    }

    private static Act.@Nullable Reference reference(Fields fields) {
        JsonNode node = fields.nodeOrNull("reference");
        if (node == null) {
            return null;
        }
        var reference = new Fields(node, fields.pointer("reference"));
        var result = new Act.Reference(reference.codeOrNull("type"), reference.code("number"));
        reference.refuseOthers();
        return result;
    }

    private static Deed deed(Fields fields, String type) {
        return switch (type) {
            case "receive", "commission", "move", "ship", "return", "scrap" -> transfer(fields, type);
            case "adjust", "count" -> new Deed.Recount(type.equals("count"), at(fields), lines(fields, "lines"));
            case "produce" -> production(fields);
            case "install", "remove" -> assembly(fields, type.equals("install"));
            case "pack", "unpack" -> packing(fields, type.equals("pack"));
            case "hold" -> holding(fields);
            case "release" -> new Deed.Releasing(units(fields), fields.textOrNull("hold"));
            case "clean" -> new Deed.Cleaning(fields.code("vessel"));
            case "void" -> new Deed.Correction(corrects(fields), reasonOf(fields));
            default -> throw new IllegalStateException(type);
        };
    }

    /** Where a count or adjustment is; the words of a movement are understood too. */
    private static String at(Fields fields) {
        for (String name : List.of("at", "place", "from", "to")) {
            String code = fields.codeOrNull(name);
            if (code != null) {
                return code;
            }
        }
        throw Fields.refused("/at", "is missing", "the code of a place");
    }

    private static Deed transfer(Fields fields, String type) {
        var containers = containers(fields, "containers");
        var lines = lines(fields, "lines");
        if (lines.isEmpty() && containers.isEmpty()) {
            throw Fields.refused("/lines", "is missing", "at least one line");
        }
        return new Deed.Transfer(
                Kind.valueOf(type.toUpperCase(Locale.ROOT)),
                fields.codeOrNull("from"),
                fields.codeOrNull("to"),
                lines,
                containers);
    }

    private static Deed production(Fields fields) {
        var consume = lines(fields, "consume");
        var produce = lines(fields, "produce");
        boolean close = fields.flag("close");
        if (consume.isEmpty() && produce.isEmpty() && !close) {
            throw Fields.refused("/produce", "is missing", "lines to consume, lines to produce, or \"close\":true");
        }
        var links = fields.list("links", LINES_MAX * 10, ActReader::link);
        return new Deed.Production(fields.code("run"), consume, produce, links, close);
    }

    private static Act.LinkName link(JsonNode node, String pointer) {
        var fields = new Fields(node, pointer);
        var link = new Act.LinkName(unit(fields, "in"), unit(fields, "out"), positive(fields, "qty"));
        fields.refuseOthers();
        return link;
    }

    private static Deed assembly(Fields fields, boolean install) {
        var lines = lines(fields, "lines");
        if (lines.isEmpty()) {
            throw Fields.refused("/lines", "is missing", "at least one line");
        }
        return new Deed.Assembly(
                install,
                unit(fields, "host"),
                fields.codeOrNull("position"),
                fields.codeOrNull(install ? "from" : "to"),
                lines);
    }

    private static Deed packing(Fields fields, boolean pack) {
        var lines = lines(fields, "lines");
        var containers = containers(fields, "containers");
        JsonNode node = fields.nodeOrNull("container");
        if (node == null) {
            throw Fields.refused("/container", "is missing", "an SSCC or another code, or a serial");
        }
        return new Deed.Packing(
                pack, container(node, "/container"), fields.codeOrNull(pack ? "from" : "to"), lines, containers);
    }

    private static Deed holding(Fields fields) {
        var words = fields.list("blocks", Purpose.values().length, Fields::code);
        Set<Purpose> blocks = EnumSet.noneOf(Purpose.class);
        for (int i = 0; i < words.size(); i++) {
            Purpose purpose = Purpose.of(words.get(i));
            if (purpose == null) {
                throw Fields.refused("/blocks/" + i, "is unknown", "ship, consume, sell or move");
            }
            blocks.add(purpose);
        }
        if (blocks.isEmpty()) {
            throw Fields.refused("/blocks", "is missing", "some of ship, consume, sell and move");
        }
        return new Deed.Holding(units(fields), blocks, reasonOf(fields));
    }

    private static String reasonOf(Fields fields) {
        String reason = fields.textOrNull("reason");
        if (reason == null || reason.isBlank()) {
            throw Fields.refused("/reason", "is missing", "why, in a few words");
        }
        return reason;
    }

    private static String corrects(Fields fields) {
        String id = fields.textOrNull("corrects");
        if (id == null || !UUID.matcher(id).matches()) {
            throw Fields.refused(
                    "/corrects", id == null ? "is missing" : "is not an id", "the id of the entry to void");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    private static List<UnitName> units(Fields fields) {
        var units = fields.list("units", LINES_MAX, (node, pointer) -> unit(new Fields(node, pointer)));
        if (units.isEmpty()) {
            throw Fields.refused("/units", "is missing", "at least one lot or serial");
        }
        return units;
    }

    private static UnitName unit(Fields fields, String name) {
        JsonNode node = fields.nodeOrNull(name);
        if (node == null) {
            throw Fields.refused(
                    fields.pointer(name), "is missing", "{\"item\":…,\"serial\":…} or {\"item\":…,\"lot\":…}");
        }
        return unit(new Fields(node, fields.pointer(name)));
    }

    private static UnitName unit(Fields fields) {
        String lot = fields.codeOrNull("lot");
        String serial = fields.codeOrNull("serial");
        if (lot == null && serial == null) {
            throw Fields.refused(fields.pointer(), "names no lot and no serial", "an item and its lot or serial");
        }
        var unit = new UnitName(fields.pointer(), fields.code("item"), lot, serial, fields.codeOrNull("issuer"));
        fields.refuseOthers();
        return unit;
    }

    private static List<ContainerName> containers(Fields fields, String name) {
        return fields.list(name, LINES_MAX, ActReader::container);
    }

    private static ContainerName container(JsonNode node, String pointer) {
        return node.isObject()
                ? new ContainerName.OfSerial(unit(new Fields(node, pointer)))
                : new ContainerName.OfCode(pointer, Fields.code(node, pointer));
    }

    private static List<Line> lines(Fields fields, String name) {
        return fields.list(name, LINES_MAX, ActReader::line);
    }

    private static Line line(JsonNode node, String pointer) {
        var fields = new Fields(node, pointer);
        var line = new Line(
                pointer,
                fields.code("item"),
                fields.codeOrNull("lot"),
                serials(fields),
                fields.decimalOrNull("qty"),
                fields.codeOrNull("unit"),
                positive(fields, "baseQty"),
                fields.codeOrNull("from"),
                fields.codeOrNull("to"),
                fields.codeOrNull("issuer"),
                new Act.Dates(
                        fields.dateOrNull("expiry"),
                        fields.dateOrNull("bestBefore"),
                        fields.dateOrNull("manufactured")),
                supplierLots(fields),
                fields.jsonOrNull("attributes"),
                fields.flag("twin"));
        fields.refuseOthers();
        return line;
    }

    private static @Nullable BigDecimal positive(Fields fields, String name) {
        BigDecimal value = fields.decimalOrNull(name);
        if (value != null && value.signum() <= 0) {
            throw Fields.refused(fields.pointer(name), "is not above zero", "a quantity above zero");
        }
        return value;
    }

    private static List<String> supplierLots(Fields fields) {
        JsonNode node = fields.nodeOrNull("supplierLot");
        if (node == null) {
            return List.of();
        }
        return node.isArray()
                ? fields.list("supplierLot", LINES_MAX, Fields::code)
                : List.of(Fields.code(node, fields.pointer("supplierLot")));
    }

    private static Act.@Nullable Serials serials(Fields fields) {
        String alone = fields.codeOrNull("serial");
        JsonNode node = fields.nodeOrNull("serials");
        if (node == null) {
            return alone == null ? null : new Act.Serials(List.of(alone), null, true);
        }
        String pointer = fields.pointer("serials");
        if (alone != null) {
            throw Fields.refused(pointer, "stands beside serial", "either serial or serials");
        }
        if (node.isArray()) {
            return new Act.Serials(fields.list("serials", SERIALS_MAX, Fields::code), null, false);
        }
        if (!node.isString()) {
            throw Fields.refused(
                    pointer,
                    "is neither a list nor text",
                    "a list, or ranges such as \"SN0001-SN0500\" or \"SN0001+500\"");
        }
        return switch (SerialNumbers.expand(node.stringValue())) {
            case Reading.Ok<List<String>> ok -> new Act.Serials(ok.value(), node.stringValue(), false);
            case Reading.Bad<List<String>> bad ->
                throw Fields.refused(
                        pointer,
                        "is not understood at character " + (bad.position() + 1) + ": " + bad.detail(),
                        "a list, or ranges such as \"SN0001-SN0500\" or \"SN0001+500\"");
        };
    }
}
