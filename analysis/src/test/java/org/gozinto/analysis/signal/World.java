/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** An item whose truth is known: a lot each month, sold over three months; complaints by age, lot and calendar month. */
final class World {

    static final YearMonth START = YearMonth.of(2023, 1);

    private final int lots;
    private final int months;
    private final int units;
    private final IntToDoubleFunction hazard;
    private IntToDoubleFunction ratioOfLot = lot -> 1;
    private IntToDoubleFunction ratioInMonth = month -> 1;

    /**
     * A world.
     *
     * @param months from the first lot to the last day that counts; lots are spread evenly over them
     * @param hazard complaints per unit and month, by age
     */
    World(int lots, int months, int units, IntToDoubleFunction hazard) {
        this.lots = lots;
        this.months = months;
        this.units = units;
        this.hazard = hazard;
    }

    World withLots(IntToDoubleFunction ratio) {
        ratioOfLot = ratio;
        return this;
    }

    World withMonths(IntToDoubleFunction ratio) {
        ratioInMonth = ratio;
        return this;
    }

    LocalDate asOf() {
        return START.plusMonths(months - 1L).atEndOfMonth();
    }

    static String id(int lot) {
        return "lot-%04d".formatted(lot);
    }

    /** The lots, units and complaints of one code of this item. */
    Evidence evidence(Chance chance) {
        return evidence(chance, List.of());
    }

    Evidence evidence(Chance chance, List<Baseline> baselines) {
        List<Lot> made = new ArrayList<>();
        List<Cohort> cohorts = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            int madeIn = lot * months / lots;
            made.add(new Lot(id(lot), "item", START.plusMonths(madeIn).atDay(1)));
            for (int entered = madeIn; entered < Math.min(madeIn + 3, months); entered++) {
                Cohort cohort = new Cohort(id(lot), "market", START.plusMonths(entered), null, units / 3);
                cohorts.add(cohort);
                for (int month = entered; month < months; month++) {
                    double mean = cohort.units()
                            * hazard.applyAsDouble(month - entered)
                            * ratioOfLot.applyAsDouble(lot)
                            * ratioInMonth.applyAsDouble(month);
                    complain(cohort, START.plusMonths(month), chance.poisson(mean), chance, complaints);
                }
            }
        }
        return new Evidence(asOf(), made, cohorts, complaints, baselines);
    }

    private static void complain(Cohort cohort, YearMonth month, int count, Chance chance, List<Complaint> complaints) {
        for (int i = 0; i < count; i++) {
            LocalDate on = month.atDay(1 + chance.random().nextInt(month.lengthOfMonth()));
            complaints.add(new Complaint(cohort.lot(), "code", cohort.market(), on, cohort.entered()));
        }
    }
}
