/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of everything: lots, groups and orders grow with the square root of the factory, so that a bigger one has
 * both more lots and bigger ones. 1 000 scooters use some 62 cell lots, 1 000 000 some 2 000.
 */
final class Plan {

    static final int CELLS_PER_PACK = 30;
    /** The most that one pack takes, in grams. */
    static final int GLUE_PER_PACK = 135;

    private static final int DAYS = 365;
    /** Share of the working days after which the planted lot arrives: recent, and yet time enough to spread. */
    private static final double STORY_AT = 0.68;

    /** Share of the working days after which many packs are welded on one morning. */
    private static final double RUSH_AT = 0.5;

    private static final int RUSH_MINUTES = 120;

    final int packsPerLot;
    final int packsPerPick;
    final int serialGroup;
    final int typicalOrder;
    final int finishedGroup;
    private final int scooters;
    private final LocalDate start;
    private final List<LocalDate> workDays = new ArrayList<>();

    Plan(Settings settings) {
        this.scooters = settings.scooters();
        this.start = settings.start();
        double root = Math.sqrt(scooters);
        this.packsPerLot = within(root / 2, 8, 2000);
        this.packsPerPick = within(packsPerLot / 4.0, 4, 40);
        this.serialGroup = within(root / 4, 6, 250);
        this.typicalOrder = within(root / 40, 3, 20);
        this.finishedGroup = within(root / 40, 2, 10);
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = start.plusDays(i);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                workDays.add(day);
            }
        }
    }

    int days() {
        return workDays.size();
    }

    LocalDate date(int day) {
        return workDays.get(day);
    }

    int storyDay() {
        return (int) (days() * STORY_AT);
    }

    int rushDay() {
        return (int) (days() * RUSH_AT);
    }

    /** Packs of the rush: a dozen, fewer where little is made. */
    int rushPacks() {
        return within(scooters / 40.0, 6, 12);
    }

    /** The pace of the rush: all of its packs are welded within two hours. */
    long rushStepMs() {
        return RUSH_MINUTES * 60_000L / (rushPacks() + 1);
    }

    LocalDate reportDate() {
        return start.plusDays(DAYS);
    }

    /** Scooters to build on a day: nothing while the first goods arrive, then evenly, all of them by the last day. */
    int builds(int day) {
        return builtBy(day) - builtBy(day - 1);
    }

    private int builtBy(int day) {
        int first = 2;
        long done = Math.clamp((long) day - first + 1, 0, days() - first);
        return (int) (scooters * done / (days() - first));
    }

    private static int within(double wanted, int least, int most) {
        return Math.clamp(Math.round(wanted), least, most);
    }
}
