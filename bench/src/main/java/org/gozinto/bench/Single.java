/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One act a request: every second one moves one serial, the others receive one. */
final class Single {

    private static final long SECONDS_MAX = 40;
    private static final int CLIENTS = 64;

    private final Lab lab;
    private final Table table =
            new Table("Single acts, durable", "acts/s", "p50 ms", "p99 ms", "p99.9 ms", "of raw", "CPU µs each");
    private final Gaps gaps = new Gaps();

    Single(Lab lab) {
        this.lab = lab;
    }

    private record Outcome(Clients.Run alone, Clients.Run many, double cpuUs) {}

    private record Peer(Clients.Run run, double cpuUs) {}

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("single: %s", engine.title());
            Peer whole = raw(engine, true);
            Clients.Run raw = whole.run;
            Peer row = raw(engine, false);
            Outcome outcome = lab.serving(engine, "single", this::acts);
            Peer after = raw(engine, true);
            double peer = (raw.perSecond() + after.run.perSecond()) / 2;
            row(engine.title() + ", 64 clients over HTTP", outcome.many, peer, outcome.cpuUs);
            row(engine.title() + ", 1 client over HTTP", outcome.alone, peer, Double.NaN);
            row(engine.title() + ", raw before: same writes, one transaction each", raw, Double.NaN, whole.cpuUs);
            row(engine.title() + ", raw after: the same", after.run, Double.NaN, after.cpuUs);
            row(engine.title() + ", raw: one bare row, one transaction each", row.run, Double.NaN, row.cpuUs);
            Lab.say(
                    "%,.0f acts/s, p99 %.1f ms, raw %,.0f",
                    outcome.many.perSecond(), outcome.many.latencies().ms(0.99), raw.perSecond());
            gaps.atLeast("single acts, 64 clients, " + engine.title(), 5_000, outcome.many.perSecond(), "/s");
            gaps.atMost(
                    "p99 of single acts, 64 clients, " + engine.title(),
                    25,
                    outcome.many.latencies().ms(0.99),
                    " ms");
        }
        return table + "\n" + gaps;
    }

    private void row(String title, Clients.Run run, double raw, double cpuUs) {
        table.row(
                title,
                Table.number(run.perSecond()),
                Table.number(run.latencies().ms(0.5)),
                Table.number(run.latencies().ms(0.99)),
                Table.number(run.latencies().ms(0.999)),
                Double.isNaN(raw) ? "–" : Table.ratio(run.perSecond(), raw),
                Table.number(cpuUs));
    }

    private Outcome acts(Server server) throws IOException, InterruptedException {
        int count = lab.scale().acts();
        int warmUp = count / 3;
        int alone = count / 20;
        int all = count + warmUp + alone;
        var acts = new Acts();
        Bulk.fill(server, acts, all);
        List<byte[]> requests = new ArrayList<>(all);
        for (int i = 0; i < all; i++) {
            requests.add(server.entry(i % 2 == 0 ? acts.receive(all + i, 1, false) : acts.move(i)));
        }
        var many = new Clients(server.port(), CLIENTS, SECONDS_MAX);
        Clients.Check recorded = (i, answer) -> answer.expect(201);
        many.run(requests.subList(0, warmUp), recorded);
        double cpu = server.cpuSeconds();
        Clients.Run ran = many.run(requests.subList(warmUp, warmUp + count), recorded);
        double cpuUs = (server.cpuSeconds() - cpu) / ran.done() * 1e6;
        Clients.Run one =
                new Clients(server.port(), 1, SECONDS_MAX).run(requests.subList(warmUp + count, all), recorded);
        return new Outcome(one, ran, cpuUs);
    }

    /** One connection, one transaction for each act. */
    private Peer raw(Engine engine, boolean whole) throws IOException, SQLException {
        int count = lab.scale().acts() / 4;
        Databases.Place place = lab.databases().create(engine);
        try (var raw = new Raw(lab.settings(), place)) {
            raw.receive(0, count + 2_000, 10_000, true);
            for (int i = 1; i <= 1_000; i++) {
                if (whole) {
                    raw.act(i, i);
                } else {
                    raw.row();
                }
            }
            var latencies = new Latencies(count);
            double cpu = Server.cpuSeconds(ProcessHandle.current());
            long start = System.nanoTime();
            for (int i = 1_001; i <= 1_000 + count; i++) {
                long before = System.nanoTime();
                if (whole) {
                    raw.act(i, i);
                } else {
                    raw.row();
                }
                latencies.add(System.nanoTime() - before);
            }
            var run = new Clients.Run(count, (System.nanoTime() - start) / 1e9, latencies);
            return new Peer(run, (Server.cpuSeconds(ProcessHandle.current()) - cpu) / count * 1e6);
        } finally {
            lab.databases().drop(place);
        }
    }
}
