/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Genealogy: the ledger as the graph that the trace engine reads, and trace answers in the words of the API. */
@NullMarked
@ApplicationModule(
        displayName = "Genealogy",
        allowedDependencies = {"ledger", "access", "item", "place", "unit"})
package org.gozinto.genealogy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
