/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What complaints say, for other parts of the quality room. Safe for use by many threads. */
public interface ComplaintFacts {

    /**
     * One complaint.
     *
     * @param complaint number of it, such as C-2026-00001
     * @param unitId of the serial or lot that it is matched with; 0 for none
     * @param lotId of that lot, or of the lot of that serial; 0 for none
     * @param itemId 0 when not even the item is known
     * @param code of the kind of failure; null when nobody has coded it
     * @param failedDay null when it was not said
     * @param country where it happened, ISO 3166-1 alpha-2
     * @param confirmed whether somebody looked at the unit and found what the code says
     */
    record Fact(
            String complaint,
            long unitId,
            long lotId,
            long itemId,
            @Nullable String code,
            @Nullable LocalDate failedDay,
            LocalDate reportedDay,
            @Nullable String country,
            boolean confirmed) {}

    /**
     * Hands over every complaint that is not merged into another, in the order in which they were opened. They are read
     * in pages, so that there may be any number.
     *
     * @param from the first day on which they were reported; null for all before {@code to}
     * @param to the last such day; null for all after {@code from}
     */
    void facts(@Nullable LocalDate from, @Nullable LocalDate to, Consumer<Fact> each);

    /**
     * Complaints that are matched with the unit or, when it is a lot, with a serial of it; not those that are merged,
     * the newest first.
     */
    List<Fact> of(long unitId, int limit);

    /** All codes, those that are not active too, in the order of their codes. */
    List<ComplaintCode> codes();
}
