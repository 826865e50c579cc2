/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import org.gozinto.ledger.Engines;

class SqliteStopsTest extends StopsContract {

    SqliteStopsTest() {
        super(Engines.SQLITE);
    }
}
