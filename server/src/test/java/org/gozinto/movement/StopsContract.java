/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Outcome;
import org.gozinto.unit.Stop;
import org.gozinto.unit.StopOrder;
import org.gozinto.unit.StopRule;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What recalls stop, on whichever engine. */
abstract class StopsContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String RECALL = "R-2026-001";

    private final Engines engine;
    private Workshop book;

    StopsContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        book = new Workshop(engine, CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        book.close();
    }

    private Outcome tell(String type, String members) {
        return book.record("{\"type\":\"" + type + "\",\"id\":\"" + UUID.randomUUID() + "\"," + members + "}");
    }

    private JsonNode told(String type, String members) {
        Outcome outcome = tell(type, members);
        assertThat(outcome).as(members).isInstanceOf(Outcome.Recorded.class);
        return JSON.readTree(((Outcome.Recorded) outcome).answer());
    }

    private String refused(String type, String members) {
        Outcome outcome = tell(type, members);
        assertThat(outcome).as(members).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().code();
    }

    private JsonNode receive(String lines) {
        return told("receive", "\"from\":\"ACME\",\"to\":\"A\",\"lines\":[" + lines + "]");
    }

    private static String lot(String number, int qty) {
        return "{\"item\":\"MIX\",\"lot\":\"" + number + "\",\"qty\":\"" + qty + "\"}";
    }

    private static String car(String serial) {
        return "{\"item\":\"CAR\",\"serial\":\"" + serial + "\"}";
    }

    private String shipped(String line) {
        Outcome outcome = tell("ship", "\"from\":\"A\",\"to\":\"CUST\",\"lines\":[" + line + "]");
        return outcome instanceof Outcome.Refused refused ? refused.refusal().code() : "shipped";
    }

    private JsonNode produced(String run, String consume, String produce) {
        return told("produce", "\"run\":\"" + run + "\",\"consume\":[" + consume + "],\"produce\":[" + produce + "]");
    }

    private static String to(String line) {
        return line.replace("}", ",\"to\":\"A\"}");
    }

    private static String from(String line) {
        return line.replace("}", ",\"from\":\"A\"}");
    }

    private Unit unit(String number) {
        return book.units().stream()
                .filter(u -> u.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void stop(String recall, List<StopRule> rules, String... numbers) {
        var units = new RoaringBitmap();
        for (String number : numbers) {
            units.add((int) unit(number).id());
        }
        book.stops().put(new StopOrder(recall, "Bad cells", rules, units, false));
    }

    private void stop(String... numbers) {
        stop(RECALL, List.of(), numbers);
    }

    private long item(String code) {
        return book.items().existing(code).id();
    }

    private List<String> under(String number) {
        return book.stops().of(unit(number)).stream().map(Stop::recall).toList();
    }

    @Test
    void whatIsStoppedIsNotShippedAndWhatIsLiftedIs() {
        receive(lot("L1", 10));
        receive(lot("L2", 10));
        stop("L1");
        assertThat(shipped(lot("L1", 1))).isEqualTo("recalled");
        assertThat(shipped(lot("L2", 1))).isEqualTo("shipped");
        assertThat(refused("produce", "\"run\":\"R1\",\"consume\":[" + from(lot("L1", 1)) + "],\"produce\":[]"))
                .isEqualTo("recalled");
        book.stops().lift(RECALL);
        assertThat(shipped(lot("L1", 1))).isEqualTo("shipped");
        assertThat(book.stops().inForce()).isEmpty();
    }

    @Test
    void itCanBeMovedPackedCountedAndScrapped() {
        receive(lot("L1", 10));
        stop("L1");
        told("move", "\"from\":\"A\",\"to\":\"B\",\"lines\":[" + lot("L1", 8) + "]");
        told("pack", "\"container\":\"P1\",\"from\":\"B\",\"lines\":[" + lot("L1", 2) + "]");
        told("unpack", "\"container\":\"P1\",\"to\":\"B\",\"lines\":[" + lot("L1", 2) + "]");
        told("count", "\"at\":\"B\",\"lines\":[" + lot("L1", 7) + "]");
        told("adjust", "\"at\":\"B\",\"lines\":[" + lot("L1", -1) + "]");
        JsonNode scrap = told("scrap", "\"from\":\"B\",\"lines\":[" + lot("L1", 1) + "]");
        assertThat(scrap.at("/alerts/0/code").asString()).isEqualTo("recalled");
        assertThat(scrap.at("/alerts/0/recall").asString()).isEqualTo(RECALL);
        assertThat(book.stops().entries(RECALL, 0, 100)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(book.stops().entries(RECALL, 5, 1)).containsExactly(6L);
    }

    @Test
    void itMayGoBackToTheSupplierItCameFromAndToNobodyElse() {
        receive(lot("L1", 10));
        produced("R1", from(lot("L1", 1)), to(lot("M1", 1)));
        stop("L1", "M1");
        assertThat(refused("ship", "\"from\":\"A\",\"to\":\"ACME\",\"lines\":[" + lot("M1", 1) + "]"))
                .isEqualTo("recalled");
        told("ship", "\"from\":\"A\",\"to\":\"ACME\",\"lines\":[" + lot("L1", 4) + "]");
        told("pack", "\"container\":\"P1\",\"from\":\"A\",\"lines\":[" + lot("L1", 2) + "]");
        assertThat(refused("ship", "\"from\":\"A\",\"to\":\"CUST\",\"containers\":[\"P1\"]"))
                .isEqualTo("recalled");
        told("ship", "\"from\":\"A\",\"to\":\"ACME\",\"containers\":[\"P1\"]");
    }

    @Test
    void whatIsReceivedAndShippedInOneRequestIsStoppedAndMayGoBack() {
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L7")));
        String receipt = "{\"type\":\"receive\",\"id\":\"" + UUID.randomUUID()
                + "\",\"from\":\"ACME\",\"to\":\"A\",\"lines\":[" + lot("L7", 5) + "]}";
        String ship = "{\"type\":\"ship\",\"id\":\"%s\",\"from\":\"A\",\"to\":\"%s\",\"lines\":[" + lot("L7", 1) + "]}";
        var outcomes = book.record(
                List.of(
                        JSON.readTree(receipt),
                        JSON.readTree(ship.formatted(UUID.randomUUID(), "CUST")),
                        JSON.readTree(ship.formatted(UUID.randomUUID(), "ACME"))),
                false);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Recorded.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void everyRuleStopsWhatComesTomorrow() {
        long acme = book.places().find("ACME").id();
        long noon = CLOCK.millis() * 1_000;
        Map<String, StopRule> rules = Map.of(
                "R-lot", new StopRule.Lot(item("MIX"), 0L, "L1"),
                "R-lots", new StopRule.Lots(item("MIX"), "M1", "M9"),
                "R-serials", new StopRule.Serials(item("CAR"), "S01", "S10"),
                "R-supplier", new StopRule.SupplierLot("X9", item("MIX"), acme),
                "R-received", new StopRule.Received(item("BAT"), acme, noon - 1, noon + 1),
                "R-made", new StopRule.Made(item("CAR"), null, noon - 1, null),
                "R-run", new StopRule.Made(null, "R9", null, null),
                "R-attribute", new StopRule.Attributes(item("MIX"), Map.of("colour", "red")));
        rules.forEach((recall, rule) -> stop(recall, List.of(rule)));
        receive(lot("L1", 1));
        receive(lot("M5", 1));
        receive(car("S7"));
        receive(lot("N1", 1).replace("}", ",\"supplierLot\":\"X9\"}"));
        receive("{\"item\":\"BAT\",\"lot\":\"BL\",\"serial\":\"B1\"}");
        told("produce", "\"run\":\"R8\",\"produce\":[" + to(car("S99")) + "]");
        told("produce", "\"run\":\"R9\",\"produce\":[" + to(lot("N2", 1)) + "]");
        receive(lot("N3", 1).replace("}", ",\"attributes\":{\"colour\":\"red\"}}"));
        receive(lot("N4", 1));
        assertThat(under("L1")).containsExactly("R-lot");
        assertThat(under("M5")).containsExactly("R-lots");
        assertThat(under("S7")).containsExactly("R-serials");
        assertThat(under("N1")).containsExactly("R-supplier");
        assertThat(under("B1")).containsExactly("R-received");
        assertThat(under("S99")).containsExactly("R-made");
        assertThat(under("N2")).containsExactly("R-run");
        assertThat(under("N3")).containsExactly("R-attribute");
        assertThat(under("N4")).isEmpty();
        assertThat(book.stops().added("R-serials").toArray())
                .containsExactly((int) unit("S7").id());
    }

    @Test
    void aLotThatIsGivenASuppliersNumberLaterIsStoppedThen() {
        receive(lot("L1", 10));
        stop(RECALL, List.of(new StopRule.SupplierLot("X9", null, null)));
        assertThat(shipped(lot("L1", 1))).isEqualTo("shipped");
        JsonNode again = receive(lot("L1", 1).replace("}", ",\"supplierLot\":[\"X8\",\"X9\"]}"));
        assertThat(again.at("/alerts/0/recall").asString()).isEqualTo(RECALL);
        assertThat(shipped(lot("L1", 1))).isEqualTo("recalled");
    }

    @Test
    void aNumberThatWasNeverNamedIsJudgedBeforeItIsShipped() {
        stop(RECALL, List.of(new StopRule.Serials(item("CAR"), "S1", "S9")));
        assertThat(refused(
                        "ship",
                        "\"from\":\"A\",\"to\":\"CUST\",\"shortfall\":\"unknown\",\"lines\":[" + car("S5") + "]"))
                .isEqualTo("recalled");
    }

    @Test
    void aRefusedActStopsNothing() {
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L1")));
        assertThat(refused(
                        "receive",
                        "\"from\":\"ACME\",\"to\":\"A\",\"lines\":[" + lot("L1", 1) + ",{\"item\":\"NOTHING\"}]"))
                .isEqualTo("unknown-item");
        receive(lot("L2", 1));
        assertThat(book.stops().added(RECALL).isEmpty()).isTrue();
        assertThat(book.stops().entries(RECALL, 0, 10)).isEmpty();
        assertThat(under("L2")).isEmpty();
    }

    @Test
    void whatComesOutOfARunThatTheBadWentIntoIsStopped() {
        receive(lot("L1", 10));
        receive(lot("L2", 10));
        produced("R1", from(lot("L1", 5)), "");
        stop("L1");
        produced("R1", from(lot("L2", 5)), to(lot("M1", 5)));
        produced("R2", from(lot("L2", 1)), to(lot("M2", 1)));
        assertThat(under("M1")).containsExactly(RECALL);
        assertThat(under("M2")).isEmpty();
        // What is known of the run is brought forward, not read anew.
        produced("R1", "", to(lot("M3", 5)));
        assertThat(under("M3")).containsExactly(RECALL);
    }

    @Test
    void aLinkSaysWhatTheBadBecame() {
        receive(lot("L1", 10));
        receive(car("S1") + "," + car("S2"));
        String link =
                "\"links\":[{\"in\":" + car("S1") + ",\"out\":" + lot("M1", 0).replace(",\"qty\":\"0\"", "") + "}]";
        told(
                "produce",
                "\"run\":\"R1\",\"consume\":[" + from(car("S1")) + "],\"produce\":[" + to(lot("M1", 1)) + "]," + link);
        stop("S1");
        produced("R1", from(car("S2")), to(lot("M2", 1)));
        assertThat(under("M2")).isEmpty();
        String late =
                "\"links\":[{\"in\":" + car("S1") + ",\"out\":" + lot("M3", 0).replace(",\"qty\":\"0\"", "") + "}]";
        told("produce", "\"run\":\"R1\",\"produce\":[" + to(lot("M3", 1)) + "]," + late);
        assertThat(under("M3")).containsExactly(RECALL);
    }

    @Test
    void whatWasPutInByMistakeAndVoidedStopsNothing() {
        receive(lot("L1", 10));
        String id = UUID.randomUUID().toString();
        book.record("{\"type\":\"produce\",\"id\":\"" + id + "\",\"run\":\"R1\",\"consume\":[" + from(lot("L1", 5))
                + "],\"produce\":[]}");
        stop("L1");
        told("void", "\"corrects\":\"" + id + "\",\"reason\":\"a mistake\"");
        produced("R1", "", to(lot("M1", 5)));
        assertThat(under("M1")).isEmpty();
    }

    @Test
    void whatCameUnderAStopAfterItWentIntoARunStopsWhatComesOut() {
        receive(lot("L1", 10));
        stop(RECALL, List.of(new StopRule.SupplierLot("X9", null, null)));
        produced("R1", from(lot("L1", 5)), to(lot("M1", 1)));
        receive(lot("L1", 1).replace("}", ",\"supplierLot\":\"X9\"}"));
        produced("R1", "", to(lot("M2", 1)));
        assertThat(under("M2")).containsExactly(RECALL);
    }

    @Test
    void serialsOfAStoppedLotAndTwinsOfAStoppedSerialAreStopped() {
        receive("{\"item\":\"BAT\",\"lot\":\"BL\",\"serial\":\"B1\"}");
        receive(car("S1"));
        told("ship", "\"from\":\"A\",\"to\":\"CUST\",\"lines\":[" + car("S1") + "]");
        stop("BL", "S1");
        receive("{\"item\":\"BAT\",\"lot\":\"BL\",\"serial\":\"B2\"}");
        assertThat(under("B1")).containsExactly(RECALL);
        assertThat(under("B2")).containsExactly(RECALL);
        assertThat(refused("ship", "\"from\":\"A\",\"to\":\"CUST\",\"lines\":[{\"item\":\"BAT\",\"serial\":\"B1\"}]"))
                .isEqualTo("recalled");
        receive(car("S1").replace("}", ",\"twin\":true}"));
        assertThat(book.stops().added(RECALL).getCardinality()).isEqualTo(2);
        assertThat(shipped(car("S1"))).isEqualTo("recalled");
    }

    @Test
    void aHostWithAStoppedPartIsStopped() {
        receive(car("S1") + "," + lot("L1", 5));
        told("install", "\"host\":" + car("S1") + ",\"from\":\"A\",\"lines\":[" + lot("L1", 1) + "]");
        stop("L1");
        assertThat(shipped(car("S1"))).isEqualTo("recalled");
        assertThat(refused("install", "\"host\":" + car("S1") + ",\"from\":\"A\",\"lines\":[" + lot("L1", 1) + "]"))
                .isEqualTo("recalled");
        told("remove", "\"host\":" + car("S1") + ",\"to\":\"A\",\"lines\":[" + lot("L1", 1) + "]");
    }

    @Test
    void aHostWhosePartComesUnderAStopIsStoppedWithIt() {
        receive(car("S1") + "," + lot("L1", 5));
        told("install", "\"host\":" + car("S1") + ",\"from\":\"A\",\"lines\":[" + lot("L1", 1) + "]");
        stop(RECALL, List.of(new StopRule.SupplierLot("X9", null, null)));
        receive(lot("L1", 1).replace("}", ",\"supplierLot\":\"X9\"}"));
        assertThat(under("S1")).containsExactly(RECALL);
        told("pack", "\"container\":\"P1\",\"from\":\"A\",\"lines\":[" + car("S1") + "]");
        assertThat(refused("ship", "\"from\":\"A\",\"to\":\"CUST\",\"containers\":[\"P1\"]"))
                .isEqualTo("recalled");
    }

    @Test
    void whatStandsInOneVesselWithTheBadIsStopped() {
        receive(lot("L1", 10));
        receive(lot("L2", 10));
        receive(lot("L3", 10));
        told("move", "\"from\":\"A\",\"to\":\"T\",\"lines\":[" + lot("L1", 1) + "," + lot("L2", 1) + "]");
        stop("L1");
        assertThat(under("L2")).containsExactly(RECALL);
        told("move", "\"from\":\"A\",\"to\":\"T\",\"lines\":[" + lot("L3", 1) + "]");
        assertThat(under("L3")).containsExactly(RECALL);
        told("clean", "\"vessel\":\"T\"");
        receive(lot("L4", 10));
        told("move", "\"from\":\"A\",\"to\":\"T\",\"lines\":[" + lot("L4", 1) + "]");
        assertThat(under("L4")).isEmpty();
    }

    @Test
    void twoRecallsAreBothSaidAndOneIsLiftedAlone() {
        receive(lot("L1", 10));
        stop("R-2026-002", List.of(), "L1");
        stop("L1");
        JsonNode moved = told("move", "\"from\":\"A\",\"to\":\"B\",\"lines\":[" + lot("L1", 1) + "]");
        assertThat(moved.at("/alerts/0/recall").asString()).isEqualTo(RECALL);
        assertThat(moved.at("/alerts/1/recall").asString()).isEqualTo("R-2026-002");
        book.stops().lift(RECALL);
        assertThat(under("L1")).containsExactly("R-2026-002");
        assertThat(shipped(lot("L1", 1))).isEqualTo("recalled");
    }

    @Test
    void aNewScopeKeepsOrDropsWhatWasAdded() {
        List<StopRule> rules = List.of(new StopRule.Lot(item("MIX"), null, "L1"));
        stop(RECALL, rules);
        receive(lot("L1", 1));
        book.stops().put(new StopOrder(RECALL, "Bad cells", List.of(), new RoaringBitmap(), true));
        assertThat(under("L1")).containsExactly(RECALL);
        book.stops().put(new StopOrder(RECALL, "Bad cells", List.of(), new RoaringBitmap(), false));
        assertThat(under("L1")).isEmpty();
    }

    @Test
    void anotherNodeSeesWhatWasStoppedAndWhatWasAdded() {
        receive(lot("L1", 1));
        var other = book.otherStops();
        assertThat(other.inForce()).isEmpty();
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L2")), "L1");
        var node = book.otherStops();
        assertThat(node.of(unit("L1"))).extracting(Stop::recall).containsExactly(RECALL);
        receive(lot("L2", 1));
        assertThat(book.otherStops().of(List.of(unit("L1").id(), unit("L2").id())))
                .containsOnlyKeys(unit("L1").id(), unit("L2").id());
        await(() -> !other.of(unit("L2")).isEmpty() && !node.of(unit("L2")).isEmpty());
    }

    private static void await(java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void noActGetsAroundAStopThatWasPut() throws Exception {
        receive(lot("L1", 1_000));
        List<Long> shipped = new ArrayList<>();
        var shipping = CompletableFuture.runAsync(() -> {
            while (tell("ship", "\"from\":\"A\",\"to\":\"CUST\",\"lines\":[" + lot("L1", 1) + "]")
                    instanceof Outcome.Recorded recorded) {
                shipped.add(recorded.seq());
            }
        });
        await(() -> book.seq() > 20);
        stop("L1");
        long last = book.recordedSeq();
        shipping.get();
        assertThat(shipped).isNotEmpty().allMatch(seq -> seq <= last);
    }

    @Test
    void aBookThatMovesTakesItsStopsAlong() throws Exception {
        receive(lot("L1", 10));
        receive(lot("L2", 10));
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L3")), "L1");
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L3")), "L1");
        receive(lot("L3", 10));
        Engines other = engine == Engines.SQLITE ? Engines.POSTGRESQL : Engines.SQLITE;
        try (var home = other.home();
                var storage = home.open(CLOCK)) {
            book.copyKept(storage.database());
            var moved = new Stops(storage.database(), CLOCK);
            assertThat(moved.of(
                            List.of(unit("L1").id(), unit("L2").id(), unit("L3").id())))
                    .containsOnlyKeys(unit("L1").id(), unit("L3").id());
            assertThat(moved.entries(RECALL, 0, 10)).containsExactly(3L);
            moved.put(new StopOrder("R-2026-002", "Other cells", List.of(), new RoaringBitmap(), false));
            assertThat(moved.inForce()).extracting(Stop::recall).containsExactly(RECALL, "R-2026-002");
            moved.lift(RECALL);
            assertThat(moved.of(unit("L1"))).isEmpty();
        }
    }

    @Test
    void aReplayGivesTheSameAnswersThoughItJudgesNothing() {
        receive(lot("L1", 10));
        stop(RECALL, List.of(new StopRule.Lot(item("MIX"), null, "L2")), "L1");
        told("move", "\"from\":\"A\",\"to\":\"B\",\"lines\":[" + lot("L1", 1) + "]");
        receive(lot("L2", 10));
        stop("R-2026-002", List.of(), "L1");
        var report = book.verify();
        assertThat(report.firstDifference()).isNull();
        assertThat(report.ok()).isTrue();
    }
}
