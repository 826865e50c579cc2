/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.image;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a file is that people send: its bytes say it and not its name. */
public final class FileKind {

    private FileKind() {}

    /** The media type of a picture, a PDF or a text in UTF-8; null for what is none of them. */
    public static @Nullable String of(byte[] bytes) {
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (starts(bytes, 0, 'B', 'M') && bytes.length > 26 && bytes[6] == 0 && bytes[7] == 0) {
            return "image/bmp";
        }
        if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        if (starts(bytes, 4, 'f', 't', 'y', 'p', 'h', 'e', 'i')
                || starts(bytes, 4, 'f', 't', 'y', 'p', 'm', 'i', 'f')) {
            return "image/heic";
        }
        if (starts(bytes, 0, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        return isText(bytes) ? "text/plain" : null;
    }

    private static boolean starts(byte[] bytes, int at, int... with) {
        if (bytes.length < at + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[at + i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
