/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Codes whose rate rose over time, over all lots of an item, by weeks that end with the last day that counts.
 *
 * <p>What is expected comes from all complaints of the time that counts, those after the rise included; the longer a
 * rise is past, the less it stands out. Run weekly, a drift is found soon after it began, and that is what counts.
 */
final class Drifts {

    static final int PERIOD_DAYS = 7;

    private final Window window;
    private final LocalDate start;
    private final int[] found;
    private final double[] expected;

    /**
     * What is an alarm.
     *
     * @param relativeRisk rise of the rate that is to be found soon
     * @param runLength average number of weeks between two false alarms of one series
     * @param complaintsMin fewest complaints of a rise
     */
    record Rule(double relativeRisk, double runLength, int complaintsMin) {

        /** The rule with which so many series together are as seldom wrong as the settings say. */
        static Rule of(Settings settings, int series) {
            double weeks = (double) settings.daysBetweenFalseDrifts() / PERIOD_DAYS * Math.max(1, series);
            return new Rule(settings.relativeRisk(), Math.max(2, weeks), settings.complaintsMin());
        }
    }

    private Drifts(CodeTable cells) {
        this.window = cells.table().window();
        int firstMonth = cells.table().firstMonth();
        LocalDate first = firstDayOf(firstMonth);
        int weeks = Math.toIntExact(ChronoUnit.DAYS.between(first, window.asOf()) / PERIOD_DAYS + 1);
        this.start = window.asOf().minusDays((long) PERIOD_DAYS * weeks - 1);
        this.found = new int[weeks];
        this.expected = new double[weeks];
        for (Field.Kept complaint : cells.counted()) {
            if (!complaint.failedOn().isBefore(start)) {
                found[week(complaint.failedOn())]++;
            }
        }
        double[] byMonth = cells.table().byMonth(cells.hazards());
        for (int month = 0; month < byMonth.length; month++) {
            spread(firstMonth + month, byMonth[month]);
        }
    }

    /** The drift of an item and code, or null when there is none. */
    static @Nullable Drift of(String item, String code, CodeTable cells, Rule rule) {
        return new Drifts(cells).drift(item, code, rule);
    }

    private @Nullable Drift drift(String item, String code, Rule rule) {
        if (!Cusum.canAlarm(found, expected, rule.relativeRisk, rule.runLength)) {
            return null;
        }
        Cusum cusum = Cusum.of(found, expected, rule.relativeRisk, rule.runLength);
        if (cusum.alarms().isEmpty()) {
            return null;
        }
        Cusum.Rise rise = cusum.rise();
        long complaints = Arrays.stream(found, rise.began(), rise.alarm() + 1).sum();
        double exposure =
                Arrays.stream(expected, rise.began(), rise.alarm() + 1).sum();
        if (complaints < rule.complaintsMin) {
            return null;
        }
        LocalDate alarmOn = firstDay(rise.alarm() + 1).minusDays(1);
        LocalDate beganOn = firstDay(rise.began());
        return new Drift(
                item,
                code,
                alarmOn,
                beganOn,
                firstDay(rise.earliest()),
                firstDay(rise.latest()),
                ChronoUnit.DAYS.between(beganOn, alarmOn),
                complaints,
                exposure);
    }

    private LocalDate firstDay(int week) {
        return start.plusDays((long) PERIOD_DAYS * week);
    }

    private int week(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, date) / PERIOD_DAYS);
    }

    /** The first day of a month that counts. */
    private LocalDate firstDayOf(int month) {
        LocalDate day = Window.firstDay(month);
        return window.from() != null && window.from().isAfter(day) ? window.from() : day;
    }

    /** The expected complaints of a month over its days that count. */
    private void spread(int month, double complaints) {
        int days = window.days(month);
        LocalDate day = firstDayOf(month);
        for (int i = 0; i < days; i++) {
            expected[week(day.plusDays(i))] += complaints / days;
        }
    }
}
