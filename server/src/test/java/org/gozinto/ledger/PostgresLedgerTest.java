/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

class PostgresLedgerTest extends LedgerContract {

    PostgresLedgerTest() {
        super(Engines.POSTGRESQL);
    }
}
