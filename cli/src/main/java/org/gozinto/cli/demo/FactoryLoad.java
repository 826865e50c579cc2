/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Screen;
import org.gozinto.simulator.Act;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.ScooterTruth;
import org.gozinto.simulator.Simulation;

/** Lets the simulated factory live its year through the public API. */
final class FactoryLoad {

    private static final int ACTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Api api;
    private final Screen screen;

    FactoryLoad(Api api, Screen screen) {
        this.api = api;
        this.screen = screen;
    }

    /** Makes the masters; how many of each kind. */
    Map<Master.Kind, Integer> masters(List<Master> masters) {
        Map<Master.Kind, Integer> counts = new EnumMap<>(Master.Kind.class);
        for (Master master : masters) {
            Content body = Content.text("application/json", master.json());
            api.need(Request.postOnce("/api/v1/" + master.kind().path(), body));
            counts.merge(master.kind(), 1, Integer::sum);
        }
        return counts;
    }

    /** What the year came to. */
    record Year(int acts, Duration took, ScooterTruth truth) {
        String told() {
            return String.format(
                    Locale.ROOT,
                    "%,d acts in %.1f s (%,d a second), each one recorded for good",
                    acts,
                    took.toNanos() / 1e9,
                    perSecond());
        }

        private long perSecond() {
            return Math.round(acts / Math.max(1e-3, took.toNanos() / 1e9));
        }
    }

    /**
     * Records every act of the year, in the order in which they happened.
     *
     * @param meanwhile what others do in the book between some of the acts
     */
    Year year(ScooterMaker maker, Runnable meanwhile) {
        Simulation<ScooterTruth> life = maker.start();
        long start = System.nanoTime();
        int acts = 0;
        long waited = 0;
        StringBuilder chunk = new StringBuilder();
        while (life.hasNext()) {
            Act act = life.next();
            act.writeTo(chunk);
            chunk.append('\n');
            acts++;
            if (acts % ACTS == 0 || !life.hasNext()) {
                send(chunk.toString());
                chunk.setLength(0);
                progress(acts, start, act);
                long since = System.nanoTime();
                meanwhile.run();
                waited += System.nanoTime() - since;
            }
        }
        return new Year(acts, Duration.ofNanos(System.nanoTime() - start - waited), life.truth());
    }

    private void progress(int acts, long start, Act last) {
        double seconds = (System.nanoTime() - start) / 1e9;
        screen.progress(String.format(
                Locale.ROOT,
                "             %,d acts, %,.0f a second, it is %s",
                acts,
                acts / seconds,
                last.header().occurredAt().toString().substring(0, 10)));
    }

    private void send(String lines) {
        Content body = Content.text("application/x-ndjson", lines);
        Answer answer = api.need(Request.postOnce("/api/v1/entries:batch", body).patient(PATIENCE));
        answer.body().lines().filter(FactoryLoad::isRefused).findFirst().ifPresent(verdict -> {
            Json refused = Json.read(verdict);
            List<String> told = Answer.problemLines(refused);
            String act = lines.lines()
                    .skip(refused.number("line", 1) - 1)
                    .findFirst()
                    .orElse("");
            throw new Failure(
                            Exit.REFUSED,
                            "The ledger refused an act of the factory: " + told.getFirst(),
                            told.subList(1, told.size()).toArray(String[]::new))
                    .with(act.substring(0, Math.min(act.length(), 400)));
        });
    }

    /** Verdicts of what went in begin so; to read each as JSON would take longer than the server takes. */
    private static boolean isRefused(String verdict) {
        int at = verdict.indexOf("\"status\":");
        return !verdict.isBlank() && (at < 0 || verdict.charAt(at + "\"status\":".length()) != '2');
    }
}
