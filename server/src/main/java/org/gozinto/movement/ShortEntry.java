/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a few lines, however much it moved.
 *
 * @param run of a produce
 * @param vessel of a clean
 * @param position in a host
 * @param movementCount of the entry; in a unit's history those of that unit only, in that of a lot those of its
 *     serials too
 * @param moved one row for each item, from and to
 * @param movedMore true when there are more such rows
 * @param blocks of a hold
 * @param about units of a hold or release, the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShortEntry(
        long seq,
        String id,
        String type,
        String occurredAt,
        String recordedAt,
        String actor,
        @Nullable String document,
        @Nullable Reference reference,
        @Nullable String reason,
        @Nullable String run,
        @Nullable String vessel,
        @Nullable String position,
        @Nullable Long corrects,
        @Nullable Long correctedBy,
        String hash,
        long movementCount,
        List<Moved> moved,
        @Nullable Boolean movedMore,
        @Nullable List<String> blocks,
        @Nullable List<About> about)
        implements ShownEntry {

    /** The document behind an act. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reference(@Nullable String type, String number) {}

    /**
     * What moved from one place to another.
     *
     * @param unit in which {@code qty} is
     * @param units how many lots, serials or containers
     * @param unitId the unit when it is one only; then its number stands here too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moved(
            @Nullable String item,
            @Nullable String name,
            @Nullable String unit,
            String qty,
            long units,
            @Nullable String unitId,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String from,
            String fromKind,
            @Nullable String fromName,
            String to,
            String toKind,
            @Nullable String toName) {}

    /** A unit that a hold or release is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container) {}
}
