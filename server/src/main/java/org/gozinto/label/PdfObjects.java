/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The objects of a PDF, written as they come; only where each begins is kept (ISO 32000-1 §7.5). */
final class PdfObjects implements AutoCloseable {

    private final OutputStream out;
    private final Deflater deflater = new Deflater();
    private long at;
    private long[] offsets = new long[64];
    private int last;

    PdfObjects(OutputStream out) throws IOException {
        this.out = out;
        // Four bytes above 127 tell whoever carries the file that it is not text.
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }

    /** The number of an object that will be written. */
    int reserve() {
        last++;
        if (last == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        return last;
    }

    void object(int number, String body) throws IOException {
        offsets[number] = at;
        write(number + " 0 obj\n" + body + "\nendobj\n");
    }

    /** @param entries of its dictionary, besides the length and the filter */
    void stream(int number, String entries, byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream(content.length / 3 + 64);
        deflater.reset();
        try (var deflate = new DeflaterOutputStream(packed, deflater)) {
            deflate.write(content);
        }
        offsets[number] = at;
        write(number + " 0 obj\n<<" + entries + "/Filter/FlateDecode/Length " + packed.size() + ">>stream\n");
        write(packed.toByteArray());
        write("\nendstream\nendobj\n");
    }

    /** Writes the table of objects. */
    void end(int catalog) throws IOException {
        long table = at;
        var text = new StringBuilder("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n");
        for (int i = 1; i <= last; i++) {
            text.append("%010d 00000 n \n".formatted(offsets[i]));
        }
        text.append("trailer\n<</Size ")
                .append(last + 1)
                .append("/Root ")
                .append(catalog)
                .append(" 0 R>>\nstartxref\n");
        write(text.append(table).append("\n%%EOF\n").toString());
        out.flush();
    }

    /** Lets the packer go; the stream stays open. */
    @Override
    public void close() {
        deflater.end();
    }
}
