/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Arrays;

/**
 * How far each spot is from the seeds: the longest way along the ties. Ties that close a circle (rework) do not count.
 * Partners come last of all.
 */
final class Ranks {

    private static final int OPEN = 1;
    private static final int DONE = 2;

    private final Figure figure;
    private final Neighbours away;
    private final byte[] seen;
    private final int[] order;
    private final int[] stack;
    private final int[] next;
    private int ordered;

    private Ranks(Figure figure) {
        this.figure = figure;
        this.away = figure.forward() ? Neighbours.after(figure) : Neighbours.before(figure);
        this.seen = new byte[figure.spots().size()];
        this.order = new int[figure.spots().size()];
        this.stack = new int[figure.spots().size()];
        this.next = new int[figure.spots().size()];
    }

    static int[] of(Figure figure) {
        return new Ranks(figure).ranks();
    }

    private int[] ranks() {
        for (int pass = 0; pass < 2; pass++) {
            for (int spot = 0; spot < seen.length; spot++) {
                if (seen[spot] == 0 && (pass == 1 || figure.spots().get(spot).seed())) {
                    visit(spot);
                }
            }
        }
        int[] position = new int[seen.length];
        for (int i = 0; i < ordered; i++) {
            position[order[i]] = ordered - 1 - i;
        }
        int[] rank = new int[seen.length];
        // The last that was finished has nothing before it: against the order, all ties lead on, but for circles.
        for (int i = ordered - 1; i >= 0; i--) {
            int spot = order[i];
            for (int e = away.start()[spot]; e < away.start()[spot + 1]; e++) {
                int end = away.ends()[e];
                if (position[end] > position[spot]) {
                    rank[end] = Math.max(rank[end], rank[spot] + 1);
                }
            }
        }
        partnersLast(rank);
        return rank;
    }

    private void visit(int first) {
        int depth = 0;
        stack[0] = first;
        next[0] = away.start()[first];
        seen[first] = OPEN;
        while (depth >= 0) {
            int spot = stack[depth];
            if (next[depth] == away.start()[spot + 1]) {
                seen[spot] = DONE;
                order[ordered++] = spot;
                depth--;
                continue;
            }
            int end = away.ends()[next[depth]++];
            if (seen[end] == 0) {
                seen[end] = OPEN;
                depth++;
                stack[depth] = end;
                next[depth] = away.start()[end];
            }
        }
    }

    private void partnersLast(int[] rank) {
        int last = -1;
        for (int spot = 0; spot < rank.length; spot++) {
            if (figure.spots().get(spot).kind() != Figure.Kind.PARTNER) {
                last = Math.max(last, rank[spot]);
            }
        }
        for (int spot = 0; spot < rank.length; spot++) {
            if (figure.spots().get(spot).kind() == Figure.Kind.PARTNER) {
                rank[spot] = last + 1;
            }
        }
    }

    /** The column of each rank: time goes from left to right, so that the seeds of a backward trace stand right. */
    static int[] columns(int[] rank, boolean forward) {
        int last = Arrays.stream(rank).max().orElse(0);
        return forward ? rank.clone() : Arrays.stream(rank).map(r -> last - r).toArray();
    }
}
