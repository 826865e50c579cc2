/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * Fills answers up to whole steps, so that who watches the line learns no more of an answer than its step.
 *
 * <p>Blanks at the end would be compressed away again, so a compressed answer is made here, and what is missing stands
 * in the extra field of its header (RFC 1952, section 2.3.1.1), which every reader passes over.
 */
final class SameSize {

    static final int STEP_BYTES = 8_192;

    private static final int HEADER_BYTES = 12;
    private static final int SUBFIELD_BYTES = 4;
    private static final int TRAILER_BYTES = 8;

    private SameSize() {}

    /** The text as the request takes it: compressed where it may be. */
    static byte[] of(HttpServletRequest request, String text) {
        return takesGzip(request) ? gzip(text) : plain(text);
    }

    /** What says how {@link #of} gave it. */
    static HttpHeaders headers(HttpServletRequest request) {
        var headers = new HttpHeaders();
        if (takesGzip(request)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return headers;
    }

    /** Whether the request takes what is compressed. */
    static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        for (String coding : (accepted == null ? "" : accepted).split(",", -1)) {
            String bare = coding.replace(" ", "").toLowerCase(Locale.ROOT);
            if (bare.equals("gzip") || (bare.startsWith("gzip;") && !bare.matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    /** The text in UTF-8, with blanks at its end. */
    static byte[] plain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(bytes, steps(bytes.length));
        Arrays.fill(filled, bytes.length, filled.length, (byte) ' ');
        return filled;
    }

    /** The text in UTF-8, compressed as gzip. */
    static byte[] gzip(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] deflated = deflated(bytes);
        int least = HEADER_BYTES + SUBFIELD_BYTES + deflated.length + TRAILER_BYTES;
        int missing = steps(least) - least;
        int extra = SUBFIELD_BYTES + missing;
        byte[] header = new byte[HEADER_BYTES + extra];
        header[0] = 0x1f;
        header[1] = (byte) 0x8b;
        header[2] = Deflater.DEFLATED;
        // FEXTRA: a field of our own follows the header, with its length in front.
        header[3] = 4;
        header[9] = (byte) 0xff;
        little(header, 10, extra, 2);
        header[12] = 'G';
        header[13] = 'Z';
        little(header, 14, missing, 2);
        var crc = new CRC32();
        crc.update(bytes);
        byte[] trailer = new byte[TRAILER_BYTES];
        little(trailer, 0, crc.getValue(), 4);
        little(trailer, 4, bytes.length, 4);
        var out = new ByteArrayOutputStream(least + missing);
        out.writeBytes(header);
        out.writeBytes(deflated);
        out.writeBytes(trailer);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            byte[] buffer = new byte[STEP_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static int steps(int length) {
        return (length + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
    }

    private static void little(byte[] to, int at, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (value >>> (Byte.SIZE * i));
        }
    }
}
