/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an act says of itself, read from the beginning of its text.
 *
 * <p>Sample: {@code {"type":"ship","id":"…","reference":{"number":"SO-17"},"reason":"sold","from":"A-01","lines":[{"it}
 */
record ActHeading(
        ShortEntry.@Nullable Reference reference,
        @Nullable String reason,
        @Nullable String position) {

    static ActHeading of(String text, JsonMapper json) {
        ShortEntry.Reference reference = null;
        String reason = null;
        String position = null;
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "reference" -> reference = reference(parser);
                    case "reason" -> reason = parser.getString();
                    case "position" -> position = parser.getString();
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // The text ends somewhere in the lines; what was read before is all there is to read.
        }
        return new ActHeading(reference, reason, position);
    }

    private static ShortEntry.@Nullable Reference reference(JsonParser parser) {
        String type = null;
        String number = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> type = parser.getString();
                case "number" -> number = parser.getString();
                default -> parser.skipChildren();
            }
        }
        return number == null ? null : new ShortEntry.Reference(type, number);
    }
}
