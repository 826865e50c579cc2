/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import org.gozinto.ledger.Engines;

class PostgresPlacesTest extends PlacesContract {

    PostgresPlacesTest() {
        super(Engines.POSTGRESQL);
    }
}
