/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scope would say, in figures, before anything is frozen.
 *
 * @param cuts how many things were not followed
 * @param units how many units the answer names
 * @param items the figures of each item, by its code
 * @param consignees how many partners got something
 * @param summary the same totals by place and partner
 * @param balance where all seed material is; when the question asks for amounts
 * @param emptySeeds which of the question's seeds found nothing, from 0; null where it has no list of seeds
 * @param cost what is out and on hand is worth; when costs were given
 * @param tookMs milliseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        boolean complete,
        int cuts,
        TraceView.KnownAt knownAt,
        long units,
        List<ItemFigures> items,
        int consignees,
        TraceView.SummaryView summary,
        TraceView.@Nullable BalanceView balance,
        @Nullable List<Integer> emptySeeds,
        @Nullable CostView cost,
        long tookMs) {

    /**
     * The figures of one item; quantities are decimal strings in its unit.
     *
     * @param out what consignees have, less what came back
     */
    record ItemFigures(
            String item,
            int lots,
            int serials,
            String onHand,
            String out,
            String scrapped,
            String consumed,
            String loss,
            String unknown) {}

    /**
     * What is out and on hand times what a unit of it costs; all decimal strings.
     *
     * @param costsMissing items of which something is out or on hand and no cost was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CostView(@Nullable String currency, String total, List<ItemCost> items, List<String> costsMissing) {}

    record ItemCost(String item, String qty, String unitCost, String cost) {}
}
