/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.gozinto.simulator.ActLines;
import org.gozinto.simulator.Consignee;
import org.gozinto.simulator.Hosts;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.ScooterTruth;
import org.gozinto.simulator.Settings;
import org.gozinto.simulator.Unit;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A year of a simulated scooter maker goes in by one batch, and every answer is held against what really happened. */
class FactoryTest {

    private static final Settings SETTINGS = new Settings(11, 200, LocalDate.of(2024, 9, 2));
    private static final ScooterMaker MAKER = ScooterMaker.of(SETTINGS);
    private static final int SAMPLES = 12;
    private static final Map<Engine, RunningServer> SERVERS = new EnumMap<>(Engine.class);
    private static final Map<Engine, List<JsonNode>> VERDICTS = new EnumMap<>(Engine.class);

    private static ScooterTruth truth;

    @BeforeAll
    static void live() throws IOException {
        var life = MAKER.start();
        var acts = new ByteArrayOutputStream();
        ActLines.writeNdjson(life, acts);
        truth = life.truth();
        for (Engine engine : Engine.values()) {
            RunningServer server = RunningServer.open(engine);

            SERVERS.put(engine, server);
            for (Master master : MAKER.masters()) {
                Answer made = server.post("/api/v1/" + master.kind().path(), master.json());
                assertThat(made.status()).as(made.toString()).isEqualTo(201);
            }

            VERDICTS.put(
                    engine,
                    server.post("/api/v1/entries:batch", "application/x-ndjson", acts.toByteArray())
                            .lines());
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(RunningServer::close);
    }

    @ParameterizedTest
    @EnumSource
    void everyActIsRecordedAndEveryLineHasItsVerdictInOrder(Engine engine) {
        List<JsonNode> verdicts = VERDICTS.get(engine);
        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.at("/status").asInt() != 201)
                        .toList())
                .isEmpty();
        assertThat(verdicts)
                .extracting(verdict -> verdict.at("/line").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, verdicts.size()).boxed().toList());
        assertThat(SERVERS.get(engine).entryCount()).isEqualTo(verdicts.size());
    }

    @ParameterizedTest
    @EnumSource
    void plantedLotReachesWhatItReallyReached(Engine engine) {
        Unit lot = Unit.lot(MAKER.story().item(), MAKER.story().lot());
        agreesForward(SERVERS.get(engine), lot);
        JsonNode byOwn = first(SERVERS.get(engine), "forward", lot, Hosts.NOW);
        JsonNode bySupplier = SERVERS.get(engine)
                .get("/api/v1/trace?direction=forward&supplierLot="
                        + RunningServer.encoded(MAKER.story().supplierLot()))
                .json();
        assertThat(bySupplier.at("/summary")).isEqualTo(byOwn.at("/summary"));
    }

    @ParameterizedTest
    @EnumSource
    void randomLotsAndSerialsReachWhatTheyReallyReached(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (Unit seed : sample(server, false)) {
            agreesForward(server, seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomSerialsAreMadeOfWhatTheyAreReallyMadeOf(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (Unit serial : sample(server, true)) {
            for (Hosts hosts : Hosts.values()) {
                assertThat(reached(server, "backward", serial, hosts))
                        .as("%s of %s", hosts, serial)
                        .isEqualTo(names(truth.ancestors(serial, hosts).possible()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyScooterIsWhereItReallyIs(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (JsonNode unit : units(server, "&item=SCOOTER-S1")) {
            String serial = unit.at("/serial").asString();
            assertThat(unit.at("/status").asString()).as(serial).isIn("inStock", "packed", "shipped", "scrapped");
            if (unit.at("/status").asString().equals("inStock")) {
                assertThat(unit.at("/holdings/0/place").asString())
                        .as(serial)
                        .isEqualTo(truth.whereIs("SCOOTER-S1", serial).direct().code());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lotsStandWhereTheyReallyStand(Engine engine) {
        for (JsonNode unit : units(SERVERS.get(engine), "&item=CELL-21700")) {
            SortedMap<String, BigDecimal> stock = new TreeMap<>();
            for (JsonNode holding : unit.at("/holdings")) {
                if (List.of("bin", "area", "site").contains(holding.at("/kind").asString())) {
                    stock.put(
                            holding.at("/place").asString(),
                            new BigDecimal(holding.at("/qty").asString()));
                }
            }
            Unit lot = Unit.lot("CELL-21700", unit.at("/lot").asString());
            SortedMap<String, BigDecimal> real = truth.holdings(lot);
            assertThat(stock.keySet()).as(lot.toString()).isEqualTo(real.keySet());
            real.forEach((place, qty) ->
                    assertThat(stock.get(place)).as("%s at %s", lot, place).isEqualByComparingTo(qty));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bookVerifies(Engine engine) {
        Answer report = SERVERS.get(engine).post("/api/v1/verify", "");
        assertThat(report.json().at("/ok").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.json().at("/entries").asLong())
                .isGreaterThanOrEqualTo(VERDICTS.get(engine).size());
    }

    @Test
    void bothEnginesGiveTheSameHashToTheSameQuestionOnTheSameLedger() {
        Unit lot = Unit.lot(MAKER.story().item(), MAKER.story().lot());
        int entries = VERDICTS.get(Engine.SQLITE).size();
        for (Hosts hosts : Hosts.values()) {
            for (String amounts : List.of("", "&amounts=true")) {
                String path = path("forward", lot, hosts) + "&knownAt=" + entries + amounts;
                Answer here = SERVERS.get(Engine.SQLITE).get(path);
                Answer there = SERVERS.get(Engine.POSTGRESQL).get(path);
                assertThat(here.text("/hash")).matches("[0-9a-f]{64}").isEqualTo(there.text("/hash"));
                assertThat(here.json().at("/summary")).isEqualTo(there.json().at("/summary"));
            }
        }
    }

    private static void agreesForward(RunningServer server, Unit seed) {
        for (Hosts hosts : Hosts.values()) {
            assertThat(reached(server, "forward", seed, hosts))
                    .as("%s of %s", hosts, seed)
                    .isEqualTo(names(truth.descendants(seed, hosts).possible()));
            assertThat(deliveries(first(server, "forward", seed, hosts)))
                    .as("consignees of %s %s", hosts, seed)
                    .isEqualTo(deliveries(truth.consignees(seed, hosts)));
            Answer picture = server.get(path("forward", seed, hosts).replace("/trace?", "/trace/picture?"));
            JsonNode summary = first(server, "forward", seed, hosts).at("/summary");
            assertThat(GenealogyTest.counted(picture))
                    .as("in the picture of %s of %s", hosts, seed)
                    .isEqualTo(
                            summary.at("/lots").asInt() + summary.at("/serials").asInt());
        }
    }

    /** A dozen units, always the same: lots and serials, or serials of what is made. */
    private static List<Unit> sample(RunningServer server, boolean made) {
        List<Unit> all = new ArrayList<>();
        for (String item : made
                ? List.of("SCOOTER-S1", "PACK-36V")
                : List.of("CELL-21700", "ADH-2K", "CTRL-36V", "FRAME-S1", "PACK-36V", "CHG-42V")) {
            for (JsonNode unit : units(server, "&item=" + item)) {
                all.add(unitOf(unit));
            }
        }
        all.sort(null);
        var random = new SplittableRandom(SETTINGS.seed());
        List<Unit> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            sample.add(all.remove(random.nextInt(all.size())));
        }
        return sample;
    }

    private static List<JsonNode> units(RunningServer server, String filter) {
        List<JsonNode> units = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    server.get("/api/v1/units?limit=500" + filter + cursor).json();
            page.at("/items").forEach(units::add);
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return units;
    }

    private static Unit unitOf(JsonNode unit) {
        String item = unit.at("/item").asString();
        return unit.has("serial")
                ? Unit.serial(item, unit.get("serial").asString())
                : Unit.lot(item, unit.at("/lot").asString());
    }

    private static String path(String direction, Unit seed, Hosts hosts) {
        String number = seed.serial() != null ? "&serial=" + seed.serial() : "&lot=" + seed.lot();
        return "/api/v1/trace?limit=1000&direction=" + direction + "&item=" + seed.item() + number + "&hosts="
                + hosts.word();
    }

    private static JsonNode first(RunningServer server, String direction, Unit seed, Hosts hosts) {
        Answer answer = server.get(path(direction, seed, hosts));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /** Everything in the answer but the seed. */
    private static SortedSet<String> reached(RunningServer server, String direction, Unit seed, Hosts hosts) {
        SortedSet<Unit> reached = new TreeSet<>();
        JsonNode page = first(server, direction, seed, hosts);
        while (true) {
            page.at("/units").forEach(unit -> reached.add(unitOf(unit)));
            if (!page.has("next")) {
                reached.remove(seed);
                return names(reached);
            }
            page = server.get(path(direction, seed, hosts) + "&cursor="
                            + page.get("next").asString())
                    .json();
        }
    }

    private static SortedSet<String> names(SortedSet<Unit> units) {
        SortedSet<String> names = new TreeSet<>();
        units.forEach(
                unit -> names.add(unit.item() + " " + (unit.serial() != null ? unit.serial() : "lot " + unit.lot())));
        return names;
    }

    private static List<String> deliveries(List<Consignee> consignees) {
        return consignees.stream()
                .map(to -> delivery(to.partner(), to.item(), to.gross(), to.net()))
                .sorted()
                .toList();
    }

    private static List<String> deliveries(JsonNode trace) {
        List<String> deliveries = new ArrayList<>();
        for (JsonNode to : trace.at("/summary/consignees")) {
            deliveries.add(delivery(
                    to.at("/partner").asString(),
                    to.at("/item").asString(),
                    new BigDecimal(to.at("/gross").asString()),
                    new BigDecimal(to.at("/net").asString())));
        }
        deliveries.sort(null);
        return deliveries;
    }

    private static String delivery(String partner, String item, BigDecimal gross, BigDecimal net) {
        return "%s got %s of %s and has %s".formatted(partner, gross.intValueExact(), item, net.intValueExact());
    }
}
