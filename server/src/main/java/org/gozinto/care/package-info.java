/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Care: what its maker owes to a product and to whoever holds it. Warranty terms, what fits, registrations, claims.
 *
 * <p>Whether something is covered or fits follows from rules that are kept with every version and from the ledger, so
 * it can be asked again as it was known at any time. Claims are the list of their steps, as records of quality are.
 */
@NullMarked
@ApplicationModule(
        displayName = "Care",
        allowedDependencies = {
            "ledger",
            "paper",
            "image",
            "access",
            "item",
            "place",
            "unit",
            "genealogy",
            "movement",
            "quality",
            "quality :: book",
            "quality :: complaint"
        })
package org.gozinto.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
