/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thing meets what a rule selects.
 *
 * @param missing the facts for lack of which it is unknown; empty otherwise
 * @param failing what it does not meet, as a sentence without a full stop; null unless the truth is no
 */
record Match(Truth truth, List<Reason> missing, @Nullable String failing) {

    static final Match YES = new Match(Truth.YES, List.of(), null);

    static Match no(String failing) {
        return new Match(Truth.NO, List.of(), failing);
    }

    static Match unknown(String code, String detail) {
        return new Match(Truth.UNKNOWN, List.of(new Reason(code, detail)), null);
    }

    /** Both; of two that fail the first is told. */
    Match and(Match other) {
        if (truth == Truth.NO || other.truth == Truth.NO) {
            return truth == Truth.NO ? this : other;
        }
        var both = new LinkedHashSet<>(missing);
        both.addAll(other.missing);
        return new Match(truth.and(other.truth), new ArrayList<>(both), null);
    }
}
