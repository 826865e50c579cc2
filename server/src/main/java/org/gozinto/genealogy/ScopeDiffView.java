/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes one version of a scope another one than an earlier version.
 *
 * @param fromSummary the totals of the earlier version, beside {@code toSummary}
 * @param units a page of the units that differ, in the order in which they were first recorded
 * @param entries what {@code because} names, oldest first
 * @param nextCursor opaque; asks for what follows; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeDiffView(
        ScopeView.Head from,
        ScopeView.Head to,
        Counts counts,
        TraceView.SummaryView fromSummary,
        TraceView.SummaryView toSummary,
        List<Change> units,
        List<Cause> entries,
        @Nullable String nextCursor) {

    /** How many units differ, and how many are as they were; of all pages. */
    public record Counts(long added, long removed, long changed, long same) {}

    /** How a unit differs. */
    public enum Kind {
        added,
        removed,
        changed
    }

    /**
     * A unit that differs.
     *
     * @param before what the earlier version says of it; null for one that is added
     * @param after what the later version says of it; null for one that is removed
     * @param changed the members that differ; null unless it is changed
     * @param because entries recorded between the two versions that moved it or what it is in, or lie on its path, or
     *     void one that does; if there are none of these, those that moved what it was made from
     * @param becauseMore there are more of them than are named
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            Kind change,
            TraceView.Named unit,
            TraceView.@Nullable ReachedView before,
            TraceView.@Nullable ReachedView after,
            @Nullable List<String> changed,
            List<Long> because,
            @Nullable Boolean becauseMore) {}

    /**
     * An entry that made a difference.
     *
     * @param kind {@code void}; {@code late} when it tells of what happened before the earlier version was known;
     *     else {@code new}
     * @param voids the entry that it voids
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(
            long seq,
            String id,
            String type,
            String kind,
            String occurredAt,
            String recordedAt,
            String actor,
            @Nullable String document,
            @Nullable Long voids) {}
}
