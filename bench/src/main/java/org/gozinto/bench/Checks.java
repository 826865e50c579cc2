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
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The public asks whether numbers are recalled, at a rate that does not wait for answers, while goods are received. A
 * fifth of what it types is nothing.
 */
final class Checks {

    private static final int PER_SECOND = 5_000;
    private static final int CLIENTS = 32;
    private static final int GARBAGE_PERCENT = 20;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SERIALS_A_RECEIPT = 100;

    /** One address asks for everybody here, so the throttle of a single one must not bite. */
    private static final List<String> SETTINGS =
            List.of("--gozinto.check.per-address=100000000", "--gozinto.check.per-network=100000000");

    private final Lab lab;
    private final Table table = new Table(
            "Public checks while receiving",
            "asked/s",
            "answered/s",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "received/s",
            "server CPU s/s");
    private final Gaps gaps = new Gaps();

    Checks(Lab lab) {
        this.lab = lab;
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("check: %s", engine.title());
            new Lab(lab.settings().withServerOptions(SETTINGS), lab.databases()).serving(engine, "check", server -> {
                var acts = new Acts();
                Bulk.fill(server, acts, lab.scale().serials());
                ask(engine, server, acts);
                return true;
            });
        }
        return table + "\n" + gaps;
    }

    private void ask(Engine engine, Server server, Acts acts) throws IOException, InterruptedException {
        paced(server, requests(server, WARM_UP_SECONDS));
        var end = new AtomicBoolean();
        var received = new AtomicInteger();
        try (ExecutorService receiving = Executors.newSingleThreadExecutor()) {
            Future<?> receipts = receiving.submit(() -> {
                receive(server, acts, received, end);
                return null;
            });
            List<byte[]> requests = requests(server, seconds());
            double cpu = server.cpuSeconds();
            Clients.Run run;
            try {
                run = paced(server, requests);
            } finally {
                // Else a check that failed would leave the receiving alone, and nobody would hear of it.
                end.set(true);
            }
            double used = server.cpuSeconds() - cpu;
            receipts.get();
            table.row(
                    engine.title(),
                    Table.number((long) PER_SECOND),
                    Table.number(run.perSecond()),
                    Table.number(run.latencies().ms(0.5)),
                    Table.number(run.latencies().ms(0.99)),
                    Table.number(run.latencies().ms(0.999)),
                    Table.number(received.get() / run.seconds()),
                    Table.number(used / run.seconds()));
            gaps.atMost(
                    "public checks, " + Table.number((long) PER_SECOND) + "/s, p99, " + engine.title(),
                    50,
                    run.latencies().ms(0.99),
                    " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("receiving failed", e.getCause());
        }
    }

    private int seconds() {
        return Math.max(5, lab.scale().lookups() / 500);
    }

    private void receive(Server server, Acts acts, AtomicInteger received, AtomicBoolean end) throws IOException {
        int next = lab.scale().serials();
        try (var wire = new Wire(server.port())) {
            while (!end.get()) {
                wire.send(server.entry(acts.receive(next, SERIALS_A_RECEIPT, false)))
                        .expect(201);
                next += SERIALS_A_RECEIPT;
                received.addAndGet(SERIALS_A_RECEIPT);
            }
        }
    }

    private List<byte[]> requests(Server server, int seconds) {
        var random = new Random(11);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            String code = random.nextInt(100) < GARBAGE_PERCENT
                    ? garbage(random)
                    : "(01)" + Acts.GTIN + "(21)"
                            + Acts.serial(random.nextInt(lab.scale().serials()));
            requests.add(server.get("/check/api?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
        }
        return requests;
    }

    private static String garbage(Random random) {
        var text = new StringBuilder();
        for (int length = 1 + random.nextInt(40); length > 0; length--) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    /**
     * Sends each request at its time. An answer that is late makes the next ones late too, and that counts: a time is
     * taken from when the request was due, not from when it was sent.
     */
    private static Clients.Run paced(Server server, List<byte[]> requests) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            long start = System.nanoTime();
            List<Future<Latencies>> parts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                parts.add(threads.submit(() -> work(server, requests, next, start)));
            }
            var all = new Latencies(requests.size());
            for (Future<Latencies> part : parts) {
                all.addAll(part.get());
            }
            return new Clients.Run(all.count(), (System.nanoTime() - start) / 1e9, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    private static Latencies work(Server server, List<byte[]> requests, AtomicInteger next, long start)
            throws IOException {
        var latencies = new Latencies(requests.size() / CLIENTS + 16);
        try (var wire = new Wire(server.port())) {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                long due = start + i * 1_000_000_000L / PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                Wire.Answer answer = wire.send(requests.get(i)).expect(200);
                latencies.add(System.nanoTime() - due);
                if (answer.occurrences("\"answer\":") != 1) {
                    throw new IllegalStateException("no answer: " + answer.text());
                }
            }
        }
        return latencies;
    }
}
