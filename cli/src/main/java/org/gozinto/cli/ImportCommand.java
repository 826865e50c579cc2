/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes documents in that others made. */
@Command(
        name = "import",
        description = "Take in EPCIS documents (1.2 XML, 2.0 JSON-LD). The same one again changes nothing.")
final class ImportCommand extends ServerCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String XML = "application/xml";
    private static final String JSON = "application/ld+json";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files")
    private List<String> files = List.of();

    @Override
    Exit run() {
        Exit worst = Exit.OK;
        for (String file : files) {
            Answer answer = api().need(
                            Request.postOnce("/api/v1/imports", content(file)).patient(PATIENCE));
            if (isJson()) {
                raw(answer);
            }
            if (!told(file, answer.json())) {
                worst = Exit.REFUSED;
            }
        }
        return worst;
    }

    /** Whether every event went in. */
    private boolean told(String file, Json result) {
        List<Json> verdicts = result.list("verdicts").isEmpty() ? result.list("events") : result.list("verdicts");
        List<Json> bad = verdicts.stream()
                .filter(verdict -> verdict.number("status", 200) >= 300)
                .toList();
        if (isJson()) {
            return bad.isEmpty();
        }
        screen().line(file + ": " + (verdicts.size() - bad.size()) + " of " + verdicts.size()
                + " events are in the ledger");
        if (result instanceof Json.Fields object) {
            Json.Fields rest = new Json.Fields();
            object.members().forEach(rest::with);
            rest.members().remove("verdicts");
            rest.members().remove("events");
            Outline.of(rest).forEach(line -> screen().line("  " + line));
        }
        for (Json verdict : bad) {
            List<String> lines = Answer.problemLines(verdict);
            String number = verdict.text("event", verdict.text("line", "?"));
            screen().line("  event " + number + ": " + lines.getFirst());
            lines.stream().skip(1).forEach(line -> screen().line("    " + line));
        }
        return bad.isEmpty();
    }

    private Content content(String file) {
        try {
            if (file.equals("-")) {
                byte[] bytes = surroundings().in().readAllBytes();
                String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8);
                return new Content.OfBytes(type(file, start), bytes);
            }
            Path path = Path.of(file);
            try (InputStream in = Files.newInputStream(path)) {
                String start = new String(in.readNBytes(200), StandardCharsets.UTF_8);
                return new Content.OfFile(type(file, start), path, Files.size(path));
            }
        } catch (IOException | InvalidPathException e) {
            throw Surroundings.unreadable(file, e);
        }
    }

    /** By what it begins with, and where that says nothing by its name. */
    private static String type(String file, String start) {
        String text = start.replace("\uFEFF", "").stripLeading();
        if (text.startsWith("<")) {
            return XML;
        }
        if (text.startsWith("{")) {
            return JSON;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return XML;
        }
        if (name.endsWith(".json") || name.endsWith(".jsonld")) {
            return JSON;
        }
        throw new Failure(
                Exit.USAGE,
                file + " is neither XML nor JSON.",
                "expected: an EPCIS 1.2 document in XML, or an EPCIS 2.0 document in JSON-LD");
    }
}
