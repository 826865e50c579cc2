/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the units of an answer, and their order (trace semantics §5). A name is written as the canonical text
 * has it, one after the other. Sample: a lot R1 and a serial S1 of it are
 *
 * <pre>
 * RESIN||R1|-|LOT|0GEAR||R1|S1|SERIAL|0
 *        ^lot              ^serial
 * </pre>
 */
final class Roll {

    private static final int NONE = -1;

    /** Of fewer units the roll is written sooner than another thread has begun. */
    private static final int AHEAD_MIN = 20_000;

    private final Facts facts;
    private final Book book;
    private final int[] units;
    private final Utf8 names;

    // One element per unit of the roll, in the order of their numbers; a name ends where the next begins.
    private final int[] begin;
    private final int[] lot;
    private final int[] lotEnd;
    private final int[] serial;
    private final int[] serialEnd;

    /** Positions in {@code units}, in the order of the answer. */
    private final int[] order;

    Roll(Facts facts, Book book, int[] wanted) {
        this.facts = facts;
        this.book = book;
        this.units = wanted;
        this.names = new Utf8(units.length * 24);
        this.begin = new int[units.length + 1];
        this.lot = new int[units.length];
        this.lotEnd = new int[units.length];
        this.serial = new int[units.length];
        this.serialEnd = new int[units.length];
        write();
        this.order = byItem();
        sortWithinItems();
    }

    /** Those of a roll that are kept, in the same order. */
    private Roll(Roll all, IntPredicate kept) {
        this.facts = all.facts;
        this.book = all.book;
        this.units = all.units;
        this.names = all.names;
        this.begin = all.begin;
        this.lot = all.lot;
        this.lotEnd = all.lotEnd;
        this.serial = all.serial;
        this.serialEnd = all.serialEnd;
        this.order = Arrays.stream(all.order).filter(i -> kept.test(units[i])).toArray();
    }

    /**
     * Starts to write down all units of an excerpt, of which an answer can name no others. While the entries are read
     * one after the other, a second core has nothing to do, and names and their order hang on no entry.
     *
     * @return null where the answer may name few of them, or all are few
     */
    static @Nullable CompletableFuture<Roll> ahead(Excerpt excerpt, Question question) {
        if (question.direction() != Direction.FORWARD || excerpt.unitCount() < AHEAD_MIN) {
            return null;
        }
        return CompletableFuture.supplyAsync(() -> new Roll(
                excerpt.facts(),
                excerpt,
                IntStream.range(0, excerpt.unitCount()).toArray()));
    }

    /** The roll of what was marked. */
    static Roll of(Trace trace, @Nullable CompletableFuture<Roll> ahead) {
        IntList marked = trace.marks.units();
        if (ahead == null) {
            return new Roll(trace.graph.facts, trace.graph.book, marked.toArray());
        }
        Roll all = ahead.join();
        return all.size() == marked.size() ? all : new Roll(all, trace.marks::has);
    }

    private void write() {
        byte[][] prefix = new byte[facts.sorts()][];
        byte[][] suffix = new byte[facts.sorts()][];
        for (int sort = 0; sort < prefix.length; sort++) {
            Unit one = facts.ofSort(sort);
            prefix[sort] = utf8(one.item() + "|" + one.issuer() + "|");
            suffix[sort] = utf8("|" + one.kind() + "|");
        }
        for (int i = 0; i < units.length; i++) {
            int unit = units[i];
            names.append(prefix[facts.sort(unit)]);
            lot[i] = names.size();
            boolean hasLot = book.appendLot(unit, names);
            lotEnd[i] = hasLot ? names.size() : NONE;
            if (!hasLot) {
                names.append('-');
            }
            names.append('|');
            serial[i] = names.size();
            boolean hasSerial = book.appendSerial(unit, names);
            serialEnd[i] = hasSerial ? names.size() : NONE;
            if (!hasSerial) {
                names.append('-');
            }
            names.append(suffix[facts.sort(unit)]);
            names.append(book.twin(unit));
            begin[i + 1] = names.size();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int[] rankOfSort() {
        List<String> items = IntStream.range(0, facts.sorts())
                .mapToObj(sort -> facts.ofSort(sort).item())
                .distinct()
                .sorted()
                .toList();
        int[] rank = new int[facts.sorts()];
        for (int sort = 0; sort < rank.length; sort++) {
            rank[sort] = Collections.binarySearch(items, facts.ofSort(sort).item());
        }
        return rank;
    }

    private int[] byItem() {
        int[] rank = rankOfSort();
        int[] start = new int[rank.length + 1];
        for (int unit : units) {
            start[rank[facts.sort(unit)] + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] sorted = new int[units.length];
        for (int i = 0; i < units.length; i++) {
            sorted[start[rank[facts.sort(units[i])]]++] = i;
        }
        return sorted;
    }

    private void sortWithinItems() {
        for (int from = 0; from < order.length; ) {
            String item = facts.like(units[order[from]]).item();
            int to = from + 1;
            int sort = facts.sort(units[order[from]]);
            while (to < order.length
                    && (facts.sort(units[order[to]]) == sort
                            || facts.like(units[order[to]]).item().equals(item))) {
                to++;
            }
            NaturalSort.sort(order, from, to, this::compare);
            from = to;
        }
    }

    private int compare(int left, int right) {
        int byLot = compare(lot[left], lotEnd[left], lot[right], lotEnd[right]);
        if (byLot != 0) {
            return byLot;
        }
        int bySerial = compare(serial[left], serialEnd[left], serial[right], serialEnd[right]);
        return bySerial != 0 ? bySerial : NumberOrder.UNITS.compare(book.unit(units[left]), book.unit(units[right]));
    }

    private int compare(int left, int leftEnd, int right, int rightEnd) {
        if (leftEnd == NONE || rightEnd == NONE) {
            return leftEnd == rightEnd ? 0 : leftEnd == NONE ? -1 : 1;
        }
        return NumberOrder.compare(names, left, leftEnd, right, rightEnd);
    }

    int size() {
        return order.length;
    }

    /** The unit at a position of the answer. */
    int unit(int position) {
        return units[order[position]];
    }

    /** Writes the name of the unit at a position of the answer. */
    void appendName(int position, Utf8 out) {
        int i = order[position];
        out.append(names, begin[i], begin[i + 1]);
    }
}
