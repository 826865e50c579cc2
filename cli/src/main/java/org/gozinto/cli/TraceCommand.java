/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.CheckReport;
import org.gozinto.cli.text.TraceReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks where something went, or what is in it and where that came from. */
@Command(sortOptions = false)
final class TraceCommand extends ServerCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int UNITS = 50;
    private static final int UNITS_OF_A_PAGE = 1_000;

    @Mixin
    private QuestionChoice choice = new QuestionChoice();

    @Option(names = "--limit", paramLabel = "N", description = "Units to list, 1 to 1000. Default: 50")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "List all units")
    private boolean all;

    @Option(
            names = "--path",
            paramLabel = "UNIT",
            description = "Explain one unit of the answer, step by step: its id, or 'BIKE serial=F7'")
    private @Nullable String path;

    @Option(names = "--check", description = "Have the answer worked out again from the whole ledger, and compared")
    private boolean check;

    @Option(names = "--hash", paramLabel = "HASH", description = "The answer hash that is held, for --check")
    private @Nullable String hash;

    private final String direction;

    private TraceCommand(String direction) {
        this.direction = direction;
    }

    static CommandLine both() {
        CommandLine group = Group.of("Follow lots, serials and containers through everything that happened.", Map.of());
        group.addSubcommand("forward", command("forward", "Where it went: what was made of it, and who has that now."));
        group.addSubcommand("backward", command("backward", "What is in it, and where that came from."));
        return group;
    }

    private static CommandLine command(String direction, String description) {
        CommandLine line = new CommandLine(new TraceCommand(direction));
        line.getCommandSpec().name(direction).usageMessage().description(description);
        return line;
    }

    @Override
    Exit run() {
        if (!choice.isNamed()) {
            throw misuse("Trace what? " + QuestionChoice.SEEDS);
        }
        if (hash != null && !check) {
            throw misuse("--hash is what --check compares with.");
        }
        if (check) {
            return check();
        }
        if (path != null) {
            return explain(path);
        }
        Integer size =
                all ? Integer.valueOf(UNITS_OF_A_PAGE) : limit == null && !isJson() ? Integer.valueOf(UNITS) : limit;
        long start = System.nanoTime();
        Answer answer = api().need(ask(question("/api/v1/trace").with("limit", size)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Json trace = answer.json();
        if (all) {
            trace = whole(trace, size);
        }
        if (isJson()) {
            screen().line(all ? trace.toString() : answer.body().strip());
        } else {
            screen().lines(TraceReport.lines(trace, screen(), took));
        }
        return Exit.OK;
    }

    private Query question(String address) {
        Query query = Query.of(address);
        choice.parameters(direction).forEach(query::with);
        return query;
    }

    private Exit check() {
        Json checked = api().need(ask(question("/api/v1/trace/check").with("hash", hash)))
                .json();
        boolean same = checked.flag("same");
        if (isJson()) {
            screen().line(checked.toString());
        } else {
            screen().lines(CheckReport.lines(checked, screen()));
        }
        return same ? Exit.OK : Exit.DIFFERENCE;
    }

    private static Request ask(Query query) {
        return Request.get(query.toString()).patient(PATIENCE);
    }

    /** All pages as one answer. Later pages are asked with what the first one knew, so that nothing shifts between. */
    private Json whole(Json first, @Nullable Integer size) {
        List<Json> units = new ArrayList<>(first.list("units"));
        String next = first.text("next");
        while (next != null) {
            Json page = api().need(
                            ask(question("/api/v1/trace").with("limit", size).with("cursor", next)))
                    .json();
            if (!page.text("hash", "").equals(first.text("hash", ""))) {
                throw new Failure(
                        Exit.REFUSED,
                        "The ledger grew while the pages were read, and the answer is another one now.",
                        "Ask again with --known-at " + seq(first) + ".");
            }
            units.addAll(page.list("units"));
            next = page.text("next");
        }
        Json.Fields whole = new Json.Fields(new LinkedHashMap<>(((Json.Fields) first).members()));
        whole.members().remove("next");
        return whole.with("units", new Json.Array(units));
    }

    private static String seq(Json trace) {
        Json knownAt = trace.at("knownAt");
        return knownAt == null ? "SEQ" : knownAt.text("seq", "SEQ");
    }

    private Exit explain(String unit) {
        String id = unit.matches("[0-9]+") ? unit : idOf(LineText.unit(unit));
        Answer answer = api().need(ask(question("/api/v1/trace/path").with("unit", id)));
        if (isJson()) {
            raw(answer);
            return Exit.OK;
        }
        List<String> lines = TraceReport.path(answer.json());
        screen().lines(lines);
        if (lines.isEmpty()) {
            screen().aside("No path: " + unit + " is not in the answer.");
            return Exit.NOT_FOUND;
        }
        return Exit.OK;
    }

    private String idOf(Json unit) {
        Json found = api().need(Request.get(Query.of("/api/v1/units")
                        .with("item", unit.text("item"))
                        .with("lot", unit.text("lot"))
                        .with("serial", unit.text("serial"))
                        .toString()))
                .json();
        if (found.list("items").isEmpty()) {
            throw new Failure(Exit.NOT_FOUND, "There is no unit " + unit.text("item") + " of that number.");
        }
        return found.list("items").getFirst().text("id", "");
    }
}
