/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * One text for one content, whether it came as XML or as JSON: members in the order of their names, numbers as
 * text without exponent
 * and needless zeros, times as instants, terms of the CBV as bare words.
 */
final class Canonical {

    /** What may differ between two copies of one event (CBV 2.0 §8.9.2). */
    private static final Set<String> NOT_CONTENT = Set.of("eventID", "recordTime", "errorDeclaration");

    /** The prefix of the GS1 Web Vocabulary, which JSON leaves out where the context gives it. */
    private static final String GS1_WORD = "gs1:";

    private Canonical() {}

    /** SHA-256 of what an event says. */
    static String hash(JsonNode event) {
        var text = new JsonText().object();
        event.properties().stream()
                .filter(e -> !NOT_CONTENT.contains(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> text.raw(e.getKey(), text(e.getValue())));
        return Digest.hex(text.endObject().toString());
    }

    private static String text(JsonNode value) {
        if (value.isObject()) {
            var text = new JsonText().object();
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> text.raw(e.getKey(), text(e.getValue())));
            return text.endObject().toString();
        }
        if (value.isArray()) {
            var text = new JsonText().array();
            value.forEach(e -> text.rawElement(text(e)));
            return text.endArray().toString();
        }
        if (value.isNumber() && Math.abs(value.decimalValue().scale()) <= 100) {
            return string(value.decimalValue().stripTrailingZeros().toPlainString());
        }
        return string(value.isString() ? common(value.stringValue()) : value.toString());
    }

    private static String common(String value) {
        String word = Names.term(value);
        if (word.startsWith(GS1_WORD)) {
            return word.substring(GS1_WORD.length());
        }
        if (word.length() > 19 && word.charAt(4) == '-' && word.charAt(10) == 'T') {
            try {
                return OffsetDateTime.parse(word).toInstant().toString();
            } catch (DateTimeException e) {
                return word;
            }
        }
        return word;
    }

    private static String string(String value) {
        String array = new JsonText().array().element(value).endArray().toString();
        return array.substring(1, array.length() - 1);
    }
}
