/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where all of a unit came from and what became of it, in the unit's own unit of measure at its scale, exactly:
 * {@code entered} = {@code accounted} + {@code gap}. The gap is never silent: {@code gaps} names each entry that makes
 * it, and adds up to it.
 *
 * <p>Quantities are the ledger's count under the unit's own name. What was made from it counts as consumed and is the
 * balance of another unit.
 *
 * @param withSerials the serials of the lot are counted with it; else what became a serial is {@link Kind#SERIALISED}
 * @param knownAtSeq the greatest seq read, 0 for an empty ledger
 * @param entered what came into the books, the sum of the lines of the kinds up to {@link Kind#FROM_LOT}
 * @param accounted what is known to be somewhere or to have become something, the sum of the other lines
 * @param gap above zero: so much is missing; below zero: so much appeared from nowhere known
 * @param lines in order of kind, and then by code of place
 * @param deliveries what went to each partner, by code of partner
 * @param gaps in order of the entries
 */
public record MassBalance(
        int unit,
        boolean withSerials,
        long knownAtSeq,
        BigDecimal entered,
        BigDecimal accounted,
        BigDecimal gap,
        List<Line> lines,
        List<Delivery> deliveries,
        List<Gap> gaps) {

    public MassBalance {
        lines = List.copyOf(lines);
        deliveries = List.copyOf(deliveries);
        gaps = List.copyOf(gaps);
    }

    /** What a line counts: first the ways in, then what became of it. */
    public enum Kind {
        /** Came out of a run; the place is the run. */
        MADE,
        /** Delivered by a partner, who is the place; not what came back of our own shipments. */
        RECEIVED,
        /** Put into the books without a supplier; the place is where. */
        COMMISSIONED,
        /** More was there than the books said, by a count or adjustment. */
        FOUND,
        /** A serial that was taken out of its lot; the place is where that was. */
        FROM_LOT,
        /** At a location or in a vessel. */
        ON_HAND,
        /** In a container, {@code within} says where that is. */
        PACKED,
        /** In a host, {@code within} says where that is. */
        INSTALLED,
        /** At a partner now, in whatever container. */
        AT_PARTNER,
        /** Fed into a run that has not given anything since and is open. */
        IN_PROCESS,
        /** Fed into a run that gave something since, or is closed. */
        CONSUMED,
        /** Taken out of this lot as serials. */
        SERIALISED,
        SCRAPPED,
        /** Less was there than the books said, by a count or adjustment. */
        ADJUSTED_DOWN,
        /** In a vessel when it was cleaned. */
        LOST,
        /** Taken out of the books. */
        LEFT;

        public boolean isEntry() {
            return ordinal() <= FROM_LOT.ordinal();
        }
    }

    /**
     * One quantity at one place.
     *
     * @param within the places around a container or host, inside out
     */
    public record Line(Kind kind, int place, List<Integer> within, BigDecimal qty) {

        public Line {
            within = List.copyOf(within);
        }
    }

    /**
     * What went to one partner in all, and what of it is there now: itself, packed, or as a part of a host.
     *
     * @param gross every quantity that was sent there, also what came back since
     */
    public record Delivery(int partner, BigDecimal gross, BigDecimal there) {}

    /**
     * An entry after which the books do not add up.
     *
     * @param qty above zero when the quantity went missing, below zero when it appeared
     */
    public record Gap(long seq, Act act, int place, BigDecimal qty, Why why) {}

    /** Why the books do not add up. */
    public enum Why {
        /** More left the place than was known to be there. */
        SHORTFALL,
        /** It came from, or went to, the place that stands for the unknown. */
        UNKNOWN,
        /** A draw from a mixed vessel named one unit, and gave what the ledger counts as another. */
        OTHER_NAME
    }

    /** The sum of the lines of one kind. */
    public BigDecimal total(Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Line::qty)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Balances one unit: a lot, a serial, a container, or the untracked stock of an item.
     *
     * @param withSerials count the serials of a lot with it, those that are reckoned in the same unit of measure
     * @param asOfUs leave out what happened after this instant; null for everything
     * @param knownAtSeq leave out entries with a greater seq; null for everything
     * @param knownAtUs leave out entries recorded after this instant; null for everything
     */
    public static MassBalance of(
            Book book,
            int unit,
            boolean withSerials,
            @Nullable Long asOfUs,
            @Nullable Long knownAtSeq,
            @Nullable Long knownAtUs) {
        Question question = Question.forward(Seed.of(unit)).asOf(asOfUs).knownAt(knownAtSeq, knownAtUs);
        return of(book, Selection.of(book, question), unit, withSerials);
    }

    /**
     * Balances one unit from the part of a book that concerns it; the same as from the whole book.
     *
     * @param unit its number in the whole book; it must be in the excerpt
     * @param knownAtSeq the greatest seq of the whole book that the balance may know of
     */
    public static MassBalance of(Excerpt excerpt, int unit, boolean withSerials, long knownAtSeq) {
        int inner = excerpt.unitOf(unit);
        var read = new Selection(excerpt.sheet(), knownAtSeq, excerpt.sheet().hasSpans());
        return of(excerpt, read, inner, withSerials);
    }

    private static MassBalance of(Book book, Selection selection, int unit, boolean withSerials) {
        return new Balancing(book, Concern.of(book, selection, unit), unit, withSerials).balance();
    }
}
