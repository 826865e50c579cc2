/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;

/**
 * How much a lot's own complaints raise what is expected of it. The expected complaints of a lot are a sum over all
 * complaints, each with a weight w by its age; a complaint is the lot's own with the chance π, its part of the units of
 * that age. So count − expected has the variance Σ μ (π − 2πw + w²), with μ the complaints of an age, which is that of
 * Poisson less Σ μ w (2π − w). Its ratio to the expected is the share that is told here: the lot's part of all units
 * when ages are taken together, more when it alone has reached an age.
 *
 * <p>Not for several threads.
 */
final class Leverage {

    private final Hazards hazards;
    private final int ages;

    /** Units by age, each market by its factor. */
    private final double[] all;

    /** The same of the ages that are taken together for an age. */
    private final double[] around;

    private final double[] lot;
    private final double[] steps;

    /** @param pooled unit-months of all lots, market after market, by age */
    Leverage(Hazards hazards, double[] pooled) {
        this.hazards = hazards;
        this.ages = hazards.ages();
        this.all = new double[ages];
        this.around = new double[ages];
        this.lot = new double[ages];
        this.steps = new double[ages + 1];
        for (int i = 0; i < pooled.length; i++) {
            all[i % ages] += hazards.market(i / ages) * pooled[i];
        }
        double[] sums = new double[ages + 1];
        for (int age = 0; age < ages; age++) {
            sums[age + 1] = sums[age] + all[age];
        }
        Arrays.setAll(around, age -> sums[hazards.together(age)[1]] - sums[hazards.together(age)[0]]);
    }

    /**
     * The share of a lot.
     *
     * @param places of its unit-months, market after market, by age
     * @param months at these
     * @param expected of the lot
     * @return from 0 to 1
     */
    double of(int[] places, double[] months, double expected) {
        if (!(expected > 0) || Double.isInfinite(expected)) {
            return 0;
        }
        Arrays.fill(lot, 0);
        Arrays.fill(steps, 0);
        for (int i = 0; i < places.length; i++) {
            lot[places[i] % ages] += hazards.market(places[i] / ages) * months[i];
        }
        for (int age = 0; age < ages; age++) {
            if (lot[age] > 0 && around[age] > 0) {
                double weight = lot[age] / around[age];
                steps[hazards.together(age)[0]] += weight;
                steps[hazards.together(age)[1]] -= weight;
            }
        }
        double weight = 0;
        double own = 0;
        for (int age = 0; age < ages; age++) {
            weight += steps[age];
            own += hazards.at(age) * weight * (2 * lot[age] - weight * all[age]);
        }
        return Math.clamp(own / expected, 0.0, 1.0);
    }
}
