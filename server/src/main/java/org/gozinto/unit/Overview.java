/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;

/** The numbers that say how the book stands: each is the number of rows of a list. */
final class Overview {

    /** Numbers above this are not counted out. */
    private static final int COUNT_MAX = 10_000;

    private static final int DAYS = 30;
    private static final int WEEKS = 26;
    private static final int STARTS_KEPT_MAX = 2_000;

    private final Database database;
    private final DatedStock dated;
    private final Walks walks;
    private final Clock clock;
    private final Map<Start, Long> starts = new LinkedHashMap<>();

    Overview(Database database, DatedStock dated, Stops stops, Clock clock) {
        this.database = database;
        this.dated = dated;
        this.walks = new Walks(database, stops);
        this.clock = clock;
    }

    /** Up to which entry is known. */
    record KnownAt(long seq) {}

    /** The acts that were recorded on a day. */
    record Day(String day, long acts) {}

    /** What stands in stock and has its last usable day in an ISO week, which begins on the day {@code from}. */
    record Week(String week, String from, long lots, long serials) {}

    /**
     * The numbers.
     *
     * @param capped the names of those that are more than 10,000 and given as that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            KnownAt knownAt,
            String asOf,
            long expiring,
            long expired,
            long held,
            long recalled,
            long twins,
            long unknown,
            long entries,
            List<Day> actsByDay,
            List<Week> stockByExpiryWeek,
            @Nullable List<String> capped) {}

    private record Start(ZoneId zone, LocalDate day) {}

    Answer of(int days, ZoneId zone) {
        Instant now = clock.instant();
        long head = database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
        List<String> capped = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Answer(
                new KnownAt(head),
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                count(walks.expiring(dated, days), "expiring", capped),
                count(walks.expired(dated), "expired", capped),
                count(walks.held(), "held", capped),
                count(walks.recalled(null), "recalled", capped),
                count(walks.suspects(), "twins", capped),
                count(walks.unknown(), "unknown", capped),
                head,
                actsByDay(today, zone, head),
                byWeek(LocalDate.ofInstant(now, ZoneOffset.UTC)),
                capped.isEmpty() ? null : capped);
    }

    private static long count(Walks.Walk walk, String name, List<String> capped) {
        int found = walk.after(null, COUNT_MAX + 1).size();
        if (found > COUNT_MAX) {
            capped.add(name);
        }
        return Math.min(found, COUNT_MAX);
    }

    private List<Day> actsByDay(LocalDate today, ZoneId zone, long head) {
        List<Day> days = new ArrayList<>();
        LocalDate first = today.minusDays(DAYS - 1L);
        long from = start(new Start(zone, first), 1, head);
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            long to = start(new Start(zone, day.plusDays(1)), from, head);
            days.add(new Day(day.toString(), to - from));
            from = to;
        }
        return days;
    }

    /**
     * The first entry that was recorded on the day or later, or the one that will come next. Times grow with the
     * numbers, so it is sought by halving; once an entry of the day or later is there, the answer is final.
     */
    private long start(Start start, long lowest, long head) {
        synchronized (starts) {
            Long known = starts.get(start);
            if (known != null) {
                return known;
            }
        }
        long us = ChronoUnit.MICROS.between(
                Instant.EPOCH, start.day.atStartOfDay(start.zone).toInstant());
        long low = lowest;
        long high = head + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (recordedAtUs(middle) >= us) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low <= head) {
            keep(start, low);
        }
        return low;
    }

    private void keep(Start start, long seq) {
        synchronized (starts) {
            starts.put(start, seq);
            if (starts.size() > STARTS_KEPT_MAX) {
                starts.remove(starts.keySet().iterator().next());
            }
        }
    }

    private long recordedAtUs(long seq) {
        return database.read()
                .sql("select recorded_at_us from entry where seq = ?")
                .param(seq)
                .query(Long.class)
                .single();
    }

    private List<Week> byWeek(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        long[] lots = new long[WEEKS];
        long[] serials = new long[WEEKS];
        dated.count(monday, WEEKS, (week, lot) -> (lot ? lots : serials)[week]++);
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < WEEKS; i++) {
            LocalDate from = monday.plusWeeks(i);
            weeks.add(new Week(week(from), from.toString(), lots[i], serials[i]));
        }
        return weeks;
    }

    private static String week(LocalDate monday) {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
