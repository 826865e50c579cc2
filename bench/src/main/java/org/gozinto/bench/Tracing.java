/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.ScooterTruth;
import org.gozinto.simulator.Simulation;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reference;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;

/** A simulated year goes through the server; then the reference trace is asked, over HTTP and in this process. */
final class Tracing {

    private static final int ACTS = 2_000;
    private static final int TIMES = 3;
    private static final String SCOOTER = "SCOOTER-S1";

    private final Lab lab;
    private final Table load = new Table("The year", "acts", "movements", "units", "acts/s", "book into memory s");
    private final Table table = new Table("Question", "units reached", "in process s", "over HTTP, first page s");
    private final Gaps gaps = new Gaps();

    Tracing(Lab lab) {
        this.lab = lab;
    }

    private record Asked(String title, Unit unit, boolean forward) {
        String path() {
            boolean lot = unit.kind() == Unit.Kind.LOT;
            return "/api/v1/trace?direction=" + (forward ? "forward" : "backward") + "&item=" + coded(unit.item())
                    + (lot
                            ? "&lot=" + coded(String.valueOf(unit.lot()))
                            : "&serial=" + coded(String.valueOf(unit.serial())))
                    + "&limit=100";
        }

        Question question() {
            return forward ? Question.forward(Seed.of(unit.id())) : Question.backward(Seed.of(unit.id()));
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            Lab.say("trace: %s", engine.title());
            Databases.Place place = lab.databases().create(engine);
            try (var server = Server.start(lab.settings(), place, "trace-" + engine.folder())) {
                measure(engine, place, server);
            } finally {
                lab.databases().drop(place);
            }
        }
        return load + "\n" + table + "\n" + gaps;
    }

    private void measure(Engine engine, Databases.Place place, Server server) throws IOException, SQLException {
        var maker = ScooterMaker.of(
                new org.gozinto.simulator.Settings(7, lab.scale().scooters(), LocalDate.of(2025, 1, 1)));
        for (Master master : maker.masters()) {
            server.master(master.kind().path(), master.json());
        }
        double perSecond = live(server, maker.start());
        long start = System.nanoTime();
        RecordedBook book;
        try (var connection = place.connect()) {
            connection.setAutoCommit(false);
            book = RecordedBook.read(connection);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        load.row(
                engine.title() + ", " + Table.number((long) lab.scale().scooters()) + " scooters",
                Table.number((long) book.entryCount()),
                Table.number(book.movementCount()),
                Table.number((long) book.unitCount()),
                Table.number(perSecond),
                Table.number(seconds));
        Lab.say("%,d acts at %,.0f/s, book read in %.2f s", book.entryCount(), perSecond, seconds);
        ask(engine, server, book, maker);
    }

    /** Sends the year; the acts are made before the clock runs. */
    private static double live(Server server, Simulation<ScooterTruth> life) throws IOException {
        long nanos = 0;
        int acts = 0;
        var chunk = new StringBuilder();
        try (var wire = new Wire(server.port())) {
            while (life.hasNext()) {
                int inChunk = 0;
                chunk.setLength(0);
                while (life.hasNext() && inChunk < ACTS) {
                    life.next().writeTo(chunk);
                    chunk.append('\n');
                    inChunk++;
                }
                byte[] request = server.batch(chunk.toString());
                long start = System.nanoTime();
                Wire.Answer answer = wire.send(request).expect(200);
                nanos += System.nanoTime() - start;
                acts += inChunk;
                int recorded = answer.occurrences("\"status\":201");
                if (recorded != inChunk) {
                    throw new IllegalStateException(refused(answer));
                }
            }
        }
        return acts / (nanos / 1e9);
    }

    private static String refused(Wire.Answer answer) {
        return answer.text()
                .lines()
                .filter(l -> !l.contains("\"status\":201"))
                .findFirst()
                .orElse("an act without a verdict");
    }

    private void ask(Engine engine, Server server, RecordedBook book, ScooterMaker maker) throws IOException {
        var story = maker.story();
        List<Unit> scooters = book.serials(SCOOTER);
        var questions = List.of(
                new Asked("forward from the planted lot", book.find(story.item(), story.lot()), true),
                new Asked("forward from the busiest lot", book.busiestLot(), true),
                new Asked("backward from one scooter", scooters.get(scooters.size() / 2), false));
        try (var wire = new Wire(server.port())) {
            var cold = new Asked("", scooters.getFirst(), false);
            double first = seconds(wire, server, cold);
            table.row(engine.title() + ", first question of all (the book is read)", "–", "–", Table.number(first));
            for (Asked asked : questions) {
                double http = seconds(wire, server, asked);
                List<Double> inProcess = new ArrayList<>();
                int reached = 0;
                for (int i = 0; i < TIMES; i++) {
                    long start = System.nanoTime();
                    Answer answer = Reference.answer(book, asked.question());
                    inProcess.add((System.nanoTime() - start) / 1e9);
                    reached = answer.units().size();
                }
                double median = inProcess.stream().sorted().toList().get(TIMES / 2);
                table.row(
                        engine.title() + ", " + asked.title,
                        Table.number((long) reached),
                        Table.number(median),
                        Table.number(http));
                Lab.say("%s: %,d units, %.2f s, over HTTP %.2f s", asked.title, reached, median, http);
                gaps.atMost(
                        asked.title + ", first page over HTTP, " + engine.title() + ", here "
                                + Table.number((long) reached)
                                + (asked.forward ? " units (target: 1,000,000)" : " parts (target: 500)"),
                        asked.forward ? 200 : 5,
                        http * 1_000,
                        " ms");
            }
            double again = seconds(wire, server, questions.getFirst());
            table.row(
                    engine.title() + String.format(Locale.ROOT, ", %s again", questions.getFirst().title),
                    "–",
                    "–",
                    Table.number(again));
        }
    }

    private static double seconds(Wire wire, Server server, Asked asked) throws IOException {
        byte[] request = server.get(asked.path());
        long start = System.nanoTime();
        wire.send(request).expect(200);
        return (System.nanoTime() - start) / 1e9;
    }
}
