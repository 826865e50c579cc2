/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Receives many serials over HTTP, and lets the raw database write the same rows. */
final class Bulk {

    /** Serials of one request. */
    private static final int REQUEST = 100_000;

    /** Serials of one transaction of the peer: what the server gathers at the most. */
    private static final int TRANSACTION = 20_000;

    private static final long SECONDS_MAX = 1_200;

    private final Lab lab;
    private final Table rates = new Table(
            "Received over HTTP",
            "serials/s",
            "raw before / after",
            "of raw",
            "slowest 100 k",
            "fastest 100 k",
            "server CPU µs",
            "raw CPU µs",
            "RSS MiB");
    private final List<String> flatness = new ArrayList<>();
    private final Gaps gaps = new Gaps();

    Bulk(Lab lab) {
        this.lab = lab;
    }

    /** One way of sending. */
    private record Way(String title, boolean range, int clients) {}

    /** @param cpuUs processor time of the server, or of the peer, for each serial */
    private record Outcome(double perSecond, List<Double> steps, double cpuUs, long memoryMib) {
        static final Outcome NONE = new Outcome(Double.NaN, List.of(), Double.NaN, 0);
    }

    String run() throws IOException, SQLException, InterruptedException {
        List<Way> ways = List.of(
                new Way("lists, 1 client", false, 1),
                new Way("ranges, 1 client", true, 1),
                new Way("lists, 2 clients", false, 2),
                new Way("ranges, 2 clients", true, 2));
        for (Engine engine : lab.settings().engines()) {
            for (Way way : ways) {
                Lab.say("bulk: %s, %s", engine.title(), way.title());
                Outcome before = way.clients == 1 ? raw(engine, way.range) : Outcome.NONE;
                Outcome outcome = lab.serving(engine, "bulk", server -> receive(server, way));
                // The peer runs on both sides: how far the two are apart tells how steady the machine was.
                Outcome after = way.clients == 1 ? raw(engine, way.range) : Outcome.NONE;
                row(engine, way, outcome, before, after);
                Lab.say("%,.0f serials/s, raw %,.0f", outcome.perSecond, before.perSecond);
                if (way.clients == 1) {
                    flatness.add(engine.title() + ", " + way.title + ": " + thousands(outcome.steps));
                }
                gaps.atLeast(
                        "receive in bulk, durable, " + engine.title() + ", " + way.title,
                        engine == Engine.SQLITE ? 100_000 : 60_000,
                        outcome.perSecond,
                        "/s");
            }
        }
        return rates + "\nEach 100,000 as stock grows, in thousand serials a second:\n\n- "
                + String.join("\n- ", flatness) + "\n\n" + gaps;
    }

    private void row(Engine engine, Way way, Outcome outcome, Outcome before, Outcome after) {
        double raw = (before.perSecond + after.perSecond) / 2;
        rates.row(
                engine.title() + ", " + way.title,
                Table.number(outcome.perSecond),
                Double.isNaN(raw) ? "–" : Table.number(before.perSecond) + " / " + Table.number(after.perSecond),
                Double.isNaN(raw) ? "–" : Table.ratio(outcome.perSecond, raw),
                Table.number(outcome.steps.stream().mapToDouble(d -> d).min().orElse(0)),
                Table.number(outcome.steps.stream().mapToDouble(d -> d).max().orElse(0)),
                Table.number(outcome.cpuUs),
                Table.number((before.cpuUs + after.cpuUs) / 2),
                Table.number(outcome.memoryMib));
    }

    private static String thousands(List<Double> steps) {
        return steps.stream()
                .map(s -> String.format(Locale.ROOT, "%.0f", s / 1_000))
                .collect(Collectors.joining(" "));
    }

    private Outcome raw(Engine engine, boolean range) throws IOException, SQLException {
        Databases.Place place = lab.databases().create(engine);
        try (var raw = new Raw(lab.settings(), place)) {
            raw.receive(0, lab.scale().warmUp(), TRANSACTION, range);
            int serials = lab.scale().serials();
            double cpu = Server.cpuSeconds(ProcessHandle.current());
            long start = System.nanoTime();
            raw.receive(lab.scale().warmUp(), serials, TRANSACTION, range);
            double perSecond = serials / ((System.nanoTime() - start) / 1e9);
            double cpuUs = (Server.cpuSeconds(ProcessHandle.current()) - cpu) / serials * 1e6;
            return new Outcome(perSecond, List.of(), cpuUs, 0);
        } finally {
            lab.databases().drop(place);
        }
    }

    private Outcome receive(Server server, Way way) throws IOException, InterruptedException {
        var acts = new Acts();
        int warmUp = lab.scale().warmUp();
        send(server, new Clients(server.port(), 1, SECONDS_MAX), acts, 0, warmUp, way.range);
        var steps = new ArrayList<Double>();
        int serials = lab.scale().serials();
        double cpu = server.cpuSeconds();
        if (way.clients == 1) {
            double seconds = 0;
            for (int at = 0; at < serials; at += REQUEST) {
                int step = Math.min(REQUEST, serials - at);
                var one = new Clients(server.port(), 1, SECONDS_MAX);
                double took = send(server, one, acts, warmUp + at, step, way.range);
                steps.add(step / took);
                seconds += took;
            }
            return new Outcome(serials / seconds, steps, cpuUs(server, cpu, serials), server.memoryMib());
        }
        var several = new Clients(server.port(), way.clients, SECONDS_MAX);
        double seconds = send(server, several, acts, warmUp, serials, way.range);
        steps.add(serials / seconds);
        return new Outcome(serials / seconds, steps, cpuUs(server, cpu, serials), server.memoryMib());
    }

    private static double cpuUs(Server server, double before, int serials) {
        return (server.cpuSeconds() - before) / serials * 1e6;
    }

    /** Sends serials in requests of {@link #REQUEST} at the most; every line must be recorded. */
    private static double send(Server server, Clients clients, Acts acts, int first, int count, boolean range)
            throws IOException, InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (int at = 0; at < count; at += REQUEST) {
            int size = Math.min(REQUEST, count - at);
            requests.add(server.batch(acts.receipts(first + at, size, range)));
            lines.add((size + Acts.LINE - 1) / Acts.LINE);
        }
        Clients.Run run = clients.run(requests, (i, answer) -> {
            int recorded = answer.expect(200).occurrences("\"status\":201");
            if (recorded != lines.get(i)) {
                throw new IllegalStateException(recorded + " of " + lines.get(i) + " lines recorded: " + answer.text());
            }
        });
        if (run.done() != requests.size()) {
            throw new IllegalStateException("the time was over after " + run.done() + " requests");
        }
        return run.seconds();
    }

    /** Fills a book with serials for other suites. */
    static void fill(Server server, Acts acts, int serials) throws IOException, InterruptedException {
        send(server, new Clients(server.port(), 2, SECONDS_MAX), acts, 0, serials, true);
    }
}
