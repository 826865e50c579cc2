/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gozinto.analysis.signal.Cohort;
import org.gozinto.analysis.signal.Complaint;
import org.gozinto.analysis.signal.Lot;
import org.jspecify.annotations.Nullable;

/**
 * A lot as a run counted it.
 *
 * @param finished whether units of it entered service themselves, and not only inside of others
 * @param carriers items of the units that carry it, with its own where it entered service itself
 */
record LotRecord(
        String item,
        @Nullable String madeOn,
        boolean finished,
        List<String> carriers,
        List<Stay> cohorts,
        List<Said> complaints) {

    /** Units by market and months; {@code left} null while they are in service. */
    record Stay(String market, String entered, @Nullable String left, long units) {}

    /** A complaint; {@code entered} null where it is not known of the unit. */
    record Said(
            String complaint,
            String code,
            String market,
            String failedOn,
            @Nullable String entered) {}

    Lot lot(long id) {
        return new Lot(String.valueOf(id), item, madeOn == null ? null : LocalDate.parse(madeOn));
    }

    List<Cohort> cohorts(long id) {
        return cohorts.stream()
                .map(one -> new Cohort(
                        String.valueOf(id),
                        one.market(),
                        YearMonth.parse(one.entered()),
                        one.left() == null ? null : YearMonth.parse(one.left()),
                        one.units()))
                .toList();
    }

    List<Complaint> complaints(long id) {
        return complaints.stream()
                .map(one -> new Complaint(
                        String.valueOf(id),
                        one.code(),
                        one.market(),
                        LocalDate.parse(one.failedOn()),
                        one.entered() == null ? null : YearMonth.parse(one.entered())))
                .toList();
    }

    long unitsInService() {
        return cohorts.stream()
                .filter(one -> one.left() == null)
                .mapToLong(Stay::units)
                .sum();
    }

    /** Whole months since the first unit entered service; null when none did. */
    @Nullable
    Integer oldestMonths(LocalDate asOf) {
        return cohorts.stream()
                .map(one -> YearMonth.parse(one.entered()))
                .min(YearMonth::compareTo)
                .map(first -> (int) Math.max(0, first.until(YearMonth.from(asOf), ChronoUnit.MONTHS)))
                .orElse(null);
    }
}
