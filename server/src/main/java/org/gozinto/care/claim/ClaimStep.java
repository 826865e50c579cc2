/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gozinto.access.Permission;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in a claim, as it is sent and as it is kept. What is missing is null, so that a refusal can name all
 * faults at once; {@link ClaimCheck} says what must be there. Nothing personal is in it: whoever claims is named in the
 * complaint.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClaimStep.File.class, name = "file"),
    @JsonSubTypes.Type(value = ClaimStep.Detail.class, name = "detail"),
    @JsonSubTypes.Type(value = ClaimStep.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = ClaimStep.Judge.class, name = "judge"),
    @JsonSubTypes.Type(value = ClaimStep.Approve.class, name = "approve"),
    @JsonSubTypes.Type(value = ClaimStep.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = ClaimStep.Repair.class, name = "repair"),
    @JsonSubTypes.Type(value = ClaimStep.Replace.class, name = "replace"),
    @JsonSubTypes.Type(value = ClaimStep.Pay.class, name = "pay"),
    @JsonSubTypes.Type(value = ClaimStep.Note.class, name = "note"),
    @JsonSubTypes.Type(value = ClaimStep.Cause.class, name = "cause"),
    @JsonSubTypes.Type(value = ClaimStep.NoFault.class, name = "noFault"),
    @JsonSubTypes.Type(value = ClaimStep.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = ClaimStep.Reopen.class, name = "reopen")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ClaimStep {

    /** What one must be allowed to do to take it. */
    default Permission needs() {
        return switch (this) {
            case File _, Detail _, Submit _, Judge _, Repair _, Replace _, Note _, Cause _, Withdraw _ ->
                Permission.CARE;
            case Approve _, Reject _, Pay _, NoFault _, Reopen _ -> Permission.SETTLE;
        };
    }

    /** The part that failed, by its number or by its position in the product. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String position) {}

    /** What was read off the product when it failed; {@code value} is a decimal number. */
    record Meter(@Nullable String meter, @Nullable String value) {}

    /**
     * Something that is to be paid.
     *
     * @param what parts, labour, travel, loaner, consumables or other
     * @param qty for the reader; {@code amount} is that of the whole line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String what,
            @Nullable String text,
            @Nullable String qty,
            @Nullable String amount,
            @Nullable String currency) {}

    /**
     * The first step: what is claimed.
     *
     * @param scanned a code as a scanner gave it, instead of the numbers
     * @param failedOn a day
     * @param code of a complaint code
     * @param country ISO 3166-1 alpha-2
     * @param partner code of the dealer who claims
     * @param complaint number of the complaint that was opened for it; written by the server
     */
    record File(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable Part part,
            @Nullable String failedOn,
            @Nullable String description,
            @Nullable String code,
            @Nullable List<Meter> meters,
            @Nullable String country,
            @Nullable String partner,
            @Nullable List<Line> lines,
            @Nullable String complaint)
            implements ClaimStep {}

    /** What is known better now; what is null stays as it was. */
    record Detail(
            @Nullable Part part,
            @Nullable String failedOn,
            @Nullable String description,
            @Nullable String code,
            @Nullable List<Meter> meters,
            @Nullable String country,
            @Nullable String partner,
            @Nullable List<Line> lines)
            implements ClaimStep {}

    /** It is handed in; {@code judgement} is written by the server. */
    record Submit(@Nullable Judgement judgement) implements ClaimStep {}

    /** It is judged again; {@code judgement} is written by the server. */
    record Judge(@Nullable Judgement judgement) implements ClaimStep {}

    /** @param n number of a line, from 1; {@code amount} of the claim's currency */
    record Granted(@Nullable Integer n, @Nullable String amount) {}

    /**
     * It is to be paid.
     *
     * @param lines null for what the judgement says; a line that is left out gets nothing
     * @param reason needed when the judgement says otherwise
     * @param causal what was bought and is behind it; written by the server
     */
    record Approve(
            @Nullable List<Granted> lines,
            @Nullable String reason,
            @Nullable Causal causal) implements ClaimStep {}

    record Reject(@Nullable String reason) implements ClaimStep {}

    /** A serial by its number. */
    record Piece(@Nullable String item, @Nullable String serial) {}

    /**
     * It was repaired.
     *
     * @param removed what came out; the claimed part when it is left out and something was installed
     * @param removedUnit like what follows written by the server
     * @param entries the entries that say so
     */
    record Repair(
            @Nullable Piece removed,
            @Nullable Piece installed,
            @Nullable String text,
            @Nullable UnitRef removedUnit,
            @Nullable UnitRef installedUnit,
            @Nullable List<EntryRef> entries)
            implements ClaimStep {}

    /**
     * Another piece was given for it.
     *
     * @param item of the replacement; that of the claimed piece when it is left out
     * @param unit like {@code entries} written by the server
     */
    record Replace(
            @Nullable String item,
            @Nullable String serial,
            @Nullable UnitRef unit,
            @Nullable List<EntryRef> entries) implements ClaimStep {}

    /** @param on a day; {@code reference} of the transfer or credit note */
    record Pay(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String on,
            @Nullable String reference) implements ClaimStep {}

    record Note(@Nullable String text) implements ClaimStep {}

    /** @param unit id of the lot or serial that is behind it; {@code causal} is written by the server */
    record Cause(@Nullable String unit, @Nullable Causal causal) implements ClaimStep {}

    /** Nothing was found to be wrong. */
    record NoFault(@Nullable String text) implements ClaimStep {}

    record Withdraw(@Nullable String reason) implements ClaimStep {}

    record Reopen(@Nullable String reason) implements ClaimStep {}
}
