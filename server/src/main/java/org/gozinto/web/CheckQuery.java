/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a check, read so that no input is too strange for an answer: what is not percent-encoded UTF-8
 * becomes a replacement character, of a name that stands there twice the first counts.
 */
final class CheckQuery {

    private final Map<String, String> values = new HashMap<>();

    private CheckQuery() {}

    static CheckQuery of(@Nullable String query) {
        var read = new CheckQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), true);
            read.values.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1), true));
        }
        return read;
    }

    /** The value, or null where the name is missing or has none. */
    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * Takes percent-encoding off.
     *
     * @param plus whether a plus sign is a blank, as in queries
     */
    static String decoded(String text, boolean plus) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c == '+' && plus) {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                bytes.writeBytes(text.substring(i, pair ? i + 2 : i + 1).getBytes(StandardCharsets.UTF_8));
                i += pair ? 1 : 0;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
