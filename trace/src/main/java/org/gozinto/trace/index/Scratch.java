/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** What a closure knows of units and places while it is found; kept for the next one, as clearing it costs more. */
final class Scratch {

    /** Label, carrier: what stands for a unit here. */
    static final int THINGS_OF_UNIT = 2;

    private int[] epochs = new int[0];
    private byte[] flags = new byte[0];
    private long[] times = new long[0];
    private int epoch;
    private final NumberSet rows = new NumberSet();
    private final NumberSet units = new NumberSet();

    /** Begins anew for so many things; what was known of them is forgotten. */
    private void begin(int things) {
        if (things > epochs.length) {
            int room = Math.max(64, things + things / 4);
            epochs = new int[room];
            flags = new byte[room];
            times = new long[room];
            epoch = 0;
        }
        epoch++;
        if (epoch < 0) {
            Arrays.fill(epochs, 0);
            epoch = 1;
        }
    }

    /** The rows that were found. */
    NumberSet rows() {
        return rows;
    }

    /** The units that have a label. */
    NumberSet units() {
        return units;
    }

    boolean has(int thing, byte flag) {
        return epochs[thing] == epoch && (flags[thing] & flag) != 0;
    }

    /** Sets a flag; says whether it was not set before. */
    boolean set(int thing, byte flag) {
        if (epochs[thing] != epoch) {
            epochs[thing] = epoch;
            flags[thing] = flag;
            return true;
        }
        boolean isNew = (flags[thing] & flag) == 0;
        flags[thing] |= flag;
        return isNew;
    }

    void clear(int thing, byte flag) {
        flags[thing] &= (byte) ~flag;
    }

    /** The time that goes with the flags; only where one was set by {@link #setTime}. */
    long time(int thing) {
        return times[thing];
    }

    void setTime(int thing, long us) {
        times[thing] = us;
    }

    /** Scratches that are not in use. */
    static final class Pool {

        private static final int KEPT = 8;

        private final Deque<Scratch> free = new ArrayDeque<>();

        Scratch take(Columns.Size size) {
            Scratch scratch;
            synchronized (free) {
                scratch = free.isEmpty() ? new Scratch() : free.removeLast();
            }
            scratch.begin(size.units() * THINGS_OF_UNIT + size.places());
            scratch.rows.begin(size.rows());
            scratch.units.begin(size.units());
            return scratch;
        }

        void give(Scratch scratch) {
            synchronized (free) {
                if (free.size() < KEPT) {
                    free.addLast(scratch);
                }
            }
        }
    }
}
