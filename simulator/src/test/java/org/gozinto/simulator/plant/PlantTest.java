/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlantTest {

    private static final long SEED = 20261201;

    @Test
    void hasTheShapeOfTheBoschSet() {
        System.out.println("seed " + SEED);
        Plant plant = Plant.of(PlantSettings.bosch(SEED));
        assertThat(plant.parts()).isEqualTo(1_183_747);
        assertThat(plant.stations()).isEqualTo(52);
        Set<Integer> ways = new HashSet<>();
        Set<Integer> segments = new HashSet<>();
        long used = 0;
        long passes = 0;
        for (int part = 0; part < plant.parts(); part++) {
            ways.add(plant.way(part));
            used |= plant.passed(part);
            passes += Long.bitCount(plant.passed(part));
        }
        for (int station = 0; station < plant.stations(); station++) {
            segments.add(plant.segment(station));
        }
        assertThat(ways.size()).isBetween(4_600, 4_700);
        assertThat(used).isEqualTo((1L << 52) - 1);
        assertThat(segments).containsExactly(0, 1, 2, 3);
        assertThat(passes / plant.parts()).isBetween(12L, 18L);

        int failed = PlantCase.natural(plant, new PlantCause.None(), PlantSettings.BOSCH_FAILED, SEED)
                .failed()
                .length;
        double expected = 0.0058 * plant.parts();
        assertThat((double) failed).isCloseTo(expected, Offset.offset(4 * Math.sqrt(expected)));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        Plant one = Plant.of(small(3));
        Plant same = Plant.of(small(3));
        Plant other = Plant.of(small(4));
        int differ = 0;
        for (int part = 0; part < one.parts(); part++) {
            assertThat(same.passed(part)).isEqualTo(one.passed(part));
            assertThat(same.startUs(part)).isEqualTo(one.startUs(part));
            assertThat(same.recordedLot(part, 0)).isEqualTo(one.recordedLot(part, 0));
            differ += one.passed(part) == other.passed(part) ? 0 : 1;
        }
        assertThat(differ).isGreaterThan(one.parts() / 2);
    }

    @Test
    void partsPassTheirStationsInOrderOfTime() {
        Plant plant = Plant.of(small(5));
        for (int part = 1; part < plant.parts(); part++) {
            assertThat(plant.startUs(part)).isGreaterThan(plant.startUs(part - 1));
            long last = Long.MIN_VALUE;
            for (int station = 0; station < plant.stations(); station++) {
                if (plant.passed(part, station)) {
                    assertThat(plant.atUs(part, station)).isGreaterThan(last);
                    last = plant.atUs(part, station);
                }
            }
        }
    }

    @Test
    void recordsAreWrongOrAbsentAsOftenAsTheSettingsSay() {
        System.out.println("seed " + SEED);
        Plant plant = Plant.of(small(SEED).recorded(0.02, 0.1));
        int all = 0;
        int absent = 0;
        int wrong = 0;
        for (int part = 0; part < plant.parts(); part++) {
            for (int component = 0; component < plant.components(); component++) {
                if (plant.has(part, component)) {
                    int recorded = plant.recordedLot(part, component);
                    int real = plant.lot(part, component);
                    all++;
                    absent += recorded < 0 ? 1 : 0;
                    wrong += recorded >= 0 && recorded != real ? 1 : 0;
                    assertThat(recorded < 0 || plant.supplier(component, recorded) == plant.supplier(component, real))
                            .isTrue();
                }
            }
        }
        assertThat((double) absent / all).isCloseTo(0.1, Offset.offset(4 * Math.sqrt(0.1 * 0.9 / all)));
        assertThat((double) wrong / all).isCloseTo(0.02 * 0.9, Offset.offset(4 * Math.sqrt(0.018 / all)));
    }

    @Test
    void plantedCausesTouchTheShareThatWasWantedAndFailAsOftenAsTheySay() {
        System.out.println("seed " + SEED);
        Plant plant = Plant.of(PlantSettings.bosch(SEED).ofParts(60_000));
        Planting planting = new Planting(plant, 0, plant.parts(), 0.1, 5, SEED);
        for (PlantCause cause :
                new PlantCause[] {planting.badLot(), planting.badTime(), planting.lotOnTool(), planting.drift()}) {
            System.out.println(cause);
            PlantCase natural = PlantCase.natural(plant, cause, 0.02, SEED);
            int touched = 0;
            double risk = 0;
            for (int part = 0; part < plant.parts(); part++) {
                touched += cause.touches(plant, part) ? 1 : 0;
                risk += cause.touches(plant, part) ? cause.risk(plant, part) : 0;
            }
            assertThat((double) touched / plant.parts()).isBetween(0.07, 0.14);
            double expected = 0.02 * risk;
            assertThat((double) natural.touched()).isCloseTo(expected, Offset.offset(4 * Math.sqrt(expected)));
            double others = 0.02 * (plant.parts() - touched);
            assertThat((double) natural.failed().length - natural.touched())
                    .isCloseTo(others, Offset.offset(4 * Math.sqrt(others)));
        }
    }

    @Test
    void exactCasesFailTheLikelierTheHigherTheRiskAndControlsAreTheirLike() {
        System.out.println("seed " + SEED);
        Plant plant = Plant.of(small(SEED));
        PlantCause cause = new Planting(plant, 1_000, 9_000, 0.1, 5, SEED).badTime();
        PlantCase one = PlantCase.exactly(400, plant, cause, 1_000, 9_000, SEED);
        assertThat(one.failed()).hasSize(400).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(one.failed()).allMatch(part -> part >= 1_000 && part < 9_000))
                .isTrue();
        // A tenth of the parts, five times as likely: 0.5 of 1.4.
        assertThat(one.touched()).isBetween(100, 180);
        int[] controls = one.controls(5, SEED);
        assertThat(controls).hasSize(2_000).doesNotHaveDuplicates().doesNotContain(one.failed());
        int[] markets = new int[4];
        Arrays.stream(controls).forEach(part -> markets[plant.market(part)]++);
        Arrays.stream(one.failed()).forEach(part -> markets[plant.market(part)] -= 5);
        assertThat(markets).containsOnly(0);
    }

    private static PlantSettings small(long seed) {
        return PlantSettings.bosch(seed).ofParts(10_000).with(1, 500);
    }
}
