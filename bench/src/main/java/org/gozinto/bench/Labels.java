/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Prints ten thousand labels as one document. */
final class Labels {

    private static final int LABELS = 10_000;
    private static final int TIMES = 3;
    private static final String ITEM = "LABELLED";

    /** Of no other item: that of the common masters is taken. */
    private static final String GTIN = "09506000134369";

    private final Lab lab;
    private final Table table =
            new Table("Labels, 10,000 in one document", "s", "server's processor, s", "MB", "server's memory, MiB");
    private final Gaps gaps = new Gaps();

    Labels(Lab lab) {
        this.lab = lab;
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("label: %s", engine.title());
            lab.serving(engine, "label", server -> {
                server.master(
                        "items",
                        "{\"code\":\"%s\",\"name\":\"Battery pack\",\"tracking\":\"serial\",\"gtin\":\"%s\"}"
                                .formatted(ITEM, GTIN));
                double pdf = 0;
                for (String format : new String[] {"pdf", "zpl"}) {
                    double seconds = print(engine, server, format);
                    pdf = format.equals("pdf") ? seconds : pdf;
                }
                gaps.atMost("10,000 labels as PDF, " + engine.title(), 10, pdf, " s");
                return true;
            });
        }
        return table + "\n" + gaps;
    }

    /** The best of a few, each with numbers of its own. */
    private double print(Engine engine, Server server, String format) throws IOException {
        double best = Double.MAX_VALUE;
        double leastCpu = Double.MAX_VALUE;
        long bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] request = server.post("/api/v1/labels:print", "application/json", body(format, i));
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            try (var wire = new Wire(server.port())) {
                bytes = wire.send(request).expect(200).body().length;
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            leastCpu = Math.min(leastCpu, server.cpuSeconds() - cpu);
        }
        table.row(
                engine.title() + ", " + format,
                Table.number(best),
                Table.number(leastCpu),
                Table.number(bytes / 1e6),
                Table.number((double) server.memoryMib()));
        return best;
    }

    private static String body(String format, int time) {
        var labels = new StringBuilder();
        for (int i = 0; i < LABELS; i++) {
            labels.append(i == 0 ? "" : ",")
                    .append("{\"item\":\"" + ITEM + "\",\"expiry\":\"2027-12-31\",\"serial\":\"")
                    .append(format)
                    .append(time)
                    .append('-')
                    .append(100_000 + i)
                    .append("\"}");
        }
        return "{\"id\":\"%s\",\"template\":\"unit-50x25\",\"format\":\"%s\",\"labels\":[%s]}"
                .formatted(new UUID(0x7000L, format.hashCode() * 31L + time), format, labels);
    }
}
