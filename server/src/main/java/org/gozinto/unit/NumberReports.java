/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.numbering.DayPart;
import org.gozinto.identify.numbering.Filled;
import org.gozinto.identify.numbering.Given;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Variable;
import org.gozinto.item.Item;
import org.gozinto.ledger.Database;
import org.gozinto.unit.NumberReport.Gap;
import org.jspecify.annotations.Nullable;

/** Reports how far numbers reach and which were passed over. */
final class NumberReports {

    private static final int DAYS_LOOKED_AT = 90;
    private static final int DAYS_LEAST = 7;
    private static final int GAPS_MAX = 1_000;

    /** Rows of numbers that one report looks at. */
    private static final int ROWS_MAX = 500_000;

    /** Beyond it a forecast says nothing. */
    private static final int FORECAST_DAYS_MAX = 36_525;

    private final Database database;
    private final Numberings numberings;
    private final Numbers numbers;

    NumberReports(Database database, Numberings numberings, Numbers numbers) {
        this.database = database;
        this.numberings = numberings;
        this.numbers = numbers;
    }

    /** Which counter is asked for; without it, the one of the current period that is fullest. */
    record Which(
            @Nullable String line,
            @Nullable String shift,
            @Nullable String site) {}

    NumberReport of(Item item, NumberKind kind, Which which) {
        LocalDateTime now = numberings.now(numbers.place(which.site()));
        Scheme scheme = numberings.scheme(item, kind);
        Counts counts = counts(item, kind);
        LocalDate today = now.toLocalDate();
        BigDecimal usedPerDay = perDay(item, kind, "commissioned", null, today);
        var pool = new NumberReport.Pool(
                counts.reserved(),
                counts.printed(),
                counts.commissioned(),
                counts.voided(),
                usedPerDay,
                text(forecast(BigInteger.valueOf(counts.reserved() + counts.printed()), usedPerDay, today)));
        Counter counter = scheme == null ? ofPool(counts, usedPerDay) : ofTemplate(item, kind, scheme, which, now);
        List<Gap> gaps = new ArrayList<>();
        boolean complete = gaps(item, kind, gaps);
        BigInteger free = counter.capacity() == null || counter.used() == null
                ? null
                : counter.capacity().subtract(counter.used()).max(BigInteger.ZERO);
        return new NumberReport(
                item.code(),
                kind,
                scheme == null ? null : scheme.template().text(),
                counter.name(),
                text(counter.capacity()),
                text(counter.used()),
                text(free),
                counter.perDay(),
                text(exhausted(scheme, counter, free, today)),
                pool,
                gaps,
                complete);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private record Counts(long reserved, long printed, long commissioned, long voided) {}

    private Counts counts(Item item, NumberKind kind) {
        return database.read()
                .sql("""
                        select coalesce(sum(number_count), 0), coalesce(sum(printed), 0),
                               coalesce(sum(commissioned), 0), coalesce(sum(voided), 0)
                        from number_block where item_id = ? and kind = ?
                        """)
                .params(item.id(), kind.number())
                .query((rows, n) -> {
                    long printed = rows.getLong(2);
                    long commissioned = rows.getLong(3);
                    long voided = rows.getLong(4);
                    return new Counts(rows.getLong(1) - printed - commissioned - voided, printed, commissioned, voided);
                })
                .single();
    }

    /** How far one counter has come. */
    private record Counter(
            @Nullable String name,
            @Nullable BigInteger capacity,
            @Nullable BigInteger used,
            @Nullable BigDecimal perDay) {}

    private static Counter ofPool(Counts counts, @Nullable BigDecimal perDay) {
        long used = counts.commissioned() + counts.voided();
        return new Counter(
                null,
                BigInteger.valueOf(used + counts.reserved() + counts.printed()),
                BigInteger.valueOf(used),
                perDay);
    }

    private Counter ofTemplate(Item item, NumberKind kind, Scheme scheme, Which which, LocalDateTime now) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        Numbers.put(values, Variable.LINE, which.line());
        Numbers.put(values, Variable.SHIFT, which.shift());
        Numbers.put(values, Variable.SITE, which.site());
        values.put(Variable.ITEM, item.code());
        boolean all = values.keySet().containsAll(scheme.template().variables());
        boolean any = which.line() != null || which.shift() != null || which.site() != null;
        LocalDate today = now.toLocalDate();
        if (all || any) {
            Filled filled = Numbers.filled(scheme, new Given(now, values));
            Numbers.Scope scope = Numbers.scope(scheme, filled.values(), today);
            Long next = next(item, kind, Numbers.counterName(scheme, filled, scope));
            return new Counter(
                    scope.who().isEmpty() ? null : scope.who(),
                    filled.capacity(),
                    BigInteger.valueOf(next == null ? 0 : next - filled.first()),
                    perDay(item, kind, "taken", scope.who(), today));
        }
        return scheme.template().isCounted()
                ? fullest(item, kind, scheme, now)
                : new Counter(null, null, null, perDay(item, kind, "taken", null, today));
    }

    private @Nullable Long next(Item item, NumberKind kind, String name) {
        return database.read()
                .sql("select next_value from number_counter where item_id = ? and kind = ? and scope = ?")
                .params(item.id(), kind.number(), name)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private Counter fullest(Item item, NumberKind kind, Scheme scheme, LocalDateTime now) {
        Map<Variable, String> samples = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            samples.put(variable, variable == Variable.ITEM ? item.code() : "1");
        }
        Filled sample = Filled.of(scheme, new Given(now, samples)).valueOrNull();
        if (sample == null) {
            return new Counter(null, null, null, null);
        }
        String from = scheme.reset().period(now.toLocalDate()) + "|";
        record Found(String name, long next) {}
        Found found = database.read()
                .sql("""
                        select scope, next_value from number_counter
                        where item_id = ? and kind = ? and scope >= ? and scope < ?
                        order by next_value desc, scope limit 1
                        """)
                .params(item.id(), kind.number(), from, from + Character.toString(Character.MAX_CODE_POINT))
                .query((rows, n) -> new Found(rows.getString(1), rows.getLong(2)))
                .optional()
                .orElse(null);
        String who = found == null ? "" : found.name().substring(from.length());
        return new Counter(
                who.isEmpty() ? null : who,
                sample.capacity(),
                BigInteger.valueOf(found == null ? 0 : found.next() - sample.first()),
                found == null ? null : perDay(item, kind, "taken", who, now.toLocalDate()));
    }

    /** Numbers a day; null when too few days are known. */
    private @Nullable BigDecimal perDay(
            Item item, NumberKind kind, String column, @Nullable String scope, LocalDate today) {
        List<Object> params = new ArrayList<>(List.of(item.id(), kind.number()));
        var where = new StringBuilder(" from number_use where item_id = ? and kind = ? and " + column + " > 0");
        if (scope != null) {
            where.append(" and scope = ?");
            params.add(scope);
        }
        Long first = database.read()
                .sql("select min(day)" + where)
                .params(params)
                .query((rows, n) -> rows.getObject(1) == null ? null : rows.getLong(1))
                .list()
                .getFirst();
        long days = first == null ? 0 : Math.min(DAYS_LOOKED_AT, today.toEpochDay() - first + 1);
        if (days < DAYS_LEAST) {
            return null;
        }
        params.add(today.toEpochDay() - days);
        long sum = database.read()
                .sql("select coalesce(sum(" + column + "), 0)" + where + " and day > ?")
                .params(params)
                .query(Long.class)
                .single();
        BigDecimal perDay = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return perDay.setScale(Math.max(0, perDay.scale()));
    }

    private static @Nullable LocalDate forecast(BigInteger free, @Nullable BigDecimal perDay, LocalDate today) {
        if (perDay == null || perDay.signum() <= 0) {
            return null;
        }
        var days = new BigDecimal(free).divide(perDay, 0, RoundingMode.FLOOR);
        return days.compareTo(BigDecimal.valueOf(FORECAST_DAYS_MAX)) > 0 ? null : today.plusDays(days.longValue());
    }

    private static @Nullable LocalDate exhausted(
            @Nullable Scheme scheme, Counter counter, @Nullable BigInteger free, LocalDate today) {
        LocalDate on = free == null ? null : forecast(free, counter.perDay(), today);
        if (on == null || scheme == null) {
            return on;
        }
        if (!scheme.template().isCounted()) {
            // With a date in it, random numbers have a new space again and again.
            boolean dated = false;
            for (DayPart part : DayPart.values()) {
                dated |= scheme.template().text().contains("{" + part.word() + "}");
            }
            return dated ? null : on;
        }
        LocalDate next = scheme.reset().next(today);
        return next != null && !on.isBefore(next) ? null : on;
    }

    /** Names the gaps of all blocks that have any, newest first; false when there are more than can be named. */
    private boolean gaps(Item item, NumberKind kind, List<Gap> gaps) {
        record Block(long n, String id) {}
        List<Block> blocks = database.read()
                .sql("""
                        select n, id from number_block
                        where item_id = ? and kind = ?
                            and commissioned < number_count and (commissioned > 0 or voided > 0)
                        order by n desc limit ?
                        """)
                .params(item.id(), kind.number(), GAPS_MAX + 1)
                .query((rows, n) -> new Block(rows.getLong(1), rows.getString(2)))
                .list();
        long rows = 0;
        for (Block block : blocks) {
            rows += gaps(block.n(), block.id(), gaps);
            if (gaps.size() > GAPS_MAX || rows > ROWS_MAX) {
                if (gaps.size() > GAPS_MAX) {
                    gaps.subList(GAPS_MAX, gaps.size()).clear();
                }
                return false;
            }
        }
        return blocks.size() <= GAPS_MAX;
    }

    private long gaps(long block, String id, List<Gap> gaps) {
        record Row(String number, NumberState state) {}
        List<Row> rows = database.read()
                .sql("select number, printed, void_n, unit_id from pool_number where block = ? order by n")
                .param(block)
                .query((r, n) -> new Row(
                        r.getString(1), NumberState.of(r.getLong(2) != 0, r.getLong(3) != 0, r.getLong(4) != 0)))
                .list();
        int last = rows.size() - 1;
        while (last >= 0 && rows.get(last).state() != NumberState.COMMISSIONED) {
            last--;
        }
        int from = 0;
        while (from < rows.size()) {
            NumberState state = rows.get(from).state();
            int to = from;
            while (to + 1 < rows.size() && rows.get(to + 1).state() == state) {
                to++;
            }
            // What comes after the last used number is not passed over: it is still to come.
            boolean gap = state == NumberState.VOID || state != NumberState.COMMISSIONED && from < last;
            if (gap && gaps.size() <= GAPS_MAX) {
                gaps.add(new Gap(id, rows.get(from).number(), rows.get(to).number(), to - from + 1, state));
            }
            from = to + 1;
        }
        return rows.size();
    }
}
