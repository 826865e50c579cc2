/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several clients that work through one list of requests, each on a connection of its own and with one request under
 * way. They stop when the list is done or the time is over.
 */
final class Clients {

    private final int port;
    private final int count;
    private final long nanosMax;

    Clients(int port, int count, long secondsMax) {
        this.port = port;
        this.count = count;
        this.nanosMax = secondsMax * 1_000_000_000L;
    }

    /** What came of it; the time runs from the first request to the last answer. */
    record Run(int done, double seconds, Latencies latencies) {
        double perSecond() {
            return done / seconds;
        }
    }

    /** Looks at an answer, on the client's thread. */
    @FunctionalInterface
    interface Check {
        void see(int request, Wire.Answer answer);
    }

    Run run(List<byte[]> requests, Check check) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        List<Wire> wires = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int i = 0; i < count; i++) {
                wires.add(new Wire(port));
            }
            long start = System.nanoTime();
            List<Future<Latencies>> parts = new ArrayList<>();
            for (Wire wire : wires) {
                parts.add(threads.submit(() -> work(wire, requests, next, check, start)));
            }
            var all = new Latencies(requests.size());
            for (Future<Latencies> part : parts) {
                all.addAll(part.get());
            }
            return new Run(all.count(), (System.nanoTime() - start) / 1e9, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private Latencies work(Wire wire, List<byte[]> requests, AtomicInteger next, Check check, long start)
            throws IOException {
        var latencies = new Latencies(requests.size() / count + 16);
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            long before = System.nanoTime();
            if (before - start > nanosMax) {
                break;
            }
            Wire.Answer answer = wire.send(requests.get(i));
            latencies.add(System.nanoTime() - before);
            check.see(i, answer);
        }
        return latencies;
    }
}
