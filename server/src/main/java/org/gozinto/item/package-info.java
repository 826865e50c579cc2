/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Items: what is made, bought or sold, how it is tracked and in what it is counted. */
@NullMarked
@ApplicationModule(
        displayName = "Items",
        allowedDependencies = {"ledger", "access"})
package org.gozinto.item;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
