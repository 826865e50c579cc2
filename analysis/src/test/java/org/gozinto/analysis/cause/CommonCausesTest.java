/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gozinto.analysis.cause.CauseAnswer.Found;
import org.gozinto.analysis.cause.Explained.Relation;
import org.junit.jupiter.api.Test;

class CommonCausesTest {

    private static final CauseSettings USUAL = CauseSettings.usual(1);

    /** One unit with its factors as {@code family:key}, or {@code family:key@weight}. */
    private record Line(long id, boolean failed, String stratum, List<String> factors) {}

    @Test
    void thirtySevenOfFortyHaveTheLot() {
        Cause cause = found(story()).causes().getFirst();

        assertThat(cause.factors()).containsExactly(new Factor("cell lot", "X9"), new Factor("run", "R1"));
        assertThat(cause.counts()).isEqualTo(new Counts(37, 12, 37, 12, 40 * 49.0 / 440));
        assertThat(cause.failedUnits()).hasSize(37).isSorted();
        assertThat(cause.p()).isLessThan(1e-30);
        assertThat(cause.q()).isLessThan(1e-28);
        // (37 · 388) / (3 · 12) by hand, and p(1 − 1/ratio).
        assertThat(cause.effect().oddsRatio()).isCloseTo(398.78, within(0.01));
        assertThat(cause.effect().share()).isCloseTo(0.925 * (1 - 1 / 398.78), within(1e-4));
        assertThat(cause.effect().oddsLow()).isBetween(50.0, cause.effect().oddsRatio());
        assertThat(cause.effect().shareLow()).isBetween(0.7, cause.effect().share());
        assertThat(cause.effect().shareHigh()).isBetween(cause.effect().share(), 1.0);
        assertThat(found(story()).causes()).hasSize(1);
        assertThat(found(story()).unexplained()).containsExactly(37L, 38L, 39L);
    }

    @Test
    void whatItExplainsHangsBelow() {
        List<Explained> explained = found(story()).causes().getFirst().explained();
        assertThat(explained)
                .extracting(one -> one.factors().getFirst().key(), Explained::relation)
                .contains(tuple("S1", Relation.AROUND), tuple("reel 1", Relation.INSIDE));
        assertThat(explained).allMatch(one -> one.pGivenCause() > 0.05 && one.pOfCause() < 0.001 && !one.rival());
    }

    @Test
    void whatEveryoneSharesIsNamedAndSaysNothing() {
        Screening screening = found(story()).screening();
        assertThat(screening.sharedByAll()).containsExactly(new Factor("item", "A"));
        assertThat(screening.failures()).isEqualTo(40);
        assertThat(screening.controls()).isEqualTo(400);
        assertThat(screening.tooRare()).isEqualTo(440);
    }

    @Test
    void twoIndependentCausesAreBothFound() {
        Random random = new Random(3);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 440; i++) {
            boolean failed = i < 40;
            boolean lot = failed ? i < 18 : random.nextInt(20) == 0;
            boolean vessel = failed ? i >= 16 && i < 34 : random.nextInt(20) == 0;
            lines.add(new Line(
                    i,
                    failed,
                    "",
                    List.of("lot:" + (lot ? "X" : "Y" + random.nextInt(9)), "vessel:" + (vessel ? "V" : "W"))));
        }
        assertThat(found(table(lines)).causes())
                .extracting(one -> one.factors().getFirst())
                .containsExactlyInAnyOrder(new Factor("lot", "X"), new Factor("vessel", "V"));
    }

    @Test
    void aSubsetWithoutExcessIsNeverACause() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Line> lines = new ArrayList<>();
            int[] reels = new int[2];
            for (int i = 0; i < 660; i++) {
                boolean failed = i < 60;
                boolean lot = failed ? i < 45 : random.nextInt(8) == 0;
                // The lot's reels take turns, among failed units and among others: none is worse than the lot.
                String key = lot ? "X" : "Y" + i % 8;
                int reel = lot ? reels[failed ? 1 : 0]++ % 6 : i / 8 % 6;
                lines.add(new Line(i, failed, "", List.of("lot:" + key, "reel:" + key + reel)));
            }
            assertThat(found(table(lines)).causes())
                    .as("seed %d", seed)
                    .extracting(one -> one.factors().getFirst())
                    .containsExactly(new Factor("lot", "X"));
        }
    }

    @Test
    void orderChangesNothing() {
        for (int seed = 0; seed < 20; seed++) {
            List<Line> lines = new ArrayList<>(storyLines());
            List<Line> shuffled = new ArrayList<>();
            Random random = new Random(seed);
            for (Line line : lines) {
                List<String> factors = new ArrayList<>(line.factors);
                Collections.shuffle(factors, random);
                shuffled.add(new Line(line.id, line.failed, line.stratum, factors));
            }
            Collections.shuffle(shuffled, random);
            assertThat(CommonCauses.find(table(shuffled), USUAL))
                    .as("seed %d", seed)
                    .isEqualTo(CommonCauses.find(table(lines), USUAL));
        }
    }

    @Test
    void strataTakeAwayWhatAgeExplains() {
        // Old units fail more and have the old revision: without strata the revision would be the cause.
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean old = i < 200;
            boolean failed = i % (old ? 4 : 41) == 0;
            String revision = old == (i % 5 < 4) ? "R1" : "R2";
            lines.add(new Line(i, failed, old ? "old" : "young", List.of("revision:" + revision)));
        }
        assertThat(CommonCauses.find(table(lines), USUAL)).isInstanceOf(CauseAnswer.Nothing.class);
        List<Line> flat = lines.stream()
                .map(one -> new Line(one.id, one.failed, "", one.factors))
                .toList();
        assertThat(CommonCauses.find(table(flat), USUAL)).isInstanceOf(Found.class);
    }

    @Test
    void uncertainLinksCountByTheirWeight() {
        // Every failed unit may have the lot with a half, as an order of two lots says; few others may.
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 330; i++) {
            boolean suspicious = i < 30 || i % 15 == 0;
            lines.add(new Line(
                    i,
                    i < 30,
                    "",
                    suspicious ? List.of("lot:X@0.5", "lot:" + i % 7 + "@0.5") : List.of("lot:" + i % 7)));
        }
        Cause cause = found(table(lines)).causes().getFirst();
        assertThat(cause.factors()).containsExactly(new Factor("lot", "X"));
        assertThat(cause.counts().failures()).isEqualTo(30);
        assertThat(cause.counts().failuresExpected()).isEqualTo(15);
        assertThat(cause.counts().certain()).isFalse();
    }

    @Test
    void badTablesHaveNames() {
        assertThat(CommonCauses.find(FactorTable.builder().build(), USUAL))
                .isEqualTo(new CauseAnswer.TooFewFailures(0, 3));
        assertThat(CommonCauses.find(table(storyLines().subList(0, 1)), USUAL))
                .isEqualTo(new CauseAnswer.TooFewFailures(1, 3));
        assertThat(CommonCauses.find(table(storyLines().subList(0, 40)), USUAL))
                .isEqualTo(new CauseAnswer.NoControls(40));
        FactorTable.Builder all = FactorTable.builder().comparable(40);
        storyLines().subList(0, 40).forEach(line -> all.unit(line.id, true, ""));
        assertThat(CommonCauses.find(all.build(), USUAL)).isEqualTo(new CauseAnswer.EveryoneFailed(40));
        List<Line> apart = storyLines().stream()
                .map(one -> new Line(one.id, one.failed, one.failed ? "EU" : "US", one.factors))
                .toList();
        assertThat(CommonCauses.find(table(apart), USUAL)).isEqualTo(new CauseAnswer.NothingInCommon(40, 400));
    }

    @Test
    void contradictionsAndWeightsThatAreNoneAreRefused() {
        FactorTable.Builder table = FactorTable.builder();
        int unit = table.unit(7, true, "EU");
        table.unit(7, true, "EU");
        table.unit(7, false, "EU");
        table.unit(7, true, "US");
        int factor = table.factor("lot", "X");
        table.exposed(unit, factor, Double.NaN).exposed(unit, factor, 1.5).exposed(unit, factor, 0);
        assertThat(CommonCauses.find(table.build(), USUAL))
                .isEqualTo(new CauseAnswer.Unreadable(
                        List.of(
                                new Fault(Fault.Kind.CONTRADICTION, 7, "failed and comparable"),
                                new Fault(Fault.Kind.CONTRADICTION, 7, "in a second stratum, US"),
                                new Fault(Fault.Kind.WEIGHT, 7, "NaN for X"),
                                new Fault(Fault.Kind.WEIGHT, 7, "1.5 for X"),
                                new Fault(Fault.Kind.WEIGHT, 7, "0.0 for X")),
                        5));
    }

    @Test
    void aUnitGivenTwiceCountsOnce() {
        List<Line> twice = new ArrayList<>(storyLines());
        twice.addAll(storyLines().subList(0, 5));
        Found found = found(table(twice));
        assertThat(found.screening().repeated()).isEqualTo(5);
        assertThat(found.causes()).isEqualTo(found(story()).causes());
    }

    @Test
    void aLotThatNoOtherHasIsInfinitelyWorse() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 220; i++) {
            lines.add(new Line(i, i < 20, "", List.of("lot:" + (i < 15 ? "X" : "Y" + i % 5))));
        }
        Effect effect = found(table(lines)).causes().getFirst().effect();
        assertThat(effect.oddsRatio()).isInfinite();
        assertThat(effect.oddsHigh()).isInfinite();
        assertThat(effect.oddsLow()).isBetween(20.0, 1_000.0);
        assertThat(effect.share()).isCloseTo(0.75, within(1e-9));
        assertThat(effect.shareLow()).isBetween(0.6, 0.75);
    }

    private static FactorTable story() {
        return table(storyLines());
    }

    /**
     * 37 of 40 failures and 12 of 400 controls have cell lot X9, of supplier S1, all in run R1, half of it on reel 1.
     */
    private static List<Line> storyLines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 440; i++) {
            boolean lot = i < 37 || i >= 40 && i < 52;
            List<String> factors = new ArrayList<>();
            factors.add("item:A");
            factors.add("cell lot:" + (lot ? "X9" : "X" + i % 9));
            factors.add("supplier:" + (lot || i % 3 == 0 ? "S1" : "S2"));
            factors.add("operator:" + i % 7);
            if (lot) {
                factors.add("run:R1");
                factors.add("reel:" + (i % 2 == 0 ? "reel 1" : "reel 2"));
            }
            factors.add("seal:" + i);
            lines.add(new Line(i, i < 40, "", factors));
        }
        return lines;
    }

    private static FactorTable table(List<Line> lines) {
        FactorTable.Builder table = FactorTable.builder();
        for (Line line : lines) {
            int unit = table.unit(line.id, line.failed, line.stratum);
            for (String factor : line.factors) {
                String[] parts = factor.split("[:@]", -1);
                double weight = parts.length > 2 ? Double.parseDouble(parts[2]) : 1;
                table.exposed(unit, table.factor(parts[0], parts[1]), weight);
            }
        }
        return table.build();
    }

    private static Found found(FactorTable table) {
        CauseAnswer answer = CommonCauses.find(table, USUAL);
        assertThat(answer).isInstanceOf(Found.class);
        return (Found) answer;
    }
}
