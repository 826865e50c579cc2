/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gozinto.access.Permission;
import org.jspecify.annotations.Nullable;

/** What can be done in an inspection, as it is sent and as it is kept; what must be there is checked before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InspectionStep.Open.class, name = "open"),
    @JsonSubTypes.Type(value = InspectionStep.Measure.class, name = "measure"),
    @JsonSubTypes.Type(value = InspectionStep.Attributes.class, name = "attributes"),
    @JsonSubTypes.Type(value = InspectionStep.Note.class, name = "note"),
    @JsonSubTypes.Type(value = InspectionStep.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = InspectionStep.Judge.class, name = "judge"),
    @JsonSubTypes.Type(value = InspectionStep.Cancel.class, name = "cancel")
})
sealed interface InspectionStep {

    /** What one must be allowed to do to take it; a judgement against the plan needs more. */
    default Permission needs() {
        return Permission.INSPECT;
    }

    /**
     * The first step; written by the server.
     *
     * @param plan as it was; null for none
     * @param units ids of what is inspected; empty when it is what comes out of the run
     * @param qty in the item's unit, and {@code lotQty} how much of the lot was in our hands
     */
    record Open(
            @Nullable PlanBody plan,
            String item,
            @Nullable String lot,
            List<String> units,
            @Nullable String run,
            String qty,
            @Nullable String lotQty,
            @Nullable String place,
            @Nullable String reason,
            Sample sample)
            implements InspectionStep {}

    /** How many are looked at, and with how many nonconforming ones it is accepted and rejected. */
    record Sample(
            long size,
            @Nullable Integer accept,
            @Nullable Integer reject,
            @Nullable String letter,
            @Nullable String usedLetter,
            boolean full) {}

    /** Readings of a characteristic. */
    record Measure(
            @Nullable String characteristic, @Nullable List<Reading> readings) implements InspectionStep {}

    /**
     * One reading.
     *
     * @param serial which piece; or {@code n}, the n-th of the sample
     * @param value a decimal text
     */
    record Reading(
            @Nullable String serial,
            @Nullable Integer n,
            @Nullable String value) {}

    /**
     * How many were looked at and did not conform.
     *
     * @param serials the pieces that did not, where they have numbers
     */
    record Attributes(
            @Nullable String characteristic,
            @Nullable Integer inspected,
            @Nullable Integer defects,
            @Nullable List<String> serials)
            implements InspectionStep {}

    /** Something to remember. */
    record Note(@Nullable String text) implements InspectionStep {}

    /** A step with results counts no more; it stays to be seen. */
    record Correct(@Nullable Long n, @Nullable String reason) implements InspectionStep {}

    /**
     * The verdict.
     *
     * @param proposed what the plan said; the members from here on are written by the server
     * @param units ids of what was judged
     */
    record Judge(
            @Nullable Boolean accept,
            @Nullable String reason,
            @Nullable Boolean proposed,
            @Nullable List<String> why,
            @Nullable List<String> units,
            @Nullable List<Long> entries,
            @Nullable String nonconformance)
            implements InspectionStep {}

    record Cancel(@Nullable String reason) implements InspectionStep {}
}
