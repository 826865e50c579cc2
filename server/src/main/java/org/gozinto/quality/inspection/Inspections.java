/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What inspections and non-conformances say of units, for other parts of the quality room. Safe for many threads. */
public interface Inspections {

    /** Those of the units whose last judged inspection, or that of their lot, accepted them. */
    Set<Long> accepted(Collection<Long> units);

    /** The results of judged inspections of a unit and of its lot, the newest first; at most 1,000. */
    List<Inspected> results(long unit);

    /** Inspections, and {@link #nonconformances non-conformances}, that name any of the units; the newest first. */
    List<About> inspections(Collection<Long> units, int limit);

    List<About> nonconformances(Collection<Long> units, int limit);

    /** A record in short; {@code openedAt} in RFC 3339. */
    record About(String number, String state, String title, String openedAt) {}

    /**
     * A judged inspection.
     *
     * @param accepted the verdict; {@code at} when it was given, in RFC 3339, and {@code by} by whom
     * @param qty the quantity that was judged, in the item's unit
     */
    record Inspected(
            String number,
            boolean accepted,
            boolean deviates,
            String at,
            String by,
            @Nullable String plan,
            String qty,
            List<Result> results) {}

    /**
     * What was found of one characteristic; numbers are decimal texts.
     *
     * @param kind attribute or measurement
     * @param count how many were looked at; {@code defects} how many did not conform
     */
    record Result(
            String characteristic,
            @Nullable String name,
            String kind,
            @Nullable String unit,
            @Nullable String lower,
            @Nullable String target,
            @Nullable String upper,
            long count,
            long defects,
            @Nullable String mean,
            @Nullable String min,
            @Nullable String max) {}
}
