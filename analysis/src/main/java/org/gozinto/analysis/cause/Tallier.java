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
    /** Whether all levels of the loaded row are certain, as most are. */
    private boolean certain;

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
            certain &= levels[i] == Row.CERTAIN;
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
        certain = true;
    }

    /** Failed units of the loaded row that are compared with something. */
    int failures() {
        return failures;
    }

    /** {@link Tally#z} of the loaded row, or NaN when nothing could have come out otherwise; makes no tally. */
    double z() {
        if (!certain) {
            Tally tally = tally();
            return tally.variance() > 0 ? tally.z() : Double.NaN;
        }
        double expected = 0;
        double variance = 0;
        for (int i = 0; i < cells; i++) {
            double all = partition.size[touched[i]];
            double share = partition.failedIn[touched[i]] / all;
            double some = inCell[touched[i]];
            expected += share * some;
            variance += share * (1 - share) * some * (all - some) / (all - 1);
        }
        return variance > 0 ? (failures - expected) / Math.sqrt(variance) : Double.NaN;
    }

    /** {@link Tally#lnBest} of the loaded row. */
    double lnBest(LnFactorials ln) {
        if (!certain) {
            return tally().lnBest(ln);
        }
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            int some = inCell[touched[i]];
            int failed = partition.failedIn[touched[i]];
            int all = partition.size[touched[i]];
            int taken = Math.min(some, failed);
            sum += ln.choose(some, taken) + ln.choose(all - some, failed - taken) - ln.choose(all, failed);
        }
        return sum;
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
