/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a step makes of a record.
 *
 * @param state of the record from now on
 * @param more what belongs to the step in other tables
 */
public record Change(String state, More more) {

    private static final More NOTHING = (transaction, number, n) -> {};

    /** Writes into other tables, in the transaction of the step. */
    @FunctionalInterface
    public interface More {
        void write(JdbcClient transaction, long number, long n);
    }

    /** A change of the state alone. */
    public static Change to(String state) {
        return new Change(state, NOTHING);
    }
}
