/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units of an answer while it is put together: how precise, since when, in which relation, by which node. */
final class Marks {

    private static final byte NOT = -1;
    private static final Precision[] PRECISIONS = Precision.values();
    private static final Relation[] RELATIONS = Relation.values();

    private final byte[] precision;
    private final byte[] relation;
    private final long[] sinceUs;
    private final int[] node;
    private int count;
    private @Nullable IntList units;
    private final Map<Integer, Long> untilUs = new HashMap<>();

    Marks(int units) {
        precision = new byte[units];
        relation = new byte[units];
        sinceUs = new long[units];
        node = new int[units];
        Arrays.fill(precision, NOT);
        Arrays.fill(node, -1);
    }

    /** Adds one more way in which a unit was reached; the strongest relation and precision, the earliest time stay. */
    void add(int unit, Precision how, long since, Relation as, int byNode) {
        boolean isNew = precision[unit] == NOT;
        count += isNew ? 1 : 0;
        if (isNew || how.ordinal() > precision[unit] || how.ordinal() == precision[unit] && since < sinceUs[unit]) {
            node[unit] = byNode;
        }
        precision[unit] = isNew ? (byte) how.ordinal() : (byte) Math.max(precision[unit], how.ordinal());
        relation[unit] = isNew ? (byte) as.ordinal() : (byte) Math.min(relation[unit], as.ordinal());
        sinceUs[unit] = isNew ? since : Math.min(sinceUs[unit], since);
    }

    void until(int unit, long us) {
        untilUs.merge(unit, us, Math::max);
    }

    boolean has(int unit) {
        return precision[unit] != NOT;
    }

    Precision precision(int unit) {
        return PRECISIONS[precision[unit]];
    }

    Relation relation(int unit) {
        return RELATIONS[relation[unit]];
    }

    long sinceUs(int unit) {
        return sinceUs[unit];
    }

    @Nullable
    Long untilUs(int unit) {
        return relation(unit) == Relation.CONTAINED_UNTIL ? untilUs.get(unit) : null;
    }

    /** The units of the answer, ascending; they do not change any more once the trace is walked. */
    IntList units() {
        if (units == null || units.size() != count) {
            units = new IntList(count);
            for (int unit = 0; unit < precision.length; unit++) {
                if (has(unit)) {
                    units.add(unit);
                }
            }
        }
        return units;
    }

    /** The node by which a unit was reached first, -1 for none. */
    int node(int unit) {
        return node[unit];
    }
}
