/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the public may know of recalls. Nothing here tells who has a product, where it was sold, or what it was made of.
 *
 * <p>Safe for use by many threads; an answer takes no more than memory and one read by a key.
 */
public interface PublicRecalls {

    /** Grows when any answer may be another one than before. */
    long revision();

    /** The recalls that were published and not withdrawn, newest first; closed ones too. */
    List<PublicRecall> current();

    /**
     * What is known of units that one number can mean, the unit and its lot.
     *
     * @param unitIds ids of the unit, of its lot, and of suspect twins
     * @return one standing for each published recall that has one of them, in the order of {@link #current()}
     */
    List<Standing> of(Collection<Long> unitIds);

    /** Gives the ids of all units of a published recall that were not put right, in ascending order. */
    void forEachUnit(String recall, LongConsumer taker);

    /**
     * A published recall.
     *
     * @param number such as R-2026-001
     * @param kind recall, marketWithdrawal or stockRecovery
     * @param changedAt when it was last published anew, or closed
     * @param countries ISO 3166-1 alpha-2, empty for everywhere
     * @param texts what is said, by language (ISO 639-1); at least one
     * @param affected which numbers, in the order of items
     */
    record PublicRecall(
            String number,
            String kind,
            Instant publishedAt,
            Instant changedAt,
            boolean closed,
            String language,
            List<String> countries,
            Map<String, Text> texts,
            List<Affected> affected) {}

    /**
     * What is said to consumers, as the maker wrote it.
     *
     * @param whatToDo steps, one a line
     * @param remedy what they get; null when there is none
     * @param link where they can get it, an https address; null when there is none
     */
    record Text(
            String title,
            String product,
            String hazard,
            String whatToDo,
            @Nullable String remedy,
            @Nullable String contact,
            @Nullable String link) {}

    /**
     * The numbers of one item, compressed: lots by their numbers, serials as ranges of consecutive numbers.
     *
     * @param serials each {@code A100–A199}, or one number; never a range that spans one that is not affected
     */
    record Affected(String item, String name, @Nullable String gtin, List<String> lots, List<Range> serials) {}

    /** From one serial number to another, both included. */
    record Range(String from, String to, long count) {}

    /**
     * How units stand in a recall.
     *
     * @param remediedOn the day on which it was put right; null when it was not
     * @param onlyLot the lot is in scope and the serial that was asked about is not known of
     */
    record Standing(PublicRecall recall, @Nullable LocalDate remediedOn, boolean onlyLot) {}
}
