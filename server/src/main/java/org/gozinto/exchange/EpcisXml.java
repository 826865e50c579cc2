/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.exchange.XmlTree.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an EPCIS XML document, 1.2 or 2.0, into the shape that EPCIS 2.0 gives it in JSON (EPCIS 2.0 §10), so
 * that one reader
 * understands all of them. The places where 1.2 hides what came later ({@code extension}, {@code
 * baseExtension}) are flattened.
 */
final class EpcisXml {

    private static final String EPCIS_1 = "urn:epcglobal:epcis:xsd:1";
    private static final String EPCIS_2 = "urn:epcglobal:epcis:xsd:2";
    private static final String MASTER_DATA = "urn:epcglobal:cbv:mda";
    private static final int EVENTS_MAX = 100_000;

    private static final Set<String> TEXT_LISTS =
            Set.of("epcList", "childEPCs", "inputEPCList", "outputEPCList", "correctiveEventIDs");
    private static final Set<String> QUANTITY_LISTS =
            Set.of("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList");
    private static final Set<String> PAIR_LISTS = Set.of("bizTransactionList", "sourceList", "destinationList");
    private static final Set<String> WRAPPERS = Set.of("extension", "baseExtension");

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final TreeMap<String, String> prefixes = new TreeMap<>();

    /**
     * A document in the shape of EPCIS 2.0 JSON.
     *
     * @param lines for each event, the line it begins at; empty when the document was JSON
     */
    record Shaped(String kind, ObjectNode json, List<Integer> lines) {}

    private EpcisXml() {}

    static Shaped read(byte[] document) {
        return new EpcisXml().shape(XmlTree.read(document));
    }

    private Shaped shape(Element root) {
        boolean known = root.namespace().equals(EPCIS_1) || root.namespace().equals(EPCIS_2);
        if (!root.name().equals("EPCISDocument") || !known) {
            throw Unreadable.at(
                    "not-epcis",
                    root.line(),
                    1,
                    "the root is " + root.name() + " of the namespace '" + root.namespace()
                            + "', not an EPCISDocument of " + EPCIS_1 + " or " + EPCIS_2 + ".");
        }
        String version =
                root.attributes().getOrDefault("schemaVersion", root.namespace().equals(EPCIS_1) ? "1.2" : "2.0");
        ObjectNode json = nodes.objectNode();
        json.put("type", "EPCISDocument").put("schemaVersion", version);
        Element header = root.child("EPCISHeader");
        if (header != null) {
            json.set("epcisHeader", header(header));
        }
        Element body = root.child("EPCISBody");
        if (body == null) {
            throw Unreadable.at("not-epcis", root.line(), 1, "the document has no EPCISBody.");
        }
        List<Integer> lines = new ArrayList<>();
        json.putObject("epcisBody").set("eventList", events(body, lines));
        ObjectNode context = json.putObject("@context");
        prefixes.forEach(context::put);
        return new Shaped("epcis-" + version + "-xml", json, lines);
    }

    private ArrayNode events(Element body, List<Integer> lines) {
        ArrayNode events = nodes.arrayNode();
        for (Element list : body.children()) {
            if (list.name().equals("EventList")) {
                addEvents(list, events, lines);
            }
        }
        return events;
    }

    private void addEvents(Element list, ArrayNode events, List<Integer> lines) {
        for (Element event : list.children()) {
            if (WRAPPERS.contains(event.name())) {
                addEvents(event, events, lines);
                continue;
            }
            if (events.size() == EVENTS_MAX) {
                throw Unreadable.at(
                        "too-many", event.line(), 1, "the document has more than " + EVENTS_MAX + " events.");
            }
            ObjectNode json = nodes.objectNode();
            json.put("type", event.name());
            fill(json, event);
            events.add(json);
            lines.add(event.line());
        }
    }

    private void fill(ObjectNode json, Element element) {
        for (Element child : element.children()) {
            String name = child.name();
            boolean standard = child.namespace().isEmpty() || child.namespace().startsWith("urn:epcglobal:epcis:xsd:");
            if (!standard) {
                add(json, key(child), free(child));
            } else if (WRAPPERS.contains(name)) {
                fill(json, child);
            } else if (TEXT_LISTS.contains(name)) {
                ArrayNode list = json.putArray(name);
                child.children().forEach(c -> list.add(c.text()));
            } else if (QUANTITY_LISTS.contains(name)) {
                ArrayNode list = json.putArray(name);
                child.children().forEach(c -> list.add(quantity(c)));
            } else if (PAIR_LISTS.contains(name)) {
                ArrayNode list = json.putArray(name);
                child.children().forEach(c -> list.add(pair(c)));
            } else {
                other(json, child);
            }
        }
    }

    private void other(ObjectNode json, Element child) {
        switch (child.name()) {
            case "readPoint", "bizLocation", "errorDeclaration", "ilmd" -> fill(json.putObject(child.name()), child);
            case "persistentDisposition" -> {
                ObjectNode both = json.putObject(child.name());
                child.children().forEach(c -> both.withArray(c.name()).add(c.text()));
            }
            case "sensorElementList" -> {
                ArrayNode list = json.putArray(child.name());
                child.children().forEach(c -> list.add(sensor(c)));
            }
            default -> add(json, child.name(), free(child));
        }
    }

    private ObjectNode quantity(Element element) {
        ObjectNode json = nodes.objectNode();
        for (Element child : element.children()) {
            if (child.name().equals("quantity")) {
                if (!child.text().isEmpty()) {
                    json.set("quantity", number(child.text()));
                }
            } else {
                json.put(child.name(), child.text());
            }
        }
        return json;
    }

    /** A number as such; text that is none stays text, so that the reader of events refuses it. */
    private JsonNode number(String text) {
        try {
            return text.length() > 40 ? nodes.stringNode(text) : nodes.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return nodes.stringNode(text);
        }
    }

    private ObjectNode pair(Element element) {
        ObjectNode json = nodes.objectNode();
        String type = element.attributes().get("type");
        if (type != null) {
            json.put("type", type);
        }
        return json.put(element.name(), element.text());
    }

    private ObjectNode sensor(Element element) {
        ObjectNode json = nodes.objectNode();
        for (Element child : element.children()) {
            ObjectNode values = nodes.objectNode();
            child.attributes().forEach(values::put);
            if (child.name().equals("sensorReport")) {
                json.withArray("sensorReport").add(values);
            } else {
                add(json, key(child), child.children().isEmpty() && !values.isEmpty() ? values : free(child));
            }
        }
        return json;
    }

    /** An element that the standard leaves to others, kept whole. */
    private JsonNode free(Element element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return nodes.stringNode(element.text());
        }
        ObjectNode json = nodes.objectNode();
        element.attributes().forEach((name, value) -> json.put("@" + name, value));
        if (!element.text().isEmpty()) {
            json.put("#text", element.text());
        }
        element.children().forEach(c -> add(json, key(c), free(c)));
        return json;
    }

    private void add(ObjectNode json, String key, JsonNode value) {
        var before = json.get(key);
        if (before == null) {
            json.set(key, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            json.set(key, nodes.arrayNode().add(before).add(value));
        }
    }

    /** The name of an element in JSON: with its prefix, whose meaning the context tells. */
    private String key(Element element) {
        String namespace = element.namespace();
        if (namespace.isEmpty() || namespace.equals(EPCIS_2) || namespace.equals(EPCIS_1)) {
            return element.name();
        }
        if (namespace.startsWith(MASTER_DATA)) {
            return "cbvmda:" + element.name();
        }
        String known = prefixes.putIfAbsent(element.prefix(), namespace);
        return element.prefix().isEmpty() || known != null && !known.equals(namespace)
                ? "{" + namespace + "}" + element.name()
                : element.prefix() + ":" + element.name();
    }

    private ObjectNode header(Element header) {
        ObjectNode json = nodes.objectNode();
        Element masters = masters(header);
        ArrayNode vocabularies = json.putObject("epcisMasterData").putArray("vocabularyList");
        Element list = masters == null ? null : masters.child("VocabularyList");
        if (list != null) {
            list.children().forEach(v -> vocabularies.add(vocabulary(v)));
        }
        return json;
    }

    private static @Nullable Element masters(Element header) {
        Element wrapper = header.child("extension");
        Element direct = header.child("EPCISMasterData");
        return direct != null || wrapper == null ? direct : wrapper.child("EPCISMasterData");
    }

    private ObjectNode vocabulary(Element vocabulary) {
        ObjectNode json = nodes.objectNode();
        json.put("type", vocabulary.attributes().getOrDefault("type", ""));
        ArrayNode elements = json.putArray("vocabularyElementList");
        for (Element list : vocabulary.children()) {
            for (Element element : list.children()) {
                ObjectNode one = elements.addObject();
                one.put("id", element.attributes().getOrDefault("id", ""));
                ArrayNode attributes = one.putArray("attributes");
                for (Element attribute : element.children()) {
                    if (attribute.name().equals("attribute")) {
                        attributes
                                .addObject()
                                .put("id", attribute.attributes().getOrDefault("id", ""))
                                .set(
                                        "attribute",
                                        attribute.children().isEmpty()
                                                ? nodes.stringNode(attribute.text())
                                                : free(attribute));
                    }
                }
            }
        }
        return json;
    }
}
