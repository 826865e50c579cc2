/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Quantities that came into the books at nodes, in columns. */
final class Origins implements Iterable<Graph.Origin> {

    private static final Graph.Origin.Kind[] KINDS = Graph.Origin.Kind.values();

    private final IntList node = new IntList();
    private final IntList unit = new IntList();
    private final LongList qty = new LongList();
    private final IntList kind = new IntList();

    void add(int atNode, int ofUnit, long quantity, Graph.Origin.Kind itsKind) {
        node.add(atNode);
        unit.add(ofUnit);
        qty.add(quantity);
        kind.add(itsKind.ordinal());
    }

    int size() {
        return node.size();
    }

    int node(int origin) {
        return node.get(origin);
    }

    int unit(int origin) {
        return unit.get(origin);
    }

    long qty(int origin) {
        return qty.get(origin);
    }

    Graph.Origin.Kind kind(int origin) {
        return KINDS[kind.get(origin)];
    }

    @Override
    public Iterator<Graph.Origin> iterator() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Graph.Origin(node(i), unit(i), qty(i), kind(i)))
                .iterator();
    }
}
