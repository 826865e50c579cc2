/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

class PostgresDialectTest extends DialectContract {

    PostgresDialectTest() {
        super(Engines.POSTGRESQL);
    }
}
