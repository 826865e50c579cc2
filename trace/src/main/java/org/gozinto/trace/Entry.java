/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded act of the ledger, as far as a trace reads it.
 *
 * @param seq place in the ledger, from 1, without gaps
 * @param recordedAtUs when it was recorded, microseconds since 1970 UTC
 * @param place the vessel of a CLEAN, the run of a PRODUCE, else -1
 * @param step the kind of processing step, such as "pasteurised"
 * @param voids seq of the entry that a VOID corrects, else 0
 * @param equipment with what it was done, such as a line or a tool, as the act says it
 * @param operator who did it, as the act says it
 */
public record Entry(
        long seq,
        Act act,
        Moment occurred,
        long recordedAtUs,
        List<Movement> movements,
        List<Link> links,
        int place,
        boolean closesRun,
        @Nullable String step,
        long voids,
        @Nullable String document,
        @Nullable String position,
        @Nullable String equipment,
        @Nullable String operator) {

    public Entry {
        movements = List.copyOf(movements);
        links = List.copyOf(links);
    }

    /** An entry that does not say with what equipment and by whom. */
    public Entry(
            long seq,
            Act act,
            Moment occurred,
            long recordedAtUs,
            List<Movement> movements,
            List<Link> links,
            int place,
            boolean closesRun,
            @Nullable String step,
            long voids,
            @Nullable String document,
            @Nullable String position) {
        this(
                seq,
                act,
                occurred,
                recordedAtUs,
                movements,
                links,
                place,
                closesRun,
                step,
                voids,
                document,
                position,
                null,
                null);
    }
}
