/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.gozinto.trace.Utf8;

/**
 * The units of an answer, many together: JSON, a line for each, compressed. Those that follow one another are much
 * alike, so that a unit takes some 20 bytes instead of 300.
 */
final class ScopeBlock {

    /** Units in a block at the most. */
    static final int UNITS_MAX = 1_000;

    /** More bytes than the lines of a block have, unless somebody else wrote it. */
    private static final int BYTES_MAX = 256 << 20;

    private static final String UNIT = "{\"unit\":\"";

    private ScopeBlock() {}

    /** Lines become one block; the deflater is used again for the next. */
    static byte[] packed(Utf8 lines, Deflater deflater) {
        deflater.reset();
        lines.deflate(deflater);
        deflater.finish();
        var out = new ByteArrayOutputStream(32 * UNITS_MAX);
        var part = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        return out.toByteArray();
    }

    /**
     * The lines of a block, without their ends.
     *
     * @throws DataFormatException when it is damaged
     */
    static List<String> lines(byte[] block) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(block);
            var out = new ByteArrayOutputStream(block.length * 12);
            var part = new byte[1 << 16];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 || out.size() > BYTES_MAX) {
                    throw new DataFormatException("a block ends too early, or is too long");
                }
                out.write(part, 0, length);
            }
            return lines(out.toString(StandardCharsets.UTF_8));
        } finally {
            inflater.end();
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    /** The id of the unit of a line; its first member says it. 0 when the line is none of ours. */
    static long unitId(String line) {
        int end = line.startsWith(UNIT) ? line.indexOf('"', UNIT.length()) : -1;
        try {
            return end < 0 ? 0 : Long.parseLong(line, UNIT.length(), end, 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
