/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import org.jspecify.annotations.Nullable;

/** The rows of a table, read one after the other. Not safe for several threads. */
interface Sheet extends AutoCloseable {

    /** Rows of a sheet at the most, as in every spreadsheet program. */
    int ROWS_MAX = 1_048_576;

    /**
     * The next row that has something in it, or null at the end.
     *
     * @throws org.gozinto.ledger.RefusedException when the file is broken there
     */
    @Nullable
    SheetRow next();

    @Override
    void close();
}
