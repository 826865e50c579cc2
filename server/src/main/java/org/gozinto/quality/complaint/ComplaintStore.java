/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.quality.complaint.ComplaintView.DuplicateView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of what lists, counts and matching ask of complaints. Safe for use by many threads. */
final class ComplaintStore {

    static final int DUPLICATES_MAX = 50;

    /** Two reports of one person on one item within so many days are likely the same. */
    private static final int SAME_REPORTER_DAYS = 30;

    private static final String ROW = "select c.number, c.reported_day, c.failed_day, c.code, c.confirmed, c.severity,"
            + " c.country, c.match, c.item_id, c.unit_id, c.lot_id, c.serial, c.lot, c.reporter, c.merged_into,"
            + " r.code as number_code, r.state, r.title, r.opened_at_us"
            + " from complaint c join quality_record r on r.number = c.number ";

    private final Database database;

    ComplaintStore(Database database) {
        this.database = database;
    }

    /**
     * What is kept of a complaint beside its steps.
     *
     * @param serial as it was said, like lot
     * @param mergedInto internal number; null when it is not merged
     * @param words all that a search looks at
     */
    record Row(
            long number,
            LocalDate reported,
            @Nullable LocalDate failed,
            @Nullable String code,
            boolean confirmed,
            @Nullable String severity,
            @Nullable String country,
            String match,
            long itemId,
            long unitId,
            long lotId,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String reporter,
            @Nullable Long mergedInto,
            String words) {}

    /** A row with what its record says. */
    record Listed(Row row, String code, String state, String title, long openedAtUs) {}

    /** Writes what is kept of a complaint, and the numbers that were said in it. */
    static void put(JdbcClient transaction, Row row, Set<String> wanted) {
        transaction
                .sql("""
                        insert into complaint (number, reported_day, failed_day, code, confirmed, severity, country,
                            match, item_id, unit_id, lot_id, serial, lot, reporter, merged_into, words)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (number) do update set reported_day = excluded.reported_day,
                            failed_day = excluded.failed_day, code = excluded.code, confirmed = excluded.confirmed,
                            severity = excluded.severity, country = excluded.country, match = excluded.match,
                            item_id = excluded.item_id, unit_id = excluded.unit_id, lot_id = excluded.lot_id,
                            serial = excluded.serial, lot = excluded.lot, reporter = excluded.reporter,
                            merged_into = excluded.merged_into, words = excluded.words
                        """)
                .param(row.number())
                .param(row.reported().toEpochDay())
                .param(row.failed() == null ? null : row.failed().toEpochDay())
                .param(row.code())
                .param(row.confirmed() ? 1 : 0)
                .param(row.severity())
                .param(row.country())
                .param(row.match())
                .param(row.itemId())
                .param(row.unitId())
                .param(row.lotId())
                .param(row.serial())
                .param(row.lot())
                .param(row.reporter())
                .param(row.mergedInto())
                .param(row.words())
                .update();
        transaction
                .sql("delete from complaint_wanted where complaint = ?")
                .param(row.number())
                .update();
        for (String number : wanted) {
            transaction
                    .sql("insert into complaint_wanted (number, complaint) values (?, ?)")
                    .params(number, row.number())
                    .update();
        }
    }

    // --- lists

    /**
     * What a list is narrowed to; null members narrow nothing.
     *
     * @param codes a code with those below it
     * @param lots ids of units that are lots with the number that was asked for, and that number itself
     * @param serials the same for serials
     * @param merged whether those that are merged are among them
     */
    record Which(
            @Nullable String state,
            boolean merged,
            @Nullable String match,
            @Nullable Set<String> codes,
            @Nullable Long itemId,
            @Nullable Numbered lots,
            @Nullable Numbered serials,
            @Nullable Long unitId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {}

    /** A number and the units that have it. */
    record Numbered(String number, Collection<Long> units) {}

    private final class Where {
        private final StringBuilder sql = new StringBuilder("where 1 = 1");
        private final List<Object> params = new ArrayList<>();

        Where(Which which) {
            and(" and r.state = ?", which.state());
            if (!which.merged()) {
                sql.append(" and c.merged_into is null");
            }
            and(" and c.match = ?", which.match());
            if (which.codes() != null) {
                and(" and c.code in (select k.value from " + database.dialect().texts() + " k)", texts(which.codes()));
            }
            and(" and c.item_id = ?", which.itemId());
            numbered("c.lot", "c.lot_id", which.lots());
            numbered("c.serial", "c.unit_id", which.serials());
            if (which.unitId() != null) {
                and(" and (c.unit_id = ? or c.lot_id = ?)", which.unitId());
                params.add(which.unitId());
            }
            and(
                    " and c.reported_day >= ?",
                    which.from() == null ? null : which.from().toEpochDay());
            and(
                    " and c.reported_day <= ?",
                    which.to() == null ? null : which.to().toEpochDay());
            if (which.words() != null) {
                and(" and c.words like ? escape '!'", "%" + escaped(which.words()) + "%");
            }
        }

        private void numbered(String said, String id, @Nullable Numbered numbered) {
            if (numbered != null) {
                and(" and (" + said + " = ?", numbered.number());
                sql.append(" or " + id + " in (select k.value from ")
                        .append(database.dialect().numbers())
                        .append(" k))");
                params.add(numbers(numbered.units()));
            }
        }

        private void and(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(condition);
                params.add(value);
            }
        }
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** Complaints with numbers below one, the newest first. */
    List<Listed> page(Which which, long before, int limit) {
        var where = new Where(which);
        where.and(" and c.number < ?", before);
        where.params.add(limit);
        return database.read()
                .sql(ROW + where.sql + " order by c.number desc limit ?")
                .params(where.params)
                .query((rows, n) -> listed(rows))
                .list();
    }

    /** Complaints after a number, the oldest first, but for those that are merged. */
    List<Listed> after(long number, @Nullable LocalDate from, @Nullable LocalDate to, int limit) {
        var where = new Where(new Which(null, false, null, null, null, null, null, null, from, to, null));
        where.and(" and c.number > ?", number);
        where.params.add(limit);
        return database.read()
                .sql(ROW + where.sql + " order by c.number limit ?")
                .params(where.params)
                .query((rows, n) -> listed(rows))
                .list();
    }

    /** Complaints that are matched with the unit or, when it is a lot, with a serial of it; the newest first. */
    List<Listed> of(long unit, int limit) {
        return database.read()
                .sql(ROW + "where c.merged_into is null and (c.unit_id = ? and c.unit_id <> 0"
                        + " or c.lot_id = ? and c.lot_id <> 0) order by c.number desc limit ?")
                .params(unit, unit, limit)
                .query((rows, n) -> listed(rows))
                .list();
    }

    @Nullable
    Listed find(long number) {
        return database.read()
                .sql(ROW + "where c.number = ?")
                .param(number)
                .query((rows, n) -> listed(rows))
                .optional()
                .orElse(null);
    }

    /** What is counted by. */
    enum By {
        CODE("c.code"),
        ITEM("c.item_id"),
        LOT("c.lot_id"),
        DAY("c.reported_day");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** How many complaints have each value, the value as text and null for none; at most {@code limit} rows. */
    List<Counted> counts(By by, Which which, int limit) {
        var where = new Where(which);
        where.params.add(limit);
        return database.read()
                .sql("select " + by.column + ", count(*) from complaint c join quality_record r on r.number = c.number "
                        + where.sql + " group by " + by.column + " order by count(*) desc, " + by.column + " limit ?")
                .params(where.params)
                .query((rows, n) -> new Counted(rows.getString(1), rows.getLong(2)))
                .list();
    }

    record Counted(@Nullable String key, long count) {}

    // --- duplicates

    private static final String SAME = """
            select a.number as one, b.number as other, %s as why from %s k cross join complaint a cross join complaint b
            where a.number = k.value and b.number <> a.number and b.merged_into is null and %s
            """;

    private String same() {
        String numbers = database.dialect().numbers();
        return SAME.formatted("1", numbers, "a.match = 'unit' and b.match = 'unit' and b.unit_id = a.unit_id")
                + " union all "
                + SAME.formatted(
                        "2",
                        numbers,
                        "a.serial is not null and b.serial = a.serial and (a.unit_id = 0 or b.unit_id = 0)"
                                + " and (a.item_id = b.item_id or a.item_id = 0 or b.item_id = 0)")
                + " union all "
                + SAME.formatted(
                        "3",
                        numbers,
                        "a.reporter is not null and b.reporter = a.reporter and b.item_id = a.item_id"
                                + " and a.item_id <> 0 and abs(b.reported_day - a.reported_day) <= "
                                + SAME_REPORTER_DAYS);
    }

    /** Others that are likely the same as a complaint, each with the first reason, the surest first. */
    List<DuplicateView> duplicates(long number) {
        String one = numbers(List.of(number));
        return database.read()
                .sql("select r.code, min(s.why) from (" + same() + ") s join quality_record r on r.number = s.other"
                        + " group by r.code order by min(s.why), r.code limit ?")
                .params(one, one, one, DUPLICATES_MAX)
                .query((rows, n) -> new DuplicateView(rows.getString(1), why(rows.getInt(2))))
                .list();
    }

    private static String why(int n) {
        return switch (n) {
            case 1 -> "sameUnit";
            case 2 -> "sameSerial";
            default -> "sameReporter";
        };
    }

    /** How many others are likely the same as each of these; none for those that are left out. */
    Map<Long, Long> duplicateCounts(Collection<Long> complaints) {
        Map<Long, Long> counts = new HashMap<>();
        String array = numbers(complaints);
        database.read()
                .sql("select s.one, count(distinct s.other) from (" + same() + ") s group by s.one")
                .params(array, array, array)
                .query((rows, n) -> counts.put(rows.getLong(1), rows.getLong(2)))
                .list();
        return counts;
    }

    /** Numbers of the complaints that are merged into one. */
    List<String> merged(long into) {
        return database.read()
                .sql("select r.code from complaint c join quality_record r on r.number = c.number"
                        + " where c.merged_into = ? order by r.number limit 1000")
                .param(into)
                .query((rows, n) -> rows.getString(1))
                .list();
    }

    // --- following the ledger

    /** Complaints in which a number was said that a unit with an id above one has. */
    List<Long> named(long afterUnit, boolean fewUnits) {
        // From the side that has less: the new units, or all that was said.
        String sql = fewUnits
                ? "select distinct w.complaint from unit u cross join complaint_wanted w"
                        + " where u.id > ? and w.number = u.number order by w.complaint"
                : "select distinct w.complaint from complaint_wanted w cross join unit u"
                        + " where u.number = w.number and u.id > ? order by w.complaint";
        return database.read()
                .sql(sql)
                .param(afterUnit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** Complaints in which a number was said that suppliers gave to units in entries after one. */
    List<Long> supplied(long afterSeq) {
        return database.read()
                .sql("select distinct w.complaint from complaint_wanted w cross join supplier_lot s"
                        + " where s.number = w.number and s.noted_seq > ? order by w.complaint")
                .param(afterSeq)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    /** The newest complaints of which not even the item is known. */
    List<Long> withoutItem(int limit) {
        return database.read()
                .sql("select number from complaint where item_id = 0 and merged_into is null"
                        + " order by number desc limit ?")
                .param(limit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    long lastUnit() {
        return database.read()
                .sql("select coalesce(max(id), 0) from unit")
                .query(Long.class)
                .single();
    }

    long lastSeq() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    /** How far it was looked, 0 before the first time. */
    long seen(String name) {
        return database.read()
                .sql("select value from complaint_seen where name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void see(Map<String, Long> seen) {
        database.write(transaction -> {
            seen.forEach((name, value) -> transaction
                    .sql("insert into complaint_seen (name, value) values (?, ?)"
                            + " on conflict (name) do update set value = excluded.value")
                    .params(name, value)
                    .update());
            return true;
        });
    }

    /**
     * Writes a row that was made of the steps until one; does nothing and says so when there is a later one.
     *
     * @param last number of that step
     */
    boolean rematch(Row row, Set<String> wanted, long last) {
        return database.write(transaction -> {
            long now = transaction
                    .sql("select max(n) from quality_step where record = ?")
                    .param(row.number())
                    .query(Long.class)
                    .single();
            if (now != last) {
                return false;
            }
            put(transaction, row, wanted);
            return true;
        });
    }

    private static String numbers(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }

    private static String texts(Collection<String> texts) {
        var array = new JsonText().array();
        texts.forEach(array::element);
        return array.endArray().toString();
    }

    private static Listed listed(ResultSet rows) throws SQLException {
        long failed = rows.getLong("failed_day");
        LocalDate failedOn = rows.wasNull() ? null : LocalDate.ofEpochDay(failed);
        long into = rows.getLong("merged_into");
        Long mergedInto = rows.wasNull() ? null : into;
        var row = new Row(
                rows.getLong("number"),
                LocalDate.ofEpochDay(rows.getLong("reported_day")),
                failedOn,
                rows.getString("code"),
                rows.getLong("confirmed") != 0,
                rows.getString("severity"),
                rows.getString("country"),
                rows.getString("match"),
                rows.getLong("item_id"),
                rows.getLong("unit_id"),
                rows.getLong("lot_id"),
                rows.getString("serial"),
                rows.getString("lot"),
                rows.getString("reporter"),
                mergedInto,
                "");
        return new Listed(
                row,
                rows.getString("number_code"),
                rows.getString("state"),
                rows.getString("title"),
                rows.getLong("opened_at_us"));
    }
}
