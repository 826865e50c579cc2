/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.ledger.Outcome;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One {@code entries:batch} request: reads acts line by line, hands them to the writer in portions, and writes one
 * verdict for each line.
 *
 * <p>While the writer records one portion the next is read, so that parsing and writing overlap. Not safe for several
 * threads.
 */
final class BatchRequest {

    /** Acts of an all-or-nothing request at the most, since they are one transaction. */
    static final int ATOMIC_ACTS_MAX = 100_000;

    /** Units that a portion touches, roughly. */
    private static final int PORTION_WEIGHT = 8_000;

    private final Movements movements;
    private final JsonMapper json;
    private final Actor actor;
    private final boolean atomic;
    private final List<BatchLine> portion = new ArrayList<>();
    private @Nullable Portion writing;
    private int weight;
    private long acts;

    /** A portion that the writer works on. */
    private record Portion(List<BatchLine> lines, java.util.concurrent.Future<List<Outcome>> outcomes) {}

    BatchRequest(Movements movements, JsonMapper json, Actor actor, boolean atomic) {
        this.movements = movements;
        this.json = json;
        this.actor = actor;
        this.atomic = atomic;
    }

    void run(InputStream in, OutputStream out) throws IOException {
        var verdicts = new BufferedOutputStream(out, 1 << 16);
        try (var lines = new NdjsonLines(in, BatchLine.BYTES_MAX);
                var submitting = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            NdjsonLines.Line line;
            while ((line = lines.next()) != null) {
                if (!line.isBlank()) {
                    add(BatchLine.read(line, movements, json, actor));
                    if (!atomic && weight >= PORTION_WEIGHT) {
                        hand(submitting, verdicts);
                    }
                }
            }
            hand(submitting, verdicts);
            finish(verdicts);
        }
        verdicts.flush();
    }

    private void add(BatchLine waiting) {
        portion.add(waiting);
        acts++;
        weight += waiting.weight();
        if (atomic && acts > ATOMIC_ACTS_MAX) {
            throw Refusal.of(
                            "too-many-acts",
                            "Too many acts for all or nothing",
                            "More than " + ATOMIC_ACTS_MAX + " acts cannot be one transaction. Nothing was recorded.")
                    .status(413)
                    .asException();
        }
    }

    /** Gives the portion to the writer, after the verdicts of the one before. */
    private void hand(java.util.concurrent.ExecutorService submitting, OutputStream verdicts) throws IOException {
        List<BatchLine> lines = List.copyOf(portion);
        portion.clear();
        weight = 0;
        finish(verdicts);
        if (!lines.isEmpty()) {
            var prepared = lines.stream().map(BatchLine::act).toList();
            writing = new Portion(lines, submitting.submit(() -> movements.submit(prepared, atomic)));
        }
    }

    private void finish(OutputStream verdicts) throws IOException {
        Portion portionDone = writing;
        if (portionDone == null) {
            return;
        }
        writing = null;
        List<Outcome> outcomes = get(portionDone);
        for (int i = 0; i < outcomes.size(); i++) {
            verdicts.write(verdict(portionDone.lines().get(i), outcomes.get(i)).getBytes(StandardCharsets.UTF_8));
            verdicts.write('\n');
        }
    }

    private static List<Outcome> get(Portion portion) {
        try {
            return portion.outcomes().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while recording", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String verdict(BatchLine waiting, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> done(waiting, 201, recorded.answer());
            case Outcome.Repeated repeated -> done(waiting, 200, repeated.answer());
            case Outcome.Refused refused -> waiting.refused(refused.refusal());
        };
    }

    /** The stored answer is an object; the line and status are put before its members. */
    private static String done(BatchLine waiting, int status, String answer) {
        return "{\"line\":" + waiting.line() + ",\"status\":" + status + "," + answer.substring(1);
    }
}
