/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.List;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of trying acts without recording them. */
public sealed interface Trial {

    /** One verdict for each act, in their order. */
    record Judged(List<Verdict> verdicts) implements Trial {}

    /** They are too many, or on too many units, to be tried together; none was tried. */
    record TooMuch() implements Trial {}

    /** What would become of an act. */
    sealed interface Verdict {

        /** @param alerts what the ledger would remark, such as a suspect twin: a canonical JSON array, or null */
        record Possible(@Nullable String alerts) implements Verdict {}

        /** @param seq of the entry that it is already; null when it is an act before it in the same trial */
        record Repeated(@Nullable Long seq) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }
}
