/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up evidence to measure a run with: items of a thousand lots each, made over five years, a fifth of whose units
 * enter service in each of five months, in two markets; complaints come evenly over lots and months. No lot is bad.
 */
public final class Workload {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 30);
    private static final int LOTS_PER_ITEM = 1000;
    private static final int MONTHS = 60;
    private static final int COHORTS = 5;
    private static final int UNITS = 100;

    private final SplittableRandom random;

    private Workload(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Evidence of a size.
     *
     * @param lots how many
     * @param codes how many; each complaint has one of them
     * @param complaints how many
     * @param seed of chance
     */
    public static Evidence of(int lots, int codes, int complaints, long seed) {
        return new Workload(seed).evidence(lots, codes, complaints);
    }

    private Evidence evidence(int lots, int codes, int complaints) {
        List<Lot> made = new ArrayList<>(lots);
        List<Cohort> cohorts = new ArrayList<>(lots * COHORTS);
        for (int i = 0; i < lots; i++) {
            YearMonth month = YearMonth.from(AS_OF).minusMonths(random.nextInt(MONTHS));
            Lot lot = new Lot("lot-" + i, "item-" + i / LOTS_PER_ITEM, month.atDay(1));
            made.add(lot);
            for (int k = 0; k < COHORTS; k++) {
                cohorts.add(new Cohort(lot.id(), market(k), month.plusMonths(k), null, UNITS));
            }
        }
        List<Complaint> list = new ArrayList<>(complaints);
        while (list.size() < complaints) {
            Cohort cohort = cohorts.get(random.nextInt(cohorts.size()));
            LocalDate entered = cohort.entered().atDay(1);
            LocalDate failedOn = AS_OF.minusDays(random.nextInt(MONTHS * 31));
            if (ChronoUnit.DAYS.between(entered, failedOn) >= 0) {
                list.add(new Complaint(cohort.lot(), code(codes), cohort.market(), failedOn, cohort.entered()));
            }
        }
        return new Evidence(AS_OF, made, cohorts, list, List.of());
    }

    private static String market(int cohort) {
        return cohort % 2 == 0 ? "north" : "south";
    }

    /** Some codes are frequent, most are rare. */
    private String code(int codes) {
        double share = random.nextDouble();
        return "code-" + (int) (codes * share * share);
    }
}
