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
    private UnitChoice choice = new UnitChoice();

    @Option(
            names = "--supplier-lot",
            paramLabel = "NUMBER",
            description = "The supplier's own number instead of our lot")
    private @Nullable String supplierLot;

    @Option(names = "--container", paramLabel = "CODE", description = "What is or was in this container instead")
    private @Nullable String container;

    @Option(names = "--issuer", paramLabel = "PARTNER", description = "Whose number it is, where several have it")
    private @Nullable String issuer;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As things stood then: an instant, or the end of a day")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "SEQ|TIME", description = "With what had been recorded by then")
    private @Nullable String knownAt;

    @Option(names = "--hosts", paramLabel = "now|asBuilt|ever", description = "Which hosts count. Default: now")
    private @Nullable String hosts;

    @Option(names = "--contents", paramLabel = "now|ever", description = "Which contents of a container. Default: ever")
    private @Nullable String contents;

    @Option(names = "--place", paramLabel = "PLACE", description = "Only what came to this place")
    private @Nullable String place;

    @Option(names = "--document", paramLabel = "DOCUMENT", description = "Only what came by this document")
    private @Nullable String document;

    @Option(names = "--amounts", description = "How much of the seed is in each unit")
    private boolean amounts;

    @Option(
            names = "--stop",
            paramLabel = "nowhere|shipment",
            description = "Where to stop following. Default: nowhere")
    private @Nullable String stop;

    @Option(names = "--limit", paramLabel = "N", description = "Units to list, 1 to 1000. Default: 50")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "List all units")
    private boolean all;

    @Option(
            names = "--path",
            paramLabel = "UNIT",
            description = "Explain one unit of the answer, step by step: its id, or 'BIKE serial=F7'")
    private @Nullable String path;

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
        if (choice.lot == null && choice.serial == null && container == null && supplierLot == null) {
            throw misuse(
                    "Trace what? ITEM --lot LOT, ITEM --serial SERIAL, --supplier-lot NUMBER or --container CODE.");
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
        return Query.of(address)
                .with("direction", direction)
                .with("item", choice.item)
                .with("lot", choice.lot)
                .with("serial", choice.serial)
                .with("supplierLot", supplierLot)
                .with("container", container)
                .with("issuer", issuer)
                .with("asOf", asOf)
                .with("knownAt", knownAt)
                .with("hosts", hosts)
                .with("contents", contents)
                .with("place", place)
                .with("document", document)
                .with("amounts", amounts ? Boolean.TRUE : null)
                .with("stop", stop);
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
