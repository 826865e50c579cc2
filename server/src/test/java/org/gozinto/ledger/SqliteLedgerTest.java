/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

class SqliteLedgerTest extends LedgerContract {

    SqliteLedgerTest() {
        super(Engines.SQLITE);
    }
}
