/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * The bought lot or serial behind a failure, and how it came in.
 *
 * @param lot what was bought; a serial where it came in without a lot
 * @param supplier code of the partner that it came from
 * @param supplierLot the supplier's own number of it
 * @param document the number of the paper that it came with
 * @param entry the entry that received it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Causal(
        UnitRef lot,
        String supplier,
        @Nullable String supplierName,
        @Nullable String supplierLot,
        String receivedOn,
        @Nullable String document,
        EntryRef entry) {

    /** An entry of the ledger by which something is proved; {@code at} as the act says it, {@code hash} in hex. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryRef(
            long seq, String type, String at, @Nullable String document, String hash) {}
}
