/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The ledger: entries, movements, the hash chain and the one writer, on SQLite or PostgreSQL.
 *
 * <p>This is the lowest room. It knows that quantities of units move between places and that nobody may change what was
 * recorded; what an act means is decided above.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {})
package org.gozinto.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
