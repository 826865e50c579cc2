/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Labels whose time matters: each thing once, with the best time known, forward the earliest, backward the latest. A
 * thing waits to be taken up when it is new, and again when a better time is found.
 */
final class TimedLabels {

    /** What a label can be on. */
    enum Kind {
        UNIT,
        /** A unit that is a container or host, as what is around the label. */
        WRAPPER,
        /** A run or a mixed vessel. */
        POOL
    }

    private static final Kind[] KINDS = Kind.values();

    private final boolean earliest;
    private final Keys things = new Keys();
    private long[] times = new long[64];
    private final BitSet isWaiting = new BitSet();
    private final IntQueue waiting = new IntQueue();

    TimedLabels(boolean earliest) {
        this.earliest = earliest;
    }

    private static long key(Kind kind, int id) {
        return (long) kind.ordinal() << Integer.SIZE | id;
    }

    boolean has(Kind kind, int id) {
        return things.find(key(kind, id)) >= 0;
    }

    void put(Kind kind, int id, long us) {
        int thing = things.find(key(kind, id));
        boolean isNew = thing < 0;
        if (isNew) {
            thing = things.size();
            things.add(key(kind, id));
            if (thing == times.length) {
                times = Arrays.copyOf(times, thing * 2);
            }
        }
        if (isNew || (earliest ? us < times[thing] : us > times[thing])) {
            times[thing] = us;
            if (!isWaiting.get(thing)) {
                isWaiting.set(thing);
                waiting.add(thing);
            }
        }
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** The number of a thing that waits, which then waits no longer. */
    int next() {
        int thing = waiting.remove();
        isWaiting.clear(thing);
        return thing;
    }

    /** Things are numbered from 0. */
    int size() {
        return things.size();
    }

    Kind kind(int thing) {
        return KINDS[(int) (things.get(thing) >>> Integer.SIZE)];
    }

    int id(int thing) {
        return (int) things.get(thing);
    }

    long us(int thing) {
        return times[thing];
    }
}
