/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier is shown of one claim; kept with the recovery as it was when that was made.
 *
 * @param unit the piece that failed, {@code part} what failed in it
 * @param repair the entries by which the part was changed or the piece replaced
 * @param approved what was granted of the claim
 * @param percent the supplier's share of it, a decimal number
 * @param asked that share; amounts are of the recovery's currency
 * @param term the supplier's term; null when the share was agreed otherwise
 * @param causal what was bought, and the entry that received it
 * @param claimHash of the last step of the claim, in hex: it proves all its steps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Evidence(
        String claim,
        String complaint,
        @Nullable UnitRef unit,
        @Nullable UnitRef part,
        @Nullable UnitRef removed,
        @Nullable UnitRef installed,
        @Nullable UnitRef replacedBy,
        String failedOn,
        @Nullable String description,
        @Nullable String code,
        List<EntryRef> repair,
        String approved,
        String percent,
        String asked,
        @Nullable TermRef term,
        Causal causal,
        String claimHash) {

    /** A supplier's term; {@code end} is the last covered day, {@code percent} what it covers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermRef(
            String code,
            @Nullable String name,
            @Nullable Long version,
            String state,
            @Nullable String end,
            int percent) {}
}
