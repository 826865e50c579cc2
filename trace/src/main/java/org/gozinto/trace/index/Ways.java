/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Place;

/**
 * Short ways for labels. Nearly every unit is made once and used afterwards, and nearly every run is one entry that
 * makes one unit of what it takes: then a label need not be asked for its time, and goes from what went in straight to
 * what came out.
 *
 * <p>What is known here may become less sure as the ledger grows, never surer: a second entry about a run, one from
 * before a unit was made, one of uncertain time or a void takes the short way away. So an older {@link View}, which
 * reads what is known now, goes the long way where it could have gone the short one, and finds the same.
 *
 * <p>Sample: run 7 is the one entry 12, which makes unit 30; to bin 4 nothing leads on; to vessel 5 one must look. Unit
 * 31 was bought.
 *
 * <pre>
 * place  firstEntry  output        unit  madeBy
 *   4       -1       NOWHERE        30     12
 *   5       -1       LOOK           31     NEVER
 *   7       12       30
 * </pre>
 */
final class Ways {

    /** A label that comes to the place goes no further than its unit. */
    static final int NOWHERE = -1;
    /** What a label that comes to the place goes on to is to be looked up. */
    static final int LOOK = -2;

    /** The unit did nothing yet. */
    private static final int UNSEEN = -1;
    /** It came into the books in another way. */
    private static final int NEVER = -2;
    /** It was made more than once, or has entries from before it was made, or of uncertain time, or void ones. */
    private static final int UNSURE = -3;

    private final Cells madeBy;
    private final Cells firstEntry;
    private final Cells output;
    private final Bits serials;
    private final Bits lots = new Bits();
    private final Bits wrappers = new Bits();
    private final Bits goers = new Bits();

    Ways() {
        this(new Bits(), new Cells(), new Cells(), new Cells());
    }

    private Ways(Bits serials, Cells madeBy, Cells firstEntry, Cells output) {
        this.serials = serials;
        this.madeBy = madeBy;
        this.firstEntry = firstEntry;
        this.output = output;
    }

    // --- appending

    void addUnit(int unit, boolean isSerial, int lot) {
        madeBy.add(UNSEEN);
        if (isSerial) {
            serials.add(unit);
        }
        if (lot >= 0) {
            lots.add(lot);
        }
    }

    void addPlace(Place.Kind kind, int unit) {
        firstEntry.add(-1);
        boolean leadsOn = kind == Place.Kind.RUN || kind == Place.Kind.VESSEL || unit >= 0;
        output.add(leadsOn ? LOOK : NOWHERE);
        if (unit >= 0) {
            wrappers.add(unit);
        }
    }

    /** Takes the newest entry of the columns, with its rows. */
    void take(Columns columns, int entry, Moment when) {
        int end = columns.endRow(entry);
        for (int row = columns.firstRow(entry); row < end; row++) {
            madeBy.set(columns.unit(row), when.isInstant() ? madeBy(columns, row, entry) : UNSURE);
            noteGoing(columns, row);
        }
        takeRuns(columns, entry, when.isInstant());
        long voided = columns.detail(entry).voids() - 1;
        if (voided >= 0 && voided < entry) {
            takeBack(columns, (int) voided);
        }
    }

    private void noteGoing(Columns columns, int row) {
        if (output.get(columns.to(row)) != NOWHERE) {
            goers.add(columns.unit(row));
        }
    }

    private int madeBy(Columns columns, int row, int entry) {
        int from = columns.from(row);
        boolean makes = columns.kind(from) == Place.Kind.RUN || columns.mixes(from);
        int before = madeBy.get(columns.unit(row));
        if (before == UNSEEN) {
            // What goes on as soon as it is made is not sought among what it did afterwards.
            return makes ? output.get(columns.to(row)) == NOWHERE ? entry : UNSURE : NEVER;
        }
        boolean isBefore = before >= 0 && columns.fromUs(entry) < columns.fromUs(before);
        return makes || isBefore ? UNSURE : before;
    }

    private void takeRuns(Columns columns, int entry, boolean isInstant) {
        int run = touch(columns, columns.place(entry), entry, -1);
        boolean isOneRun = true;
        int made = -1;
        int outputs = 0;
        for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
            int source = touch(columns, columns.from(row), entry, run);
            int target = touch(columns, columns.to(row), entry, source);
            isOneRun &= (run < 0 || source == run) && (source < 0 || target == source);
            run = target;
            if (run >= 0 && columns.from(row) == run) {
                made = columns.unit(row);
                outputs++;
            }
        }
        if (isInstant && isOneRun && outputs == 1 && firstEntry.get(run) == entry) {
            output.set(run, made);
        }
    }

    /** Notes that an entry is about a place, if it is a run; tells the run, or else the one before. */
    private int touch(Columns columns, int place, int entry, int before) {
        if (place < 0 || columns.kind(place) != Place.Kind.RUN) {
            return before;
        }
        if (firstEntry.get(place) < 0) {
            firstEntry.set(place, entry);
        } else if (firstEntry.get(place) != entry) {
            output.set(place, LOOK);
        }
        return place;
    }

    private void takeBack(Columns columns, int entry) {
        for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
            madeBy.set(columns.unit(row), UNSURE);
            for (int place : new int[] {columns.from(row), columns.to(row)}) {
                if (columns.kind(place) == Place.Kind.RUN) {
                    output.set(place, LOOK);
                }
            }
        }
    }

    // --- reading

    /** See {@link Columns#firstEntry}. */
    int firstEntry(int place) {
        return firstEntry.get(place);
    }

    /** The one unit that comes out of all that goes into the place; else {@link #NOWHERE} or {@link #LOOK}. */
    int output(int place) {
        return output.get(place);
    }

    /**
     * The entry by which the unit came out of a run or a mixed vessel, all else that it did being after that, in its
     * later rows; below 0 when there is none, or when it is not that simple.
     */
    int madeBy(int unit) {
        return madeBy.get(unit);
    }

    /** Whether the unit may have come out of a run or a mixed vessel. */
    boolean mayBeMade(int unit) {
        return madeBy.get(unit) != NEVER;
    }

    /** Whether the unit ever went where a label goes further than it. */
    boolean goesOn(int unit) {
        return goers.has(unit);
    }

    boolean isSerial(int unit) {
        return serials.has(unit);
    }

    /** Whether serials belong to the unit. */
    boolean hasMembers(int unit) {
        return lots.has(unit);
    }

    /** Whether other units can be in it. */
    boolean isWrapper(int unit) {
        return wrappers.has(unit);
    }

    // --- files

    /** What came after the given size is left out, or makes a way longer than it need be. */
    void write(BlockWriter out, Columns.Size size) throws IOException {
        serials.write(out, size.units());
        var made = new Cells();
        for (int unit = 0; unit < size.units(); unit++) {
            made.add(madeBy.get(unit) >= size.entries() ? UNSURE : madeBy.get(unit));
        }
        made.write(out, size.units());
        var first = new Cells();
        var outputs = new Cells();
        for (int place = 0; place < size.places(); place++) {
            boolean isLater = firstEntry.get(place) >= size.entries();
            first.add(isLater ? -1 : firstEntry.get(place));
            outputs.add(isLater ? LOOK : output.get(place));
        }
        first.write(out, size.places());
        outputs.write(out, size.places());
    }

    /** Reads what was written; the units and places follow by {@link #resume}. */
    static Ways read(BlockReader in) {
        return new Ways(Bits.read(in), Cells.read(in), Cells.read(in), Cells.read(in));
    }

    /** Whether it says something of so many units and places. */
    boolean fits(Columns.Size size) {
        return madeBy.size() == size.units() && firstEntry.size() == size.places() && output.size() == size.places();
    }

    void resume(Columns columns) {
        Columns.Size size = columns.size();
        for (int unit = 0; unit < size.units(); unit++) {
            if (columns.lotOf(unit) >= 0) {
                lots.add(columns.lotOf(unit));
            }
        }
        for (int place = 0; place < size.places(); place++) {
            if (columns.unitOfPlace(place) >= 0) {
                wrappers.add(columns.unitOfPlace(place));
            }
        }
        for (int row = 0; row < size.rows(); row++) {
            noteGoing(columns, row);
        }
    }

    /** Bytes of memory of all that. */
    long bytes() {
        return madeBy.bytes() + firstEntry.bytes() + output.bytes() + bitsBytes();
    }

    private long bitsBytes() {
        return serials.bytes() + lots.bytes() + wrappers.bytes() + goers.bytes();
    }
}
