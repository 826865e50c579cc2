/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.gozinto.image.FileKind;
import org.gozinto.image.ImageReading;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is attached, kept by its SHA-256, so that the same picture is kept once. What it is, its bytes say and not its
 * name. Safe for use by many threads.
 */
final class Contents {

    static final int BYTES_MAX = 20 << 20;

    /** Small enough that many pieces fit into memory when a book is copied. */
    private static final int PIECE_BYTES = 64 << 10;

    private final Database database;
    private final ImageReading images;

    Contents(Database database, ImageReading images) {
        this.database = database;
        this.images = images;
    }

    /** The media type of what is sent; what is none of ours, empty, too large or a broken picture is refused. */
    String type(byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.of("attachment-empty", "There is nothing in it", "The file has no bytes.")
                    .at("", "a picture, a PDF or a text", "Choose the file again.")
                    .asException();
        }
        if (bytes.length > BYTES_MAX) {
            throw Refusal.of(
                            "attachment-too-large",
                            "The file is too large",
                            "It has more than " + BYTES_MAX + " bytes.")
                    .status(413)
                    .at("", "at most " + BYTES_MAX + " bytes", "Send a smaller one.")
                    .asException();
        }
        String type = FileKind.of(bytes);
        if (type == null) {
            throw Refusal.of(
                            "attachment-unknown",
                            "This kind of file is not taken",
                            "Its content is no picture, no PDF and no text in UTF-8.")
                    .status(415)
                    .at("", "PNG, JPEG, GIF, BMP, WebP, HEIC, PDF or text", "Send it in one of these forms.")
                    .asException();
        }
        if (type.equals("image/png")
                || type.equals("image/jpeg")
                || type.equals("image/gif")
                || type.equals("image/bmp")) {
            images.requireWhole(bytes);
        }
        return type;
    }

    /** Keeps bytes under their hash, unless they are there already. */
    static void put(JdbcClient transaction, byte[] hash, byte[] bytes) {
        boolean there = !transaction
                .sql("select n from complaint_content where hash = ? and n = 0")
                .param(hash)
                .query(Long.class)
                .list()
                .isEmpty();
        for (int n = 0; !there && n * PIECE_BYTES < bytes.length; n++) {
            int from = n * PIECE_BYTES;
            transaction
                    .sql("insert into complaint_content (hash, n, bytes) values (?, ?, ?)")
                    .params(hash, n, Arrays.copyOfRange(bytes, from, Math.min(from + PIECE_BYTES, bytes.length)))
                    .update();
        }
    }

    /** The bytes with a hash; empty when there are none. */
    byte[] get(byte[] hash) {
        var all = new ByteArrayOutputStream();
        database.read()
                .sql("select bytes from complaint_content where hash = ? order by n")
                .param(hash)
                .query((rows, n) -> rows.getBytes(1))
                .list()
                .forEach(all::writeBytes);
        return all.toByteArray();
    }
}
