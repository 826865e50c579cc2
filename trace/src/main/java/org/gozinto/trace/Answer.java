/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace found (trace semantics §5): the units in order of item, lot and serial, the totals, and whether anything
 * was cut.
 *
 * @param question the policy that this answers, as asked
 * @param knownAtSeq the greatest seq read, 0 for an empty ledger
 * @param complete nothing was cut; else {@code cuts} names each
 * @param balance where all seed material is; forward with amounts only
 * @param notAnswered parts that were asked for and are not in this answer, such as "contact"
 * @param hypotheses units that may have been touched, only when the question asks for contact; no part of the facts:
 *     neither in {@code units} nor in any total, and without a say in {@code complete}
 * @param paths the explained path to each unit, on demand
 * @param passages which unit reached which other, on demand
 * @param hash SHA-256 in lower-case hex over the canonical text of the answer, see {@link Canonical}
 */
public record Answer(
        Question question,
        long knownAtSeq,
        boolean complete,
        List<Cut> cuts,
        List<Reached> units,
        Summary summary,
        @Nullable Balance balance,
        List<String> notAnswered,
        List<Hypothesis> hypotheses,
        Paths paths,
        Passages passages,
        String hash) {

    public Answer {
        cuts = List.copyOf(cuts);
        // An answer of many units makes those that are looked at.
        units = units instanceof ReachedUnits ? units : List.copyOf(units);
        notAnswered = List.copyOf(notAnswered);
        hypotheses = List.copyOf(hypotheses);
    }

    /** The unit at a position of {@code units}, without all that is said of it. */
    public int unit(int position) {
        return units instanceof ReachedUnits made
                ? made.unit(position)
                : units.get(position).unit();
    }

    /** The relation of the unit at a position of {@code units}. */
    public Relation relation(int position) {
        return units instanceof ReachedUnits made
                ? made.relation(position)
                : units.get(position).relation();
    }
}
