/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.UUID;

/** The bodies that are sent, made before the clock runs, and the masters that they speak of. */
final class Acts {

    static final String GTIN = "09506000134352";
    static final String ITEM = "BENCH-1";
    static final String LOT_ITEM = "BENCH-2";
    static final String LINE_START = "\",\"occurredAt\":\"2026-03-01T10:15:00+01:00\"";

    /** Serials of one line. */
    static final int LINE = 1_000;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long ids;

    static void masters(Server server) throws java.io.IOException {
        server.master("partners", "{\"code\":\"ACME\",\"name\":\"Acme\",\"roles\":[\"supplier\"]}");
        server.master("places", "{\"code\":\"MAIN\",\"kind\":\"site\",\"name\":\"Main\"}");
        server.master("places", "{\"code\":\"A-01\",\"kind\":\"bin\",\"parent\":\"MAIN\",\"name\":\"Aisle 1\"}");
        server.master("places", "{\"code\":\"A-02\",\"kind\":\"bin\",\"parent\":\"MAIN\",\"name\":\"Aisle 2\"}");
        server.master(
                "items",
                "{\"code\":\"" + ITEM + "\",\"name\":\"Bench\",\"tracking\":\"serial\",\"unit\":\"EA\",\"decimals\":0,"
                        + "\"gtin\":\"" + GTIN + "\"}");
    }

    /** Ids in the shape of UUIDv7: they grow as the ones that clients make, and are scrambled behind. */
    String id() {
        long n = ++ids;
        long high = (0x019C_0000_0000L + n) << 16 | 0x7000L | n & 0xFFF;
        return new UUID(high, 0x8000000000000000L | (n * GOLDEN) >>> 2).toString();
    }

    static String serial(int number) {
        String digits = String.valueOf(100_000_000L + number);
        return "SN" + digits;
    }

    /** A receipt of serials, as a list or as a range, on one line. */
    String receive(int first, int count, boolean range) {
        var text = new StringBuilder(200 + (range ? 0 : count * 14));
        text.append("{\"type\":\"receive\",\"id\":\"").append(id()).append(LINE_START);
        text.append(",\"from\":\"ACME\",\"to\":\"A-01\",\"lines\":[{\"item\":\"")
                .append(ITEM)
                .append("\",\"serials\":");
        if (range) {
            text.append('"').append(serial(first)).append('+').append(count).append('"');
        } else {
            text.append('[');
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? "\"" : ",\"").append(serial(first + i)).append('"');
            }
            text.append(']');
        }
        return text.append("}]}").toString();
    }

    /** Receipts of {@code count} serials, {@link #LINE} a line, as one batch. */
    String receipts(int first, int count, boolean range) {
        var text = new StringBuilder();
        for (int at = 0; at < count; at += LINE) {
            text.append(receive(first + at, Math.min(LINE, count - at), range)).append('\n');
        }
        return text.toString();
    }

    String move(int serial) {
        return "{\"type\":\"move\",\"id\":\"" + id() + LINE_START
                + ",\"from\":\"A-01\",\"to\":\"A-02\",\"lines\":[{\"item\":\"" + ITEM + "\",\"serials\":[\""
                + serial(serial) + "\"]}]}";
    }

    /** A lot with half of its stock in each of two bins. */
    String receiveLot(String lot) {
        return "{\"type\":\"receive\",\"id\":\"" + id() + LINE_START + ",\"from\":\"ACME\",\"lines\":["
                + lotLine(lot, 1_000_000, "\"to\":\"A-01\"") + "," + lotLine(lot, 1_000_000, "\"to\":\"A-02\"")
                + "]}";
    }

    /** Some of a lot goes over and some comes back, line by line. */
    String moveLot(String lot, int lines) {
        var text = new StringBuilder(200 + lines * 80);
        text.append("{\"type\":\"move\",\"id\":\"")
                .append(id())
                .append(LINE_START)
                .append(",\"lines\":[");
        for (int i = 0; i < lines; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(lotLine(
                            lot,
                            1,
                            i % 2 == 0 ? "\"from\":\"A-01\",\"to\":\"A-02\"" : "\"from\":\"A-02\",\"to\":\"A-01\""));
        }
        return text.append("]}").toString();
    }

    /** A lot of a supplier with a number of its own. */
    String receiveSupplierLot(String supplierLot, int quantity) {
        return "{\"type\":\"receive\",\"id\":\"" + id() + LINE_START
                + ",\"from\":\"ACME\",\"to\":\"A-01\",\"lines\":[{\"item\":\"" + LOT_ITEM
                + "\",\"lot\":\"L-1\",\"supplierLot\":[\"" + supplierLot + "\"],\"qty\":\"" + quantity + "\"}]}";
    }

    /** {@link #LINE} serials made of as much of that lot. */
    String produce(int run) {
        return "{\"type\":\"produce\",\"id\":\"" + id() + LINE_START + ",\"run\":\"MO-" + run
                + "\",\"close\":true,\"consume\":[{\"item\":\"" + LOT_ITEM + "\",\"lot\":\"L-1\",\"qty\":\"" + LINE
                + "\",\"from\":\"A-01\"}],\"produce\":[{\"item\":\"" + ITEM + "\",\"serials\":\""
                + serial(run * LINE) + "+" + LINE + "\",\"to\":\"A-01\"}]}";
    }

    /** All serials of a run go to a customer. */
    String ship(int run, String customer) {
        return "{\"type\":\"ship\",\"id\":\"" + id() + LINE_START + ",\"from\":\"A-01\",\"to\":\"" + customer
                + "\",\"lines\":[{\"item\":\"" + ITEM + "\",\"serials\":\"" + serial(run * LINE) + "+" + LINE
                + "\"}]}";
    }

    private static String lotLine(String lot, int quantity, String places) {
        return "{\"item\":\"" + LOT_ITEM + "\",\"lot\":\"" + lot + "\",\"qty\":\"" + quantity + "\"," + places + "}";
    }
}
