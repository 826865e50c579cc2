/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import java.nio.file.Path;
import org.gozinto.ledger.Storage;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsersAndTokensTest extends UsersAndTokensContract {

    @TempDir
    Path directory;

    @Override
    Storage open() {
        return Storage.openSqlite(directory, 2);
    }
}
