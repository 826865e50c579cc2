/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class GammaPoissonTest {

    private static final GammaPoisson TWO = GammaPoisson.gamma(2, 2);

    @Test
    void posteriorMeansOfGammaTwoTwoAreTheKnownOnes() {
        assertThat(TWO.after(1, 0.01).mean()).isCloseTo(1.49, within(0.005));
        assertThat(TWO.after(3, 0.5).mean()).isCloseTo(2.00, within(0.005));
        assertThat(TWO.after(10, 2).mean()).isCloseTo(3.00, within(0.005));
        assertThat(TWO.after(100, 20).mean()).isCloseTo(4.64, within(0.005));
    }

    @Test
    void quantilesOfOneGammaAreThoseOfTheGammaDistribution() {
        GammaPoisson.Shrunk shrunk = TWO.after(7, 1.5);
        GammaDistribution known = GammaDistribution.of(9, 1 / 3.5);
        assertThat(shrunk.eb05()).isCloseTo(known.inverseCumulativeProbability(0.05), within(1e-8));
        assertThat(shrunk.eb95()).isCloseTo(known.inverseCumulativeProbability(0.95), within(1e-8));
    }

    @Test
    void geometricMeanIsThatOfTheMixtureByIntegration() {
        GammaPoisson prior = new GammaPoisson(0.2, 0.1, 2, 4, 1.0 / 3);
        double[] sums = new double[3];
        GammaDistribution one = GammaDistribution.of(0.2, 10);
        GammaDistribution two = GammaDistribution.of(2, 0.25);
        for (double log = -20; log < 6; log += 1e-4) {
            double x = Math.exp(log);
            double density = (one.density(x) / 3 + two.density(x) * 2 / 3) * x;
            double seen = density * CountLaw.poisson(x * 0.7).exactly(4);
            sums[0] += seen;
            sums[1] += seen * log;
            sums[2] += seen * x;
        }
        GammaPoisson.Shrunk shrunk = prior.after(4, 0.7);
        assertThat(shrunk.ebgm()).isCloseTo(Math.exp(sums[1] / sums[0]), within(1e-6));
        assertThat(shrunk.mean()).isCloseTo(sums[2] / sums[0], within(1e-6));
    }

    @Property(tries = 300)
    void carefulEndMeanAndBoldEndAreInOrder(
            @ForAll @IntRange(min = 1, max = 500) int n,
            @ForAll @DoubleRange(min = -9, max = 7) double logExposure,
            @ForAll @DoubleRange(min = 0.05, max = 20) double shape,
            @ForAll @DoubleRange(min = 0.05, max = 20) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double weight) {
        GammaPoisson.Shrunk shrunk = new GammaPoisson(shape, rate, 2, 2, weight).after(n, Math.exp(logExposure));
        assertThat(shrunk.eb05()).isPositive().isLessThanOrEqualTo(shrunk.ebgm());
        assertThat(shrunk.ebgm()).isLessThanOrEqualTo(shrunk.eb95()).isLessThan(shrunk.mean());
    }

    @Property(tries = 300)
    void moreComplaintsNeverLowerTheRatio(
            @ForAll @IntRange(min = 0, max = 500) int n,
            @ForAll @DoubleRange(min = -9, max = 7) double logExposure,
            @ForAll @DoubleRange(min = 0.05, max = 20) double shape,
            @ForAll @DoubleRange(min = 0.05, max = 20) double rate) {
        GammaPoisson prior = new GammaPoisson(shape, rate, 2, 2, 0.1);
        GammaPoisson.Shrunk fewer = prior.after(n, Math.exp(logExposure));
        GammaPoisson.Shrunk more = prior.after(n + 1, Math.exp(logExposure));
        assertThat(more.ebgm()).isGreaterThan(fewer.ebgm());
        assertThat(more.eb05()).isGreaterThan(fewer.eb05() * (1 - 1e-9));
        assertThat(more.mean()).isGreaterThan(fewer.mean());
    }

    @Property(tries = 300)
    void lessExposurePullsTheSameRawRatioTowardOne(
            @ForAll @IntRange(min = 1, max = 200) int n, @ForAll @DoubleRange(min = 1.1, max = 50) double ratio) {
        double little = TWO.after(n, n / ratio).mean();
        double much = TWO.after(2 * n, 2 * n / ratio).mean();
        assertThat(little).isGreaterThan(1).isLessThan(much);
        assertThat(much).isLessThan(ratio);
    }

    @Test
    void withoutExposureOnlyThePriorIsLeft() {
        assertThat(TWO.after(0, 1e-9).mean()).isCloseTo(1, within(1e-8));
    }

    @Test
    void fitFindsThePriorThatMadeTheCells() {
        GammaPoisson truth = new GammaPoisson(1.5, 0.3, 8, 8, 0.1);
        SplittableRandom random = new SplittableRandom(11);
        Tally tally = new Tally(1);
        double[] expected = new double[40_000];
        int[] found = new int[expected.length];
        Chance chance = new Chance(random);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.exp(random.nextDouble() * 6 - 4);
            boolean first = random.nextDouble() < truth.weight();
            double ratio = first ? chance.gamma(1.5, 0.3) : chance.gamma(8, 8);
            found[i] = chance.poisson(ratio * expected[i]);
        }
        tally.column(0, 0, expected, found);
        GammaPoisson prior = PriorFit.of(tally);
        GammaPoisson.Shrunk fitted = prior.after(8, 1);
        GammaPoisson.Shrunk known = truth.after(8, 1);
        assertThat(fitted.ebgm()).isCloseTo(known.ebgm(), within(0.1 * known.ebgm()));
        assertThat(fitted.eb05()).isCloseTo(known.eb05(), within(0.1 * known.eb05()));
        assertThat(prior.after(1, 3).ebgm()).isCloseTo(truth.after(1, 3).ebgm(), within(0.05));
    }

    @Test
    void tooFewCellsAreNotFitted() {
        assertThat(PriorFit.of(new Tally(1))).isEqualTo(GammaPoisson.NEUTRAL);
    }

    @Test
    void whatIsNoExposureIsRefused() {
        for (double exposure : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> TWO.after(1, exposure)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> GammaPoisson.gamma(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
