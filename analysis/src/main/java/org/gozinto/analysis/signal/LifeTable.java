/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;
import java.util.List;
import org.gozinto.analysis.signal.Field.Siblings;

/** Unit-months of the lots of an item by market, age and calendar month, within the days that count. */
final class LifeTable {

    private final Window window;
    private final int markets;
    private final int ages;

    /** For each lot its markets × ages that are not empty, and the unit-months there. */
    private final int[][] places;

    private final double[][] unitMonths;

    private final int firstMonth;

    /** All lots, by calendar month from the first one on. */
    private final double[][] byMonth;

    private LifeTable(Siblings siblings, Window window, int markets, int firstMonth) {
        int lots = siblings.services().size();
        int months = Math.max(0, window.lastMonth() - firstMonth + 1);
        this.window = window;
        this.markets = markets;
        this.ages = siblings.ages(window.lastMonth());
        this.places = new int[lots][];
        this.unitMonths = new double[lots][];
        this.firstMonth = firstMonth;
        this.byMonth = new double[months][markets * ages];
    }

    /**
     * The table of some lots; those with bad cohorts have no unit-months.
     *
     * @param markets their number
     */
    static LifeTable of(Siblings siblings, Window window, int markets) {
        List<Service> lots = siblings.services();
        int first = lots.stream().mapToInt(Service::firstMonth).min().orElse(Integer.MAX_VALUE);
        first = Math.min(first, window.lastMonth());
        first = window.firstMonth(first);
        LifeTable table = new LifeTable(siblings, window, markets, first);
        double[] dense = new double[markets * table.ages];
        for (int lot = 0; lot < lots.size(); lot++) {
            table.fill(lot, lots.get(lot), dense);
        }
        return table;
    }

    private void fill(int lot, Service service, double[] dense) {
        Arrays.fill(dense, 0);
        if (service.bad() == null) {
            service.each(window, (market, age, month, months) -> {
                dense[market * ages + age] += months;
                byMonth[month - firstMonth][market * ages + age] += months;
            });
        }
        int[] used = new int[dense.length];
        int size = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] > 0) {
                used[size++] = i;
            }
        }
        places[lot] = Arrays.copyOf(used, size);
        unitMonths[lot] = Arrays.stream(places[lot]).mapToDouble(i -> dense[i]).toArray();
    }

    /**
     * The hazards of a code.
     *
     * @param complaints market after market, by age
     */
    Hazards hazards(double[] complaints) {
        return Hazards.of(byMarket(complaints), byMarket(pooled()));
    }

    private double[] pooled() {
        double[] pooled = new double[markets * ages];
        for (double[] month : byMonth) {
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] += month[i];
            }
        }
        return pooled;
    }

    private double[][] byMarket(double[] flat) {
        double[][] rows = new double[markets][];
        Arrays.setAll(rows, m -> Arrays.copyOfRange(flat, m * ages, (m + 1) * ages));
        return rows;
    }

    Window window() {
        return window;
    }

    int markets() {
        return markets;
    }

    int ages() {
        return ages;
    }

    /** The expected complaints of each lot. */
    double[] exposures(Hazards hazards) {
        double[] flat = hazards.flat();
        double[] exposures = new double[places.length];
        Arrays.setAll(exposures, lot -> exposure(places[lot], unitMonths[lot], flat));
        return exposures;
    }

    /** The part of each lot in what is expected of it. */
    double[] ownShares(Hazards hazards, double[] expected) {
        Leverage leverage = new Leverage(hazards, pooled());
        double[] shares = new double[places.length];
        Arrays.setAll(shares, lot -> leverage.of(places[lot], unitMonths[lot], expected[lot]));
        return shares;
    }

    private static double exposure(int[] places, double[] months, double[] flat) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += months[i] * flat[places[i]];
        }
        return sum;
    }

    /** Months that units of a lot were in service. */
    double unitMonths(int lot) {
        return Arrays.stream(unitMonths[lot]).sum();
    }

    /** The first calendar month in which a unit could be in service. */
    int firstMonth() {
        return firstMonth;
    }

    /** The expected complaints of all lots by calendar month, from the first one on. */
    double[] byMonth(Hazards hazards) {
        double[] flat = hazards.flat();
        double[] sums = new double[byMonth.length];
        for (int month = 0; month < sums.length; month++) {
            for (int i = 0; i < flat.length; i++) {
                sums[month] += byMonth[month][i] * flat[i];
            }
        }
        return sums;
    }
}
