/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import org.gozinto.cli.text.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lot and serial numbers: how they are made, and which are reserved, used or void. */
final class NumberCommands {

    private static final String NUMBERS = "/api/v1/numbers";

    private NumberCommands() {}

    static CommandLine group() {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("template", new Template());
        commands.put("preview", new Preview());
        commands.put("take", new Take());
        commands.put("adopt", new Adopt());
        commands.put("list", new Listing());
        commands.put("blocks", new Blocks());
        commands.put("void", new VoidNumbers());
        commands.put("report", new Report());
        return Group.of("Lot and serial numbers: templates, reserving, voiding, reports.", commands);
    }

    private static String numbering(String item) {
        return "/api/v1/items/" + Query.segment(item) + "/numbering";
    }

    /** Lot or serial. */
    static final class Kind {

        @Option(names = "--lot", description = "Numbers of lots. Default: of serials")
        private boolean lot;

        String word() {
            return lot ? "lot" : "serial";
        }
    }

    /** How the numbers of a template are made. */
    static final class RuleChoice {

        @Option(
                names = "--reset",
                paramLabel = "WHEN",
                description = "When the counter begins again: never, year, weekYear, month, week or day")
        private @Nullable String reset;

        @Option(
                names = "--per",
                paramLabel = "WHAT",
                split = ",",
                description = "What has a counter of its own: line,shift,site. Default: what is in the template")
        private @Nullable List<String> per;

        @Option(names = "--length-max", paramLabel = "N", description = "Characters at the most. Default: 20")
        private @Nullable Integer lengthMax;

        Json.Fields with(Json.Fields rule) {
            rule.with("reset", reset);
            if (per != null) {
                rule.with("per", Json.texts(per));
            }
            return rule.with("lengthMax", lengthMax == null ? null : new Json.Digits(lengthMax.toString()));
        }
    }

    /** Which counter: a line, a shift and a site have one each where they stand in the template. */
    static final class Counter {

        @Option(names = "--line", paramLabel = "LINE", description = "The line")
        private @Nullable String line;

        @Option(names = "--shift", paramLabel = "SHIFT", description = "The shift")
        private @Nullable String shift;

        @Option(names = "--site", paramLabel = "PLACE", description = "The site; its time zone says what day it is")
        private @Nullable String site;

        Json.Fields with(Json.Fields fields) {
            return fields.with("line", line).with("shift", shift).with("site", site);
        }

        Query with(Query query) {
            return query.with("line", line).with("shift", shift).with("site", site);
        }
    }

    /** What is filled into a template. */
    static final class Where {

        @Mixin
        private Counter counter = new Counter();

        @Option(names = "--on", paramLabel = "DAY", description = "The day: 2026-12-01. Default: today")
        private @Nullable String on;

        Json.Fields with(Json.Fields fields) {
            return counter.with(fields).with("on", on);
        }
    }

    @Command(
            name = "template",
            description = "Show how an item numbers its lots and serials, or give it another template.",
            sortOptions = false)
    private static final class Template extends ServerCommand {

        @Parameters(paramLabel = "ITEM", description = "The item")
        private String item = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "TEMPLATE", description = "The new one: {YY}{DDD}-{n:3}")
        private @Nullable String template;

        @Mixin
        private Kind kind = new Kind();

        @Mixin
        private RuleChoice rule = new RuleChoice();

        @Option(names = "--none", description = "Take the template away")
        private boolean none;

        @Override
        Exit run() {
            if (template != null && none) {
                throw misuse("A template, or --none.");
            }
            Answer kept = api().need(Request.get(numbering(item)));
            if (template == null && !none) {
                show(kept);
                return Exit.OK;
            }
            Json.Fields body = (Json.Fields) kept.json();
            body.members().remove("warnings");
            if (none) {
                body.members().remove(kind.word());
            } else {
                body.with(kind.word(), rule.with(new Json.Fields().with("template", template)));
            }
            // The version that was read goes along, so that nobody's change in between is lost.
            show(api().need(Request.put(numbering(item), body)));
            return Exit.OK;
        }
    }

    @Command(
            name = "preview",
            description = "Try a template: samples, how many numbers there are, and whether one would come again.",
            sortOptions = false)
    private static final class Preview extends ServerCommand {

        @Parameters(paramLabel = "TEMPLATE", description = "The template: {YY}{DDD}-{line}-{n:3}")
        private String template = "";

        @Mixin
        private Kind kind = new Kind();

        @Mixin
        private RuleChoice rule = new RuleChoice();

        @Mixin
        private Where where = new Where();

        @Option(names = "--item", paramLabel = "ITEM", description = "The item whose code is filled in")
        private @Nullable String item;

        @Option(names = "--count", paramLabel = "N", description = "Samples, 0 to 100. Default: 3")
        private @Nullable Integer count;

        @Override
        Exit run() {
            Json.Fields body = where.with(rule.with(new Json.Fields()
                    .with("template", template)
                    .with("kind", kind.word())
                    .with("item", item)
                    .with("count", count == null ? null : new Json.Digits(count.toString()))));
            Answer answer = api().need(Request.post("/api/v1/numbering:preview", body));
            Json told = answer.json();
            boolean bad = !told.list("faults").isEmpty() || told.text("repeatsOn") != null;
            if (isJson()) {
                raw(answer);
            } else {
                tell(told);
            }
            return bad ? Exit.REFUSED : Exit.OK;
        }

        private void tell(Json told) {
            told.list("samples").forEach(sample -> screen().line(sample.plain()));
            if (told.text("capacity") != null) {
                screen().line("Numbers: " + told.text("capacity", ""));
            }
            for (Json fault : told.list("faults")) {
                String position = fault.text("position");
                screen().aside(screen().bad("Fault: ") + fault.text("detail", ""));
                if (position != null) {
                    screen().aside("  " + template);
                    screen().aside("  " + " ".repeat(Integer.parseInt(position)) + "^");
                }
            }
            if (told.text("repeatsOn") != null) {
                screen().aside(screen().bad("Repeats: ") + "a number of " + told.text("repeatsFrom", "?")
                        + " would come again on " + told.text("repeatsOn", "?") + ": " + told.text("repeatsWhy", "")
                        + ".");
            }
            told.list("warnings").forEach(warning -> screen().aside(warning.plain()));
        }
    }

    /** Sends a request with its id; when the answer did not come, tells how to ask for it again. */
    private static Answer once(ServerCommand command, String path, Json.Fields body) {
        try {
            return command.api().need(Request.postOnce(path, Content.json(body)));
        } catch (Failure failure) {
            if (failure.exit() != Exit.UNREACHABLE) {
                throw failure;
            }
            String id = body.text("id", "");
            throw failure.with(
                    "The id of this request is " + id + ".",
                    "The same command with --id " + id + " does it once, however often it is sent.");
        }
    }

    private static void tellNumbers(ServerCommand command, Answer answer) {
        if (command.isJson()) {
            command.raw(answer);
            return;
        }
        answer.json().list("numbers").forEach(number -> command.screen().line(number.plain()));
        command.screen()
                .aside(answer.json().text("count", "?") + " numbers, block "
                        + answer.json().text("block", "?")
                        + (answer.status() == 200 ? ", reserved before by the same request" : ""));
    }

    @Command(name = "take", description = "Reserve numbers by the item's template.", sortOptions = false)
    private static final class Take extends ServerCommand {

        @Parameters(paramLabel = "ITEM", description = "The item")
        private String item = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "COUNT", description = "How many. Default: 1")
        private int count = 1;

        @Mixin
        private Kind kind = new Kind();

        @Mixin
        private Where where = new Where();

        @Option(names = "--for-lot", paramLabel = "LOT", description = "The lot that the serials are meant for")
        private @Nullable String lot;

        @Option(names = "--id", paramLabel = "ID", description = "Its id, to send it once. Default: a new one")
        private @Nullable String id;

        @Override
        Exit run() {
            Json.Fields body = where.with(new Json.Fields()
                    .with("id", id == null ? ids().next() : id)
                    .with("item", item)
                    .with("kind", kind.word())
                    .with("count", new Json.Digits(String.valueOf(count)))
                    .with("lot", lot));
            tellNumbers(this, once(this, NUMBERS, body));
            return Exit.OK;
        }
    }

    @Command(name = "adopt", description = "Take over numbers of a supplier.", sortOptions = false)
    private static final class Adopt extends ServerCommand {

        @Parameters(paramLabel = "ITEM", description = "The item")
        private String item = "";

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "RANGE",
                description = "A0001-A1000, A1+500, or a number")
        private List<String> ranges = new ArrayList<>();

        @Option(names = "--supplier", paramLabel = "PARTNER", required = true, description = "Whose numbers they are")
        private String supplier = "";

        @Mixin
        private Kind kind = new Kind();

        @Option(names = "--id", paramLabel = "ID", description = "Its id, to send it once. Default: a new one")
        private @Nullable String id;

        @Override
        Exit run() {
            Json.Fields body = new Json.Fields()
                    .with("id", id == null ? ids().next() : id)
                    .with("item", item)
                    .with("kind", kind.word())
                    .with("supplier", supplier)
                    .with("ranges", Json.texts(ranges));
            tellNumbers(this, once(this, NUMBERS + ":adopt", body));
            return Exit.OK;
        }
    }

    @Command(name = "void", description = "Void reserved or printed numbers.", sortOptions = false)
    private static final class VoidNumbers extends ServerCommand {

        @Parameters(paramLabel = "ITEM", description = "The item")
        private String item = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NUMBER", description = "Numbers or ranges: B001-B003")
        private List<String> numbers = new ArrayList<>();

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why")
        private String reason = "";

        @Option(names = "--supplier", paramLabel = "PARTNER", description = "Whose numbers they are. Default: ours")
        private @Nullable String supplier;

        @Mixin
        private Kind kind = new Kind();

        @Option(names = "--id", paramLabel = "ID", description = "Its id, to send it once. Default: a new one")
        private @Nullable String id;

        @Override
        Exit run() {
            Json.Fields body = new Json.Fields()
                    .with("id", id == null ? ids().next() : id)
                    .with("item", item)
                    .with("kind", kind.word())
                    .with("supplier", supplier)
                    .with("numbers", Json.texts(numbers))
                    .with("reason", reason);
            Answer answer = once(this, NUMBERS + ":void", body);
            if (isJson()) {
                raw(answer);
            } else {
                screen().line(answer.json().text("count", "?") + " numbers are void.");
            }
            return Exit.OK;
        }
    }

    @Command(name = "list", description = "List reserved numbers with their states.", sortOptions = false)
    private static final class Listing extends ServerCommand {

        @Parameters(arity = "0..1", paramLabel = "ITEM", description = "The item")
        private @Nullable String item;

        @Mixin
        private Kind kind = new Kind();

        @Option(names = "--block", paramLabel = "ID", description = "The numbers of this block, in its order")
        private @Nullable String block;

        @Option(names = "--state", paramLabel = "STATE", description = "reserved, printed, commissioned or void")
        private @Nullable String state;

        @Option(names = "--prefix", paramLabel = "TEXT", description = "How they begin")
        private @Nullable String prefix;

        @Option(names = "--limit", paramLabel = "N", description = "Rows at the most, 1 to 1000. Default: 100")
        private @Nullable Integer limit;

        @Option(names = "--cursor", paramLabel = "TEXT", description = "What follows the list before")
        private @Nullable String cursor;

        @Override
        Exit run() {
            if ((item == null) == (block == null)) {
                throw misuse("Of which item, or of which --block?");
            }
            Answer answer = api().need(Request.get(Query.of(NUMBERS)
                    .with("item", item)
                    .with("kind", item == null ? null : kind.word())
                    .with("block", block)
                    .with("state", state)
                    .with("prefix", prefix)
                    .with("limit", limit)
                    .with("cursor", cursor)
                    .toString()));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            Table table = new Table("number", "state", "reason");
            for (Json number : answer.json().list("items")) {
                table.row(number.text("number", ""), number.text("state", ""), number.text("reason", ""));
            }
            tell(this, table, answer.json());
            return Exit.OK;
        }
    }

    @Command(name = "blocks", description = "List blocks of numbers, newest first.", sortOptions = false)
    private static final class Blocks extends ServerCommand {

        @Parameters(arity = "0..1", paramLabel = "ITEM", description = "Only of this item")
        private @Nullable String item;

        @Option(names = "--limit", paramLabel = "N", description = "Rows at the most, 1 to 1000. Default: 100")
        private @Nullable Integer limit;

        @Option(names = "--cursor", paramLabel = "TEXT", description = "What follows the list before")
        private @Nullable String cursor;

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(Query.of("/api/v1/number-blocks")
                    .with("item", item)
                    .with("limit", limit)
                    .with("cursor", cursor)
                    .toString()));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            Table table =
                    new Table("block", "item", "kind", "first", "last", "reserved", "printed", "commissioned", "void");
            for (Json block : answer.json().list("items")) {
                table.row(
                        block.text("block", ""),
                        block.text("item", ""),
                        block.text("kind", ""),
                        block.text("first", ""),
                        block.text("last", ""),
                        block.text("reserved", ""),
                        block.text("printed", ""),
                        block.text("commissioned", ""),
                        block.text("void", ""));
            }
            tell(this, table, answer.json());
            return Exit.OK;
        }
    }

    private static void tell(ServerCommand command, Table table, Json page) {
        command.screen().lines(table.lines(""));
        if (table.isEmpty()) {
            command.screen().aside("None.");
        } else if (page.text("nextCursor") != null) {
            command.screen().aside("There are more: --cursor " + page.text("nextCursor", ""));
        }
    }

    @Command(
            name = "report",
            description = "How far the numbers of an item reach, and which were passed over.",
            sortOptions = false)
    private static final class Report extends ServerCommand {

        @Parameters(paramLabel = "ITEM", description = "The item")
        private String item = "";

        @Mixin
        private Kind kind = new Kind();

        @Mixin
        private Counter counter = new Counter();

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(
                    counter.with(Query.of(numbering(item) + "/report").with("kind", kind.word()))
                            .toString()));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            Json.Fields told = (Json.Fields) answer.json();
            List<Json> gaps = told.list("gaps");
            boolean complete = !"false".equals(told.text("complete"));
            told.members().remove("gaps");
            told.members().remove("complete");
            screen().lines(Outline.of(told));
            Table table = new Table("passed over", "to", "numbers", "state");
            for (Json gap : gaps) {
                table.row(gap.text("from", ""), gap.text("to", ""), gap.text("count", ""), gap.text("state", ""));
            }
            screen().lines(table.lines(""));
            if (!complete) {
                screen().aside("There are more gaps than are named here.");
            }
            return Exit.OK;
        }
    }
}
