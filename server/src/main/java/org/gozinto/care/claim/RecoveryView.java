/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as it stands. Amounts are decimal numbers of its currency.
 *
 * @param state draft, sent, accepted, part, refused, received or closed
 * @param lot what was bought; null when its claims have several
 * @param share in percent, when another than that of the supplier's term was agreed
 * @param accepted by the supplier; null before the answer
 * @param reason that the supplier gave
 * @param next types of the steps that can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryView(
        String number,
        String id,
        String state,
        String title,
        String supplier,
        String supplierName,
        @Nullable UnitRef lot,
        @Nullable String supplierLot,
        @Nullable String share,
        List<String> claims,
        String currency,
        String asked,
        @Nullable String accepted,
        @Nullable String reason,
        String received,
        List<Evidence> evidence,
        List<String> next,
        long steps,
        String openedAt,
        String actor) {

    /** A recovery in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String state,
            String title,
            String supplier,
            @Nullable String supplierName,
            @Nullable UnitRef lot,
            String currency,
            String asked,
            @Nullable String accepted,
            String received,
            String openedAt) {}

    /**
     * What a supplier can be asked for, of one lot and currency.
     *
     * @param amount what was granted to claimants
     * @param term the supplier's; of several failures that of the first one that it covers
     * @param recoverable what the term covers of it; 0 when no term does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Open(
            String supplier,
            @Nullable String supplierName,
            @Nullable UnitRef lot,
            @Nullable String supplierLot,
            long claims,
            List<String> numbers,
            String amount,
            String currency,
            Evidence.@Nullable TermRef term,
            String recoverable) {}

    /** One step; {@code step} has its type and what it says. */
    record StepView(
            long n, String id, String type, String at, String by, String role, RecoveryStep step, String hash) {}

    /** What a step made of a recovery. */
    record Taken(StepView step, RecoveryView recovery) {}
}
