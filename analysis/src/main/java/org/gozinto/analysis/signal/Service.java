/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The units of one lot in service. A month is lived by a unit that was in service in it, by half if it left in it;
 * the month of entry has the age 0 and counts as a whole, for all lots alike.
 */
final class Service {

    /** Fifty years. */
    static final int MONTHS_MAX = 600;

    private static final int STAYS = Integer.MAX_VALUE;

    private final List<Group> groups = new ArrayList<>();
    private @Nullable String bad;
    private long units;

    /** A cohort in numbers. */
    private record Group(int market, int entered, int left, long units) {

        /** The share of a month that its units were there, 0 before and after. */
        double there(int month) {
            if (month < entered || month > left) {
                return 0;
            }
            return month == left ? 0.5 : 1;
        }
    }

    /** Sees unit-months of a market and age in a calendar month. */
    @FunctionalInterface
    interface Seer {

        void see(int market, int age, int month, double unitMonths);
    }

    /** One more cohort, whose market has a number. */
    void add(Cohort cohort, int market, int lastMonth) {
        int entered = Math.toIntExact(cohort.entered().getLong(ChronoField.PROLEPTIC_MONTH));
        int left = cohort.left() == null ? STAYS : Math.toIntExact(cohort.left().getLong(ChronoField.PROLEPTIC_MONTH));
        if (cohort.units() < 0) {
            bad = "a cohort of " + cohort.units() + " units";
        } else if (left < entered) {
            bad = "units that entered service in " + cohort.entered() + " and left it in " + cohort.left();
        } else if (lastMonth - entered >= MONTHS_MAX) {
            bad = "units in service since " + cohort.entered() + ": more than " + MONTHS_MAX + " months";
        } else if (cohort.units() > 0 && entered <= lastMonth) {
            units += cohort.units();
            groups.add(new Group(market, entered, left, cohort.units()));
        }
    }

    /** What is wrong with the cohorts, or null. */
    @Nullable
    String bad() {
        return bad;
    }

    /** Units that ever entered service up to the last day that counts. */
    long units() {
        return units;
    }

    /** The first month in which units entered service, or {@link Integer#MAX_VALUE}. */
    int firstMonth() {
        return groups.stream().mapToInt(Group::entered).min().orElse(Integer.MAX_VALUE);
    }

    /** Shows the unit-months that count. */
    void each(Window window, Seer seer) {
        for (Group group : groups) {
            int last = Math.min(group.left, window.lastMonth());
            for (int month = window.firstMonth(group.entered); month <= last; month++) {
                double months = group.units * group.there(month) * window.share(month);
                if (months > 0) {
                    seer.see(group.market, month - group.entered, month, months);
                }
            }
        }
    }

    /**
     * Spreads one complaint of a month over the ages of the units that were there: those of its market, or else of
     * all, or else of those that have left.
     *
     * @param ages to which the shares are added
     */
    void spread(int market, int month, double[] ages) {
        List<ToDoubleFunction<Group>> choices = List.of(
                group -> group.market == market ? group.units * group.there(month) : 0,
                group -> group.units * group.there(month),
                group -> group.entered <= month ? group.units : 0);
        for (ToDoubleFunction<Group> choice : choices) {
            double all = groups.stream().mapToDouble(choice).sum();
            if (all > 0) {
                put(choice, month, all, ages);
                return;
            }
        }
    }

    private void put(ToDoubleFunction<Group> weight, int month, double all, double[] ages) {
        for (Group group : groups) {
            double share = weight.applyAsDouble(group) / all;
            if (share > 0) {
                ages[month - group.entered] += share;
            }
        }
    }
}
