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
 * A non-conformance as it is shown.
 *
 * @param number such as N-2026-00001
 * @param state open, contained, dispositioned or closed
 * @param severity critical, serious, minor or negligible
 * @param units at most 200 of them, {@code unitCount} in all
 * @param qty how much is concerned, in the item's unit; {@code undisposed} how much of it nothing is decided of
 * @param unit of the item
 * @param held how many units are held because of it now
 * @param next the types of the steps that can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NonconformanceView(
        String number,
        String id,
        String title,
        String state,
        String severity,
        @Nullable String description,
        @Nullable String item,
        @Nullable String name,
        @Nullable String lot,
        List<UnitRef> units,
        int unitCount,
        @Nullable String qty,
        @Nullable String undisposed,
        @Nullable String unit,
        long held,
        List<ContainedView> contained,
        List<DispositionView> dispositions,
        List<ActionView> actions,
        LinksView links,
        List<NoteView> notes,
        @Nullable ClosedView closed,
        String openedAt,
        String openedBy,
        long lastStep,
        List<String> next) {

    /**
     * Hold entries.
     *
     * @param scope lot (what it is about) or forward (all that the trace reaches in our hands)
     * @param units how many were held
     */
    record ContainedView(
            long step, String scope, List<String> blocks, long units, List<Long> entries, String at, String by) {}

    /**
     * What was decided of a quantity.
     *
     * @param as useAsIs, rework, return or scrap
     * @param entries numbers of the entries that it made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DispositionView(
            long step,
            String as,
            @Nullable String qty,
            @Nullable List<String> serials,
            @Nullable String partner,
            @Nullable String run,
            String reason,
            String at,
            String by,
            List<Long> entries) {}

    /**
     * A corrective action.
     *
     * @param n the step that it was agreed in, by which later steps name it
     * @param due a day
     * @param overdue whether that day is over and it is not done
     * @param open whether something is still to be done
     * @param effective null as long as nobody looked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActionView(
            long n,
            String text,
            String owner,
            String due,
            boolean overdue,
            boolean open,
            @Nullable DoneView done,
            @Nullable Boolean effective,
            @Nullable VerifiedView verified) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoneView(@Nullable String result, String at, String by) {}

    record VerifiedView(String evidence, String at, String by) {}

    /** What it came from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinksView(
            @Nullable String complaint,
            @Nullable String inspection,
            @Nullable String run) {}

    record NoteView(long step, String text, String at, String by) {}

    record ClosedView(String reason, String at, String by) {}

    /** A non-conformance in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String number,
            String id,
            String state,
            String title,
            @Nullable String severity,
            @Nullable String item,
            @Nullable String lot,
            String openedAt,
            String openedBy) {}

    /** A step as it is shown. */
    record StepView(
            long n, String id, String type, String at, String by, String role, NonconformanceStep step, String hash) {}

    /** What came of a step. */
    record Taken(StepView step, NonconformanceView nonconformance) {}
}
