/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.analysis.signal.Cusum;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.Hazards;
import org.gozinto.analysis.signal.Settings;
import org.gozinto.analysis.signal.Signals;
import org.gozinto.item.Item;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;

/** Complaints of an item over time, against what units of their age bring on average. */
final class Trends {

    private static final int MONTHS_MAX = 240;

    private final SignalStore store;
    private final BaselineStore baselines;
    private final Names names;
    private final ComplaintFacts complaints;

    Trends(SignalStore store, BaselineStore baselines, Names names, ComplaintFacts complaints) {
        this.store = store;
        this.baselines = baselines;
        this.names = names;
        this.complaints = complaints;
    }

    TrendView of(Item item, @Nullable String code, LocalDate today) {
        SignalStore.Row latest = store.latest();
        LocalDate asOf = latest == null ? today : LocalDate.parse(latest.view().asOf());
        Codes codes = Codes.of(complaints.codes());
        Map<Long, LotRecord> lots = within(store.lots(item.code()), codes, code);
        Series series = Series.of(lots, asOf);
        List<BaselineStore.Row> rows = baselines.all();
        List<TrendView.BaselineView> shown = rows.stream()
                .filter(row -> row.itemId() == 0 || row.itemId() == item.id())
                .filter(row -> row.code().isEmpty() || code == null || codes.isWithin(row.code(), code))
                .map(baselines::view)
                .toList();
        return new TrendView(
                item.code(),
                item.name(),
                code,
                code == null ? null : codes.name(code),
                asOf.toString(),
                series.months(),
                series.weeks(asOf),
                drifts(lots, rows, asOf, codes),
                shown);
    }

    private static Map<Long, LotRecord> within(Map<Long, LotRecord> lots, Codes codes, @Nullable String code) {
        Map<Long, LotRecord> within = new LinkedHashMap<>();
        lots.forEach((id, lot) -> within.put(
                id,
                new LotRecord(
                        lot.item(),
                        lot.madeOn(),
                        lot.finished(),
                        lot.carriers(),
                        lot.cohorts(),
                        lot.complaints().stream()
                                .filter(said -> codes.isWithin(said.code(), code))
                                .toList())));
        return within;
    }

    private List<SignalsView.DriftView> drifts(
            Map<Long, LotRecord> lots, List<BaselineStore.Row> rows, LocalDate asOf, Codes codes) {
        if (lots.isEmpty()) {
            return List.of();
        }
        Evidence evidence = new Evidences(names.items).of(asOf, lots, rows);
        return Signals.of(evidence, Settings.weekly()).drifts().stream()
                .map(drift -> new SignalsView.DriftView(
                        drift.item(),
                        names.item(drift.item()),
                        drift.code(),
                        codes.name(drift.code()),
                        drift.alarmOn().toString(),
                        drift.beganOn().toString(),
                        drift.beganFrom().toString(),
                        drift.beganTo().toString(),
                        drift.daysToDetection(),
                        drift.complaints(),
                        drift.exposure()))
                .toList();
    }

    /**
     * Complaints and units by month.
     *
     * @param days on which complaints failed, each once
     */
    private record Series(YearMonth first, long[] found, double[] expected, long[] units, List<LocalDate> days) {

        static Series of(Map<Long, LotRecord> lots, LocalDate asOf) {
            YearMonth last = YearMonth.from(asOf);
            YearMonth first = last;
            Set<String> seen = new HashSet<>();
            List<LotRecord.Said> said = new ArrayList<>();
            List<LotRecord.Stay> stays = new ArrayList<>();
            for (LotRecord lot : lots.values()) {
                stays.addAll(lot.cohorts());
                for (LotRecord.Said one : lot.complaints()) {
                    if (!LocalDate.parse(one.failedOn()).isAfter(asOf) && seen.add(one.complaint())) {
                        said.add(one);
                    }
                }
            }
            for (LotRecord.Stay stay : stays) {
                YearMonth entered = YearMonth.parse(stay.entered());
                first = entered.isBefore(first) ? entered : first;
            }
            YearMonth earliest = last.minusMonths(MONTHS_MAX - 1);
            return filled(first.isBefore(earliest) ? earliest : first, last, said, stays);
        }

        private static Series filled(
                YearMonth first, YearMonth last, List<LotRecord.Said> said, List<LotRecord.Stay> stays) {
            int months = (int) first.until(last, ChronoUnit.MONTHS) + 1;
            // Units by month and age: what is expected of a month follows from how old its units are.
            double[][] units = new double[months][months];
            for (LotRecord.Stay stay : stays) {
                int entered = (int) first.until(YearMonth.parse(stay.entered()), ChronoUnit.MONTHS);
                int left = stay.left() == null
                        ? months - 1
                        : (int) first.until(YearMonth.parse(stay.left()), ChronoUnit.MONTHS);
                for (int month = Math.max(0, entered); month <= Math.min(left, months - 1); month++) {
                    units[month][Math.min(months - 1, month - entered)] += stay.units();
                }
            }
            double[][] complaints = new double[1][months];
            double[][] lived = new double[1][months];
            long[] found = new long[months];
            List<LocalDate> days = new ArrayList<>();
            for (LotRecord.Said one : said) {
                LocalDate day = LocalDate.parse(one.failedOn());
                int month = (int) first.until(YearMonth.from(day), ChronoUnit.MONTHS);
                if (month >= 0 && month < months) {
                    found[month]++;
                    days.add(day);
                    addByAge(one, units[month], month, first, complaints[0]);
                }
            }
            for (double[] ofMonth : units) {
                for (int age = 0; age < months; age++) {
                    lived[0][age] += ofMonth[age];
                }
            }
            return new Series(first, found, expected(units, Hazards.of(complaints, lived)), sums(units), days);
        }

        private static void addByAge(
                LotRecord.Said one, double[] unitsByAge, int month, YearMonth first, double[] complaints) {
            if (one.entered() != null) {
                int age = month - (int) first.until(YearMonth.parse(one.entered()), ChronoUnit.MONTHS);
                complaints[Math.clamp(age, 0, complaints.length - 1)]++;
                return;
            }
            double all = 0;
            for (double units : unitsByAge) {
                all += units;
            }
            for (int age = 0; age < complaints.length && all > 0; age++) {
                complaints[age] += unitsByAge[age] / all;
            }
        }

        private static double[] expected(double[][] units, Hazards hazards) {
            double[] expected = new double[units.length];
            for (int month = 0; month < units.length; month++) {
                for (int age = 0; age < units.length; age++) {
                    expected[month] += units[month][age] * hazards.at(age);
                }
            }
            return expected;
        }

        private static long[] sums(double[][] units) {
            long[] sums = new long[units.length];
            for (int month = 0; month < units.length; month++) {
                for (double some : units[month]) {
                    sums[month] += (long) some;
                }
            }
            return sums;
        }

        List<TrendView.MonthView> months() {
            List<TrendView.MonthView> months = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                months.add(new TrendView.MonthView(first.plusMonths(i).toString(), found[i], expected[i], units[i]));
            }
            return months;
        }

        List<TrendView.WeekView> weeks(LocalDate asOf) {
            LocalDate start = first.atDay(1);
            int weeks = (int) (ChronoUnit.DAYS.between(start, asOf) / 7) + 1;
            LocalDate from = asOf.minusDays(7L * weeks - 1);
            int[] counts = new int[weeks];
            double[] awaited = new double[weeks];
            days.forEach(day -> {
                int week = (int) (ChronoUnit.DAYS.between(from, day) / 7);
                if (!day.isBefore(from) && week < weeks) {
                    counts[week]++;
                }
            });
            for (int week = 0; week < weeks; week++) {
                YearMonth month = YearMonth.from(from.plusDays(7L * week + 3));
                int at = Math.clamp(first.until(month, ChronoUnit.MONTHS), 0, expected.length - 1);
                awaited[week] = expected[at] * 7 / first.plusMonths(at).lengthOfMonth();
            }
            Settings weekly = Settings.weekly();
            Cusum cusum = Cusum.of(
                    counts, awaited, weekly.relativeRisk(), Math.max(2, weekly.daysBetweenFalseDrifts() / 7.0));
            List<TrendView.WeekView> views = new ArrayList<>();
            for (int week = 0; week < weeks; week++) {
                views.add(new TrendView.WeekView(
                        from.plusDays(7L * week).toString(),
                        counts[week],
                        awaited[week],
                        cusum.sum(week),
                        cusum.limit(week)));
            }
            return views;
        }
    }
}
