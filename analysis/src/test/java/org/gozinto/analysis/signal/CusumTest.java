/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CusumTest {

    /** Exposure that grows as a fleet does. */
    private static double[] growing(int periods, double from, double to) {
        double[] expected = new double[periods];
        Arrays.setAll(expected, t -> from + (to - from) * t / periods);
        return expected;
    }

    private static int[] drawn(double[] expected, Chance chance) {
        return Arrays.stream(expected).mapToInt(chance::poisson).toArray();
    }

    @Test
    void falseAlarmsComeAsOftenAsStatedThoughExposureGrows() {
        Chance chance = new Chance(77);
        double[][] fleets = {growing(100, 0.3, 6), growing(100, 5, 40)};
        for (double[] expected : fleets) {
            double runLength = expected[0] < 1 ? 200 : 1000;
            Cusum limits = Cusum.of(new int[100], expected, 2, runLength);
            int alarms = 0;
            int runs = 20_000;
            for (int run = 0; run < runs; run++) {
                alarms += crosses(limits, drawn(expected, chance), expected) ? 1 : 0;
            }
            double stated = 1 - Math.pow(1 - 1 / runLength, 100);
            assertThat((double) alarms / runs).isCloseTo(stated, within(0.2 * stated));
        }
    }

    private static boolean crosses(Cusum limits, int[] found, double[] expected) {
        double k = 1 / Math.log(2);
        double sum = 0;
        for (int t = 0; t < found.length; t++) {
            sum = Math.max(0, sum + found[t] - k * expected[t]);
            if (sum >= limits.limit(t)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aDoubledRateIsFoundSoonAndItsBeginningIsNamed() {
        Chance chance = new Chance(8);
        double[] expected = growing(100, 8, 8);
        double[] truth = growing(100, 8, 8);
        Arrays.fill(truth, 60, 100, 16);
        double delay = 0;
        int held = 0;
        int early = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            Cusum cusum = Cusum.of(drawn(truth, chance), expected, 2, 2000);
            if (cusum.alarms().getFirst() < 60) {
                early++;
                continue;
            }
            delay += cusum.alarms().getFirst() - 60;
            Cusum.Rise rise = cusum.rise();
            held += rise.earliest() <= 60 && rise.latest() >= 60 ? 1 : 0;
        }
        int late = runs - early;

        assertThat(early).isLessThan(runs * 10 / 100);
        assertThat(delay / late).isBetween(0.0, 4.0);
        assertThat(held).isGreaterThanOrEqualTo(late * 85 / 100);
    }

    @Test
    void theQuickLookMissesNoAlarm() {
        Chance chance = new Chance(15);
        double[] expected = growing(80, 0.05, 3);
        int alarms = 0;
        for (int run = 0; run < 300; run++) {
            int[] found = drawn(expected, chance);
            boolean alarm = !Cusum.of(found, expected, 2, 60).alarms().isEmpty();
            alarms += alarm ? 1 : 0;
            assertThat(alarm && !Cusum.canAlarm(found, expected, 2, 60)).isFalse();
        }
        assertThat(alarms).isGreaterThan(100);
    }

    @Test
    void aSeriesWithoutExposureHasNoAlarm() {
        Cusum cusum = Cusum.of(new int[] {5, 5}, new double[2], 2, 100);
        assertThat(cusum.alarms()).isEmpty();
        assertThatThrownBy(cusum::rise).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoExposureIsRefused() {
        assertThatThrownBy(() -> Cusum.of(new int[1], new double[] {Double.NaN}, 2, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cusum.of(new int[1], new double[] {-1}, 2, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
