/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Asks for serials, typed and scanned, in a book that has many. */
final class Lookups {

    private static final long SECONDS_MAX = 40;
    private static final int[] CLIENTS = {1, 8};

    private final Lab lab;
    private final Table table = new Table("Lookup by serial", "requests/s", "p50 ms", "p99 ms", "p99.9 ms");
    private final Gaps gaps = new Gaps();

    Lookups(Lab lab) {
        this.lab = lab;
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("lookup: %s", engine.title());
            lab.serving(engine, "lookup", server -> {
                Bulk.fill(server, new Acts(), lab.scale().serials());
                ask(engine, server);
                return true;
            });
            row(engine.title() + ", raw: unit by its number, 1 connection", raw(engine));
        }
        return table + "\n" + gaps;
    }

    private void ask(Engine engine, Server server) throws IOException, InterruptedException {
        List<byte[]> plain = requests(server, serial -> serial);
        List<byte[]> scanned = requests(server, serial -> "(01)" + Acts.GTIN + "(21)" + serial);
        List<byte[]> inverted = requests(server, serial -> serial.toLowerCase(Locale.ROOT));
        Clients.Check found = (i, answer) -> {
            if (answer.expect(200).occurrences("\"match\":\"serial\"") != 1) {
                throw new IllegalStateException("not found: " + answer.text());
            }
        };
        int warmUp = plain.size() / 4;
        new Clients(server.port(), 8, SECONDS_MAX).run(plain.subList(0, warmUp), found);
        new Clients(server.port(), 8, SECONDS_MAX).run(scanned.subList(0, warmUp), found);
        new Clients(server.port(), 8, SECONDS_MAX).run(inverted.subList(0, warmUp), found);
        double worst = 0;
        for (int clients : CLIENTS) {
            var several = new Clients(server.port(), clients, SECONDS_MAX);
            String with = clients == 1 ? ", 1 client" : ", " + clients + " clients";
            Clients.Run typed = several.run(plain.subList(warmUp, plain.size()), found);
            Clients.Run read = several.run(scanned.subList(warmUp, scanned.size()), found);
            row(engine.title() + ", plain serial" + with, typed);
            Clients.Run caps = several.run(inverted.subList(warmUp, inverted.size()), found);
            row(engine.title() + ", GS1 element string" + with, read);
            row(engine.title() + ", serial typed with Caps Lock" + with, caps);
            Lab.say("%d clients: %,.0f/s and %,.0f/s", clients, typed.perSecond(), read.perSecond());
            for (Clients.Run run : List.of(typed, read, caps)) {
                worst = Math.max(worst, run.latencies().ms(0.99));
            }
        }
        String book = Table.number((long) lab.scale().serials()) + " serials";
        gaps.atMost(
                "scan → answer, p99, worst row, here " + book + " (target: 10,000,000), " + engine.title(),
                20,
                worst,
                " ms");
    }

    private List<byte[]> requests(Server server, UnaryOperator<String> scanned) {
        var random = new Random(7);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < lab.scale().lookups() * 5 / 4; i++) {
            String code = scanned.apply(Acts.serial(random.nextInt(lab.scale().serials())));
            requests.add(server.get("/api/v1/lookup?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
        }
        return requests;
    }

    private Clients.Run raw(Engine engine) throws IOException, SQLException {
        Databases.Place place = lab.databases().create(engine);
        try (var raw = new Raw(lab.settings(), place)) {
            raw.receive(0, lab.scale().serials(), 20_000, true);
            var random = new Random(7);
            int count = lab.scale().lookups();
            var latencies = new Latencies(count);
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                if (!raw.find(Acts.serial(random.nextInt(lab.scale().serials())))) {
                    throw new IllegalStateException("not found");
                }
                latencies.add(System.nanoTime() - before);
            }
            return new Clients.Run(count, (System.nanoTime() - start) / 1e9, latencies);
        } finally {
            lab.databases().drop(place);
        }
    }

    private void row(String title, Clients.Run run) {
        table.row(
                title,
                Table.number(run.perSecond()),
                Table.number(run.latencies().ms(0.5)),
                Table.number(run.latencies().ms(0.99)),
                Table.number(run.latencies().ms(0.999)));
    }
}
