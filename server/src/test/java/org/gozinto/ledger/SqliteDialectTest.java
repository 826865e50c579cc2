/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

class SqliteDialectTest extends DialectContract {

    SqliteDialectTest() {
        super(Engines.SQLITE);
    }
}
