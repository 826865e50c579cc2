/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the numbers of an item reach.
 *
 * @param capacity how many numbers the template makes before its counter begins again; of taken over numbers, how many
 *     there are; null when that depends on a line or the like that was not said
 * @param used of the capacity
 * @param perDay used a day in the last 90 days, or since the first use when that is shorter; null when there are less
 *     than seven days to tell from
 * @param exhaustedOn when the free ones are used up at that pace; null when they are not before the counter begins
 *     again, or when that is not known
 * @param gaps runs of numbers that were passed over: void, or not used although later ones of the block are
 * @param complete whether all gaps are named
 */
record NumberReport(
        String item,
        NumberKind kind,
        @Nullable String template,
        @Nullable String counter,
        @Nullable String capacity,
        @Nullable String used,
        @Nullable String free,
        @Nullable BigDecimal perDay,
        @Nullable String exhaustedOn,
        Pool pool,
        List<Gap> gaps,
        boolean complete) {

    /** The numbers that were reserved or taken over, all blocks together, and when those not yet used are used up. */
    record Pool(
            long reserved,
            long printed,
            long commissioned,

            @com.fasterxml.jackson.annotation.JsonProperty("void")
            long voided,

            @Nullable BigDecimal perDay,
            @Nullable String exhaustedOn) {}

    /** Numbers that follow each other in a block. */
    record Gap(String block, String from, String to, long count, NumberState state) {}
}
