/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.List;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;

/** The list of units, page by page, for all who show it. Safe for use by many threads. */
public final class UnitListing {

    private final Units units;
    private final UnitLists lists;
    private final UnitQueries queries;

    UnitListing(Units units, UnitLists lists, UnitQueries queries) {
        this.units = units;
        this.lists = lists;
        this.queries = queries;
    }

    /** A list that was narrowed. A page may be short, or empty, and still have a cursor; the last one has none. */
    @FunctionalInterface
    public interface Listed {
        Page<Unit> page(@Nullable String cursor, int limit);
    }

    /**
     * The list of what a request asks for.
     *
     * @throws org.gozinto.ledger.RefusedException when it asks for what there is not
     */
    public Listed of(UnitFilter filter) {
        if (!filter.isPlain()) {
            return narrowed(filter);
        }
        Units.Filter plain = queries.filter(filter);
        return (cursor, limit) -> plain(plain, cursor, limit);
    }

    /** The same list along an index that leads to few units, in the order of that index. */
    Listed narrowed(UnitFilter filter) {
        Narrowing wanted = queries.narrowing(filter);
        return (cursor, limit) -> lists.page(wanted, cursor, limit);
    }

    private Page<Unit> plain(Units.Filter filter, @Nullable String cursor, int limit) {
        List<Unit> found = units.page(filter, Paging.afterNumber(cursor), limit);
        String next = found.size() < limit
                ? null
                : Paging.cursor(String.valueOf(found.getLast().id()));
        return new Page<>(found, next);
    }

    /**
     * The id of a place by its code, or of a container as a place by its.
     *
     * @throws org.gozinto.ledger.RefusedException when there is neither
     */
    public long place(String code) {
        return queries.place(code);
    }
}
