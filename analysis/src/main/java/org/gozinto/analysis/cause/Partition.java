/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/** Units in cells; a failed unit is only compared with the comparable units of its cell. */
final class Partition {

    /** Classes of certainty in which units count as alike: none, up to a third, up to two thirds, less than certain. */
    private static final int CLASSES = 5;

    final int[] cellOf;
    final int cells;
    final int[] size;
    final int[] failedIn;
    private final boolean[] failed;
    private final boolean[] silent;

    private Partition(int[] cellOf, int cells, boolean[] failed) {
        this.cellOf = cellOf;
        this.cells = cells;
        this.failed = failed;
        size = new int[cells];
        failedIn = new int[cells];
        for (int unit = 0; unit < cellOf.length; unit++) {
            size[cellOf[unit]]++;
            failedIn[cellOf[unit]] += failed[unit] ? 1 : 0;
        }
        silent = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            silent[cell] = failedIn[cell] == 0 || failedIn[cell] == size[cell];
        }
    }

    static Partition of(FactorTable table) {
        return new Partition(table.stratum, table.strata, table.failed);
    }

    boolean failed(int unit) {
        return failed[unit];
    }

    /** Whether a cell compares nothing: all of it failed, or nothing of it. */
    boolean silent(int cell) {
        return silent[cell];
    }

    /** Cells divided by whether units have a factor, and how certainly. */
    Partition by(Row row) {
        int[] finer = new int[cellOf.length];
        for (int unit = 0; unit < finer.length; unit++) {
            finer[unit] = cellOf[unit] * CLASSES;
        }
        for (int i = 0; i < row.units().length; i++) {
            int level = row.levels()[i];
            finer[row.units()[i]] += level == Row.CERTAIN ? CLASSES - 1 : 1 + (level - 1) / 4;
        }
        int[] rank = new int[cells * CLASSES];
        for (int cell : finer) {
            rank[cell] = 1;
        }
        int used = 0;
        for (int i = 0; i < rank.length; i++) {
            used += rank[i];
            rank[i] = used - 1;
        }
        for (int unit = 0; unit < finer.length; unit++) {
            finer[unit] = rank[finer[unit]];
        }
        return new Partition(finer, used, failed);
    }
}
