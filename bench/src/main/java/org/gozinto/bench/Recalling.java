/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recall in a large book: from a supplier's lot to a scope that is frozen, stock that is stopped and the list of who
 * has it, over HTTP. All serials of the book are made of one lot, half of them are sold.
 */
final class Recalling {

    private static final String SUPPLIER_LOT = "X-4711";
    private static final int CUSTOMERS = 200;

    /** Acts of one request. */
    private static final int ACTS = 50;

    /** Cases of a row, each decided once; the first of all counts apart, because nothing is warm for it. */
    private static final int CASES = 5;

    private static final int DRILLS = 3;

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([A-Z]-[0-9]{4}-[0-9]+)\"");
    /** What a drill times. */
    private static final List<String> PARTS = List.of("scope", "stop", "consignees", "backward", "forward");

    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private final Lab lab;
    private final Table table = new Table(
            "Recall, supplier lot → who has it",
            "serials",
            "decide s",
            "consignees s",
            "together s",
            "together, CPU s",
            "all units as CSV s",
            "RSS MiB");
    private final Table drills =
            new Table("Drill", "serials", "s", "CPU s", "of it " + String.join(", ", PARTS) + " ms");
    private final Gaps gaps = new Gaps();
    /** Serials that have nothing to do with it. */
    private int others;

    Recalling(Lab lab) {
        this.lab = lab;
    }

    /**
     * Seconds until a case was decided and stopped, and until all its consignees were read.
     *
     * @param cpu the server's processor seconds for both, with what it writes in the background meanwhile
     * @param csv seconds until all units of the scope were read; they are written behind the decision
     */
    private record Took(double decided, double listed, double cpu, double csv) {
        double together() {
            return decided + listed;
        }
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("recall: %s", engine.title());
            lab.serving(engine, "recall", server -> {
                var acts = new Acts();
                fill(server, acts);
                measure(engine, server, acts);
                return true;
            });
        }
        return table + "\n" + drills + "\n" + gaps;
    }

    /** One lot, a thousand serials made of it in each run, and every other thousand sold. */
    private void fill(Server server, Acts acts) throws IOException {
        server.master(
                "items",
                "{\"code\":\"" + Acts.LOT_ITEM
                        + "\",\"name\":\"Cells\",\"tracking\":\"lot\",\"unit\":\"EA\",\"decimals\":0}");
        for (int i = 0; i < CUSTOMERS; i++) {
            server.master(
                    "partners",
                    "{\"code\":\"C-%03d\",\"name\":\"Customer %d\",\"roles\":[\"customer\"]}".formatted(i, i));
        }
        int runs = Math.ceilDiv(lab.scale().serials(), Acts.LINE);
        try (var wire = new Wire(server.port())) {
            wire.send(server.entry(acts.receiveSupplierLot(SUPPLIER_LOT, runs * Acts.LINE)))
                    .expect(201);
            List<String> some = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                some.add(acts.produce(run));
                if (run % 2 == 0) {
                    some.add(acts.ship(run, "C-%03d".formatted(run / 2 % CUSTOMERS)));
                }
                if (some.size() >= ACTS || run == runs - 1) {
                    Wire.Answer answer =
                            wire.send(server.batch(String.join("\n", some))).expect(200);
                    if (answer.occurrences("\"status\":201") != some.size()) {
                        throw new IllegalStateException("not recorded: " + answer.text());
                    }
                    some.clear();
                }
            }
        }
    }

    private void measure(Engine engine, Server server, Acts acts) throws IOException {
        try (var wire = new Wire(server.port())) {
            Took first = recall(server, wire, acts, false);
            Took anew = median(server, wire, acts, false);
            Took known = median(server, wire, acts, true);
            for (int i = 0; i < DRILLS; i++) {
                drill(engine, server, wire, i);
            }
            row(engine.title() + ", first", first, server);
            row(engine.title() + ", median of " + CASES, anew, server);
            row(engine.title() + ", previewed, median of " + CASES, known, server);
            String book = "supplier lot → scope, held stock, consignee list, here "
                    + Table.number((long) lab.scale().serials()) + " serials (target: 1,000,000), ";
            gaps.atMost(book + engine.title(), 1, anew.together(), " s");
            gaps.atMost(book + engine.title() + ", previewed", 1, known.together(), " s");
        }
    }

    private Took median(Server server, Wire wire, Acts acts, boolean previewed) throws IOException {
        List<Took> all = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            all.add(recall(server, wire, acts, previewed));
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Took::together))
                .toList()
                .get(CASES / 2);
    }

    private void row(String title, Took took, Server server) throws IOException {
        table.row(
                title,
                Table.number((long) lab.scale().serials()),
                Table.number(took.decided),
                Table.number(took.listed),
                Table.number(took.together()),
                Table.number(took.cpu),
                Table.number(took.csv),
                Table.number(server.memoryMib()));
    }

    private void drill(Engine engine, Server server, Wire wire, int number) throws IOException {
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        String drilled = wire.send(drill(server)).expect(201).text();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> parts = new ArrayList<>();
        for (String part : PARTS) {
            Matcher figure =
                    Pattern.compile("\"drill\\." + part + "Ms\":\"([0-9]+)\"").matcher(drilled);
            parts.add(figure.find() ? figure.group(1) : "–");
        }
        Lab.say("drill in %.3f s: %s", seconds, String.join(", ", parts));
        drills.row(
                engine.title() + ", " + (number + 1),
                Table.number((long) lab.scale().serials()),
                Table.number(seconds),
                Table.number(server.cpuSeconds() - cpu),
                String.join(", ", parts));
    }

    /**
     * One case from its opening to the list.
     *
     * @param previewed the scope was looked at right before it is decided; else something was recorded since
     */
    private Took recall(Server server, Wire wire, Acts acts, boolean previewed) throws IOException {
        Wire.Answer opened = wire.send(server.post(
                        "/api/v1/recalls",
                        "application/json",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"recall\",\"title\":\"Cells that overheat\"}"))
                .expect(201);
        Matcher number = NUMBER.matcher(opened.text());
        if (!number.find()) {
            throw new IllegalStateException("no number: " + opened.text());
        }
        String path = "/api/v1/recalls/" + number.group(1);
        step(server, wire, path, "\"type\":\"investigate\",\"findings\":\"The separator is too thin.\"");
        step(
                server,
                wire,
                path,
                "\"type\":\"evaluateHazard\",\"hazard\":\"Fire\",\"severity\":\"critical\",\"likelihood\":\"possible\","
                        + "\"conclusion\":\"To be recalled\"");
        step(server, wire, path, "\"type\":\"ask\",\"question\":" + question());
        byte[] decide = stepOf(
                server,
                path,
                "\"type\":\"decide\",\"action\":\"act\",\"hazardClass\":\"I\",\"depth\":\"consumer\",\"level\":\"A\","
                        + "\"reason\":\"Fire\"");
        if (previewed) {
            wire.send(server.post("/api/v1/scopes:preview", "application/json", "{\"question\":" + question() + "}"))
                    .expect(200);
        } else {
            wire.send(server.entry(acts.receive(lab.scale().serials() + Acts.LINE + others++, 1, false)))
                    .expect(201);
        }
        double cpu = server.cpuSeconds();
        long begun = System.nanoTime();
        wire.send(decide).expect(201);
        double decided = (System.nanoTime() - begun) / 1e9;
        long start = System.nanoTime();
        int found = 0;
        String cursor = "";
        while (cursor != null) {
            Wire.Answer page = wire.send(server.get(path + "/consignees?limit=1000" + cursor))
                    .expect(200);
            found += page.occurrences("\"state\":\"");
            Matcher next = CURSOR.matcher(page.text());
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
        double listed = (System.nanoTime() - start) / 1e9;
        int sold = Math.ceilDiv(Math.ceilDiv(lab.scale().serials(), Acts.LINE), 2);
        if (found != Math.min(CUSTOMERS, sold)) {
            throw new IllegalStateException(found + " consignees instead of " + Math.min(CUSTOMERS, sold));
        }
        double used = server.cpuSeconds() - cpu;
        start = System.nanoTime();
        long lines = wire.lines(server.get(path + "/papers/scope?format=csv"), 200);
        double csv = (System.nanoTime() - start) / 1e9;
        if (lines < lab.scale().serials()) {
            throw new IllegalStateException("the scope has " + lines + " lines");
        }
        var took = new Took(decided, listed, used, csv);
        Lab.say(
                "%sdecided in %.3f s, listed in %.3f s, %.2f s of processor; all units in %.1f s",
                previewed ? "previewed, " : "", took.decided, took.listed, took.cpu, took.csv);
        return took;
    }

    private static String question() {
        return "{\"direction\":\"forward\",\"supplierLot\":\"" + SUPPLIER_LOT + "\"}";
    }

    private static byte[] drill(Server server) {
        return server.post(
                "/api/v1/drills",
                "application/json",
                "{\"id\":\"" + UUID.randomUUID() + "\",\"title\":\"Drill\",\"question\":" + question() + "}");
    }

    private static void step(Server server, Wire wire, String path, String step) throws IOException {
        wire.send(stepOf(server, path, step)).expect(201);
    }

    private static byte[] stepOf(Server server, String path, String step) {
        return server.post(
                path + "/steps", "application/json", "{\"id\":\"" + UUID.randomUUID() + "\",\"step\":{" + step + "}}");
    }
}
