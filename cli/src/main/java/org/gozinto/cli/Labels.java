/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.gozinto.cli.text.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints labels, and shows what was printed. */
final class Labels {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final List<String> TEMPLATES = List.of("code", "about", "widthMm", "heightMm", "symbols", "name");
    private static final List<String> SHEETS = List.of("code", "columns", "rows", "name");
    private static final List<String> PRINTERS = List.of("code", "host", "port", "dpi", "name");
    private static final List<String> PRINTS =
            List.of("print", "at", "by", "template", "format", "printer", "labels", "state", "reason");

    private Labels() {}

    static CommandLine group() {
        CommandLine group = Group.of("Print labels of units, cases, pallets and places.", Map.of());
        group.addSubcommand("templates", listing("templates", "/api/v1/label-templates", TEMPLATES));
        group.addSubcommand("sheets", listing("sheets", "/api/v1/label-sheets", SHEETS));
        group.addSubcommand(new Print());
        group.addSubcommand(new Log());
        group.addSubcommand("printers", listing("printers", "/api/v1/printers", PRINTERS));
        group.addSubcommand(new KeepPrinter());
        return group;
    }

    private static CommandLine listing(String name, String path, List<String> columns) {
        CommandLine line = new CommandLine(new Listing(path, columns));
        line.getCommandSpec().usageMessage().description("List the " + name + ".");
        return line;
    }

    private static Table table(List<String> columns, List<Json> rows) {
        Table table = new Table(columns.toArray(String[]::new));
        rows.forEach(row -> table.row(columns.stream().map(c -> cell(row, c)).toArray(String[]::new)));
        return table;
    }

    private static String cell(Json row, String column) {
        Json value = row.get(column);
        if (value == null) {
            return "";
        }
        return value instanceof Json.Array array
                ? String.join(", ", array.items().stream().map(Json::plain).toList())
                : value.plain();
    }

    /** A list that is short. */
    @Command
    static final class Listing extends ServerCommand {
        private final String path;
        private final List<String> columns;

        Listing(String path, List<String> columns) {
            this.path = path;
            this.columns = columns;
        }

        @Override
        Exit run() {
            Answer answer = api().need(Request.get(path));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(table(columns, answer.json().list("items")).lines(""));
            }
            return Exit.OK;
        }
    }

    @Command(name = "print", description = "Print labels into a file, or on a printer.", sortOptions = false)
    static final class Print extends ServerCommand {

        @Parameters(paramLabel = "TEMPLATE", description = "The code of a template")
        private String template = "";

        @Option(names = "--item", paramLabel = "ITEM", description = "What the label is for")
        private @Nullable String item;

        @Option(names = "--lot", paramLabel = "LOT", description = "Its lot")
        private @Nullable String lot;

        @Option(names = "--serial", paramLabel = "SERIAL", description = "A serial; more give a label each")
        private List<String> serials = new ArrayList<>();

        @Option(names = "--container", paramLabel = "CODE", description = "A container; more give a label each")
        private List<String> containers = new ArrayList<>();

        @Option(names = "--place", paramLabel = "PLACE", description = "A place; more give a label each")
        private List<String> places = new ArrayList<>();

        @Option(names = "--block", paramLabel = "ID", description = "All numbers of a block that are not void")
        private @Nullable String block;

        @Option(names = "--qty", paramLabel = "QTY", description = "How much it holds")
        private @Nullable String qty;

        @Option(names = "--expiry", paramLabel = "DAY", description = "In place of what the ledger knows")
        private @Nullable String expiry;

        @Option(names = "--value", paramLabel = "NAME=TEXT", description = "Another text of the template")
        private Map<String, String> values = new LinkedHashMap<>();

        @Option(
                names = {"-f", "--file"},
                paramLabel = "FILE",
                description = "The labels as a JSON array (- for stdin)")
        private @Nullable String file;

        @Option(names = "--format", paramLabel = "FORMAT", description = "pdf, zpl, svg or png. Default: pdf")
        private @Nullable String format;

        @Option(names = "--dpi", paramLabel = "DPI", description = "203, 300 or 600")
        private @Nullable Integer dpi;

        @Option(names = "--sheet", paramLabel = "SHEET", description = "Lay a pdf out on a page of labels")
        private @Nullable String sheet;

        @Option(names = "--start", paramLabel = "N", description = "The first free label of the page")
        private @Nullable Integer start;

        @Option(names = "--copies", paramLabel = "N", description = "Of each label")
        private @Nullable Integer copies;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why there is to be another label")
        private @Nullable String reason;

        @Option(names = "--printer", paramLabel = "PRINTER", description = "The code of a printer")
        private @Nullable String printer;

        @Option(names = "--id", paramLabel = "UUID", description = "Of the print; the same one again repeats it")
        private @Nullable String id;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Where the document goes")
        private @Nullable Path output;

        @Override
        Exit run() {
            if ((output == null) == (printer == null)) {
                throw misuse("Say where to: --output FILE or --printer PRINTER, and not both.");
            }
            Json.Fields body = new Json.Fields()
                    .with("id", id == null ? ids().next() : id)
                    .with("template", template)
                    .with("format", format)
                    .with("sheet", sheet)
                    .with("reason", reason)
                    .with("printer", printer)
                    .with("block", block);
            number(body, "dpi", dpi);
            number(body, "start", start);
            number(body, "copies", copies);
            if (block == null) {
                body.with("labels", file == null ? new Json.Array(labels()) : readJson(file));
            }
            Request request =
                    Request.postOnce("/api/v1/labels:print", Content.json(body)).patient(PATIENCE);
            if (output == null) {
                show(api().need(request));
                return Exit.OK;
            }
            save(request, output);
            screen().aside("Written to " + output + ".");
            return Exit.OK;
        }

        /** Nothing is left of a document that was refused or broke. */
        private void save(Request request, Path to) {
            Path part = to.resolveSibling(to.getFileName() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    api().save(request, out);
                }
                Files.move(part, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new Failure(Exit.LOCAL, "Cannot write " + to + ": " + e.getMessage() + ".");
            } finally {
                part.toFile().delete();
            }
        }

        private static void number(Json.Fields body, String name, @Nullable Integer value) {
            if (value != null) {
                body.with(name, new Json.Digits(String.valueOf(value)));
            }
        }

        private List<Json> labels() {
            List<Json> labels = new ArrayList<>();
            serials.forEach(serial -> labels.add(label("serial", serial)));
            containers.forEach(container -> labels.add(label("container", container)));
            places.forEach(place -> labels.add(label("place", place)));
            if (labels.isEmpty()) {
                if (item == null) {
                    throw misuse("Say what the label is for: --item, --container, --place, --block or --file.");
                }
                labels.add(label("item", item));
            }
            return labels;
        }

        private Json label(String name, String value) {
            Json.Fields label = new Json.Fields()
                    .with("item", item)
                    .with("lot", lot)
                    .with("qty", qty)
                    .with("expiry", expiry)
                    .with(name, value);
            if (!values.isEmpty()) {
                Json.Fields own = new Json.Fields();
                values.forEach(own::with);
                label.with("values", own);
            }
            return label;
        }
    }

    @Command(name = "log", description = "What was printed, newest first; or one print with its labels.")
    static final class Log extends ServerCommand {

        @Parameters(arity = "0..1", paramLabel = "PRINT", description = "The id of a print")
        private @Nullable String print;

        @Option(names = "--item", paramLabel = "ITEM", description = "Only labels of this item")
        private @Nullable String item;

        @Option(names = "--unit", paramLabel = "ID", description = "Only labels of this unit")
        private @Nullable String unit;

        @Option(names = "--limit", paramLabel = "N", description = "Rows at the most. Default: 100")
        private @Nullable Integer limit;

        @Override
        Exit run() {
            if (print != null) {
                show(api().need(Request.get("/api/v1/prints/" + Query.segment(print))));
                return Exit.OK;
            }
            Answer answer = api().need(Request.get(Query.of("/api/v1/prints")
                    .with("item", item)
                    .with("unit", unit)
                    .with("limit", limit)
                    .toString()));
            if (isJson()) {
                raw(answer);
            } else {
                screen().lines(table(PRINTS, answer.json().list("items")).lines(""));
            }
            return Exit.OK;
        }
    }

    @Command(name = "printer", description = "Keep a printer, or take one away.")
    static final class KeepPrinter extends ServerCommand {

        @Parameters(paramLabel = "CODE", description = "Its code")
        private String code = "";

        @Option(names = "--host", paramLabel = "HOST", description = "Its name or address in the network")
        private @Nullable String host;

        @Option(names = "--port", paramLabel = "PORT", description = "Default: 9100")
        private @Nullable Integer port;

        @Option(names = "--dpi", paramLabel = "DPI", description = "203, 300 or 600. Default: 203")
        private @Nullable Integer dpi;

        @Option(names = "--name", paramLabel = "TEXT", description = "Its name")
        private @Nullable String name;

        @Option(names = "--remove", description = "Take it away")
        private boolean remove;

        @Override
        Exit run() {
            String path = "/api/v1/printers/" + Query.segment(code);
            if (remove) {
                api().need(Request.delete(path));
                screen().aside("Gone.");
                return Exit.OK;
            }
            Json.Fields body =
                    new Json.Fields().with("code", code).with("host", host).with("name", name);
            Print.number(body, "port", port);
            Print.number(body, "dpi", dpi);
            show(api().need(Request.put(path, body)));
            return Exit.OK;
        }
    }
}
