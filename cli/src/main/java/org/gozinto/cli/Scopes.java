/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.ScopeReport;
import org.gozinto.cli.text.TraceReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes answers of traces, asks them again and compares. */
final class Scopes {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String PATH = "/api/v1/scopes";

    private Scopes() {}

    static CommandLine group() {
        CommandLine group = Group.of("Freeze the answer of a trace, ask it again, and see what changed.", Map.of());
        group.addSubcommand(new Freeze());
        group.addSubcommand(new Listing());
        group.addSubcommand(new Show());
        group.addSubcommand(new Evaluate());
        group.addSubcommand(new Diff());
        return group;
    }

    private static String path(String id) {
        return PATH + "/" + Query.segment(id);
    }

    @Command(name = "freeze", description = "Freeze the answer as it is known now.", sortOptions = false)
    static final class Freeze extends ServerCommand {

        @Mixin
        private QuestionChoice choice = new QuestionChoice();

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is called")
        private String name = "";

        @Option(names = "--backward", description = "What is in it, and not where it went")
        private boolean backward;

        @Option(names = "--id", paramLabel = "ID", description = "Its id, to send it once. Default: a new one")
        private @Nullable String id;

        @Override
        Exit run() {
            if (!choice.isNamed()) {
                throw misuse("Freeze the answer about what? " + QuestionChoice.SEEDS);
            }
            Json.Fields question = new Json.Fields();
            choice.parameters(backward ? "backward" : "forward").forEach((parameter, value) -> {
                if (value instanceof Boolean flag) {
                    question.with(parameter, new Json.Flag(flag));
                } else if (value != null) {
                    question.with(parameter, value.toString());
                }
            });
            String used = id == null ? ids().next() : id;
            Json scope = new Json.Fields().with("id", used).with("name", name).with("question", question);
            Answer answer = send(scope, used);
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(ScopeReport.frozen(answer.json(), answer.status() == 200, screen()));
            }
            return Exit.OK;
        }

        private Answer send(Json scope, String used) {
            try {
                return api().need(Request.postOnce(PATH, Content.json(scope)).patient(PATIENCE));
            } catch (Failure failure) {
                if (failure.exit() != Exit.UNREACHABLE) {
                    throw failure;
                }
                throw failure.with(
                        "The id of this scope is " + used + ".",
                        "The same command with --id " + used + " freezes it once, however often it is sent.");
            }
        }
    }

    @Command(name = "list", description = "List them, newest first.")
    static final class Listing extends ServerCommand {

        @Option(names = "--limit", paramLabel = "N", description = "Rows at the most, 1 to 1000. Default: 100")
        private @Nullable Integer limit;

        @Override
        Exit run() {
            Answer answer =
                    api().need(Request.get(Query.of(PATH).with("limit", limit).toString()));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            List<Json> scopes = answer.json().list("items");
            screen().lines(ScopeReport.list(scopes));
            if (scopes.isEmpty()) {
                screen().aside("None.");
            } else if (answer.json().text("nextCursor") != null) {
                screen().aside("There are more: --limit N lists more of them.");
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "show",
            description = "Show one with its versions, or all that a version says.",
            sortOptions = false)
    static final class Show extends ServerCommand {

        private static final int UNITS = 50;

        @Parameters(paramLabel = "ID", description = "The scope")
        private String id = "";

        @Option(names = "--version", paramLabel = "N", description = "The answer of this version, with its units")
        private @Nullable Long version;

        @Option(names = "--limit", paramLabel = "N", description = "Units to list, 1 to 1000. Default: 50")
        private @Nullable Integer limit;

        @Override
        Exit run() {
            if (version != null) {
                return answer(path(id) + "/versions/" + version);
            }
            Answer answer = api().need(Request.get(path(id)));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(ScopeReport.scope(answer.json(), screen()));
            }
            return Exit.OK;
        }

        private Exit answer(String path) {
            long start = System.nanoTime();
            Answer answer = api().need(Request.get(path));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            Json units = api().need(Request.get(Query.of(path + "/units")
                            .with("limit", limit == null ? UNITS : limit)
                            .toString()))
                    .json();
            Json.Fields told = (Json.Fields) answer.json();
            Json head = told.get("head");
            if (head != null) {
                told.with("complete", head.get("complete"));
                told.with("knownAt", new Json.Fields().with("seq", head.text("seq")));
            }
            told.with("units", new Json.Array(new ArrayList<>(units.list("items"))));
            if (units.text("nextCursor") != null) {
                told.with("next", units.text("nextCursor"));
            }
            screen().lines(TraceReport.lines(told, screen(), Duration.ofNanos(System.nanoTime() - start)));
            return Exit.OK;
        }
    }

    @Command(name = "evaluate", description = "Ask its question again, with all that is known now.")
    static final class Evaluate extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The scope")
        private String id = "";

        @Override
        Exit run() {
            // Sent twice it finds the second time what the first has added.
            Answer answer = api().need(Request.postOnce(path(id) + ":evaluate", Content.json(new Json.Fields()))
                    .patient(PATIENCE));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(ScopeReport.evaluated(answer.json(), screen()));
            }
            return Exit.OK;
        }
    }

    @Command(
            name = "diff",
            description = "What differs between two versions, and because of which entries.",
            sortOptions = false)
    static final class Diff extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The scope")
        private String id = "";

        @Option(names = "--from", paramLabel = "N", description = "The earlier version. Default: the one before")
        private @Nullable Long from;

        @Option(names = "--to", paramLabel = "N", description = "The later version. Default: the last")
        private @Nullable Long to;

        @Option(names = "--limit", paramLabel = "N", description = "Units to list, 1 to 1000. Default: 100")
        private @Nullable Integer limit;

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(Query.of(path(id) + "/diff")
                            .with("from", from)
                            .with("to", to)
                            .with("limit", limit)
                            .toString())
                    .patient(PATIENCE));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            screen().lines(ScopeReport.diff(answer.json(), screen()));
            if (answer.json().text("nextCursor") != null) {
                screen().aside("There are more units: --limit N lists more of them.");
            }
            return Exit.OK;
        }
    }
}
