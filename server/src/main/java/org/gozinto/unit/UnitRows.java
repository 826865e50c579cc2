/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Units as rows. */
final class UnitRows {

    static final String COLUMNS = """
            u.id, u.kind, u.item_id, u.issuer_id, u.number, u.twin, u.lot_id, u.expiry_day, u.best_before_day,
            u.manufactured_day, u.first_seq, u.first_us, u.attributes
            """;

    private UnitRows() {}

    static Unit unit(ResultSet rows) throws SQLException {
        return new Unit(
                rows.getLong(1),
                Unit.Kind.of(rows.getInt(2)),
                rows.getLong(3),
                rows.getLong(4),
                rows.getString(5),
                rows.getInt(6),
                rows.getLong(7),
                day(rows, 8),
                day(rows, 9),
                day(rows, 10),
                rows.getLong(11),
                rows.getLong(12),
                rows.getString(13));
    }

    static @Nullable LocalDate day(ResultSet rows, int column) throws SQLException {
        long day = rows.getLong(column);
        return rows.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    static @Nullable Long epochDay(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }
}
