/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;

/**
 * The totals of an answer; quantities are per item, at the item's scale, ordered by item and then by code of place.
 * They count whole reached states, not the share of seed material in them.
 *
 * @param consignees what went to partners; net is gross less what came back
 * @param sources where reached goods came into the books
 * @param loss what stayed behind in cleaned vessels
 * @param unknown quantity of no known origin or destination on a path
 * @param adjustedUp quantity of reached units that a count or adjustment found
 */
public record Summary(
        int lots,
        int serials,
        List<ItemCount> byItem,
        List<AtPlace> onHand,
        List<Consignee> consignees,
        List<AtPlace> sources,
        List<ItemQty> scrapped,
        List<ItemQty> consumed,
        List<ItemQty> loss,
        List<ItemQty> unknown,
        List<ItemQty> adjustedUp) {

    public Summary {
        byItem = List.copyOf(byItem);
        onHand = List.copyOf(onHand);
        consignees = List.copyOf(consignees);
        sources = List.copyOf(sources);
        scrapped = List.copyOf(scrapped);
        consumed = List.copyOf(consumed);
        loss = List.copyOf(loss);
        unknown = List.copyOf(unknown);
        adjustedUp = List.copyOf(adjustedUp);
    }

    /** How many lots and serials of one item were reached. */
    public record ItemCount(String item, int lots, int serials) {}

    /** A quantity of one item, {@code decimals} being its scale. */
    public record ItemQty(String item, long qty, int decimals) {}

    /** A quantity of one item at one place. */
    public record AtPlace(int place, String item, long qty, int decimals) {}

    /** What one partner got of one item in scope. */
    public record Consignee(int partner, String item, long gross, long net, int decimals) {}
}
