/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of a load has lost nothing that it acknowledged. */
class CrashTest {

    private static final int TIMES = Integer.getInteger("gozinto.test.crashes", 10);
    private static final int CLIENTS = 8;
    private static final int LOAD_MIN = 150;

    @TempDir
    Path data;

    /** What was acknowledged: the act as it was sent, and its answer. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void keepsEveryAcknowledgedEntryThroughTenKills() throws Exception {
        try (var first = ServerProcess.start(data)) {
            first.ready().makeMasters();
            killUnderLoad(first);
        }
        for (int time = 1; time < TIMES; time++) {
            try (var server = ServerProcess.start(data)) {
                server.ready();
                assertNothingIsLost(server);
                killUnderLoad(server);
            }
        }
        try (var last = ServerProcess.start(data)) {
            last.ready();
            assertNothingIsLost(last);
            assertThat(acknowledged).hasSizeGreaterThan(TIMES * LOAD_MIN);
        }
    }

    private void killUnderLoad(ServerProcess server) throws Exception {
        int before = acknowledged.size();
        var stopped = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> load(server, stopped)));
            }
            long giveUp = System.nanoTime() + 30_000_000_000L;
            while (acknowledged.size() < before + LOAD_MIN && System.nanoTime() < giveUp) {
                LockSupport.parkNanos(1_000_000);
            }
            server.kill();
            stopped.set(true);
            for (Future<?> client : running) {
                client.get();
            }
        }
        assertThat(acknowledged.size()).as(server.log()).isGreaterThanOrEqualTo(before + LOAD_MIN);
    }

    private void load(ServerProcess server, AtomicBoolean stopped) {
        while (!stopped.get()) {
            String id = UUID.randomUUID().toString();
            String act = "{\"type\":\"receive\",\"id\":\"" + id + "\",\"from\":\"ACME\",\"to\":\"A\",\"lines\":["
                    + "{\"item\":\"CAR\",\"serials\":[\"" + id
                    + "\"]},{\"item\":\"MIX\",\"lot\":\"L1\",\"qty\":\"0.5\"}]}";
            try {
                var answer = server.post("/api/v1/entries", act);
                if (answer.statusCode() == 201) {
                    acknowledged.put(act, answer.body());
                }
            } catch (IOException e) {
                // Killed meanwhile: this one was not acknowledged, and may be there or not.
                return;
            }
        }
    }

    /** Each act is sent again: had it been lost it would be recorded now (201) and not be known (200). */
    private void assertNothingIsLost(ServerProcess server) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> checks = new ArrayList<>();
            acknowledged.forEach((act, answer) -> checks.add(clients.submit(() -> {
                var again = server.post("/api/v1/entries", act);
                assertThat(again.statusCode()).as(act).isEqualTo(200);
                assertThat(again.body()).isEqualTo(answer);
                return null;
            })));
            for (Future<?> check : checks) {
                check.get();
            }
        }
        assertThat(server.post("/api/v1/verify", "").body()).contains("\"ok\":true");
    }
}
