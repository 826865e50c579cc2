/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Warranty in a large book, over HTTP: one serial with 200 parts is judged under 500 terms, and the standings of all
 * serials are judged anew. Half of the serials are sold; of the terms five are for every serial, 295 are for the item
 * and not met, and 200 are for the parts.
 */
final class Caring {

    private static final int PARTS = 200;
    private static final int TERMS_FOR_ALL = 5;
    private static final int TERMS_NOT_MET = 295;
    private static final int TERMS_FOR_PARTS = 200;
    private static final int QUESTIONS = 1_000;
    private static final int WARM_UP = 500;
    private static final int CUSTOMERS = 200;
    private static final int ACTS = 50;
    private static final long LOOK_NS = 100_000_000L;
    private static final double JUDGE_MS = 10;
    private static final double STANDINGS_S = 60;
    private static final String PART = "BENCH-PART";
    private static final Pattern SECONDS = Pattern.compile("\"seconds\":([0-9.E-]+)");
    private static final Pattern JUDGED = Pattern.compile("\"judged\":([0-9]+)");

    private final Lab lab;
    private final Table judging =
            new Table("One serial with its parts, as of a day", "parts", "terms", "p50 ms", "p99 ms", "answer KiB");
    private final Table standings =
            new Table("Standings of all serials", "serials", "s", "serials/s", "CPU s", "RSS MiB");
    private final Gaps gaps = new Gaps();

    Caring(Lab lab) {
        this.lab = lab;
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("care: %s", engine.title());
            lab.serving(engine, "care", server -> {
                var acts = new Acts();
                masters(server);
                fill(server, acts);
                judge(engine, server);
                standings(engine, server);
                return true;
            });
        }
        return judging + "\n" + standings + "\n" + gaps;
    }

    private static void masters(Server server) throws IOException {
        server.master(
                "items",
                "{\"code\":\"" + Acts.LOT_ITEM
                        + "\",\"name\":\"Cells\",\"tracking\":\"lot\",\"unit\":\"EA\",\"decimals\":0}");
        server.master("items", "{\"code\":\"" + PART + "\",\"name\":\"Part\",\"tracking\":\"serial\"}");
        for (int i = 0; i < CUSTOMERS; i++) {
            server.master(
                    "partners",
                    "{\"code\":\"C-%03d\",\"name\":\"Customer %d\",\"roles\":[\"customer\",\"consumer\"]}"
                            .formatted(i, i));
        }
        for (int i = 0; i < TERMS_FOR_ALL; i++) {
            term(server, "ALL-" + i, Acts.ITEM, "");
        }
        for (int i = 0; i < TERMS_NOT_MET; i++) {
            term(
                    server,
                    "NOT-" + i,
                    Acts.ITEM,
                    ",\"serials\":[{\"from\":\"SN9%07d\",\"to\":\"SN9%07d\"}]".formatted(i * 10, i * 10 + 9));
        }
        for (int i = 0; i < TERMS_FOR_PARTS; i++) {
            term(server, "PART-" + i, PART, ",\"revisions\":[\"R" + i + "\"],\"madeTo\":\"2000-01-01\"");
        }
    }

    private static void term(Server server, String code, String item, String scope) throws IOException {
        server.master("terms", term(code, item, scope, "P2Y"));
    }

    private static String term(String code, String item, String scope, String period) {
        return "{\"code\":\"" + code + "\",\"name\":\"" + code
                + "\",\"kind\":\"commercial\",\"timeZone\":\"Europe/Berlin\",\"scope\":{\"items\":[\"" + item + "\"]"
                + scope + "},\"start\":[{\"event\":\"registration\"},{\"event\":\"sale\"},{\"event\":\"shipment\"}],"
                + "\"coverages\":[{\"what\":\"parts\",\"period\":\"" + period
                + "\"}],\"parts\":[{\"replacement\":\"longer\",\"period\":\"P1Y\"}],\"stopInRepair\":true}";
    }

    /** A thousand serials of each run, every other thousand sold, and the parts of the first serial. */
    private void fill(Server server, Acts acts) throws IOException {
        int runs = Math.ceilDiv(lab.scale().serials(), Acts.LINE);
        try (var wire = new Wire(server.port())) {
            wire.send(server.entry(acts.receiveSupplierLot("X-1", runs * Acts.LINE)))
                    .expect(201);
            List<String> some = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                some.add(acts.produce(run));
                if (run == 0) {
                    some.addAll(parts(acts));
                }
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

    private static List<String> parts(Acts acts) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            String line = ",\"lines\":[{\"item\":\"" + PART + "\",\"serial\":\"P" + i + "\"}]}";
            all.add("{\"type\":\"commission\",\"id\":\"" + acts.id() + Acts.LINE_START + ",\"to\":\"A-01\"" + line);
            all.add("{\"type\":\"install\",\"id\":\"" + acts.id() + Acts.LINE_START + ",\"host\":{\"item\":\""
                    + Acts.ITEM + "\",\"serial\":\"" + Acts.serial(0) + "\"},\"position\":\"p" + i
                    + "\",\"from\":\"A-01\"" + line);
        }
        return all;
    }

    private void judge(Engine engine, Server server) throws IOException {
        byte[] question =
                server.get("/api/v1/coverage?item=" + Acts.ITEM + "&serial=" + Acts.serial(0) + "&asOf=2026-09-01");
        try (var wire = new Wire(server.port())) {
            for (int i = 0; i < WARM_UP; i++) {
                wire.send(question).expect(200);
            }
            var latencies = new Latencies(QUESTIONS);
            int bytes = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                long start = System.nanoTime();
                Wire.Answer answer = wire.send(question).expect(200);
                latencies.add(System.nanoTime() - start);
                bytes = answer.text().length();
                if (answer.occurrences("\"within\":") != PARTS) {
                    throw new IllegalStateException("not all parts: " + answer.text());
                }
            }
            int terms = TERMS_FOR_ALL + TERMS_NOT_MET + TERMS_FOR_PARTS;
            judging.row(
                    engine.title(),
                    Table.number((long) PARTS),
                    Table.number((long) terms),
                    Table.number(latencies.ms(0.5)),
                    Table.number(latencies.ms(0.99)),
                    Table.number(bytes / 1024L));
            gaps.atMost(
                    "judging a serial with " + PARTS + " parts under " + terms + " terms, p50, " + engine.title(),
                    JUDGE_MS,
                    latencies.ms(0.5),
                    " ms");
        }
    }

    /** A term changes, and all are judged anew. */
    private void standings(Engine engine, Server server) throws IOException {
        try (var wire = new Wire(server.port())) {
            settled(server, wire);
            double cpu = server.cpuSeconds();
            server.master("terms", term("MORE", Acts.ITEM, "", "P3Y"));
            wire.send(server.post(
                            "/api/v1/standings:judge", "application/json", "{\"id\":\"" + UUID.randomUUID() + "\"}"))
                    .expect(202);
            String view = settled(server, wire);
            double seconds = Double.parseDouble(found(SECONDS, view));
            long judged = Long.parseLong(found(JUDGED, view));
            if (judged < lab.scale().serials()) {
                throw new IllegalStateException("not all were judged: " + view);
            }
            Lab.say("judged %d serials in %.1f s", judged, seconds);
            standings.row(
                    engine.title(),
                    Table.number(judged),
                    Table.number(seconds),
                    Table.number(judged / seconds),
                    Table.number(server.cpuSeconds() - cpu),
                    Table.number(server.memoryMib()));
            gaps.atMost(
                    "standings of here " + Table.number(judged) + " serials (target: 1,000,000), " + engine.title(),
                    STANDINGS_S,
                    seconds,
                    " s");
        }
    }

    private static String settled(Server server, Wire wire) throws IOException {
        byte[] look = server.get("/api/v1/standings/judging");
        String view = wire.send(look).expect(200).text();
        while (view.contains("\"state\":\"running\"")) {
            LockSupport.parkNanos(LOOK_NS);
            view = wire.send(look).expect(200).text();
        }
        if (!view.contains("\"state\":\"idle\"")) {
            throw new IllegalStateException("judging failed: " + view);
        }
        return view;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("nothing of it: " + text);
        }
        return matcher.group(1);
    }
}
