/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import org.gozinto.ledger.Engines;

class SqliteItemsTest extends ItemsContract {

    SqliteItemsTest() {
        super(Engines.SQLITE);
    }
}
