/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of quantities by item and scale, and by place where it matters; added up by sort, put in words at the end. */
final class Tally {

    private final Graph graph;
    private final PairMap lines = new PairMap();

    // One element per line.
    private final IntList sort = new IntList();
    private final IntList place = new IntList();
    private final LongList gross = new LongList();
    private final LongList net = new LongList();

    /** A total is kept by item and scale, and by place where it matters (-1 where it does not). */
    record Key(String item, int decimals, int place) {}

    /** What was counted, and what of it came back is taken off {@code net}. */
    record Sums(long gross, long net) {
        Sums plus(Sums other) {
            return new Sums(gross + other.gross, net + other.net);
        }
    }

    Tally(Graph graph) {
        this.graph = graph;
    }

    void add(int unit, int at, long quantity) {
        add(unit, at, quantity, quantity);
    }

    void add(int unit, int at, long grossQty, long netQty) {
        // A carton is not goods.
        if (graph.facts.isContainer(unit)) {
            return;
        }
        int itsSort = graph.facts.sort(unit);
        int line = lines.find(itsSort, at + 1);
        if (line < 0) {
            line = sort.add(itsSort);
            lines.put(itsSort, at + 1, line);
            place.add(at);
            gross.add(0);
            net.add(0);
        }
        gross.set(line, gross.get(line) + grossQty);
        net.set(line, net.get(line) + netQty);
    }

    /** The sums by item, then code of place. */
    SortedMap<Key, Sums> sums() {
        SortedMap<Key, Sums> sums = new TreeMap<>(Comparator.comparing(Key::item)
                .thenComparing(key ->
                        key.place() < 0 ? "" : graph.book.place(key.place()).code())
                .thenComparing(Key::decimals)
                .thenComparing(Key::place));
        for (int line = 0; line < sort.size(); line++) {
            Unit one = graph.facts.ofSort(sort.get(line));
            var key = new Key(one.item(), one.decimals(), place.get(line));
            sums.merge(key, new Sums(gross.get(line), net.get(line)), Sums::plus);
        }
        return sums;
    }
}
