/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.analysis.signal.Baseline;
import org.gozinto.analysis.signal.Cohort;
import org.gozinto.analysis.signal.Complaint;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.Lot;
import org.gozinto.simulator.plant.ComplaintStream;

/** What is known of a stream of complaints on a day. */
record Streams(ComplaintStream stream) {

    /** All that is known on a day, counted from 1970. */
    Evidence on(long day, List<Baseline> baselines) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < stream.lots().size(); i++) {
            LocalDate made = LocalDate.ofEpochDay(stream.lots().madeDay()[i]);
            lots.add(new Lot(Integer.toString(i), item(stream.lots().item()[i]), made));
        }
        return new Evidence(LocalDate.ofEpochDay(day), lots, cohorts(day), complaints(day), baselines);
    }

    static String item(int number) {
        return "item " + number;
    }

    static String code(int number) {
        return "code " + number;
    }

    private List<Cohort> cohorts(long day) {
        YearMonth now = YearMonth.from(LocalDate.ofEpochDay(day));
        List<Cohort> cohorts = new ArrayList<>();
        ComplaintStream.Cohorts of = stream.cohorts();
        for (int i = 0; i < of.size(); i++) {
            YearMonth entered = month(of.enteredMonth()[i]);
            YearMonth left = of.leftMonth()[i] < 0 ? null : month(of.leftMonth()[i]);
            if (!entered.isAfter(now)) {
                cohorts.add(new Cohort(
                        Integer.toString(of.lot()[i]),
                        market(of.market()[i]),
                        entered,
                        left == null || left.isAfter(now) ? null : left,
                        of.units()[i]));
            }
        }
        return cohorts;
    }

    private List<Complaint> complaints(long day) {
        List<Complaint> complaints = new ArrayList<>();
        ComplaintStream.Complaints of = stream.complaints();
        for (int i = 0; i < of.size(); i++) {
            if (of.failedDay()[i] <= day) {
                complaints.add(new Complaint(
                        Integer.toString(of.lot()[i]),
                        code(of.code()[i]),
                        market(of.market()[i]),
                        LocalDate.ofEpochDay(of.failedDay()[i]),
                        month(of.enteredMonth()[i])));
            }
        }
        return complaints;
    }

    private static String market(int number) {
        return "market " + number;
    }

    private static YearMonth month(int proleptic) {
        return YearMonth.of(Math.floorDiv(proleptic, 12), Math.floorMod(proleptic, 12) + 1);
    }
}
