/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said about chance comes true, in worlds whose truth is known. */
class HonestyTest {

    private static final Settings SETTINGS = Settings.weekly();

    /** Signals often enough to count them. */
    private static final Settings OFTEN = new Settings(0.2, 3, 2, 91, 1, 0);

    /** A false drift in thirty years: these worlds have one item and code, and last for years. */
    private static final Settings QUIET = new Settings(0.05, 3, 2, 30 * 365, 4.35, 1000);

    /** Early failures first, then few, then wear: lots of different age differ much when units are counted. */
    private static final IntToDoubleFunction BATHTUB = age -> age < 3 ? 0.004 : age < 18 ? 0.0008 : 0.003;

    /**
     * Where nothing is wrong, 0.3125 signals a run are stated at a share of 0.2; their standard deviation is some 0.85
     * a run (Finner and Roters). So the ratio of 2,000 runs lies within 0.06 of what is true in two of three cases, of
     * 500 within 0.12; three such errors are let pass.
     */
    private static void assertAsStated(int runs, LongFunction<FalseAlarms> each) {
        long signals = 0;
        double stated = 0;
        for (int run = 0; run < runs; run++) {
            FalseAlarms alarms = each.apply(run);
            signals += alarms.signals();
            stated += alarms.whenNothingIsWrong();
        }
        assertThat(signals / stated)
                .as("%d signals in %d runs, %.1f stated", signals, runs, stated)
                .isCloseTo(1, within(3 * 2.72 / Math.sqrt(runs)));
    }

    private static FalseAlarms alarms(Tally tally, String... codes) {
        Screening screening = Screening.of(tally, List.of(codes), OFTEN);
        return FalseAlarms.of(tally.tests(), screening.signals(), OFTEN);
    }

    @Test
    void falseSignalsComeAsOftenAsStatedWhenNothingIsWrong() {
        Chance chance = new Chance(20261201);
        assertAsStated(2_000, run -> {
            Tally tally = new Tally(2);
            for (int code = 0; code < 2; code++) {
                double[] expected = new double[150];
                Arrays.setAll(expected, lot -> Math.exp(chance.random().nextDouble() * 5 - 3));
                tally.column(
                        code,
                        0,
                        expected,
                        Arrays.stream(expected).mapToInt(chance::poisson).toArray());
            }
            return alarms(tally, "a", "b");
        });
    }

    @Test
    void falseSignalsComeAsOftenAsStatedWhenLotsDifferAnyway() {
        Chance chance = new Chance(7);
        assertAsStated(500, run -> {
            Tally tally = new Tally(1);
            double[] expected = new double[300];
            Arrays.setAll(expected, lot -> Math.exp(chance.random().nextDouble() * 3));
            int[] found = Arrays.stream(expected)
                    .mapToInt(e -> chance.poisson(e * chance.ratio(4)))
                    .toArray();
            tally.column(0, 0, expected, found);
            return alarms(tally, "a");
        });
    }

    /** Of the item whose hazards are those of the same 150 lots: the first of them alone have reached some ages. */
    @Test
    void falseSignalsComeAsOftenAsStatedThoughALotRaisesWhatIsExpectedOfIt() {
        Chance chance = new Chance(11);
        World world = new World(150, 36, 900, BATHTUB);
        assertAsStated(500, run -> Signals.of(world.evidence(chance), OFTEN).falseAlarms());
    }

    @Test
    void youngLotsDoNotLookGoodNorOldLotsBad() {
        Chance chance = new Chance(3);
        World world = new World(90, 36, 3000, BATHTUB);
        double[][] sums = new double[3][3];
        for (int run = 0; run < 20; run++) {
            Evidence evidence = world.evidence(chance);
            Map<String, Long> units = new HashMap<>();
            evidence.cohorts().forEach(cohort -> units.merge(cohort.lot(), cohort.units(), Long::sum));
            for (LotRate rate : Signals.siblings(evidence, "item", "code")) {
                int age = Integer.parseInt(rate.lot().substring(4)) / 30;
                sums[age][0] += rate.complaints();
                sums[age][1] += rate.exposure();
                sums[age][2] += units.getOrDefault(rate.lot(), 0L);
            }
        }
        double old = sums[0][0] / sums[0][1];
        double young = sums[2][0] / sums[2][1];
        assertThat(old).isCloseTo(1, within(0.03));
        assertThat(young).isCloseTo(1, within(0.03));
        assertThat(sums[0][0] / sums[0][2]).as("by units").isGreaterThan(2 * sums[2][0] / sums[2][2]);
    }

    @Test
    void aBadLotOfRiskFiveAndFortyFailuresIsRankedFirst() {
        int runs = 60;
        int first = 0;
        int signals = 0;
        for (int run = 0; run < runs; run++) {
            int bad = 10 + run % 80;
            Chance chance = new Chance(1000 + run);
            World world = new World(120, 36, 600, age -> 8.0 / 600 / (36 - bad * 36 / 120.0))
                    .withLots(lot -> lot == bad ? 5 : 1);
            Report report = Signals.of(world.evidence(chance), SETTINGS);
            Finding top = report.findings().getFirst();
            first += top.lot().equals(World.id(bad)) ? 1 : 0;
            signals += top.verdict() == Verdict.SIGNAL ? 1 : 0;
        }
        assertThat(first).isGreaterThanOrEqualTo(runs * 95 / 100);
        assertThat(signals).isGreaterThanOrEqualTo(runs * 95 / 100);
    }

    @Test
    void publicityGivesAlarmsUnlessItBeginsANewBaseline() {
        int peak = 20;
        World world = new World(60, 30, 900, age -> 0.002).withMonths(month -> month == peak ? 6 : 1);
        LocalDate after = World.START.plusMonths(peak + 1L).atDay(1);
        Report without = Signals.of(world.evidence(new Chance(5)), QUIET);
        Report with = Signals.of(world.evidence(new Chance(5), List.of(new Baseline("item", "code", after))), QUIET);
        assertThat(without.drifts()).hasSize(1);
        Drift drift = without.drifts().getFirst();
        assertThat(drift.beganOn())
                .isBetween(
                        after.minusMonths(1).minusDays(7), after.minusMonths(1).plusDays(7));
        assertThat(drift.daysToDetection()).isBetween(0L, 20L);
        assertThat(with.drifts()).isEmpty();
        assertThat(with.findings()).noneMatch(finding -> finding.verdict() == Verdict.SIGNAL);
        assertThat(with.apart()).containsOnlyKeys(Apart.BEFORE_BASELINE);
    }

    @Test
    void publicityAboutOneLotGivesASignalUnlessItBeginsANewBaseline() {
        World world = new World(60, 30, 900, age -> 0.002);
        Evidence quiet = world.evidence(new Chance(6));
        LocalDate news = LocalDate.of(2024, 6, 10);
        List<Complaint> loud = new ArrayList<>(quiet.complaints());
        IntStream.range(0, 90)
                .mapToObj(i -> new Complaint(World.id(7), "code", "market", news.plusDays(i / 6), null))
                .forEach(loud::add);
        List<Baseline> baseline = List.of(new Baseline("item", "code", LocalDate.of(2024, 7, 1)));
        Report without =
                Signals.of(new Evidence(quiet.asOf(), quiet.lots(), quiet.cohorts(), loud, List.of()), SETTINGS);
        Report with = Signals.of(new Evidence(quiet.asOf(), quiet.lots(), quiet.cohorts(), loud, baseline), SETTINGS);
        assertThat(without.findings().getFirst().lot()).isEqualTo(World.id(7));
        assertThat(without.findings().getFirst().verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(with.findings()).noneMatch(finding -> finding.verdict() == Verdict.SIGNAL);
    }

    @Test
    void manyBadLotsDoNotHideEachOther() {
        World world = new World(100, 36, 900, age -> 0.001).withLots(lot -> lot % 33 == 5 ? 6 : 1);
        Report report = Signals.of(world.evidence(new Chance(9)), SETTINGS);
        assertThat(report.findings().stream()
                        .filter(finding -> finding.verdict() == Verdict.SIGNAL)
                        .map(Finding::lot))
                .containsExactlyInAnyOrder(World.id(5), World.id(38), World.id(71));
        assertThat(report.falseAlarms().thisRun()).isCloseTo(0.15, within(1e-12));
    }
}
