/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a line of a list.
 *
 * @param onHand what stands in stock: at own locations, and in containers there
 * @param place where that is, or where the unit is if none of it is in stock; the first of {@code placeCount}
 * @param held whether a hold lies on it or on its lot
 * @param recalls that it, or its lot, is under
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShortUnit(
        String id,
        String kind,
        @Nullable String item,
        @Nullable String name,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String container,
        @Nullable String issuer,
        boolean suspectTwin,
        @Nullable String expiry,
        String status,
        @Nullable String unit,
        String onHand,
        @Nullable String place,
        int placeCount,
        Usable usable,
        boolean held,
        @Nullable List<RecallTag> recalls) {

    /** Whether it may be used, yes or no. */
    record Usable(String ship, String consume, String sell) {}
}
