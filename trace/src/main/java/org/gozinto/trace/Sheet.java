/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries in columns, in the order in which they count (trace semantics §1): by time, then by seq. Their movements
 * (rows) follow those of the entry before. Sample: a receipt of two serials, then a move of one,
 *
 * <pre>
 * entry  act      seq  firstRow        row  unit qty from to
 *  0     RECEIVE   8    0               0     7   1    3   4
 *  1     MOVE      9    2               1     8   1    3   4
 *                                       2     7   1    4   5
 * </pre>
 *
 * <p>One thread puts it together; then it does not change.
 */
public final class Sheet {

    private static final Act[] ACTS = Act.values();
    private static final byte CLOSES = 1;
    private static final byte DETAILED = 2;
    private static final byte LINKED = 4;

    /** What few entries have: links, step, position, equipment, operator; and the document, which few are asked for. */
    private final IntFunction<Entry> particulars;

    private int size;
    private int rows;
    private boolean hasSpans;

    // One element per entry, and one more in firstRow.
    private final long[] seq;
    private final byte[] act;
    private final byte[] flags;
    private final int[] place;
    private final int[] firstRow;
    private final long[] fromUs;
    /** The same array as {@code fromUs} while all times are instants. */
    private long[] toUs;

    // One element per row.
    private final int[] unit;
    private final int[] from;
    private final int[] to;
    private final long[] qty;

    /**
     * A sheet with room for so many entries and rows.
     *
     * @param particulars the entry of a number, as far as the columns do not have it
     */
    public Sheet(int entries, int rows, IntFunction<Entry> particulars) {
        this.particulars = particulars;
        this.seq = new long[entries];
        this.act = new byte[entries];
        this.flags = new byte[entries];
        this.place = new int[entries];
        this.firstRow = new int[entries + 1];
        this.fromUs = new long[entries];
        this.toUs = fromUs;
        this.unit = new int[rows];
        this.from = new int[rows];
        this.to = new int[rows];
        this.qty = new long[rows];
    }

    /** The sheet of entries that are in the order in which they count. */
    static Sheet of(List<Entry> entries) {
        int rows = entries.stream().mapToInt(entry -> entry.movements().size()).sum();
        var sheet = new Sheet(entries.size(), rows, entries::get);
        for (Entry entry : entries) {
            sheet.add(
                    entry.seq(),
                    entry.act(),
                    entry.occurred().fromUs(),
                    entry.occurred().toUs());
            sheet.about(entry.place(), entry.closesRun());
            if (!entry.links().isEmpty() || hasDetail(entry)) {
                sheet.detailed(!entry.links().isEmpty());
            }
            entry.movements().forEach(line -> sheet.addRow(line.unit(), line.qty(), line.from(), line.to()));
        }
        return sheet;
    }

    private static boolean hasDetail(Entry entry) {
        return entry.step() != null
                || entry.position() != null
                || entry.equipment() != null
                || entry.operator() != null;
    }

    // --- putting together

    /** Begins the next entry, to which the following rows belong. */
    public void add(long itsSeq, Act itsAct, long itsFromUs, long itsToUs) {
        if (itsFromUs != itsToUs && !hasSpans) {
            hasSpans = true;
            toUs = Arrays.copyOf(fromUs, fromUs.length);
        }
        seq[size] = itsSeq;
        act[size] = (byte) itsAct.ordinal();
        fromUs[size] = itsFromUs;
        toUs[size] = itsToUs;
        place[size] = -1;
        size++;
        firstRow[size] = rows;
    }

    /** Says what the newest entry is about: the run or vessel, -1 for none, and whether it closes the run. */
    public void about(int at, boolean closesRun) {
        place[size - 1] = at;
        flags[size - 1] |= closesRun ? CLOSES : 0;
    }

    /** Says that the newest entry may have a step and the like, and links that count. */
    public void detailed(boolean isLinked) {
        flags[size - 1] |= isLinked ? DETAILED | LINKED : DETAILED;
    }

    public void addRow(int ofUnit, long quantity, int fromPlace, int toPlace) {
        unit[rows] = ofUnit;
        qty[rows] = quantity;
        from[rows] = fromPlace;
        to[rows] = toPlace;
        rows++;
        firstRow[size] = rows;
    }

    /** A sheet of some of the entries, with all their rows. */
    Sheet only(IntList wanted) {
        int count = 0;
        for (int i = 0; i < wanted.size(); i++) {
            count += endRow(wanted.get(i)) - firstRow(wanted.get(i));
        }
        int[] numbers = wanted.toArray();
        var some = new Sheet(numbers.length, count, i -> particulars.apply(numbers[i]));
        for (int entry : numbers) {
            some.add(seq[entry], act(entry), fromUs[entry], toUs[entry]);
            some.about(place[entry], closesRun(entry));
            some.flags[some.size - 1] = flags[entry];
            for (int row = firstRow(entry); row < endRow(entry); row++) {
                some.addRow(unit[row], qty[row], from[row], to[row]);
            }
        }
        return some;
    }

    // --- entries

    int size() {
        return size;
    }

    public long seq(int entry) {
        return seq[entry];
    }

    Act act(int entry) {
        return ACTS[act[entry]];
    }

    long fromUs(int entry) {
        return fromUs[entry];
    }

    /** The end of the span in which it happened; that of an instant is its beginning. */
    long toUs(int entry) {
        return toUs[entry];
    }

    boolean isInstant(int entry) {
        return fromUs[entry] == toUs[entry];
    }

    Moment occurred(int entry) {
        return new Moment(fromUs[entry], toUs[entry]);
    }

    /** Some time is known only to the day, the month or not at all. */
    boolean hasSpans() {
        return hasSpans;
    }

    /** The run or vessel that the entry is about, -1 for none. */
    int place(int entry) {
        return place[entry];
    }

    boolean closesRun(int entry) {
        return (flags[entry] & CLOSES) != 0;
    }

    /** Most entries have neither links nor a step nor the like. */
    private boolean isDetailed(int entry) {
        return (flags[entry] & DETAILED) != 0;
    }

    /** Whether the entry may have links that count. */
    public boolean isLinked(int entry) {
        return (flags[entry] & LINKED) != 0;
    }

    List<Link> links(int entry) {
        return isLinked(entry) ? particulars.apply(entry).links() : List.of();
    }

    @Nullable
    String step(int entry) {
        return isDetailed(entry) ? particulars.apply(entry).step() : null;
    }

    @Nullable
    String position(int entry) {
        return isDetailed(entry) ? particulars.apply(entry).position() : null;
    }

    @Nullable
    String equipment(int entry) {
        return isDetailed(entry) ? particulars.apply(entry).equipment() : null;
    }

    @Nullable
    String operator(int entry) {
        return isDetailed(entry) ? particulars.apply(entry).operator() : null;
    }

    @Nullable
    String document(int entry) {
        return particulars.apply(entry).document();
    }

    /** The entry as an object, with its rows. */
    Entry entry(int entry) {
        Entry some = particulars.apply(entry);
        List<Movement> movements = new ArrayList<>(endRow(entry) - firstRow(entry));
        for (int row = firstRow(entry); row < endRow(entry); row++) {
            movements.add(new Movement(unit[row], qty[row], from[row], to[row]));
        }
        return new Entry(
                seq[entry],
                act(entry),
                occurred(entry),
                some.recordedAtUs(),
                movements,
                some.links(),
                place[entry],
                closesRun(entry),
                some.step(),
                some.voids(),
                some.document(),
                some.position(),
                some.equipment(),
                some.operator());
    }

    // --- rows

    int rows() {
        return rows;
    }

    int firstRow(int entry) {
        return firstRow[entry];
    }

    int endRow(int entry) {
        return firstRow[entry + 1];
    }

    int unit(int row) {
        return unit[row];
    }

    long qty(int row) {
        return qty[row];
    }

    int from(int row) {
        return from[row];
    }

    int to(int row) {
        return to[row];
    }
}
