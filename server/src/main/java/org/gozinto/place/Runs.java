/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gozinto.ledger.Dialect;
import org.gozinto.ledger.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The writer's working copy of runs: those that a group of acts names, and those it makes. A run is a place that
 * inputs enter and outputs leave; its code is the order's number. Not safe for several threads.
 */
public final class Runs {

    private static final List<String> COLUMNS = List.of("id", "space", "code", "kind", "active", "version", "body");

    /**
     * Runs have ids of their own range, so that replaying a ledger gives them the same ids whatever masters there are.
     */
    public static final long FIRST_ID = 1_000_000_000L;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, Long> ids = new HashMap<>();
    private final List<@Nullable Object[]> made = new ArrayList<>();
    private long nextId = FIRST_ID;

    public Runs(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Loads the runs of these codes. */
    public void load(Collection<String> codes) throws SQLException {
        if (codes.isEmpty()) {
            return;
        }
        var array = new JsonText().array();
        codes.forEach(array::element);
        var sql = "select p.code, p.id from " + dialect.texts()
                + " k cross join place p where p.code = k.value and p.space = 1";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, array.endArray().toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        try (var query = connection.prepareStatement(
                        "select coalesce(max(id) + 1, " + FIRST_ID + ") from place where id >= " + FIRST_ID);
                var rows = query.executeQuery()) {
            rows.next();
            nextId = rows.getLong(1);
        }
    }

    /** The place id of the run, which is made if there is none yet. The code must have been loaded. */
    public long idOf(String code) {
        return ids.computeIfAbsent(code, c -> {
            long id = nextId++;
            made.add(new Object[] {id, 1L, c, Place.Kind.RUN.word(), 1L, 1L, "{}"});
            return id;
        });
    }

    /** How many runs were made so far: a mark for {@link #undo}. */
    public int mark() {
        return made.size();
    }

    /** Forgets the runs that were made since the mark. */
    public void undo(int mark) {
        while (made.size() > mark) {
            ids.remove((String) Objects.requireNonNull(made.removeLast()[2]));
            nextId--;
        }
    }

    /** Writes the runs that were made. */
    public void write() throws SQLException {
        if (!made.isEmpty()) {
            dialect.append(connection, "place", COLUMNS, made);
        }
    }
}
