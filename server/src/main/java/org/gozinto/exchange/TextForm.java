/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written.
 *
 * @param start bytes of the byte order mark
 * @param hint delimiter that a first line {@code sep=;} names, or null
 * @param hintCharacters characters of that line with its end
 */
record TextForm(Charset charset, int start, @Nullable Character hint, int hintCharacters) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern HINT = Pattern.compile("sep=(.)(\r\n|\n|\r)", Pattern.CASE_INSENSITIVE);
    private static final int HINT_CHARACTERS_MAX = 7;

    /** The form of the text, or null when it is no text. */
    static @Nullable TextForm of(byte[] content) {
        if (begins(content, 0xef, 0xbb, 0xbf)) {
            return isUtf8(content, 3) ? with(content, StandardCharsets.UTF_8, 3) : null;
        }
        if (begins(content, 0xff, 0xfe)) {
            return with(content, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(content, 0xfe, 0xff)) {
            return with(content, StandardCharsets.UTF_16BE, 2);
        }
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return null;
            }
        }
        return with(content, isUtf8(content, 0) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static TextForm with(byte[] content, Charset charset, int start) {
        int length = Math.min(content.length - start, 4 * HINT_CHARACTERS_MAX);
        var matcher = HINT.matcher(new String(content, start, length, charset));
        return matcher.lookingAt()
                ? new TextForm(charset, start, matcher.group(1).charAt(0), matcher.end())
                : new TextForm(charset, start, null, 0);
    }

    private static boolean begins(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] content, int start) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(content, start, content.length - start);
        var out = CharBuffer.allocate(1 << 13);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (!result.isOverflow()) {
                return !result.isError();
            }
            out.clear();
        }
    }

    /** What a person should know of it, or null. */
    @Nullable
    String remark() {
        return charset.equals(WINDOWS_1252)
                ? "The text is not UTF-8 and was read as Windows-1252; look whether letters such as ä and € are right."
                : null;
    }
}
