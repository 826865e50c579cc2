/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Acts as {@code application/x-ndjson}, one act a line: the body of {@code POST /api/v1/entries:batch}. */
public final class ActLines {

    private static final int CHUNK = 1 << 16;

    private ActLines() {}

    /** Writes every act that is left, in UTF-8, and returns how many there were. The stream is flushed, not closed. */
    public static long writeNdjson(Iterator<? extends Act> acts, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(CHUNK + 4096);
        long count = 0;
        while (acts.hasNext()) {
            line(acts.next(), text);
            count++;
            if (text.length() >= CHUNK) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return count;
    }

    /** Appends every act that is left and returns how many there were. */
    public static long writeNdjson(Iterator<? extends Act> acts, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder(4096);
        long count = 0;
        while (acts.hasNext()) {
            text.setLength(0);
            line(acts.next(), text);
            out.append(text);
            count++;
        }
        return count;
    }

    private static void line(Act act, StringBuilder text) {
        act.writeTo(text);
        text.append('\n');
    }
}
