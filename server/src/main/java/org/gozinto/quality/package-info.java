/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Quality: complaints, inspections, non-conformances, certificates, and the lot that is behind it.
 *
 * <p>Each of them is the list of its steps, never changed and chained by hash ({@code quality.book}); what is shown of
 * it follows from them and from the ledger.
 */
@NullMarked
@ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {
            "ledger",
            "paper",
            "paper :: mail",
            "image",
            "access",
            "item",
            "place",
            "unit",
            "genealogy",
            "movement"
        })
package org.gozinto.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
