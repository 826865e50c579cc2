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
import org.gozinto.ledger.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * One {@code entries:batch?dryRun=true} request. All of it is read and judged before the first verdict goes out, since
 * each act is judged on what those before it would have done.
 */
final class DryBatch {

    private final Movements movements;
    private final JsonMapper json;
    private final Actor actor;
    private final boolean atomic;

    DryBatch(Movements movements, JsonMapper json, Actor actor, boolean atomic) {
        this.movements = movements;
        this.json = json;
        this.actor = actor;
        this.atomic = atomic;
    }

    void run(InputStream in, OutputStream out) throws IOException {
        List<BatchLine> lines = read(in);
        var answers = movements.preview(lines.stream().map(BatchLine::act).toList(), atomic);
        var verdicts = new BufferedOutputStream(out, 1 << 16);
        for (int i = 0; i < answers.size(); i++) {
            verdicts.write(verdict(lines.get(i), answers.get(i)).getBytes(StandardCharsets.UTF_8));
            verdicts.write('\n');
        }
        verdicts.flush();
    }

    private List<BatchLine> read(InputStream in) throws IOException {
        List<BatchLine> read = new ArrayList<>();
        long weight = 0;
        try (var lines = new NdjsonLines(in, BatchLine.BYTES_MAX)) {
            NdjsonLines.Line line;
            while ((line = lines.next()) != null) {
                if (!line.isBlank()) {
                    var next = BatchLine.read(line, movements, json, actor);
                    read.add(next);
                    weight += next.weight();
                    refuseTooMuch(read.size(), weight);
                }
            }
        }
        return read;
    }

    private static void refuseTooMuch(int acts, long weight) {
        if (acts > DryRun.ACTS_MAX || acts > 1 && weight > DryRun.WEIGHT_MAX) {
            throw Refusal.of(
                            "too-many-acts",
                            "Too many acts for a dry run",
                            "More than " + DryRun.ACTS_MAX + " acts, or acts on more than " + DryRun.WEIGHT_MAX
                                    + " units, cannot be tried together. Nothing was tried.")
                    .status(413)
                    .at(
                            "",
                            "at most " + DryRun.ACTS_MAX + " acts on " + DryRun.WEIGHT_MAX + " units",
                            "Try fewer at a time, or record them: each line stands alone.")
                    .asException();
        }
    }

    private String verdict(BatchLine line, DryRun.Answer answer) {
        return switch (answer) {
            case DryRun.Answer.Refused refused -> line.refused(refused.refusal());
            case DryRun.Answer.Possible possible ->
                "{\"line\":" + line.line() + ",\"status\":200,"
                        + json.writeValueAsString(possible.view()).substring(1);
        };
    }
}
