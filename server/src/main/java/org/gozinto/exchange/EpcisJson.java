/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.List;
import org.gozinto.exchange.EpcisXml.Shaped;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads EPCIS 2.0 JSON-LD documents (EPCIS 2.0 §10), within limits. The context is looked at and never fetched. */
final class EpcisJson {

    private static final int DEPTH_MAX = 32;
    private static final int TEXT_MAX = 100_000;
    private static final int NUMBER_MAX = 40;
    private static final int NAME_MAX = 2_000;
    private static final int EVENTS_MAX = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(TEXT_MAX)
                            .maxNumberLength(NUMBER_MAX)
                            .maxNameLength(NAME_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EpcisJson() {}

    static Shaped read(byte[] document) {
        JsonNode json = tree(document);
        if (!(json instanceof ObjectNode root)
                || !"EPCISDocument".equals(root.path("type").stringValue(""))) {
            throw Unreadable.at(
                    "not-epcis",
                    "/type",
                    "The document is not of type EPCISDocument.",
                    "an object with \"type\":\"EPCISDocument\"");
        }
        JsonNode context = root.path("@context");
        if (context.isMissingNode() || context.isNull()) {
            throw Unreadable.at(
                    "no-context",
                    "/@context",
                    "The document has no @context, so its words have no meaning that could be relied on.",
                    "\"@context\":[\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\"]");
        }
        JsonNode events = root.path("epcisBody").path("eventList");
        if (!events.isArray()) {
            throw Unreadable.at(
                    "not-epcis", "/epcisBody/eventList", "The document has no list of events.", "an array of events");
        }
        if (events.size() > EVENTS_MAX) {
            throw Unreadable.at(
                    "too-many",
                    "/epcisBody/eventList",
                    "The document has " + events.size() + " events.",
                    "at most " + EVENTS_MAX);
        }
        return new Shaped("epcis-" + root.path("schemaVersion").stringValue("2.0") + "-json", root, List.of());
    }

    private static JsonNode tree(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw Unreadable.at(
                    e instanceof StreamConstraintsException ? "too-large-inside" : "broken-json",
                    location == null ? 1 : location.getLineNr(),
                    location == null ? 1 : location.getColumnNr(),
                    e.getOriginalMessage() + ".");
        }
    }
}
