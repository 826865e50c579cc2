/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The acts: receive, produce, move, ship, install, pack, hold, void and the others, and the rules that judge them. */
@NullMarked
@ApplicationModule(
        displayName = "Movements",
        allowedDependencies = {"ledger", "access", "item", "place", "unit"})
package org.gozinto.movement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
