/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param etag the version of a master record, for a later change
 */
public record Answer(int status, String body, @Nullable String etag) {

    /** Done as asked. */
    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** This answer, or a failure that tells the problem. */
    public Answer orFail() {
        if (!isOk()) {
            throw failure();
        }
        return this;
    }

    /** The body as JSON. */
    public Json json() {
        try {
            return body.isBlank() ? new Json.Fields() : Json.read(body);
        } catch (JsonException e) {
            throw new Failure(
                    Exit.SERVER_FAILED,
                    "The answer (HTTP " + status + ") is not JSON: " + e.getMessage(),
                    "Is it a Gozinto server? It began with: " + beginning());
        }
    }

    /** The problem that was answered, as a failure. */
    public Failure failure() {
        Exit exit = status < 400 ? Exit.SERVER_FAILED : Exit.ofStatus(status);
        try {
            Json problem = Json.read(body);
            if (problem.get("title") != null) {
                return Failure.ofProblem(exit, problemLines(problem), body.strip());
            }
        } catch (JsonException e) {
            // Not from Gozinto: a proxy, or another program on that port. Said below.
        }
        return new Failure(exit, "The server answered HTTP " + status + ".", beginning());
    }

    /** The lines in which a problem document is told: the title first. */
    public static List<String> problemLines(Json problem) {
        List<String> lines = new ArrayList<>();
        lines.add(problem.text("title", "Refused") + " (" + problem.text("code", "HTTP") + ", "
                + problem.text("status", "?") + ")");
        String detail = problem.text("detail");
        if (detail != null) {
            lines.add(detail);
        }
        List<Json> faults = problem.list("errors").isEmpty() ? problem.list("faults") : problem.list("errors");
        for (Json fault : faults) {
            String pointer = fault.text("pointer", "");
            lines.add((pointer.isEmpty() ? "" : pointer + ": ") + fault.text("detail", ""));
            String expected = fault.text("expected");
            if (expected != null) {
                lines.add("  expected: " + expected);
            }
            String action = fault.text("action");
            if (action != null) {
                lines.add("  what to do: " + action);
            }
        }
        return lines;
    }

    private String beginning() {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "(no text)" : line.substring(0, Math.min(200, line.length()));
    }
}
