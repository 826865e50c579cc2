/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Arrays;

/** The spots next to each spot: those of spot s are {@code ends[start[s]] … ends[start[s + 1] - 1]}. */
record Neighbours(int[] start, int[] ends) {

    /** Where the ties of each spot lead. */
    static Neighbours after(Figure figure) {
        return of(figure, true);
    }

    /** Where the ties to each spot come from. */
    static Neighbours before(Figure figure) {
        return of(figure, false);
    }

    private static Neighbours of(Figure figure, boolean along) {
        int[] start = new int[figure.spots().size() + 1];
        for (Figure.Tie tie : figure.ties()) {
            start[(along ? tie.from() : tie.to()) + 1]++;
        }
        for (int spot = 1; spot < start.length; spot++) {
            start[spot] += start[spot - 1];
        }
        int[] next = start.clone();
        int[] ends = new int[figure.ties().size()];
        for (Figure.Tie tie : figure.ties()) {
            ends[next[along ? tie.from() : tie.to()]++] = along ? tie.to() : tie.from();
        }
        return new Neighbours(start, ends);
    }

    /** The spots next to one, ascending. */
    int[] sorted(int spot) {
        int[] own = Arrays.copyOfRange(ends, start[spot], start[spot + 1]);
        Arrays.sort(own);
        return own;
    }
}
