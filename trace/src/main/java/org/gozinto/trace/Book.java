/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * What a trace reads: the entries of one ledger and the units and places that they name (trace semantics §1).
 * Entries may come in any order; ids of units and of places are dense, 0 to count - 1.
 */
public interface Book extends Named {

    Iterable<Entry> entries();

    int unitCount();

    int placeCount();
}
