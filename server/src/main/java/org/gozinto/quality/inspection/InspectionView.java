/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it is shown.
 *
 * @param number such as I-2026-00001
 * @param state open, accepted, rejected or cancelled
 * @param plan null when it goes by none
 * @param proposal what the plan says of the results so far; null when there is no plan, or it is judged
 * @param nonconformance the number of the one that a rejection opened
 * @param lastStep the number of the last step
 * @param next the types of the steps that can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InspectionView(
        String number,
        String id,
        String state,
        @Nullable PlanView plan,
        SubjectView subject,
        @Nullable String place,
        @Nullable String reason,
        SampleView sample,
        List<CharacteristicView> characteristics,
        @Nullable ProposalView proposal,
        @Nullable VerdictView verdict,
        @Nullable String nonconformance,
        List<NoteView> notes,
        String openedAt,
        String openedBy,
        long lastStep,
        List<String> next) {

    /** The plan as it was when the inspection was opened. */
    record PlanView(String code, long version, String name) {}

    /**
     * What is inspected.
     *
     * @param units at most 200 of them, {@code unitCount} in all; of a run what came out of it by now
     * @param qty the quantity that is judged, in the item's unit
     * @param lotQty how much of the lot there was in our hands when it was opened; null when it is not of a lot
     * @param part whether that is less than there was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectView(
            String item,
            String name,
            @Nullable String lot,
            List<UnitRef> units,
            int unitCount,
            String qty,
            @Nullable String lotQty,
            boolean part,
            String unit,
            @Nullable String run) {}

    /**
     * How many are looked at, and what decides.
     *
     * @param size 0 where the inspector decides how many
     * @param accept accepted with at most so many nonconforming ones of a class; critical ones never
     * @param reject rejected with at least so many
     * @param letter of ISO 2859-1, by which the table was read; {@code usedLetter} the one that its arrow led to
     * @param full whether all are looked at, since the sample would be the lot or more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SampleView(
            long size,
            @Nullable Integer accept,
            @Nullable Integer reject,
            @Nullable String letter,
            @Nullable String usedLetter,
            @Nullable String level,
            @Nullable String aql,
            @Nullable String severity,
            boolean full) {}

    /**
     * A characteristic with what was found so far.
     *
     * @param inspected how many were looked at; {@code defects} how many of them did not conform
     * @param readings the last 200; {@code readingCount} in all
     * @param mean of all readings, a decimal text with two decimals more than they have
     * @param outside readings beyond the limits
     * @param done whether as many were looked at as the sample has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CharacteristicView(
            String code,
            @Nullable String name,
            String kind,
            @Nullable String unit,
            @Nullable String lower,
            @Nullable String target,
            @Nullable String upper,
            @Nullable Integer decimals,

            @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String criticality,

            long inspected,
            long defects,
            @Nullable List<String> serials,
            @Nullable List<ReadingView> readings,
            @Nullable Integer readingCount,
            @Nullable String mean,
            @Nullable String min,
            @Nullable String max,
            @Nullable Integer outside,
            boolean done) {}

    /** One reading, of a serial or of the n-th piece of the sample; {@code step} is the step that tells it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingView(
            long step, @Nullable String serial, @Nullable Integer n, String value, boolean outside) {}

    /**
     * What the plan says.
     *
     * @param accepted null while that is open, since not all of the sample was looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalView(@Nullable Boolean accepted, List<String> why) {}

    /**
     * What was decided.
     *
     * @param why what the results say, and the reason that was given
     * @param deviates whether the plan said otherwise
     * @param entries numbers of the entries that it made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(
            boolean accepted,
            List<String> why,
            boolean deviates,
            @Nullable String reason,
            String by,
            String at,
            List<Long> entries) {}

    record NoteView(long step, String text, String at, String by) {}

    /** An inspection in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String id,
            String state,
            String title,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String run,
            String openedAt,
            String openedBy) {}

    /** A step as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            long n,
            String id,
            String type,
            String at,
            String by,
            String role,
            InspectionStep step,
            String hash,
            @Nullable Boolean withdrawn) {}

    /** What came of a step. */
    record Taken(StepView step, InspectionView inspection) {}
}
