/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gozinto.analysis.signal.Field.Kept;
import org.gozinto.analysis.signal.Field.Siblings;

/** Complaints and exposure of the lots of an item for one code. Lots with bad cohorts have neither. */
final class CodeTable {

    private final Siblings siblings;
    private final LifeTable table;
    private final int[] found;
    private final List<Kept> counted = new ArrayList<>();

    /** Market after market, by age. */
    private final double[] byAge;

    private final Hazards hazards;
    private final double[] expected;
    private final double[] shares;

    private CodeTable(Siblings siblings, List<Kept> complaints, LifeTable table) {
        this.siblings = siblings;
        this.table = table;
        this.found = new int[siblings.services().size()];
        this.byAge = new double[table.markets() * table.ages()];
        complaints.forEach(this::count);
        this.hazards = table.hazards(byAge);
        this.expected = table.exposures(hazards);
        this.shares = table.ownShares(hazards, expected);
    }

    /** From the complaints of the code in the days of the table. */
    static CodeTable of(Siblings siblings, List<Kept> complaints, LifeTable table) {
        return new CodeTable(siblings, complaints, table);
    }

    private void count(Kept complaint) {
        int lot = complaint.lot() - siblings.firstLot();
        Service service = siblings.services().get(lot);
        if (service.bad() != null) {
            return;
        }
        found[lot]++;
        if (service.units() == 0) {
            return;
        }
        counted.add(complaint);
        int market = complaint.market() * table.ages();
        if (complaint.age() >= 0) {
            byAge[market + complaint.age()]++;
        } else {
            double[] spread = new double[table.ages()];
            service.spread(complaint.market(), Window.month(complaint.failedOn()), spread);
            Arrays.setAll(spread, age -> byAge[market + age] += spread[age]);
        }
    }

    /** Complaints about lots with units in service. */
    List<Kept> counted() {
        return counted;
    }

    LifeTable table() {
        return table;
    }

    /** Complaints of each lot. */
    int[] found() {
        return found;
    }

    /** Expected complaints of each lot. */
    double[] expected() {
        return expected;
    }

    /** The part of each lot in what is expected of it. */
    double[] shares() {
        return shares;
    }

    Hazards hazards() {
        return hazards;
    }

    /** Complaints of all lots. */
    long complaints() {
        return Arrays.stream(found).asLongStream().sum();
    }
}
