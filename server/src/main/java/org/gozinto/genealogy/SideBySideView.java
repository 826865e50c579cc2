/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scopes beside each other, all as of one state of the ledger.
 *
 * @param pairs each scope but the first with the first
 */
record SideBySideView(List<Side> scopes, List<Pair> pairs, long tookMs) {

    record Side(String name, PreviewView preview) {}

    /**
     * How many units two scopes share.
     *
     * @param name of the scope that is compared with the first
     */
    record Pair(String name, long onlyInFirst, long inBoth, long onlyInThis) {}

    /** What a client asks to be seen before it is frozen. */
    record Asked(
            @Nullable ScopeQuestion question,
            @Nullable List<UnitCost> unitCosts,
            @Nullable String currency) {}

    /** What a client asks to be compared. */
    record AskedSides(
            @Nullable List<AskedSide> questions,
            @Nullable List<UnitCost> unitCosts,
            @Nullable String currency) {}

    record AskedSide(@Nullable String name, @Nullable ScopeQuestion question) {}

    /** @param cost of one unit of the item, a decimal string of at most 15 digits and 6 decimals */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitCost(@Nullable String item, @Nullable String cost) {}
}
