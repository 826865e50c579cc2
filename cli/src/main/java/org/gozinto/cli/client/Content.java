/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gozinto.cli.json.Json;

/** What a request carries. It can be opened again, for a second try. */
public sealed interface Content {

    /** The media type. */
    String type();

    /** How many bytes. */
    long length();

    /** The bytes from the start. */
    InputStream open() throws IOException;

    /** Bytes in memory, which nobody changes. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of a document would cost its size.
    record OfBytes(String type, byte[] bytes) implements Content {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A file, read while it is sent. */
    record OfFile(String type, Path path, long length) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** A JSON value. */
    static Content json(Json value) {
        return text("application/json", value.toString());
    }

    /** A text, in UTF-8. */
    static Content text(String type, String text) {
        return new OfBytes(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
