/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.json.JsonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends many acts, one JSON object on a line, and prints a verdict for each. */
@Command(name = "batch", description = "Record many acts: one JSON object on a line (NDJSON), a verdict for each.")
final class BatchCommand extends ServerCommand {

    private static final int LINES = 5_000;
    private static final int CHARACTERS = 8 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input")
    private String file = "";

    @Option(names = "--atomic", description = "Record nothing unless every line can be recorded")
    private boolean atomic;

    /** One line with its number in the file, from 1. */
    private record Line(long number, String text) {}

    private long read;
    private int sent;
    private int refused;
    private int before;

    @Override
    Exit run() {
        Api api = api();
        ClientIds ids = ids();
        try (BufferedReader reader = surroundings().open(file)) {
            List<Line> chunk = chunk(reader, ids);
            while (!chunk.isEmpty()) {
                send(api, chunk, reader, ids);
                screen().progress(sent + " lines");
                chunk = chunk(reader, ids);
            }
        } catch (IOException e) {
            throw Surroundings.unreadable(file, e);
        }
        if (!isJson()) {
            String already = before == 0 ? "" : ", " + before + " were recorded before";
            String nothing = atomic && refused > 0 ? "; nothing was recorded" : "";
            screen().progressDone(sent + " lines: " + (sent - refused) + " good" + already + ", " + refused + " refused"
                    + nothing);
        }
        return refused == 0 ? Exit.OK : Exit.REFUSED;
    }

    /** The next lines to send together; with --atomic all of them. A line without an id gets one here. */
    private List<Line> chunk(BufferedReader reader, ClientIds ids) throws IOException {
        List<Line> lines = new ArrayList<>();
        int characters = 0;
        while (atomic || (lines.size() < LINES && characters < CHARACTERS)) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            read++;
            if (!line.isBlank()) {
                lines.add(new Line(read, identified(line, ids)));
                characters += line.length();
            }
        }
        return lines;
    }

    private static String identified(String line, ClientIds ids) {
        if (line.contains("\"id\"")) {
            return line;
        }
        try {
            return Json.read(line) instanceof Json.Fields act && act.get("id") == null
                    ? act.with("id", ids.next()).toString()
                    : line;
        } catch (JsonException e) {
            // The server says so in the verdict of this line.
            return line;
        }
    }

    private void send(Api api, List<Line> lines, BufferedReader rest, ClientIds ids) throws IOException {
        String path = "/api/v1/entries:batch" + (atomic ? "?atomic=true" : "");
        String body = String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
        Request request = Request.postOnce(path, Content.text("application/x-ndjson", body))
                .patient(PATIENCE);
        Answer answer;
        try {
            answer = api.send(request);
        } catch (Failure failure) {
            throw failure.exit() == Exit.UNREACHABLE ? kept(failure, lines, rest, ids) : failure;
        }
        if (!answer.isOk() && !answer.body().lines().findFirst().orElse("").contains("\"line\"")) {
            throw answer.failure();
        }
        answer.body().lines().filter(line -> !line.isBlank()).forEach(line -> verdict(line, lines));
        sent += lines.size();
    }

    private void verdict(String text, List<Line> lines) {
        Json read = Json.read(text);
        if (!(read instanceof Json.Fields verdict)) {
            throw new Failure(Exit.SERVER_FAILED, "A verdict is not an object: " + text);
        }
        int index = Math.clamp(verdict.number("line", 1), 1, lines.size()) - 1;
        long line = lines.get(index).number();
        long status = verdict.number("status", 0);
        if (isJson()) {
            screen().line(verdict.with("line", new Json.Digits(Long.toString(line)))
                    .toString());
        }
        if (status == 200) {
            before++;
        } else if (status >= 300) {
            refused++;
            if (!isJson()) {
                List<String> told = Answer.problemLines(verdict);
                screen().line("line " + line + ": " + told.getFirst());
                told.stream().skip(1).forEach(more -> screen().line("  " + more));
            }
        }
    }

    /** Keeps what was not answered, with the ids that it was sent under, so that it can be sent again safely. */
    private Failure kept(Failure failure, List<Line> lines, BufferedReader rest, ClientIds ids) throws IOException {
        Path path = Files.createTempFile("gozinto-batch-", ".ndjson");
        try (var out = Files.newBufferedWriter(path)) {
            for (Line line : lines) {
                out.write(line.text() + "\n");
            }
            String more = rest.readLine();
            while (more != null) {
                out.write(more.isBlank() ? "" : identified(more, ids) + "\n");
                more = rest.readLine();
            }
        }
        return failure.with(
                sent + " lines were answered before. The others are kept with their ids in " + path + ":",
                "gozinto batch" + (atomic ? " --atomic " : " ") + path + " records each of them once.");
    }
}
