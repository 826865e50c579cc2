/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A lot that moved very much: between two bins, in acts of some lines. */
final class MovedLot {

    static final String NUMBER = "R-1";

    /** Movements of one act, and acts of one request. */
    private static final int LINES = 20;

    private static final int ACTS = 1_000;
    private static final long SECONDS_MAX = 1_200;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");

    private MovedLot() {}

    /** Makes the lot over HTTP; the answer is its id. */
    static String make(Server server, Acts acts, int movements) throws IOException, InterruptedException {
        server.master(
                "items",
                "{\"code\":\"" + Acts.LOT_ITEM + "\",\"name\":\"Resin\",\"tracking\":\"lot\",\"unit\":\"KGM\"}");
        long start = System.nanoTime();
        int sent = 0;
        try (var wire = new Wire(server.port())) {
            wire.send(server.entry(acts.receiveLot(NUMBER))).expect(201);
            while (sent < movements) {
                var text = new StringBuilder();
                int inRequest = Math.min(ACTS, (movements - sent + LINES - 1) / LINES);
                for (int i = 0; i < inRequest; i++) {
                    text.append(acts.moveLot(NUMBER, LINES)).append('\n');
                }
                Wire.Answer answer = wire.send(server.batch(text.toString())).expect(200);
                if (answer.occurrences("\"status\":201") != inRequest) {
                    throw new IllegalStateException("not recorded: " + answer.text());
                }
                sent += inRequest * LINES;
            }
            Lab.say("%,d movements of a lot at %,.0f/s", sent, sent / ((System.nanoTime() - start) / 1e9));
            String units = wire.send(server.get("/api/v1/units?view=short&item=" + Acts.LOT_ITEM + "&lot=" + NUMBER))
                    .expect(200)
                    .text();
            List<String> ids = new ArrayList<>();
            ID.matcher(units).results().forEach(found -> ids.add(found.group(1)));
            if (ids.size() != 1) {
                throw new IllegalStateException("not one lot: " + units);
            }
            return ids.getFirst();
        }
    }
}
