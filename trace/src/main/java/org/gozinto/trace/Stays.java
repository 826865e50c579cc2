/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** Spans during which a unit was in a container, host or vessel without a break, counted in entries read. */
final class Stays {

    final IntList unit = new IntList();
    final IntList place = new IntList();
    final IntList fromEntry = new IntList();
    /** The entry that ended it, or {@link Integer#MAX_VALUE} while it lasts. */
    final IntList toEntry = new IntList();

    final IntList lastNode = new IntList();

    int open(int ofUnit, int atPlace, int byEntry, int node) {
        unit.add(ofUnit);
        place.add(atPlace);
        fromEntry.add(byEntry);
        toEntry.add(Integer.MAX_VALUE);
        return lastNode.add(node);
    }

    int size() {
        return unit.size();
    }

    boolean isOpen(int stay) {
        return toEntry.get(stay) == Integer.MAX_VALUE;
    }
}
