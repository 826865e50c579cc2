/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import org.gozinto.trace.Numbering;
import org.gozinto.trace.Place;

/**
 * Backward, what else a lot was used for matters only by its quantity: how much of the lot is left. Of a hundred draws
 * from one shelf into runs that the label did not come through, one row with the sum of them says the same, as long as
 * nothing else happened to the lot in between. Sample, of lot P7 with 100 at A-01:
 *
 * <pre>
 * P7  3  A-01  MO-1               P7  8  A-01  MO-1
 * P7  5  A-01  MO-2      becomes
 * P7  2  A-01  MO-3 (asked)       P7  2  A-01  MO-3
 * </pre>
 */
final class StockDraws {

    private static final byte UNSEEN = 0;
    private static final byte ALONE = 1;
    private static final byte IN_COMPANY = 2;

    private final Columns columns;
    private final Closure closure;
    private final Numbering units;
    /** Of each unit: whether others take from its quantity, and where its newest draw was kept, -1 for none. */
    private final byte[] company;

    private final int[] openDraw;

    /** Takes the rows of a closure; {@code units} has all that they name. */
    StockDraws(Columns columns, Closure closure, Numbering units) {
        this.columns = columns;
        this.closure = closure;
        this.units = units;
        this.company = new byte[units.size()];
        this.openDraw = new int[units.size()];
        Arrays.fill(openDraw, -1);
    }

    /**
     * Keeps those of the rows, which are in the order of time, that are not counted with another one.
     *
     * @param entries that of each row
     * @param qty takes what each row counts that is kept
     */
    int[] kept(int[] rows, int[] entries, long[] qty) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            int unit = units.of(columns.unit(row));
            boolean isDraw = isDraw(rows, entries, i, unit);
            int open = isDraw ? openDraw[unit] : -1;
            long sum = open < 0 ? -1 : qty[open] + columns.qty(row);
            if (sum > 0 && columns.from(kept[open]) == columns.from(row)) {
                qty[open] = sum;
                continue;
            }
            qty[count] = columns.qty(row);
            openDraw[unit] = isDraw ? count : -1;
            kept[count++] = row;
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean isDraw(int[] rows, int[] entries, int i, int unit) {
        int row = rows[i];
        int run = columns.to(row);
        return columns.kind(run) == Place.Kind.RUN
                && !closure.hasAllOf(run)
                && isShelf(columns.from(row))
                && isAlone(unit)
                && isOnlyRowOfUnit(rows, entries, i)
                && saysNothingElse(entries[i]);
    }

    private boolean isShelf(int place) {
        return switch (columns.kind(place)) {
            case SITE, AREA, BIN -> true;
            case VESSEL, CONTAINER, PARTNER, RUN, HOST, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> false;
        };
    }

    // A serial may be taken from the quantity of its lot.
    private boolean isAlone(int unit) {
        if (company[unit] == UNSEEN) {
            int id = units.id(unit);
            company[unit] = columns.ways().hasMembers(id) || columns.lotOf(id) >= 0 ? IN_COMPANY : ALONE;
        }
        return company[unit] == ALONE;
    }

    // Inside one entry the order of the rows of a unit can be another than here.
    private boolean isOnlyRowOfUnit(int[] rows, int[] entries, int i) {
        int unit = columns.unit(rows[i]);
        for (int at = i - 1; at >= 0 && entries[at] == entries[i]; at--) {
            if (columns.unit(rows[at]) == unit) {
                return false;
            }
        }
        for (int at = i + 1; at < rows.length && entries[at] == entries[i]; at++) {
            if (columns.unit(rows[at]) == unit) {
                return false;
            }
        }
        return true;
    }

    private boolean saysNothingElse(int entry) {
        int about = columns.place(entry);
        return about < 0 || columns.kind(about) == Place.Kind.RUN && !closure.hasAllOf(about);
    }

    /** Whether entries in the order of the ledger are in the order of time too. */
    static boolean areByTime(Columns columns, int[] entries) {
        long last = Long.MIN_VALUE;
        int before = -1;
        for (int entry : entries) {
            long us = entry == before ? last : columns.fromUs(entry);
            if (us < last) {
                return false;
            }
            last = us;
            before = entry;
        }
        return true;
    }
}
