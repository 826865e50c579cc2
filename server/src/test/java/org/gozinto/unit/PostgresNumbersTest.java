/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.gozinto.ledger.Engines;

class PostgresNumbersTest extends NumbersContract {

    PostgresNumbersTest() {
        super(Engines.POSTGRESQL);
    }
}
