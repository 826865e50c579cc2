/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScooterMakerTest {

    private static final LocalDate START = LocalDate.of(2025, 9, 1);

    @ParameterizedTest
    @CsvSource({"1,100", "2,100", "3,100", "7,100", "1,1000", "2,1000", "42,1000", "1,10000"})
    void strictLedgerTakesEveryActAndAgreesWithTheTruth(long seed, int scooters) {
        ScooterMaker maker = ScooterMaker.of(new Settings(seed, scooters, START));
        Played played = play(maker);
        System.out.printf("seed %d, %d scooters: %s%n", seed, scooters, played.ledger().kinds);

        conserves(played.ledger());
        agreesOnPlaces(played);
        agreesOnLots(played);
        agreesOnScooters(played);
        agreesOnCells(played);
    }

    @Test
    void everySeedIsAcceptable() {
        SplittableRandom seeds = new SplittableRandom(START.toEpochDay());
        for (int i = 0; i < 25; i++) {
            long seed = seeds.nextLong();
            System.out.println("seed " + seed);
            Played played = play(ScooterMaker.of(new Settings(seed, 100 + 7 * i, START.plusDays(11L * i))));
            conserves(played.ledger());
            agreesOnPlaces(played);
            agreesOnLots(played);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,100", "5,100", "1,1000", "6,1000", "7,1000", "4,10000"})
    void plantedLotHasAStory(long seed, int scooters) {
        ScooterMaker maker = ScooterMaker.of(new Settings(seed, scooters, START));
        Story story = maker.story();
        Played played = play(maker);
        ScooterTruth truth = played.truth();
        Unit lot = Unit.lot(story.item(), story.lot());

        assertThat(played.ledger().supplierLots).containsEntry(lot, story.supplierLot());
        assertThat(story.reportedOn()).isAfter(story.receivedOn());
        assertThat(truth.holdings(lot)).containsKey("HAM-QC-CAGE");
        Reach<String> packs = truth.packsOf(story.lot());
        assertThat(packs.exact()).isNotEmpty();
        assertThat(packs.possible()).containsAll(packs.exact());
        Reach<String> now = truth.scootersAffectedBy(story.lot(), Hosts.NOW);
        Reach<String> ever = truth.scootersAffectedBy(story.lot(), Hosts.EVER);
        assertThat(now.possible()).isNotEmpty();
        assertThat(ever.possible())
                .containsAll(now.possible())
                .hasSizeGreaterThan(now.possible().size());
        assertThat(truth.consignees(story.lot(), Hosts.NOW)).isNotEmpty();
        if (scooters >= 1000) {
            TreeSet<String> moved = new TreeSet<>(now.possible());
            moved.removeAll(
                    truth.scootersAffectedBy(story.lot(), Hosts.AS_BUILT).possible());
            assertThat(moved).as("scooters that got a bad pack later").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,100", "5,100", "1,1000", "111,1000"})
    void ridersComplainOfOneLotAndOfTwoHoursOnALine(long seed, int scooters) {
        ScooterMaker maker = ScooterMaker.of(new Settings(seed, scooters, START));
        Played played = play(maker);
        Troubles troubles = played.truth().troubles();

        assertThat(troubles.cellLot()).isNotEqualTo(maker.story().lot());
        assertThat(Duration.between(troubles.from(), troubles.to())).isLessThan(Duration.ofHours(2));
        TreeSet<String> ofLot = new TreeSet<>(
                played.truth().scootersAffectedBy(troubles.cellLot(), Hosts.NOW).possible());
        List<CustomerComplaint> heat = troubles.complaints().stream()
                .filter(one -> one.code().equals(Troubles.HEAT))
                .toList();
        assertThat(heat).hasSizeBetween(10, 13);
        assertThat(heat.stream().filter(one -> ofLot.contains(one.scooter()))).hasSizeBetween(5, 8);
        assertThat(troubles.complaints()).hasSizeGreaterThan(2 * heat.size() - 1);
        for (CustomerComplaint one : troubles.complaints()) {
            Whereabouts where = played.truth().whereIs("SCOOTER-S1", one.scooter());
            assertThat(where.stops().getLast().kind()).isEqualTo(Whereabouts.Kind.PARTNER);
            assertThat(one.failedOn()).isBeforeOrEqualTo(one.reportedOn());
            assertThat(one.reportedOn()).isBefore(maker.story().reportedOn());
        }
        assertThat(troubles.complaints()).extracting(CustomerComplaint::scooter).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfActHappens() {
        Played played = play(ScooterMaker.of(new Settings(1, 1000, START)));

        assertThat(played.ledger().kinds.keySet())
                .containsExactlyInAnyOrder(
                        "adjust",
                        "commission",
                        "count",
                        "hold",
                        "install",
                        "move",
                        "pack",
                        "produce",
                        "receive",
                        "release",
                        "remove",
                        "return",
                        "scrap",
                        "ship",
                        "unpack",
                        "void");
    }

    @Test
    void orderPrecisionListsMoreThanReallyHappened() {
        Played played = play(ScooterMaker.of(new Settings(1, 1000, START)));

        assertThat(played.ledger().lots.keySet().stream()
                        .filter(lot -> lot.item().equals("CELL-21700"))
                        .map(lot -> played.truth().packsOf(lot.lot())))
                .anyMatch(reach -> reach.possible().size() > reach.exact().size());
    }

    @Test
    void exactlySoManyScootersAreBuilt() {
        Played played = play(ScooterMaker.of(new Settings(9, 333, START)));

        assertThat(played.ledger().serials.keySet().stream()
                        .filter(unit -> unit.item().equals("SCOOTER-S1")))
                .hasSize(333);
    }

    @Test
    void sameSettingsGiveTheSameBytes() throws IOException, NoSuchAlgorithmException {
        String first = digest(new Settings(5, 500, START));

        assertThat(digest(new Settings(5, 500, START))).isEqualTo(first);
        assertThat(digest(new Settings(6, 500, START))).isNotEqualTo(first);
        assertThat(digest(new Settings(5, 501, START))).isNotEqualTo(first);
        assertThat(digest(new Settings(5, 500, START.plusDays(1)))).isNotEqualTo(first);
    }

    @Test
    void answersAsOfAnInstant() {
        ScooterMaker maker = ScooterMaker.of(new Settings(3, 1000, START));
        Played played = play(maker);
        NaiveAnswers naive = new NaiveAnswers(played.ledger());
        String lot = maker.story().lot();
        Unit seed = Unit.lot(maker.story().item(), lot);
        Instant day = maker.story()
                .receivedOn()
                .atStartOfDay(java.time.ZoneOffset.UTC)
                .toInstant();
        for (int i = 0; i < 60; i++) {
            Instant asOf = day.plusSeconds(i * 90_061L);
            for (Hosts hosts : Hosts.values()) {
                assertThat(played.truth().scootersAffectedBy(lot, hosts, asOf).possible())
                        .as("%s as of %s", hosts, asOf)
                        .containsExactlyElementsOf(naive.hosts(naive.made(seed), hosts, asOf.toEpochMilli()).stream()
                                .map(Unit::serial)
                                .toList());
            }
        }
    }

    @Test
    void truthWaitsForTheLastAct() {
        Simulation<ScooterTruth> life =
                ScooterMaker.of(new Settings(1, 100, START)).start();
        life.next();

        assertThatThrownBy(life::truth).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownNamesAreRefused() {
        ScooterTruth truth = ScooterMaker.of(new Settings(1, 100, START)).truth();

        assertThatThrownBy(() -> truth.whereIs("SCOOTER-S1", "ES99999999"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> truth.whereIs("SCOOTER-S1", "nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> truth.whereIs("CELL-21700", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> truth.packsOf("x")).isInstanceOf(IllegalArgumentException.class);
    }

    private record Played(NaiveLedger ledger, ScooterTruth truth) {}

    private static Played play(ScooterMaker maker) {
        NaiveLedger ledger = new NaiveLedger(maker.masters());
        Simulation<ScooterTruth> life = maker.start();
        while (life.hasNext()) {
            Act act = life.next();
            try {
                ledger.record(act);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("refused: " + act.json(), e);
            }
        }
        return new Played(ledger, life.truth());
    }

    private static void conserves(NaiveLedger ledger) {
        ledger.lots.forEach(
                (lot, places) -> assertThat(places.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as("sum of %s", lot)
                        .isEqualByComparingTo("0"));
    }

    private static void agreesOnPlaces(Played played) {
        NaiveAnswers naive = new NaiveAnswers(played.ledger());
        for (Unit unit : played.ledger().serials.keySet()) {
            assertThat(played.truth().whereIs(unit.item(), unit.serial()).stops())
                    .extracting(Whereabouts.Stop::code)
                    .as("where is %s", unit)
                    .containsExactlyElementsOf(naive.whereIs(unit));
        }
        played.ledger().lots.forEach((lot, places) -> {
            Map<String, BigDecimal> stock = new HashMap<>();
            places.forEach((place, qty) -> {
                if (played.ledger().locations.contains(place) && qty.signum() != 0) {
                    stock.put(place, qty);
                }
            });
            assertThat(played.truth().holdings(lot)).isEqualTo(stock);
        });
    }

    private static void agreesOnLots(Played played) {
        NaiveAnswers naive = new NaiveAnswers(played.ledger());
        TreeSet<Unit> seeds = new TreeSet<>(played.ledger().lots.keySet());
        played.ledger().lotOfSerial.forEach((serial, lot) -> seeds.add(Unit.lot(serial.item(), lot)));
        played.ledger().serials.keySet().stream()
                .filter(unit -> unit.serial().endsWith("7"))
                .limit(500)
                .forEach(seeds::add);
        for (Unit seed : seeds) {
            for (Hosts hosts : Hosts.values()) {
                Reach<Unit> reach = played.truth().descendants(seed, hosts);
                assertThat(reach.possible()).as("%s of %s", hosts, seed).isEqualTo(naive.descendants(seed, hosts));
                assertThat(reach.possible()).containsAll(reach.exact());
                assertThat(played.truth().consignees(seed, hosts))
                        .as("consignees of %s %s", seed, hosts)
                        .isEqualTo(naive.consignees(seed, hosts));
            }
        }
    }

    private static void agreesOnScooters(Played played) {
        NaiveAnswers naive = new NaiveAnswers(played.ledger());
        for (Unit unit : played.ledger().serials.keySet()) {
            if (!unit.item().equals("SCOOTER-S1")) {
                continue;
            }
            for (Hosts hosts : Hosts.values()) {
                Reach<Unit> reach = played.truth().ancestors(unit.serial(), hosts);
                assertThat(reach.possible()).as("%s of %s", hosts, unit).isEqualTo(naive.ancestors(unit, hosts));
                assertThat(reach.possible()).containsAll(reach.exact());
            }
        }
    }

    /** What really went into the packs of a run adds up to what the run was fed. */
    private static void agreesOnCells(Played played) {
        played.ledger().runs.forEach((run, fed) -> {
            Map<String, BigDecimal> in = new HashMap<>();
            fed.stream()
                    .filter(one -> one.unit().item().equals("CELL-21700"))
                    .forEach(one -> in.merge(one.unit().lot(), one.qty(), BigDecimal::add));
            Map<String, BigDecimal> out = new HashMap<>();
            played.ledger().outputsOf.get(run).stream()
                    .filter(unit -> unit.item().equals("PACK-36V"))
                    .forEach(pack -> played.truth()
                            .cellsIn(pack.serial())
                            .forEach((lot, qty) -> out.merge(lot, qty, BigDecimal::add)));
            assertThat(out).as("cells of run %s", run).isEqualTo(in);
        });
    }

    private static String digest(Settings settings) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256);
        ScooterMaker maker = ScooterMaker.of(settings);
        ActLines.writeNdjson(maker.start(), out);
        for (Master master : maker.masters()) {
            out.write(master.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
