/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** What the writer must know of entries that are recorded, in the database or earlier in the same group. */
final class Past {

    /** An entry that may be voided. */
    record Known(long seq, String type, @Nullable Long correctedBy, List<Movement> movements) {}

    private final Connection connection;
    private final Map<String, Known> ofThisGroup = new HashMap<>();
    private final Set<Long> voided = new HashSet<>();

    Past(Connection connection) {
        this.connection = connection;
    }

    /** Notes what this group recorded, so that a later act of it can name it. */
    void add(String id, Known entry) {
        ofThisGroup.put(id, entry);
    }

    void addVoid(long seq) {
        voided.add(seq);
    }

    boolean isVoided(Known entry) {
        return entry.correctedBy() != null || voided.contains(entry.seq());
    }

    boolean isVoided(long seq) throws SQLException {
        if (voided.contains(seq)) {
            return true;
        }
        try (var query = connection.prepareStatement("select seq from entry where corrects = ?")) {
            query.setLong(1, seq);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    long seqOf(String id, String pointer) throws SQLException {
        return find(id, pointer).seq();
    }

    Known find(String id, String pointer) throws SQLException {
        Known here = ofThisGroup.get(id);
        if (here != null) {
            return here;
        }
        try (var query = connection.prepareStatement("""
                select e.seq, e.type, v.seq from entry e left join entry v on v.corrects = e.seq where e.id = ?
                """)) {
            query.setString(1, id.toLowerCase(java.util.Locale.ROOT));
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw Refusal.of("unknown-entry", "No such entry", "There is no entry with id " + id + ".")
                            .at(pointer, "the id of an entry", "Check the id.")
                            .asException();
                }
                long seq = rows.getLong(1);
                String type = rows.getString(2);
                long by = rows.getLong(3);
                return new Known(seq, type, rows.wasNull() ? null : by, movements(seq));
            }
        }
    }

    private List<Movement> movements(long seq) throws SQLException {
        try (var query = connection.prepareStatement(
                "select unit_id, qty, from_id, to_id from movement where seq = ? order by n")) {
            query.setLong(1, seq);
            List<Movement> movements = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    movements.add(new Movement(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
            return movements;
        }
    }
}
