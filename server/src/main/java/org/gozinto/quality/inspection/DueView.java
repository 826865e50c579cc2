/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit that waits for its inspection.
 *
 * @param stage received or produced
 * @param since when it came in; {@code entry} the number of the entry that says so
 * @param qty how much of it is in our hands, in the item's unit
 * @param plan code of the plan that it would go by
 * @param inspection number of the one that is open for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueView(
        UnitRef unit,
        String stage,
        String since,
        long entry,
        String qty,
        String unitOfMeasure,
        @Nullable String place,
        @Nullable String plan,
        @Nullable String inspection) {}
