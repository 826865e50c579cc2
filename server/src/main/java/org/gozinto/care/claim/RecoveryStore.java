/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of what lists ask of recoveries. Safe for use by many threads. */
final class RecoveryStore {

    private final Database database;

    RecoveryStore(Database database) {
        this.database = database;
    }

    /** A recovery with what its record says; {@code lot} is 0 for several, amounts are in smallest steps. */
    record Listed(
            long number,
            String code,
            String state,
            String title,
            String supplier,
            long lot,
            String currency,
            long asked,
            long accepted,
            long received,
            long openedAtUs) {}

    /** Writes what is kept of a recovery beside its steps. */
    static void put(JdbcClient transaction, long number, Recovery recovery) {
        transaction
                .sql("insert into recovery (number, supplier, lot_id, currency, asked, accepted, received)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (number) do update set"
                        + " accepted = excluded.accepted, received = excluded.received")
                .params(
                        number,
                        recovery.open().supplier(),
                        Deeds.id(recovery.open().lot()),
                        recovery.open().currency(),
                        recovery.asked(),
                        recovery.accepted() == null ? 0 : recovery.accepted(),
                        recovery.received())
                .update();
    }

    /** Recoveries with numbers below one, the newest first. */
    List<Listed> page(@Nullable String state, @Nullable String supplier, long before, int limit) {
        List<Object> params = new ArrayList<>(List.of(before));
        var where = new StringBuilder();
        if (state != null) {
            where.append(" and r.state = ?");
            params.add(state);
        }
        if (supplier != null) {
            where.append(" and v.supplier = ?");
            params.add(supplier);
        }
        params.add(limit);
        return database.read()
                .sql("select v.number, r.code, r.state, r.title, v.supplier, v.lot_id, v.currency, v.asked, v.accepted,"
                        + " v.received, r.opened_at_us from recovery v join quality_record r on r.number = v.number"
                        + " where v.number < ?" + where + " order by v.number desc limit ?")
                .params(params)
                .query((rows, n) -> new Listed(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getLong(6),
                        rows.getString(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getLong(10),
                        rows.getLong(11)))
                .list();
    }
}
