/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class CountLawTest {

    @Test
    void poissonTailsAreTheKnownOnes() {
        assertThat(CountLaw.poisson(2).upper(10)).isCloseTo(4.65e-5, within(5e-8));
        assertThat(CountLaw.poisson(0.5).upper(3)).isCloseTo(0.01439, within(5e-6));
    }

    @Test
    void midPCountsHalfOfWhatWasSeen() {
        PoissonDistribution known = PoissonDistribution.of(2);
        assertThat(CountLaw.poisson(2).midP(10))
                .isCloseTo(known.survivalProbability(10) + known.probability(10) / 2, within(1e-15));
        assertThat(CountLaw.poisson(2).midP(0)).isCloseTo(1 - Math.exp(-2) / 2, within(1e-13));
    }

    @Test
    void negativeBinomialOfWholeSizeIsPascal() {
        PascalDistribution known = PascalDistribution.of(3, 3.0 / (3 + 4.5));
        CountLaw law = new CountLaw(4.5, 3);
        for (int n = 0; n < 60; n++) {
            assertThat(law.exactly(n)).isCloseTo(known.probability(n), within(1e-13));
            assertThat(law.upper(n)).isCloseTo(known.survivalProbability(n - 1), within(1e-13));
        }
        assertThat(law.variance()).isCloseTo(known.getVariance(), within(1e-12));
    }

    @Test
    void aLargeSizeIsNearlyPoisson() {
        assertThat(new CountLaw(3, 1e9).upper(8)).isCloseTo(CountLaw.poisson(3).upper(8), within(1e-9));
    }

    @Test
    void aLotThatIsJudgedAgainstItselfIsJudgedGivenAllComplaints() {
        BinomialDistribution known = BinomialDistribution.of(40, 0.1);
        CountLaw law = CountLaw.of(4, Double.POSITIVE_INFINITY, 0.1);
        for (int n = 0; n <= 41; n++) {
            assertThat(law.exactly(n)).isCloseTo(known.probability(n), within(1e-13));
            assertThat(law.upper(n)).isCloseTo(known.survivalProbability(n - 1), within(1e-13));
            assertThat(law.exactly(n) * law.step(n)).isCloseTo(law.exactly(n + 1), within(1e-13));
        }
        assertThat(law.variance()).isCloseTo(3.6, within(1e-12));
        assertThat(CountLaw.of(4, 40, 0.1).variance()).isCloseTo(0.9 * (4 + 16 / 40.0), within(1e-12));
    }

    @Test
    void bandLeavesAtMostTwoAndAHalfInAHundredOnEachSide() {
        for (double mean : new double[] {0.001, 0.02, 0.5, 1, 3.7, 20, 1000}) {
            for (double size : new double[] {0.3, 5, Double.POSITIVE_INFINITY}) {
                CountLaw law = new CountLaw(mean, size);
                Band band = law.band();
                assertThat(law.upper(band.high() + 1)).isLessThanOrEqualTo(0.025);
                assertThat(band.high() == 0 || law.upper(band.high()) > 0.025).isTrue();
                assertThat(1 - law.upper(band.low())).isLessThanOrEqualTo(0.025);
                assertThat(1 - law.upper(band.low() + 1)).isGreaterThan(0.025);
            }
        }
    }

    @Test
    void logGammaAndDigammaAreTheKnownOnes() {
        assertThat(Gammas.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-14));
        assertThat(Gammas.logGamma(11)).isCloseTo(Math.log(3628800), within(1e-13));
        assertThat(Gammas.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-13));
        assertThat(Gammas.digamma(0.05) + 1 / 0.05).isCloseTo(Gammas.digamma(1.05), within(1e-12));
        assertThat(Gammas.digamma(100)).isCloseTo(4.600161852738087, within(1e-13));
    }
}
