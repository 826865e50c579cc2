/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Recalls: from a suspicion to a closed case.
 *
 * <p>A case is the list of its steps, never changed and chained by hash; everything that is shown of it follows from
 * them and from the ledger. Its scope is a question that is frozen and asked again; what is in scope is stopped in the
 * unit room, by rule, so that what arrives tomorrow is stopped too.
 */
@NullMarked
@ApplicationModule(
        displayName = "Recalls",
        allowedDependencies = {
            "ledger",
            "paper",
            "paper :: mail",
            "access",
            "item",
            "place",
            "unit",
            "genealogy",
            "movement",
            "quality",
            "care",
            "care :: registration"
        })
package org.gozinto.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
