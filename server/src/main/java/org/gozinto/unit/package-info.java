/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Units: lots, serials and containers, their dates and holds, and whether they may be used. */
@NullMarked
@ApplicationModule(
        displayName = "Units",
        allowedDependencies = {"ledger", "access", "item", "place"})
package org.gozinto.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
