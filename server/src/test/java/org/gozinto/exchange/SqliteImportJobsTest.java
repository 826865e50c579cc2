/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import org.gozinto.ledger.Engines;

class SqliteImportJobsTest extends ImportJobsContract {
    SqliteImportJobsTest() {
        super(Engines.SQLITE);
    }
}
