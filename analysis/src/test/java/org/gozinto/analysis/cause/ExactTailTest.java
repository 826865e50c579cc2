/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class ExactTailTest {

    private static final LnFactorials LN = new LnFactorials(20_000);

    @Test
    void tailsOfFiveHundredExposedAmongTwentyThousand() {
        assertThat(atLeast(20_000, 500, 40, 3)).isCloseTo(0.07776, within(5e-6));
        assertThat(atLeast(20_000, 500, 40, 5)).isCloseTo(0.0030604, within(5e-8));
        assertThat(atLeast(20_000, 500, 40, 12)).isCloseTo(1.546e-10, within(5e-14));
    }

    @Test
    void aLotOfOneUnitCannotBeGuiltyAndOneOfTwoHardly() {
        assertThat(Math.exp(tally(20_000, 1, 40, 1).lnBest(LN))).isCloseTo(0.002, within(1e-12));
        assertThat(Math.exp(tally(20_000, 2, 40, 2).lnBest(LN))).isCloseTo(3.9e-6, within(5e-9));
    }

    @Test
    void agreesWithCommonsStatisticsForEveryScore() {
        var known = HypergeometricDistribution.of(300, 70, 25);
        for (int hit = 0; hit <= 25; hit++) {
            double expected = known.survivalProbability(hit) + known.probability(hit) / 2;
            assertThat(midP(tally(300, 70, 25, hit))).isCloseTo(expected, withPercentage(1e-7));
        }
    }

    @Test
    void aTailBelowTheSmallestDoubleHasALogarithm() {
        double ln = exact(tally(11_000, 900, 1_000, 900)).lnMidP();
        assertThat(ln).isLessThan(-1_500);
        assertThat(ln).isCloseTo(tally(11_000, 900, 1_000, 900).lnBest(LN) - Math.log(2), within(1e-6));
    }

    @Test
    void strataAreFolded() {
        // Two strata by hand: (4 units, 2 failed, 1 exposed) and (3 units, 1 failed, 1 exposed), both exposed failed.
        Tally both = Tally.of(new int[] {4, 3}, new int[] {2, 1}, new int[][] {certain(1), certain(1)}, 24);
        assertThat(midP(both)).isCloseTo(0.5 * (2.0 / 4) * (1.0 / 3), within(1e-12));
    }

    @Test
    void weightsAreTheDistributionOverAllChoices() {
        int[] levels = {12, 12, 6, 6, 4, 3, 0, 0, 0, 0};
        int[] counts = new int[13];
        for (int level : levels) {
            counts[level]++;
        }
        for (int score : new int[] {12, 18, 24, 28, 30, 34}) {
            double above = 0;
            double all = 0;
            for (int set = 0; set < 1 << levels.length; set++) {
                if (Integer.bitCount(set) == 4) {
                    int chosen = set;
                    int sum = java.util.stream.IntStream.range(0, levels.length)
                            .filter(i -> (chosen >> i & 1) == 1)
                            .map(i -> levels[i])
                            .sum();
                    all++;
                    above += sum > score ? 1 : sum == score ? 0.5 : 0;
                }
            }
            Tally tally = Tally.of(new int[] {10}, new int[] {4}, new int[][] {counts.clone()}, score);
            assertThat(midP(tally)).as("score %d", score).isCloseTo(above / all, within(1e-12));
        }
    }

    @Test
    void theSaddlepointIsNearToTheExactTail() {
        for (int score = 10; score <= 22; score += 3) {
            // Certain exposures in two strata; the formula knows no steps, so some per cent off is what a lattice
            // allows.
            Tally tally = Tally.of(
                    new int[] {2_000, 1_500}, new int[] {60, 40}, new int[][] {certain(200), certain(90)}, score * 12);
            assertThat(Math.exp(Saddlepoint.lnMidP(tally, LN) - exact(tally).lnMidP()))
                    .as("score %d", score)
                    .isBetween(0.85, 1.15);
        }
        int[] mixed = new int[13];
        Arrays.fill(mixed, 1, 13, 4);
        for (int score = 60; score <= 140; score += 20) {
            Tally tally = Tally.of(new int[] {600}, new int[] {30}, new int[][] {mixed}, score);
            assertThat(Math.exp(Saddlepoint.lnMidP(tally, LN) - exact(tally).lnMidP()))
                    .as("weighted score %d", score)
                    .isBetween(0.95, 1.05);
        }
    }

    private static double atLeast(int units, int exposed, int failed, int hit) {
        double same = HypergeometricDistribution.of(units, exposed, failed).probability(hit);
        return midP(tally(units, exposed, failed, hit)) + same / 2;
    }

    private static double midP(Tally tally) {
        return Math.exp(exact(tally).lnMidP());
    }

    private static ExactTail exact(Tally tally) {
        return Objects.requireNonNull(ExactTail.of(tally, LN));
    }

    private static Tally tally(int units, int exposed, int failed, int hit) {
        return Tally.of(new int[] {units}, new int[] {failed}, new int[][] {certain(exposed)}, hit * Row.CERTAIN);
    }

    private static int[] certain(int units) {
        int[] counts = new int[13];
        counts[Row.CERTAIN] = units;
        return counts;
    }
}
