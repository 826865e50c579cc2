/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import org.gozinto.ledger.Engines;

class PostgresItemsTest extends ItemsContract {

    PostgresItemsTest() {
        super(Engines.POSTGRESQL);
    }
}
