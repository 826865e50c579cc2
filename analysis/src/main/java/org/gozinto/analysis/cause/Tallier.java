/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Arrays;

/** Tallies rows over one partition. Keeps its arrays between rows; not for several threads. */
final class Tallier {

    private static final int WIDTH = Row.CERTAIN + 1;

    private final Partition partition;
    private final int[] counts;
    private final int[] inCell;
    private final int[] touched;
    private int cells;
    private int score;
    private int failures;
    private int exposed;

    Tallier(Partition partition) {
        this.partition = partition;
        counts = new int[partition.cells * WIDTH];
        inCell = new int[partition.cells];
        touched = new int[partition.cells];
    }

    Tally tally(Row row) {
        load(row.units(), row.levels(), 0, row.units().length);
        return tally();
    }

    /** Counts the units from one position to before another. */
    void load(int[] units, byte[] levels, int from, int to) {
        clear();
        for (int i = from; i < to; i++) {
            int cell = partition.cellOf[units[i]];
            if (partition.silent(cell)) {
                continue;
            }
            if (inCell[cell]++ == 0) {
                touched[cells++] = cell;
            }
            exposed++;
            counts[cell * WIDTH + levels[i]]++;
            if (partition.failed(units[i])) {
                failures++;
                score += levels[i];
            }
        }
    }

    private void clear() {
        for (int i = 0; i < cells; i++) {
            inCell[touched[i]] = 0;
            Arrays.fill(counts, touched[i] * WIDTH, touched[i] * WIDTH + WIDTH, 0);
        }
        cells = 0;
        score = 0;
        failures = 0;
        exposed = 0;
    }

    /** Failed units of the loaded row that are compared with something. */
    int failures() {
        return failures;
    }

    /** Units of the loaded row that are compared with something. */
    int exposed() {
        return exposed;
    }

    Tally tally() {
        int[] size = new int[cells];
        int[] failedIn = new int[cells];
        int[][] byLevel = new int[cells][];
        for (int i = 0; i < cells; i++) {
            int cell = touched[i];
            size[i] = partition.size[cell];
            failedIn[i] = partition.failedIn[cell];
            byLevel[i] = Arrays.copyOfRange(counts, cell * WIDTH, (cell + 1) * WIDTH);
        }
        return Tally.of(size, failedIn, byLevel, score);
    }
}
