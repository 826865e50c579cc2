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
 * A claim as it stands. Days are such as 2026-03-01, times in RFC 3339, amounts decimal numbers of one currency.
 *
 * @param state draft, submitted, approved, part, rejected, repaired, replaced, paid or closed
 * @param unit what is claimed, when it is known; {@code serial} and {@code lot} as they were said
 * @param part what failed in it, when it is known
 * @param partSaid how the part was named
 * @param complaint number of the complaint that was opened for it
 * @param judgement what the rules said last; null before it is handed in and after it was changed
 * @param causal the bought lot or serial behind it
 * @param candidates what it can be behind an approved claim, when that is not clear
 * @param recovery number of the recovery that it is in
 * @param recovered what of the supplier's money falls to it
 * @param closed how it ended, when nothing was decided
 * @param next types of the steps that can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimView(
        String number,
        String id,
        String state,
        String title,
        @Nullable String item,
        @Nullable String itemName,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable UnitRef unit,
        @Nullable UnitRef part,
        ClaimStep.@Nullable Part partSaid,
        String complaint,
        String failedOn,
        @Nullable String description,
        @Nullable String code,
        @Nullable String codeName,
        List<ClaimStep.Meter> meters,
        @Nullable String country,
        @Nullable String partner,
        @Nullable String partnerName,
        List<ClaimStep.Line> lines,
        @Nullable Money asked,
        @Nullable Judgement judgement,
        @Nullable Decision decision,
        @Nullable RepairView repair,
        @Nullable PaidView paid,
        @Nullable Causal causal,
        @Nullable List<Causal> candidates,
        @Nullable String recovery,
        @Nullable Money recovered,
        @Nullable Closed closed,
        List<String> next,
        long steps,
        String openedAt,
        String actor) {

    /**
     * What was decided.
     *
     * @param decided approved or rejected
     * @param lines what is granted of each line; {@code total} of all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            String decided,
            List<ClaimStep.Granted> lines,
            @Nullable Money total,
            @Nullable String reason,
            String at,
            String by) {}

    /** What came out and went in, or what was given for the piece, and the entries that say so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RepairView(
            @Nullable UnitRef removed,
            @Nullable UnitRef installed,
            @Nullable UnitRef replacedBy,
            @Nullable String text,
            List<EntryRef> entries) {}

    /** All that was paid; {@code on} and {@code reference} of the last payment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaidView(
            String amount,
            String currency,
            String on,
            @Nullable String reference) {}

    /** @param outcome noFaultFound or withdrawn */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(String outcome, @Nullable String reason, String at, String by) {}

    /** A claim in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String state,
            String title,
            @Nullable String item,
            @Nullable String itemName,
            @Nullable UnitRef unit,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable UnitRef part,
            String complaint,
            String failedOn,
            @Nullable String code,
            @Nullable String country,
            @Nullable String partner,
            @Nullable String currency,
            @Nullable String asked,
            @Nullable String approved,
            @Nullable String paid,
            @Nullable String supplier,
            @Nullable String recovery,
            String openedOn) {}

    /** One step; {@code step} has its type and what it says. */
    record StepView(long n, String id, String type, String at, String by, String role, ClaimStep step, String hash) {}

    /** What a step made of a claim. */
    record Taken(StepView step, ClaimView claim) {}

    /**
     * A sum of one currency.
     *
     * @param key month (2026-03), item, complaint code, supplier or country, or the id of a lot; empty for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(
            String key,
            @Nullable String name,
            long claims,
            String amount,
            String paid,
            String recovered,
            String currency) {}
}
