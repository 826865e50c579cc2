/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gozinto.trace.Act;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in columns, in its own order: entry n has the seq n + 1, and its movements (rows) follow those of the
 * entry before. Sample: a receipt of two serials, then a move of one,
 *
 * <pre>
 * entry  act      firstRow        row  unit qty from to
 *  0     RECEIVE  0                0     7   1    3   4
 *  1     MOVE     2                1     8   1    3   4
 *                                  2     7   1    4   5
 * </pre>
 *
 * <p>One thread appends, many read what a {@link View} has shown them.
 */
final class Columns {

    private static final Act[] ACTS = Act.values();
    private static final Place.Kind[] KINDS = Place.Kind.values();
    private static final int CLOSES = 1 << 8;
    private static final int DETAILED = 1 << 9;
    private static final int MIXES = 1 << 8;
    private static final int BLOCK_BITS = 6;

    // One element per entry.
    private final Ints head;
    private final Longs occurredUs;
    /** Recorded how long after it happened. */
    private final Longs recordedAfterUs;

    private final Ints entryPlace;
    private final Ints document;
    private final Ints firstRow;

    // One element per row.
    private final Ints unit;
    private final Ints from;
    private final Ints to;
    /** Below zero: −1 − where it lies in {@code wideQty}. */
    private final Ints qty;

    private final Longs wideQty;
    /** The entry of every so many rows. */
    private final Ints entryOfBlock;

    // One element per unit, and per place.
    private final Ints lotOf;
    private final Ints placeHead;
    private final Ints unitOfPlace;
    private final Ways ways;

    private final Map<Integer, Detail> details = new ConcurrentHashMap<>();
    /** Entries that void another, and entries whose time is a span; ascending. */
    private final Ints voids;

    private final Ints spans;
    private final List<String> documents = new ArrayList<>();
    private final Map<String, Integer> documentNumbers = new HashMap<>();

    Columns() {
        this(Ints::new, Longs::new, Ways::new);
        firstRow.add(0);
    }

    private Columns(Supplier<Ints> ints, Supplier<Longs> longs, Supplier<Ways> finder) {
        head = ints.get();
        occurredUs = longs.get();
        recordedAfterUs = longs.get();
        entryPlace = ints.get();
        document = ints.get();
        firstRow = ints.get();
        unit = ints.get();
        from = ints.get();
        to = ints.get();
        qty = ints.get();
        wideQty = longs.get();
        entryOfBlock = ints.get();
        lotOf = ints.get();
        placeHead = ints.get();
        unitOfPlace = ints.get();
        ways = finder.get();
        voids = ints.get();
        spans = ints.get();
    }

    /** How much of the columns there was at one moment. */
    record Size(int entries, int rows, int units, int places, int voids, int spans) {

        void write(BlockWriter out) throws IOException {
            for (int part : new int[] {entries, rows, units, places, voids, spans}) {
                out.putLong(part);
            }
        }

        static Size read(BlockReader in) {
            return new Size(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
        }
    }

    Size size() {
        return new Size(head.size(), unit.size(), lotOf.size(), placeHead.size(), voids.size(), spans.size());
    }

    // --- appending

    void add(Unit what) {
        int number = lotOf.add(what.lotUnit());
        ways.addUnit(number, what.kind() == Unit.Kind.SERIAL, what.lotUnit());
    }

    void add(Place where) {
        boolean mixes = where.kind() == Place.Kind.VESSEL && where.mixing() != Mixing.NONE;
        placeHead.add(where.kind().ordinal() | (mixes ? MIXES : 0));
        unitOfPlace.add(where.unit());
        ways.addPlace(where.kind(), where.unit());
    }

    /** Takes the next entry; what a void entry moves back is left out, since a trace leaves out what it corrects. */
    void add(Entry next) {
        int number = head.size();
        if (next.seq() != number + 1L) {
            throw new IllegalArgumentException("entry " + next.seq() + " cannot follow " + number);
        }
        Detail detail = Detail.of(next);
        if (detail != Detail.NONE) {
            details.put(number, detail);
        }
        if (detail.toUs() != null) {
            spans.add(number);
        }
        if (next.act() == Act.VOID) {
            voids.add(number);
        } else {
            next.movements().forEach(movement -> add(number, movement));
        }
        occurredUs.add(next.occurred().fromUs());
        recordedAfterUs.add(next.recordedAtUs() - next.occurred().fromUs());
        entryPlace.add(next.place());
        document.add(numberOf(next.document()));
        firstRow.add(unit.size());
        int flags = (next.closesRun() ? CLOSES : 0) | (detail == Detail.NONE ? 0 : DETAILED);
        head.add(next.act().ordinal() | flags);
        ways.take(this, number, next.occurred());
    }

    private void add(int number, Movement movement) {
        if ((unit.size() & (1 << BLOCK_BITS) - 1) == 0) {
            entryOfBlock.add(number);
        }
        unit.add(movement.unit());
        from.add(movement.from());
        to.add(movement.to());
        long moved = movement.qty();
        qty.add(moved <= Integer.MAX_VALUE ? (int) moved : -1 - wideQty.add(moved));
    }

    private int numberOf(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        return documentNumbers.computeIfAbsent(text, name -> {
            synchronized (documents) {
                documents.add(name);
                return documents.size() - 1;
            }
        });
    }

    // --- entries

    Act act(int number) {
        return ACTS[head.get(number) & 0xFF];
    }

    boolean closesRun(int number) {
        return (head.get(number) & CLOSES) != 0;
    }

    long fromUs(int number) {
        return occurredUs.get(number);
    }

    /** The end of the span in which it happened; that of an instant is its beginning. */
    long toUs(int number) {
        if ((head.get(number) & DETAILED) == 0) {
            return occurredUs.get(number);
        }
        Long end = detail(number).toUs();
        return end == null ? occurredUs.get(number) : end;
    }

    long recordedUs(int number) {
        return fromUs(number) + recordedAfterUs.get(number);
    }

    /** The run or vessel that an entry is about, -1 for none. */
    int place(int number) {
        return entryPlace.get(number);
    }

    Detail detail(int number) {
        return (head.get(number) & DETAILED) == 0 ? Detail.NONE : details.getOrDefault(number, Detail.NONE);
    }

    @Nullable
    String document(int number) {
        int text = document.get(number);
        if (text < 0) {
            return null;
        }
        synchronized (documents) {
            return documents.get(text);
        }
    }

    int firstRow(int number) {
        return firstRow.get(number);
    }

    int endRow(int number) {
        return firstRow.get(number + 1);
    }

    Moment moment(int number) {
        return new Moment(fromUs(number), toUs(number));
    }

    int voidEntry(int index) {
        return voids.get(index);
    }

    int spanEntry(int index) {
        return spans.get(index);
    }

    // --- rows

    int unit(int row) {
        return unit.get(row);
    }

    int from(int row) {
        return from.get(row);
    }

    int to(int row) {
        return to.get(row);
    }

    int entry(int row) {
        int block = row >>> BLOCK_BITS;
        int low = entryOfBlock.get(block);
        int high = block + 1 < entryOfBlock.size() ? entryOfBlock.get(block + 1) : head.size() - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (endRow(middle) <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long qty(int row) {
        int narrow = qty.get(row);
        return narrow >= 0 ? narrow : wideQty.get(-1 - narrow);
    }

    // --- units and places

    /** What is known of units and places for labels to go fast. */
    Ways ways() {
        return ways;
    }

    /** The first entry about a run, or that moved something into or out of it; -1 for none, and for other places. */
    int firstEntry(int place) {
        return ways.firstEntry(place);
    }

    /** The lot that a unit belongs to, -1 for none. */
    int lotOf(int number) {
        return lotOf.get(number);
    }

    Place.Kind kind(int number) {
        return KINDS[placeHead.get(number) & 0xFF];
    }

    /** Whether the place is a vessel in which units commingle. */
    boolean mixes(int number) {
        return (placeHead.get(number) & MIXES) != 0;
    }

    /** The unit that is this place, -1 for none. */
    int unitOfPlace(int number) {
        return unitOfPlace.get(number);
    }

    // --- files

    /** Writes what there was when the columns had this size, in the order in which the constructor takes them. */
    void write(BlockWriter out, Size size) throws IOException {
        int entries = size.entries();
        int rows = size.rows();
        head.write(out, entries);
        occurredUs.write(out, entries);
        recordedAfterUs.write(out, entries);
        entryPlace.write(out, entries);
        document.write(out, entries);
        firstRow.write(out, entries + 1);
        unit.write(out, rows);
        from.write(out, rows);
        to.write(out, rows);
        qty.write(out, rows);
        wideQty.write(out, wideQtys(rows));
        entryOfBlock.write(out, rows + (1 << BLOCK_BITS) - 1 >>> BLOCK_BITS);
        lotOf.write(out, size.units());
        placeHead.write(out, size.places());
        unitOfPlace.write(out, size.places());
        ways.write(out, size);
        voids.write(out, size.voids());
        spans.write(out, size.spans());
        DetailFile.write(out, detailsOf(entries));
        writeDocuments(out);
    }

    private int wideQtys(int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += qty.get(row) < 0 ? 1 : 0;
        }
        return count;
    }

    private Map<Integer, Detail> detailsOf(int entries) {
        Map<Integer, Detail> some = new TreeMap<>();
        for (int number = 0; number < entries; number++) {
            if ((head.get(number) & DETAILED) != 0) {
                some.put(number, detail(number));
            }
        }
        return some;
    }

    // There may be more than the entries name; the next to name one finds it.
    private void writeDocuments(BlockWriter out) throws IOException {
        List<String> known;
        synchronized (documents) {
            known = List.copyOf(documents);
        }
        out.putLong(known.size());
        for (String name : known) {
            out.putText(name);
        }
    }

    static Columns read(BlockReader in) {
        var columns = new Columns(() -> Ints.read(in), () -> Longs.read(in), () -> Ways.read(in));
        DetailFile.read(in, columns.details);
        for (int left = in.getInt(); left > 0; left--) {
            columns.numberOf(in.getText());
        }
        columns.ways.resume(columns);
        return columns;
    }

    /** Bytes of memory of the columns, without the texts and the details that few entries have. */
    long bytes() {
        long bytes = 0;
        for (Column column : List.of(head, occurredUs, recordedAfterUs, entryPlace, document, firstRow)) {
            bytes += column.bytes();
        }
        for (Column column : List.of(unit, from, to, qty, wideQty, entryOfBlock)) {
            bytes += column.bytes();
        }
        for (Column column : List.of(lotOf, placeHead, unitOfPlace, voids, spans)) {
            bytes += column.bytes();
        }
        return bytes + ways.bytes();
    }
}
