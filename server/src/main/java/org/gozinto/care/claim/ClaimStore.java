/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of what lists, sums and recoveries ask of claims. Safe for use by many threads. */
final class ClaimStore {

    private static final String COLUMNS = "number, opened_day, item_id, unit_id, lot_id, part_id, serial, lot,"
            + " failed_day, code, country, partner, complaint, currency, asked, approved, paid, decided_day, month,"
            + " removed_id, replaced_by, causal_id, supplier, words";

    private static final String ROW = "select c.number, c.opened_day, c.item_id, c.unit_id, c.lot_id, c.part_id,"
            + " c.serial, c.lot, c.failed_day, c.code, c.country, c.partner, c.complaint, c.currency, c.asked,"
            + " c.approved, c.paid, c.decided_day, c.removed_id, c.replaced_by, c.causal_id, c.supplier, c.recovery,"
            + " c.recovered, r.code as number_code, r.state, r.title, v.code as recovery_code"
            + " from claim c join quality_record r on r.number = c.number"
            + " left join quality_record v on v.number = c.recovery ";

    private final Database database;

    ClaimStore(Database database) {
        this.database = database;
    }

    /**
     * What is kept of a claim beside its steps; ids are 0 for none, money is in the smallest steps of the currency.
     *
     * @param approved 0 unless an approval stands
     * @param decided the day of that approval
     * @param removed the part that came out
     * @param replacedBy the piece that was given for it
     * @param causal the bought lot or serial behind it, {@code supplier} whose
     * @param words all that a search looks at
     */
    record Row(
            long number,
            LocalDate opened,
            long item,
            long unit,
            long lot,
            long part,
            @Nullable String saidSerial,
            @Nullable String saidLot,
            LocalDate failed,
            @Nullable String code,
            @Nullable String country,
            @Nullable String partner,
            String complaint,
            @Nullable String currency,
            long asked,
            long approved,
            long paid,
            @Nullable LocalDate decided,
            long removed,
            long replacedBy,
            long causal,
            @Nullable String supplier,
            String words) {}

    /**
     * A row with what its record says.
     *
     * @param recovery number of the recovery that it is in
     * @param recovered what of the supplier's money falls to it
     */
    record Listed(
            Row row,
            String code,
            String state,
            String title,
            @Nullable String recovery,
            long recovered) {}

    /** Writes what is kept of a claim; what recoveries write of it stays. */
    static void put(JdbcClient transaction, Row row) {
        transaction
                .sql("insert into claim (" + COLUMNS + ", recovered) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (number) do update set"
                        + " item_id = excluded.item_id, unit_id = excluded.unit_id, lot_id = excluded.lot_id,"
                        + " part_id = excluded.part_id, failed_day = excluded.failed_day, code = excluded.code,"
                        + " country = excluded.country, partner = excluded.partner, currency = excluded.currency,"
                        + " asked = excluded.asked, approved = excluded.approved, paid = excluded.paid,"
                        + " decided_day = excluded.decided_day, month = excluded.month,"
                        + " removed_id = excluded.removed_id, replaced_by = excluded.replaced_by,"
                        + " causal_id = excluded.causal_id, supplier = excluded.supplier, words = excluded.words")
                .param(row.number())
                .param(row.opened().toEpochDay())
                .param(row.item())
                .param(row.unit())
                .param(row.lot())
                .param(row.part())
                .param(row.saidSerial())
                .param(row.saidLot())
                .param(row.failed().toEpochDay())
                .param(row.code())
                .param(row.country())
                .param(row.partner())
                .param(row.complaint())
                .param(row.currency())
                .param(row.asked())
                .param(row.approved())
                .param(row.paid())
                .param(row.decided() == null ? null : row.decided().toEpochDay())
                .param(row.decided() == null ? null : row.decided().toString().substring(0, 7))
                .param(row.removed())
                .param(row.replacedBy())
                .param(row.causal())
                .param(row.supplier())
                .param(row.words())
                .update();
    }

    /** What a list is narrowed to; null members narrow nothing. {@code units} of which it is about any. */
    record Which(
            @Nullable String state,
            @Nullable Long item,
            @Nullable Collection<Long> units,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String partner,
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {}

    /** Claims with numbers below one, the newest first. */
    List<Listed> page(Which which, long before, int limit) {
        var sql = new StringBuilder("where c.number < ?");
        List<Object> params = new ArrayList<>(List.of(before));
        and(sql, params, " and r.state = ?", which.state());
        and(sql, params, " and c.item_id = ?", which.item());
        if (which.units() != null) {
            String said = which.serial() != null ? which.serial() : which.lot();
            sql.append(" and (c.unit_id in (select k.value from ")
                    .append(database.dialect().numbers());
            sql.append(" k) or c.part_id in (select k.value from ")
                    .append(database.dialect().numbers());
            sql.append(" k) or c.lot_id in (select k.value from ")
                    .append(database.dialect().numbers())
                    .append(" k)");
            String ids = numbers(which.units());
            params.addAll(List.of(ids, ids, ids));
            if (said != null) {
                sql.append(which.serial() != null ? " or c.serial = ?" : " or c.lot = ?");
                params.add(said);
            }
            sql.append(")");
        }
        and(sql, params, " and c.partner = ?", which.partner());
        and(sql, params, " and c.code = ?", which.code());
        and(sql, params, " and c.failed_day >= ?", epoch(which.from()));
        and(sql, params, " and c.failed_day <= ?", epoch(which.to()));
        and(
                sql,
                params,
                " and c.words like ? escape '!'",
                which.words() == null ? null : "%" + escaped(which.words()) + "%");
        params.add(limit);
        return listed(sql + " order by c.number desc limit ?", params);
    }

    private static @Nullable Long epoch(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    private static void and(StringBuilder sql, List<Object> params, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            params.add(value);
        }
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    @Nullable
    Listed find(long number) {
        List<Listed> found = listed("where c.number = ?", List.of(number));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Claims of a product or of the part, the newest first. */
    List<Listed> about(long unit, long part, int limit) {
        return listed(
                "where c.unit_id = ? and c.unit_id <> 0 or c.part_id = ? and c.part_id <> 0"
                        + " or c.removed_id = ? and c.removed_id <> 0 order by c.number desc limit ?",
                List.of(unit, part, part, limit));
    }

    /** The number of the claim under which a piece was given for another; null for none. */
    @Nullable
    String replacedWith(long unit) {
        return database.read()
                .sql("select r.code from claim c join quality_record r on r.number = c.number"
                        + " where c.replaced_by = ? and c.replaced_by <> 0 limit 1")
                .param(unit)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Claims by their numbers, in the order in which they were filed. */
    List<Listed> coded(Collection<String> codes) {
        var array = new JsonText().array();
        codes.forEach(array::element);
        return listed(
                "where r.code in (select k.value from " + database.dialect().texts() + " k) order by c.number",
                List.of(array.endArray().toString()));
    }

    /** Claims that a supplier may be asked for and that no recovery has, by supplier and lot. */
    List<Listed> recoverable(@Nullable String supplier, @Nullable Long causal, int limit) {
        var sql = new StringBuilder("where c.supplier is not null and c.recovery is null and c.approved > 0");
        List<Object> params = new ArrayList<>();
        and(sql, params, " and c.supplier = ?", supplier);
        and(sql, params, " and c.causal_id = ?", causal);
        params.add(limit);
        return listed(sql + " order by c.supplier, c.causal_id, c.currency, c.number limit ?", params);
    }

    /** Claims of a recovery, in the order in which they were filed. */
    List<Listed> of(long recovery) {
        return listed("where c.recovery = ? order by c.number", List.of(recovery));
    }

    private List<Listed> listed(String where, List<Object> params) {
        return database.read()
                .sql(ROW + where)
                .params(params)
                .query((rows, n) -> listed(rows))
                .list();
    }

    // --- sums

    /** What is summed by. */
    enum By {
        MONTH("c.month"),
        ITEM("c.item_id"),
        LOT("c.lot_id"),
        CODE("c.code"),
        SUPPLIER("c.supplier"),
        COUNTRY("c.country");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** A sum of one currency; {@code key} as text, null for those without one. */
    record Sum(@Nullable String key, String currency, long claims, long approved, long paid, long recovered) {}

    /** Sums of what was approved, by the day of the approval; the largest first, or by month. */
    List<Sum> sums(By by, @Nullable LocalDate from, @Nullable LocalDate to, int limit) {
        var sql = new StringBuilder("select " + by.column + ", c.currency, count(*), sum(c.approved), sum(c.paid),"
                + " sum(c.recovered) from claim c where c.month is not null and c.currency is not null");
        List<Object> params = new ArrayList<>();
        and(sql, params, " and c.decided_day >= ?", epoch(from));
        and(sql, params, " and c.decided_day <= ?", epoch(to));
        sql.append(" group by ").append(by.column).append(", c.currency order by ");
        sql.append(by == By.MONTH ? "c.month, c.currency" : "sum(c.approved) desc, " + by.column + ", c.currency");
        params.add(limit);
        return database.read()
                .sql(sql + " limit ?")
                .params(params)
                .query((rows, n) -> new Sum(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getLong(6)))
                .list();
    }

    // --- recoveries

    /** Puts claims into a recovery, in the transaction of its step; whether none was changed or taken meanwhile. */
    static boolean attach(JdbcClient transaction, Collection<Listed> claims, long recovery) {
        boolean whole = true;
        for (Listed claim : claims) {
            whole &= transaction
                            .sql("update claim set recovery = ? where number = ? and recovery is null"
                                    + " and approved = ? and causal_id = ?")
                            .params(
                                    recovery,
                                    claim.row().number(),
                                    claim.row().approved(),
                                    claim.row().causal())
                            .update()
                    == 1;
        }
        return whole;
    }

    /** Whether a claim is in a recovery, in the transaction of its step. */
    static boolean isInRecovery(JdbcClient transaction, long claim) {
        return !transaction
                .sql("select number from claim where number = ? and recovery is not null")
                .param(claim)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Frees the claims of a recovery. */
    static void detach(JdbcClient transaction, long recovery) {
        transaction
                .sql("update claim set recovery = null, recovered = 0 where recovery = ?")
                .param(recovery)
                .update();
    }

    /** Says what of a supplier's money falls to a claim. */
    static void recovered(JdbcClient transaction, long claim, long recovered) {
        transaction
                .sql("update claim set recovered = ? where number = ?")
                .params(recovered, claim)
                .update();
    }

    private static String numbers(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }

    private static Listed listed(ResultSet rows) throws SQLException {
        long day = rows.getLong("decided_day");
        LocalDate decided = rows.wasNull() ? null : LocalDate.ofEpochDay(day);
        var row = new Row(
                rows.getLong("number"),
                LocalDate.ofEpochDay(rows.getLong("opened_day")),
                rows.getLong("item_id"),
                rows.getLong("unit_id"),
                rows.getLong("lot_id"),
                rows.getLong("part_id"),
                rows.getString("serial"),
                rows.getString("lot"),
                LocalDate.ofEpochDay(rows.getLong("failed_day")),
                rows.getString("code"),
                rows.getString("country"),
                rows.getString("partner"),
                rows.getString("complaint"),
                rows.getString("currency"),
                rows.getLong("asked"),
                rows.getLong("approved"),
                rows.getLong("paid"),
                decided,
                rows.getLong("removed_id"),
                rows.getLong("replaced_by"),
                rows.getLong("causal_id"),
                rows.getString("supplier"),
                "");
        return new Listed(
                row,
                rows.getString("number_code"),
                rows.getString("state"),
                rows.getString("title"),
                rows.getString("recovery_code"),
                rows.getLong("recovered"));
    }
}
