/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.gozinto.analysis.cause.CauseAnswer.Found;
import org.junit.jupiter.api.Test;

class IntervalScanTest {

    private static final CauseSettings USUAL = CauseSettings.usual(1);

    @Test
    void theBadHoursOfALineAreFound() {
        // One unit a minute; from 190 to 460 every third failed, else one of a hundred.
        FactorTable.Builder table = FactorTable.builder();
        for (int minute = 0; minute < 2_000; minute++) {
            boolean bad = minute >= 190 && minute <= 460;
            int unit = table.unit(minute, bad ? minute % 3 == 1 : minute % 100 == 7, "");
            table.made(unit, "line 2", minute * Plant.MINUTE_US);
            table.made(table.unit(10_000 + minute, minute % 100 == 9, ""), "line 1", minute * Plant.MINUTE_US);
        }
        FactorTable built = table.build();
        Cause cause = ((Found) CommonCauses.find(built, USUAL)).causes().getFirst();
        Window window = Objects.requireNonNull(cause.window());
        assertThat(window.series()).isEqualTo("line 2");
        assertThat(window.fromUs()).isEqualTo(190 * Plant.MINUTE_US);
        assertThat(window.toUs()).isEqualTo(460 * Plant.MINUTE_US);
        assertThat(window.outerFromUs()).isBetween(100 * Plant.MINUTE_US, window.fromUs());
        assertThat(window.outerToUs()).isBetween(window.toUs(), 520 * Plant.MINUTE_US);
        assertThat(cause.counts().failures()).isEqualTo(91);
        assertThat(cause.p()).isLessThan(1e-20);

        IntervalScan.Found found = Objects.requireNonNull(
                IntervalScan.scan(Partition.of(built), built.series.get(1), USUAL, new LnFactorials(built.units())));
        assertThat(found.failures()).isEqualTo(91);
        assertThat(found.units()).isEqualTo(271);
        assertThat(found.relativeRisk()).isBetween(30.0, 40.0);
    }

    @Test
    void twoWindowsOfOneLineAreBothFound() {
        Random random = new Random(4);
        FactorTable.Builder table = FactorTable.builder();
        for (int minute = 0; minute < 4_000; minute++) {
            boolean bad = minute >= 500 && minute < 700 || minute >= 3_000 && minute < 3_200;
            boolean failed = random.nextDouble() < (bad ? 0.2 : 0.005);
            table.made(table.unit(minute, failed, ""), "press", minute * Plant.MINUTE_US);
        }
        assertThat(((Found) CommonCauses.find(table.build(), USUAL)).causes())
                .extracting(one -> Objects.requireNonNull(one.window()).fromUs() / Plant.MINUTE_US / 500)
                .containsExactlyInAnyOrder(1L, 6L);
    }

    @Test
    void theChanceOfAWindowIsAsStated() {
        // With nothing wrong the p of the likeliest window is uniform: a fifth is at most a fifth.
        int low = 0;
        int plants = 300;
        LnFactorials ln = new LnFactorials(1_000);
        for (int seed = 0; seed < plants; seed++) {
            Random random = new Random(seed);
            FactorTable.Builder table = FactorTable.builder();
            for (int i = 0; i < 400; i++) {
                table.made(table.unit(i, i % 20 == 0, i % 3 == 0 ? "EU" : "US"), "press", random.nextInt(1_000_000));
            }
            FactorTable built = table.build();
            IntervalScan.Found found =
                    IntervalScan.scan(Partition.of(built), built.series.getFirst(), CauseSettings.usual(seed), ln);
            low += found != null && found.lnP() <= Math.log(0.2) ? 1 : 0;
        }
        // 60 are expected; 20 are three standard deviations.
        assertThat(low).isBetween(30, 80);
    }

    @Test
    void whatWasMadeAtTheSameTimeIsNotParted() {
        FactorTable.Builder table = FactorTable.builder();
        for (int i = 0; i < 600; i++) {
            table.made(table.unit(i, i >= 200 && i < 220 || i % 150 == 0, ""), "oven", i / 50);
        }
        Cause cause = ((Found) CommonCauses.find(table.build(), USUAL)).causes().getFirst();
        assertThat(Objects.requireNonNull(cause.window()).fromUs()).isEqualTo(4);
        assertThat(cause.window().toUs()).isEqualTo(4);
        assertThat(cause.counts().failures() + cause.counts().controls()).isEqualTo(50);
    }
}
