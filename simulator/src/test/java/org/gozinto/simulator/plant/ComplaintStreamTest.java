/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComplaintStreamTest {

    private static final long SEED = 20261201;

    @Test
    void isTheSameForTheSameSeed() {
        StreamSettings settings = StreamSettings.usual(SEED);
        ComplaintStream one = ComplaintStream.of(settings, new StreamCause.None());
        ComplaintStream same = ComplaintStream.of(settings, new StreamCause.None());
        assertThat(same.complaints().failedDay()).isEqualTo(one.complaints().failedDay());
        assertThat(same.cohorts().units()).isEqualTo(one.cohorts().units());
        assertThat(one.lots().size()).isEqualTo(200);
    }

    @Test
    void complaintsComeAsOftenAsTheHazardSays() {
        System.out.println("seed " + SEED);
        StreamSettings settings = new StreamSettings(SEED, 1, 1, 3_000_000, 3, 60, 0.1, false, 0, 0);
        ComplaintStream stream = ComplaintStream.of(settings, new StreamCause.None());
        double expected = 0;
        for (int i = 0; i < stream.cohorts().size(); i++) {
            if (stream.cohorts().leftMonth()[i] < 0) {
                double market = new double[] {0.7, 1, 1.4}[stream.cohorts().market()[i]];
                expected += stream.cohorts().units()[i] * market;
            }
        }
        double[] perCode = new double[3];
        for (int i = 0; i < stream.complaints().size(); i++) {
            double age = (stream.complaints().failedDay()[i] - ComplaintStream.FIRST_DAY) / (365.25 / 12)
                    - (stream.complaints().enteredMonth()[i] - 2022 * 12)
                    - 0.5;
            assertThat(age).isGreaterThan(-0.1);
            perCode[stream.complaints().code()[i]] += age < 24 ? 1 : 0;
        }
        // Within two years in service: a tenth of a complaint of each unit, over the codes.
        double within = Arrays.stream(perCode).sum();
        assertThat(within / expected).isCloseTo(0.1, Offset.offset(0.002));
    }

    @Test
    void badLotHasSoManyTimesTheComplaints() {
        System.out.println("seed " + SEED);
        StreamSettings settings = new StreamSettings(SEED, 1, 40, 20_000, 6, 36, 0.2, true, 0, 0);
        ComplaintStream good = ComplaintStream.of(settings, new StreamCause.None());
        ComplaintStream bad = ComplaintStream.of(settings, new StreamCause.BadLot(5, 2, 4));
        assertThat(bad.risk(5, 2)).isEqualTo(4);
        assertThat(bad.risk(5, 1)).isEqualTo(1);
        double usual = count(good, 5, 2);
        assertThat(count(bad, 5, 2)).isCloseTo(4 * usual, Offset.offset(4 * Math.sqrt(20 * usual)));
        assertThat(count(bad, 5, 1)).isCloseTo(count(good, 5, 1), Offset.offset(6 * Math.sqrt(count(good, 5, 1))));
    }

    @Test
    void publicityRaisesAllLotsForItsDaysOnly() {
        System.out.println("seed " + SEED);
        int day = ComplaintStream.FIRST_DAY + 800;
        StreamSettings settings = new StreamSettings(SEED, 2, 20, 20_000, 6, 36, 0.2, false, 0, 0);
        ComplaintStream peak = ComplaintStream.of(settings, new StreamCause.Publicity(0, 1, day, 60, 5));
        double before = between(peak, 0, day - 60, day);
        double during = between(peak, 0, day, day + 60);
        double other = between(peak, 1, day, day + 60) / between(peak, 1, day - 60, day);
        assertThat(during / before).isBetween(4.0, 6.5);
        assertThat(other).isBetween(0.8, 1.4);
        assertThat(peak.risk(0, 1)).isEqualTo(1);
    }

    @Test
    void driftGrowsLotByLot() {
        StreamSettings settings = StreamSettings.usual(SEED);
        ComplaintStream stream = ComplaintStream.of(settings, new StreamCause.Drift(10, 4, 3, 5));
        assertThat(stream.risk(9, 3)).isEqualTo(1);
        assertThat(stream.risk(10, 3)).isEqualTo(1);
        assertThat(stream.risk(12, 3)).isEqualTo(3);
        assertThat(stream.risk(20, 3)).isEqualTo(5);
        assertThat(stream.risk(30, 3)).as("a lot of another item").isEqualTo(1);
    }

    @Test
    void lotsAreWrongOrMissingAsOftenAsTheSettingsSay() {
        System.out.println("seed " + SEED);
        ComplaintStream stream =
                ComplaintStream.of(StreamSettings.usual(SEED).recorded(0.02, 0.1), new StreamCause.None());
        int[] said = stream.complaints().lot();
        int[] real = stream.complaints().trueLot();
        double missing = 0;
        double wrong = 0;
        for (int i = 0; i < said.length; i++) {
            missing += said[i] == ComplaintStream.NO_LOT ? 1 : 0;
            wrong += said[i] != ComplaintStream.NO_LOT && said[i] != real[i] ? 1 : 0;
        }
        assertThat(missing / said.length).isCloseTo(0.1, Offset.offset(4 * Math.sqrt(0.09 / said.length)));
        // One of 25 lots is the right one by chance.
        assertThat(wrong / said.length)
                .isCloseTo(0.9 * 0.02 * 24 / 25, Offset.offset(4 * Math.sqrt(0.02 / said.length)));
    }

    private static double count(ComplaintStream stream, int lot, int code) {
        double count = 0;
        for (int i = 0; i < stream.complaints().size(); i++) {
            boolean same = stream.complaints().trueLot()[i] == lot
                    && stream.complaints().code()[i] == code;
            count += same ? 1 : 0;
        }
        return count;
    }

    private static double between(ComplaintStream stream, int item, int from, int to) {
        double count = 0;
        for (int i = 0; i < stream.complaints().size(); i++) {
            int day = stream.complaints().failedDay()[i];
            boolean of = stream.lots().item()[stream.complaints().trueLot()[i]] == item;
            count += of && stream.complaints().code()[i] == 1 && day >= from && day < to ? 1 : 0;
        }
        return count;
    }
}
