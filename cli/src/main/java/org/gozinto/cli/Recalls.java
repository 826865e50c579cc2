/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.RecallReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows recalls, runs drills, and fetches the papers of a case. */
final class Recalls {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String PATH = "/api/v1/recalls";

    private Recalls() {}

    static CommandLine group() {
        CommandLine group = Group.of("Show recalls, run a mock recall, fetch the papers of a case.", Map.of());
        group.addSubcommand(new Listing());
        group.addSubcommand(new Show());
        group.addSubcommand(new Drill());
        group.addSubcommand(new Papers());
        group.addSubcommand(new Check());
        return group;
    }

    private static String path(String number) {
        return PATH + "/" + Query.segment(number);
    }

    @Command(name = "list", description = "List cases, newest first.", sortOptions = false)
    static final class Listing extends ServerCommand {

        @Option(names = "--state", paramLabel = "STATE", description = "all, open or closed. Default: all")
        private @Nullable String state;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "recall, marketWithdrawal, stockRecovery, or mock for drills")
        private @Nullable String kind;

        @Option(names = "--limit", paramLabel = "N", description = "Rows at the most, 1 to 1000. Default: 100")
        private @Nullable Integer limit;

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(Query.of(PATH)
                    .with("state", state)
                    .with("kind", kind)
                    .with("limit", limit)
                    .toString()));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            List<Json> cases = answer.json().list("items");
            screen().lines(RecallReport.list(cases));
            if (cases.isEmpty()) {
                screen().aside("None.");
            } else if (answer.json().text("nextCursor") != null) {
                screen().aside("There are more: --limit N lists more of them.");
            }
            return Exit.OK;
        }
    }

    @Command(name = "show", description = "Show how a case stands.")
    static final class Show extends ServerCommand {

        @Parameters(paramLabel = "NUMBER", description = "The case, such as R-2026-001")
        private String number = "";

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(path(number)).patient(PATIENCE));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(RecallReport.of(answer.json(), screen()));
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "drill",
            description = "Run a mock recall: all that a recall does, timed, without any effect.",
            sortOptions = false)
    static final class Drill extends ServerCommand {

        @Mixin
        private QuestionChoice choice = new QuestionChoice();

        @Option(names = "--title", paramLabel = "TEXT", required = true, description = "What it is called")
        private String title = "";

        @Option(names = "--id", paramLabel = "ID", description = "Its id, to run it once. Default: a new one")
        private @Nullable String id;

        @Override
        Exit run() {
            if (!choice.isNamed()) {
                throw misuse("A drill about what? " + QuestionChoice.SEEDS);
            }
            Json.Fields question = new Json.Fields();
            choice.parameters("forward").forEach((parameter, value) -> {
                if (value instanceof Boolean flag) {
                    question.with(parameter, new Json.Flag(flag));
                } else if (value != null) {
                    question.with(parameter, value.toString());
                }
            });
            String used = id == null ? ids().next() : id;
            Json drill = new Json.Fields().with("id", used).with("title", title).with("question", question);
            Answer answer = send(drill, used);
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(RecallReport.drill(answer.json(), answer.status() == 200, screen()));
            }
            return Exit.OK;
        }

        private Answer send(Json drill, String used) {
            try {
                return api().need(Request.postOnce("/api/v1/drills", Content.json(drill))
                        .patient(PATIENCE));
            } catch (Failure failure) {
                if (failure.exit() != Exit.UNREACHABLE) {
                    throw failure;
                }
                throw failure.with(
                        "The id of this drill is " + used + ".",
                        "The same command with --id " + used + " runs it once, however often it is sent.");
            }
        }
    }

    @Command(
            name = "papers",
            description = "List the papers of a case and what is missing in each, or fetch one.",
            sortOptions = false)
    static final class Papers extends ServerCommand {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "The case, such as R-2026-001")
        private String number = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "PAPER", description = "The name of a paper")
        private @Nullable String paper;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "One of those of the paper. Default: its first")
        private @Nullable String format;

        @Option(names = "--lang", paramLabel = "LANG", description = "en or de. Default: en")
        private @Nullable String lang;

        @Option(names = "--draft", description = "Also when it is not complete; what is missing is marked")
        private boolean draft;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Where the paper goes")
        private @Nullable Path output;

        @Override
        Exit run() {
            if ((paper == null) != (output == null)) {
                throw misuse(
                        paper == null ? "Which paper goes to the file?" : "Say where the paper goes: --output FILE.");
            }
            if (paper == null || output == null) {
                return listed();
            }
            save(
                    Request.get(Query.of(path(number) + "/papers/" + Query.segment(paper))
                                    .with("format", format)
                                    .with("lang", lang)
                                    .with("draft", draft ? "true" : null)
                                    .toString())
                            .patient(PATIENCE),
                    output);
            screen().aside("Written to " + output + ".");
            return Exit.OK;
        }

        private Exit listed() {
            Answer answer = api().need(Request.get(Query.of(path(number) + "/papers")
                            .with("lang", lang)
                            .toString())
                    .patient(PATIENCE));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(RecallReport.papers(answer.json(), screen()));
            }
            return Exit.OK;
        }

        /** Nothing is left of a paper that was refused or broke. */
        private void save(Request request, Path to) {
            Path part = to.resolveSibling(to.getFileName() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    api().save(request, out);
                }
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new Failure(Exit.LOCAL, "Cannot write " + to + ": " + e.getMessage() + ".");
            } finally {
                part.toFile().delete();
            }
        }
    }

    @Command(name = "check", description = "Ask as the public does whether a number is in a recall.")
    static final class Check extends ServerCommand {

        @Parameters(paramLabel = "CODE", description = "What stands on the product, as it was scanned or typed")
        private String code = "";

        @Override
        Exit run() {
            show(api().need(Request.get(
                    Query.of("/check/api").with("code", code).toString())));
            return Exit.OK;
        }
    }
}
