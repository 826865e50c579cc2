/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.sql.SQLException;
import java.util.List;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;

/** The SQL of what the trace index does not know of a seed: suppliers' numbers, attributes, and the codes of runs. */
final class SeedStore {

    private static final int ROWS_A_READ = 5_000;

    private final Database database;

    SeedStore(Database database) {
        this.database = database;
    }

    /** Takes a unit and its attributes, a JSON object. */
    @FunctionalInterface
    interface AttributesVisitor {
        void visit(long unitId, String attributes);
    }

    /**
     * Ids of the units of which it was known by an entry that a supplier's number is theirs.
     *
     * @param itemId only units of this item, or null
     * @param partnerId only where it is this partner's number, or null
     */
    List<Long> supplied(String number, @Nullable Long itemId, @Nullable Long partnerId, long knownSeq, int limit) {
        return database.read()
                .sql("""
                        select distinct u.id from supplier_lot s join unit u on u.id = s.unit_id
                        where s.number = ? and s.noted_seq <= ? and u.first_seq <= ?
                          and (? = 0 or u.item_id = ?) and (? = 0 or s.partner_id = ?)
                        order by u.id limit ?
                        """)
                .params(
                        number,
                        knownSeq,
                        knownSeq,
                        orZero(itemId),
                        orZero(itemId),
                        orZero(partnerId),
                        orZero(partnerId),
                        limit)
                .query((rows, n) -> rows.getLong(1))
                .list();
    }

    private static long orZero(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    /** Gives the units of an item with ids up to one, in their order, that were recorded with attributes. */
    void attributes(long itemId, long lastId, AttributesVisitor visitor) {
        database.moment(connection -> {
            try (var query = connection.prepareStatement("""
                    select id, attributes from unit
                    where item_id = ? and id <= ? and attributes is not null order by id
                    """)) {
                query.setFetchSize(ROWS_A_READ);
                query.setLong(1, itemId);
                query.setLong(2, lastId);
                visit(query, visitor);
            }
            return itemId;
        });
    }

    private static void visit(java.sql.PreparedStatement query, AttributesVisitor visitor) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                visitor.visit(rows.getLong(1), rows.getString(2));
            }
        }
    }

    /** The place id of a run, or null when there is no run of this code. */
    @Nullable
    Long run(String code) {
        return database.read()
                .sql("select id from place where code = ? and space = 1")
                .param(code)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
