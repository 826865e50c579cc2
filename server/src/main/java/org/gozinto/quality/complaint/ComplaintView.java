/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it stands. Days are such as 2026-03-01, times in RFC 3339.
 *
 * @param state open, investigating, closed or merged
 * @param mergedInto number of the complaint that this one is a duplicate of
 * @param merged numbers of those that are merged into this one
 * @param severity critical, serious, minor or negligible; as said, or else of the code
 * @param confirmed whether a diagnosis confirmed the code
 * @param injuries how many people were hurt; null when it was not said
 * @param item code of the item that it is about, as far as that is known
 * @param said what was said of the unit, as it was said last
 * @param linked what the ledger knows of the unit
 * @param replies what was told to the reporter, and what came back by the link; oldest first
 * @param answerLink where the reporter can answer; null when there is no link or it has ended
 * @param next types of the steps that can be taken now
 * @param steps how many were taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComplaintView(
        String number,
        String id,
        String state,
        String title,
        @Nullable String mergedInto,
        List<String> merged,
        String reportedOn,
        @Nullable String failedOn,
        @Nullable String description,
        @Nullable String code,
        @Nullable String codeName,
        @Nullable String severity,
        boolean confirmed,
        @Nullable String place,
        @Nullable String country,
        @Nullable Integer injuries,
        @Nullable Reporter reporter,
        @Nullable String channel,
        @Nullable String item,
        @Nullable String itemName,
        Said said,
        MatchView match,
        LinkedView linked,
        @Nullable AgeView ageInService,
        List<WarningView> warnings,
        List<DuplicateView> duplicates,
        List<AttachmentView> attachments,
        List<WordView> replies,
        @Nullable String answerLink,
        @Nullable Outcome closed,
        List<String> next,
        long steps,
        String openedAt,
        String actor) {

    /** @param language two letters, in which they are answered; partner is the code of one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reporter(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String partner,
            @Nullable String language) {}

    /** What was said of the unit; {@code scanned} is a code as a scanner or a photo gave it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned) {}

    /**
     * What it is matched with.
     *
     * @param state unit (a serial), lot, item, unknown or ambiguous
     * @param unit the serial or lot
     * @param candidates what it can be where that is not clear, at most 50
     * @param matchedAt when it was said or, if the unit came to be known later, when that was recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchView(
            String state,
            @Nullable UnitRef unit,
            List<UnitRef> candidates,
            @Nullable String matchedAt) {}

    /**
     * What the ledger knows of the unit.
     *
     * @param madeAt when it came out of its run, or was made by its own date; in the precision in which it is known
     * @param shippedAt when it last went to a partner before it failed
     * @param consignee code of that partner
     * @param components what was in it when it failed, at every depth, and what its run took in for it; at most 200
     * @param more whether there are more than these
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkedView(
            @Nullable UnitRef lot,
            @Nullable String run,
            @Nullable String madeAt,
            @Nullable String shippedAt,
            @Nullable String consignee,
            @Nullable String consigneeName,
            List<ComponentView> components,
            boolean more,
            List<RecallTag> recalls) {}

    /**
     * A component.
     *
     * @param how installed, packed or input
     * @param within id of the unit that it is in, where that is another than the one complained about
     * @param qty in the item's unit
     * @param since when it came in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComponentView(
            String unit,
            @Nullable String item,
            @Nullable String name,
            @Nullable String lot,
            @Nullable String serial,
            String how,
            @Nullable String position,
            @Nullable String within,
            String qty,
            @Nullable String since) {}

    /** @param from what it counts from: sold, shipped or made; {@code since} is that day */
    record AgeView(long days, String from, String since) {}

    /** Something that does not fit; code is a stable word. */
    record WarningView(String code, String detail) {}

    /** @param why sameUnit, sameSerial, sameReporter or said */
    record DuplicateView(String number, String why) {}

    /** @param by the user, or {@code customer} */
    record AttachmentView(String hash, String name, String type, long size, String at, String by) {}

    /** @param from us or customer */
    record WordView(long n, String from, String text, String at, String by) {}

    /** How it ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(String reason, @Nullable String outcome, String at, String by) {}

    /**
     * A complaint in a list.
     *
     * @param title the first words of the description
     * @param match state of the match
     * @param duplicates how many others are likely the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String state,
            String title,
            String reportedOn,
            @Nullable String failedOn,
            @Nullable String code,
            @Nullable String codeName,
            @Nullable String severity,
            @Nullable String item,
            @Nullable String itemName,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String unit,
            @Nullable String country,
            HeadMatch match,
            long duplicates,
            String openedAt) {}

    record HeadMatch(String state) {}

    /** One step; {@code step} has its type and what it says. */
    record StepView(long n, String id, String type, String at, String by, String role, Step step, String hash) {}

    /** What a step made of a complaint. */
    record Taken(StepView step, ComplaintView complaint) {}

    /** @param key code, item or month (2026-03), or the id of a lot; empty for those without one */
    record Count(String key, @Nullable String name, long count) {}

    /** Where the reporter can answer, and until when. */
    record Link(String url, String expiresAt) {}

    /**
     * What stands on a photo.
     *
     * @param codes as a scanner gives them
     * @param said how to fill a complaint in with it; null when nothing was read
     * @param match what that would be matched with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Photo(
            List<String> codes,
            List<String> symbologies,
            @Nullable Said said,
            @Nullable MatchView match) {}
}
