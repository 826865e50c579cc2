/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.exchange.EpcisEvent.Action;
import org.gozinto.exchange.EpcisEvent.Common;
import org.gozinto.exchange.EpcisEvent.Ilmd;
import org.gozinto.exchange.EpcisXml.Shaped;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads events and master data from the shape of EPCIS 2.0 JSON; an event that is wrong does not take the
 * others with it.
 */
final class EpcisReader {

    private static final BigDecimal QTY_MAX = new BigDecimal("1e18");
    private static final int DECIMALS_MAX = 9;

    private final Shaped document;
    private final Names names;

    private EpcisReader(Shaped document, Names names) {
        this.document = document;
        this.names = names;
    }

    static EpcisDocument read(Shaped document, Names names) {
        return new EpcisReader(document, names).read();
    }

    private EpcisDocument read() {
        List<EpcisDocument.Read> events = new ArrayList<>();
        JsonNode list = document.json().path("epcisBody").path("eventList");
        for (int i = 0; i < list.size(); i++) {
            events.add(event(list.get(i), i));
        }
        return new EpcisDocument(document.kind(), document.json().path("@context"), masters(), events);
    }

    private EpcisDocument.Read event(JsonNode json, int index) {
        String pointer = "/epcisBody/eventList/" + index;
        String id = json.path("eventID").stringValue(null);
        String type = json.path("type").stringValue(null);
        try {
            if (!(json instanceof ObjectNode object) || type == null) {
                throw refused(index, pointer + "/type", "is missing", "the type of the event");
            }
            EpcisEvent event = typed(object, type, index);
            return event == null
                    ? new EpcisDocument.Read.Foreign(index, id, type)
                    : new EpcisDocument.Read.Event(event);
        } catch (RefusedException e) {
            return new EpcisDocument.Read.Broken(index, id, type, e.refusal());
        }
    }

    private @Nullable EpcisEvent typed(ObjectNode json, String type, int index) {
        return switch (type) {
            case "ObjectEvent" ->
                new EpcisEvent.Objects(
                        common(json, index),
                        action(json, index),
                        things(json, "epcList", "quantityList", index),
                        ilmd(json));
            case "AggregationEvent" ->
                new EpcisEvent.Aggregation(
                        common(json, index),
                        action(json, index),
                        parent(json, index),
                        things(json, "childEPCs", "childQuantityList", index));
            case "AssociationEvent" -> association(json, index);
            case "TransformationEvent" ->
                new EpcisEvent.Transformation(
                        common(json, index),
                        text(json, "transformationID", index),
                        things(json, "inputEPCList", "inputQuantityList", index),
                        things(json, "outputEPCList", "outputQuantityList", index),
                        ilmd(json));
            case "TransactionEvent" -> new EpcisEvent.Transaction(common(json, index));
            default -> null;
        };
    }

    private EpcisEvent association(ObjectNode json, int index) {
        String name = text(json, "parentID", index);
        Spot at = name == null ? null : names.spot(name);
        boolean place = at != null && at.gln() != null;
        return new EpcisEvent.Association(
                common(json, index),
                action(json, index),
                place ? null : parent(json, index),
                place ? at : null,
                things(json, "childEPCs", "childQuantityList", index));
    }

    private @Nullable Thing parent(ObjectNode json, int index) {
        String name = text(json, "parentID", index);
        return name == null ? null : thing(name, at(index, "parentID"), index);
    }

    private Common common(ObjectNode json, int index) {
        String step = text(json, "bizStep", index);
        ZoneOffset offset = offset(json, index);
        return new Common(
                index,
                json.path("type").stringValue(""),
                text(json, "eventID", index),
                time(json, "eventTime", at(index, "eventTime"), index).withOffsetSameInstant(offset),
                step == null ? null : Names.term(step),
                spot(json, "readPoint", index),
                spot(json, "bizLocation", index),
                documents(json, index),
                parties(json, "source", index),
                parties(json, "destination", index),
                error(json, index),
                json,
                Canonical.hash(json));
    }

    private OffsetDateTime time(JsonNode json, String name, String pointer, int index) {
        String text = json.path(name).stringValue("");
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw refused(
                    index,
                    pointer,
                    "is missing or not a time",
                    "a time with its offset, such as 2026-03-01T10:15:00+01:00");
        }
    }

    private ZoneOffset offset(ObjectNode json, int index) {
        String text = json.path("eventTimeZoneOffset").stringValue("");
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw refused(
                    index, at(index, "eventTimeZoneOffset"), "is missing or not an offset", "an offset such as +02:00");
        }
    }

    private Action action(ObjectNode json, int index) {
        String text = text(json, "action", index);
        for (Action action : Action.values()) {
            if (action.name().equals(text)) {
                return action;
            }
        }
        throw refused(index, at(index, "action"), text == null ? "is missing" : "is unknown", "ADD, OBSERVE or DELETE");
    }

    private @Nullable Spot spot(ObjectNode json, String name, int index) {
        JsonNode id = json.path(name).path("id");
        if (json.path(name).isMissingNode() || json.path(name).isNull()) {
            return null;
        }
        if (!id.isString() || id.stringValue().isBlank()) {
            throw refused(index, at(index, name) + "/id", "is missing", "the identifier of a place");
        }
        return names.spot(id.stringValue());
    }

    private List<EpcisEvent.Document> documents(ObjectNode json, int index) {
        List<EpcisEvent.Document> documents = new ArrayList<>();
        for (JsonNode one : list(json, "bizTransactionList", index)) {
            String type = one.path("type").stringValue(null);
            String id = one.path("bizTransaction").stringValue("");
            documents.add(new EpcisEvent.Document(type == null ? null : Names.term(type), id));
        }
        return documents;
    }

    private List<EpcisEvent.Party> parties(ObjectNode json, String end, int index) {
        List<EpcisEvent.Party> parties = new ArrayList<>();
        JsonNode list = list(json, end + "List", index);
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).path(end).stringValue("");
            if (id.isBlank()) {
                throw refused(
                        index,
                        at(index, end + "List/" + i + "/" + end),
                        "is missing",
                        "the identifier of a party or place");
            }
            parties.add(new EpcisEvent.Party(Names.term(list.get(i).path("type").stringValue("")), names.spot(id)));
        }
        return parties;
    }

    private EpcisEvent.@Nullable Declaration error(ObjectNode json, int index) {
        JsonNode error = json.path("errorDeclaration");
        if (error.isMissingNode() || error.isNull()) {
            return null;
        }
        String reason = error.path("reason").stringValue("");
        return new EpcisEvent.Declaration(
                time(error, "declarationTime", at(index, "errorDeclaration/declarationTime"), index),
                reason.isBlank() ? "no reason stated" : Names.term(reason));
    }

    private List<Thing> things(ObjectNode json, String pieces, String amounts, int index) {
        List<Thing> things = new ArrayList<>();
        JsonNode list = list(json, pieces, index);
        for (int i = 0; i < list.size(); i++) {
            String pointer = at(index, pieces + "/" + i);
            things.add(thing(list.get(i).stringValue(""), pointer, index));
        }
        JsonNode quantities = list(json, amounts, index);
        for (int i = 0; i < quantities.size(); i++) {
            things.add(amount(quantities.get(i), at(index, amounts + "/" + i), index));
        }
        return things;
    }

    private Thing thing(String name, String pointer, int index) {
        Thing thing = names.thing(name, pointer);
        if (thing == null || !fits(thing)) {
            throw refused(
                    index,
                    pointer,
                    "names no thing that Gozinto can tell from others: " + shown(name),
                    "an EPC URN or GS1 Digital Link of a piece (SGTIN, GRAI, GIAI, CPI, ITIP, GDTI)"
                            + " or of a logistic unit (SSCC)");
        }
        return thing;
    }

    /** Serials are kept in 64 characters at the most; GS1 keys are shorter than that. */
    private static boolean fits(Thing thing) {
        return !(thing instanceof Thing.Piece piece)
                || piece.product().code().length() <= 64 && piece.serial().length() <= 64;
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private Thing amount(JsonNode json, String pointer, int index) {
        JsonNode number = json.path("quantity");
        BigDecimal qty = null;
        if (!number.isMissingNode() && !number.isNull()) {
            qty = number.isNumber() ? number.decimalValue() : null;
            if (qty == null
                    || qty.signum() <= 0
                    || qty.compareTo(QTY_MAX) > 0
                    || qty.stripTrailingZeros().scale() > DECIMALS_MAX) {
                throw refused(
                        index,
                        pointer + "/quantity",
                        "is not a quantity",
                        "a number above zero, with at most 9 decimals");
            }
        }
        String uom = json.path("uom").stringValue(null);
        String epcClass = json.path("epcClass").stringValue("");
        Thing thing = names.amount(epcClass, qty, uom, pointer);
        if (thing == null) {
            throw refused(
                    index,
                    pointer + "/epcClass",
                    "names no class of things: " + shown(epcClass),
                    "the class of a lot (LGTIN) or of an item (GTIN), as EPC URN or GS1 Digital Link");
        }
        return thing;
    }

    private static Ilmd ilmd(ObjectNode json) {
        JsonNode ilmd = json.path("ilmd");
        String lot = ilmdText(ilmd, "lotNumber", "gs1:hasBatchLotNumber");
        return new Ilmd(
                lot,
                day(ilmdText(ilmd, "itemExpirationDate", "gs1:expirationDate")),
                day(ilmdText(ilmd, "bestBeforeDate", "gs1:bestBeforeDate")),
                day(ilmdText(ilmd, "productionDate", "gs1:productionDate")));
    }

    /** An attribute of the CBV, by its usual prefix, without one, or as a term of the GS1 Web Vocabulary. */
    private static @Nullable String ilmdText(JsonNode ilmd, String name, String webTerm) {
        for (String key : List.of("cbvmda:" + name, name, "urn:epcglobal:cbv:mda#" + name, webTerm)) {
            JsonNode value = ilmd.path(key);
            String text = value.isObject() ? value.path("@value").stringValue(null) : value.stringValue(null);
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        return null;
    }

    /** The day of a date or time; what is neither stays in the extension only. */
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private JsonNode list(ObjectNode json, String name, int index) {
        JsonNode list = json.path(name);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw refused(index, at(index, name), "is not a list", "a list");
        }
        return list;
    }

    private @Nullable String text(ObjectNode json, String name, int index) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().length() > 1_000) {
            throw refused(index, at(index, name), "is not a text of 1 to 1000 characters", "text");
        }
        return value.stringValue().strip();
    }

    private static String at(int index, String name) {
        return "/epcisBody/eventList/" + index + "/" + name;
    }

    private RefusedException refused(int index, String pointer, String detail, String expected) {
        String where = document.lines().isEmpty()
                ? ""
                : " (the event begins at line " + document.lines().get(index) + ")";
        String last = pointer.substring(at(index, "").length());
        return new Refusal(
                        422,
                        "invalid",
                        "Some fields are wrong",
                        "Event " + index + where + ": " + last + " " + detail + ".",
                        List.of(new Refusal.Fault(
                                pointer, detail, expected, "Correct the event and send the document again.")))
                .asException();
    }

    private List<EpcisDocument.Master> masters() {
        List<EpcisDocument.Master> masters = new ArrayList<>();
        JsonNode list =
                document.json().path("epcisHeader").path("epcisMasterData").path("vocabularyList");
        for (JsonNode vocabulary : list) {
            String type = vocabulary.path("type").stringValue("");
            boolean place = type.endsWith("Location") || type.endsWith("ReadPoint") || type.endsWith("SourceDest");
            if (place || type.endsWith("EPCClass")) {
                for (JsonNode element : vocabulary.path("vocabularyElementList")) {
                    masters.add(master(element, place));
                }
            }
        }
        return masters.stream().filter(m -> !m.id().isBlank()).toList();
    }

    private static EpcisDocument.Master master(JsonNode element, boolean place) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (JsonNode attribute : element.path("attributes")) {
            String id = attribute.path("id").stringValue("");
            JsonNode value = attribute.path("attribute");
            String name =
                    id.substring(Math.max(Math.max(id.lastIndexOf('#'), id.lastIndexOf(':')), id.lastIndexOf('/')) + 1);
            if (!name.isBlank() && !value.isMissingNode()) {
                attributes.putIfAbsent(name, value.isString() ? value.stringValue() : value.toString());
            }
        }
        return new EpcisDocument.Master(element.path("id").stringValue(""), place, attributes);
    }
}
