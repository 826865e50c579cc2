/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of an answer.
 *
 * @param precision that of its strongest path
 * @param sinceUs when its first reached state began, microseconds since 1970 UTC; backward, when it first took part
 * @param untilUs for {@link Relation#CONTAINED_UNTIL}, when the last reached content left; else null
 * @param amount forward, seed material in this unit, in the seed's unit; backward, how much of this unit is in the
 *     seed, in this unit's unit; null when amounts were not asked
 * @param holdings where the reached part of it is at as-of
 * @param stays the containers and hosts that it was in, oldest first
 * @param sources where it came into the books: supplier of a receipt, location of a commission
 * @param chance how likely at least one of the bad pieces of the seeds is in it, or in what it contains; null when that
 *     was not asked
 */
public record Reached(
        int unit,
        Precision precision,
        long sinceUs,
        Relation relation,
        @Nullable Long untilUs,
        @Nullable Amount amount,
        List<Holding> holdings,
        List<Stay> stays,
        List<Source> sources,
        @Nullable Odds chance) {

    public Reached {
        holdings = List.copyOf(holdings);
        stays = List.copyOf(stays);
        sources = List.copyOf(sources);
    }
}
