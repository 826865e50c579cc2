/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Places: the tree of locations, vessels, partners, runs and the virtual places. */
@NullMarked
@ApplicationModule(
        displayName = "Places and partners",
        allowedDependencies = {"ledger", "access"})
package org.gozinto.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
