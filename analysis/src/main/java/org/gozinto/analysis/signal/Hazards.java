/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;

/**
 * How many complaints of a code a unit of an item brings in a month, by the months that it has been in service: the
 * life table over all lots, complaints of an age ÷ unit-months lived at that age. Markets differ by a factor.
 *
 * <p>Where complaints are few, the ages around are taken together until there are {@value #ENOUGH}; with fewer in all
 * ages the hazard is the same for each. The factor of a market is drawn toward 1 as if {@value #ENOUGH} more
 * complaints had been seen where so many were expected. Over all units the expected complaints are those that came.
 *
 * <p>Exposure by age in place of units: Wu and Meeker, Technometrics 44 (2002) 120–133.
 */
public final class Hazards {

    private static final int ENOUGH = 20;
    private static final int ROUNDS = 10;

    private final double[] byAge;
    private final double[] byMarket;

    /** The ages that were taken together for each age: the first, and one after the last. */
    private final int[][] together;

    private Hazards(double[] byAge, double[] byMarket, int[][] together) {
        this.byAge = byAge;
        this.byMarket = byMarket;
        this.together = together;
    }

    /**
     * The hazards of an item and code.
     *
     * @param complaints by market and age in months; fractions where an age is not known for certain
     * @param unitMonths that units lived, by the same; each 0 or more
     * @throws IllegalArgumentException when there are no markets, or their ages do not agree
     */
    public static Hazards of(double[][] complaints, double[][] unitMonths) {
        int markets = unitMonths.length;
        int ages = markets == 0 ? 0 : unitMonths[0].length;
        for (int m = 0; m < markets; m++) {
            if (complaints.length != markets || complaints[m].length != ages || unitMonths[m].length != ages) {
                throw new IllegalArgumentException("markets or ages that do not agree");
            }
        }
        if (ages == 0) {
            throw new IllegalArgumentException("no ages");
        }
        double[] factors = new double[markets];
        Arrays.fill(factors, 1);
        int[][] together = new int[ages][2];
        double[] smooth = smooth(complaints, unitMonths, factors, together);
        for (int round = 0; round < ROUNDS && markets > 1; round++) {
            for (int m = 0; m < markets; m++) {
                double expected = dot(smooth, unitMonths[m]);
                factors[m] = (Arrays.stream(complaints[m]).sum() + ENOUGH) / (expected + ENOUGH);
            }
            smooth = smooth(complaints, unitMonths, factors, together);
        }
        return new Hazards(smooth, factors, together).scaled(complaints, unitMonths);
    }

    /** Complaints per unit and month at an age in months. */
    public double at(int age) {
        return byAge[age];
    }

    /** By how much more than on average a market complains, by its number. */
    public double market(int market) {
        return byMarket[market];
    }

    /**
     * The complaints that are expected of units.
     *
     * @param unitMonths by market and age, as the hazards have them
     */
    public double exposure(double[][] unitMonths) {
        double sum = 0;
        for (int m = 0; m < byMarket.length; m++) {
            sum += byMarket[m] * dot(byAge, unitMonths[m]);
        }
        return sum;
    }

    /** How many ages there are. */
    int ages() {
        return byAge.length;
    }

    /** The first of the ages that were taken together for an age, and one after the last. */
    int[] together(int age) {
        return together[age];
    }

    /** Hazard × factor, market after market. */
    double[] flat() {
        double[] flat = new double[byMarket.length * byAge.length];
        Arrays.setAll(flat, i -> byMarket[i / byAge.length] * byAge[i % byAge.length]);
        return flat;
    }

    private Hazards scaled(double[][] complaints, double[][] unitMonths) {
        double expected = exposure(unitMonths);
        double found = Arrays.stream(complaints).flatMapToDouble(Arrays::stream).sum();
        double scale = expected > 0 ? found / expected : 0;
        return new Hazards(Arrays.stream(byAge).map(one -> one * scale).toArray(), byMarket, together);
    }

    private static double[] smooth(double[][] complaints, double[][] unitMonths, double[] factors, int[][] together) {
        int ages = unitMonths[0].length;
        double[] found = new double[ages + 1];
        double[] lived = new double[ages + 1];
        for (int age = 0; age < ages; age++) {
            found[age + 1] = found[age];
            lived[age + 1] = lived[age];
            for (int m = 0; m < factors.length; m++) {
                found[age + 1] += complaints[m][age];
                lived[age + 1] += factors[m] * unitMonths[m][age];
            }
        }
        double[] smooth = new double[ages];
        Arrays.setAll(smooth, age -> around(age, found, lived, together[age]));
        return smooth;
    }

    /** The rate of the narrowest ages around one that have complaints enough, which are told; of running sums. */
    private static double around(int age, double[] found, double[] lived, int[] together) {
        int last = found.length - 1;
        int low = age;
        int high = age + 1;
        while (found[high] - found[low] < ENOUGH && (low > 0 || high < last)) {
            low = Math.max(0, low - 1);
            high = Math.min(last, high + 1);
        }
        together[0] = low;
        together[1] = high;
        double months = lived[high] - lived[low];
        return months > 0 ? (found[high] - found[low]) / months : 0;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
