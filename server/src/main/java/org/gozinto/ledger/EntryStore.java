/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of entries, movements and links. */
final class EntryStore {

    private static final List<String> ENTRY_COLUMNS = List.of(
            "seq",
            "id",
            "type",
            "occurred_from_us",
            "occurred_to_us",
            "occurred_at",
            "recorded_at_us",
            "actor",
            "document",
            "place_id",
            "corrects",
            "body",
            "request_hash",
            "hash",
            "answer");
    private static final List<String> MOVEMENT_COLUMNS = List.of("seq", "n", "unit_id", "qty", "from_id", "to_id");
    private static final List<String> LINK_COLUMNS = List.of("seq", "n", "in_id", "out_id", "qty");

    private static final String COLUMNS = """
            select e.seq, e.id, e.type, e.occurred_from_us, e.occurred_to_us, e.occurred_at, e.recorded_at_us, e.actor,
                   e.document, e.place_id, e.corrects, v.seq as corrected_by, e.hash,
            """;

    static final String SELECT = COLUMNS + " e.body from entry e left join entry v on v.corrects = e.seq ";

    /** The columns with the body, and with only its beginning, for entries that are given by a table of numbers. */
    static final String WITH_BODY = COLUMNS + " e.body from ";

    /**
     * What an act says of itself comes before its lines, which can be very long. The position in a host comes after
     * its attributes.
     */
    static final String WITH_HEADING = COLUMNS + """
             case when e.type in ('install', 'remove') then e.body else substr(e.body, 1, 16000) end as body from
            """;

    /** What was recorded under an id. */
    record Known(long seq, byte[] requestHash, String answer) {}

    /** Rows gathered for one transaction. */
    static final class Rows {
        final List<@Nullable Object[]> entries = new ArrayList<>();
        final List<@Nullable Object[]> movements = new ArrayList<>();
        final List<@Nullable Object[]> links = new ArrayList<>();
    }

    private final Dialect dialect;

    EntryStore(Dialect dialect) {
        this.dialect = dialect;
    }

    Ledger.Head head(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                        "select seq, hash, recorded_at_us from entry order by seq desc limit 1");
                var rows = query.executeQuery()) {
            return rows.next()
                    ? new Ledger.Head(rows.getLong(1), rows.getBytes(2), rows.getLong(3))
                    : new Ledger.Head(0, HashChain.GENESIS, 0);
        }
    }

    Map<String, Known> known(Connection connection, Collection<String> ids) throws SQLException {
        var sql = """
                select e.id, e.seq, e.request_hash, e.answer
                from %s k cross join entry e where e.id = k.value
                """.formatted(dialect.texts());
        var array = new JsonText().array();
        ids.forEach(array::element);
        Map<String, Known> known = new HashMap<>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), new Known(rows.getLong(2), rows.getBytes(3), rows.getString(4)));
                }
            }
        }
        return known;
    }

    void append(Connection connection, Rows rows) throws SQLException {
        dialect.append(connection, "entry", ENTRY_COLUMNS, rows.entries);
        if (!rows.movements.isEmpty()) {
            dialect.append(connection, "movement", MOVEMENT_COLUMNS, rows.movements);
        }
        if (!rows.links.isEmpty()) {
            dialect.append(connection, "link", LINK_COLUMNS, rows.links);
        }
    }

    static EntryRow row(ResultSet rows) throws SQLException {
        return new EntryRow(
                rows.getLong("seq"),
                rows.getString("id"),
                rows.getString("type"),
                new Occurred(
                        rows.getLong("occurred_from_us"),
                        rows.getLong("occurred_to_us"),
                        rows.getString("occurred_at")),
                rows.getLong("recorded_at_us"),
                rows.getString("actor"),
                rows.getString("document"),
                nullableLong(rows, "place_id"),
                nullableLong(rows, "corrects"),
                nullableLong(rows, "corrected_by"),
                rows.getString("body"),
                rows.getBytes("hash"));
    }

    static @Nullable Long nullableLong(ResultSet rows, String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }
}
