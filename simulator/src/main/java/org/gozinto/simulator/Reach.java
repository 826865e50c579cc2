/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set known twice. {@code exact} is what really happened; {@code possible} contains it, and is what a trace must
 * list: where the acts of a run do not say which input went into which output, everything that can be is listed.
 *
 * @param <T> serials or units
 */
public record Reach<T>(SortedSet<T> exact, SortedSet<T> possible) {

    public Reach {
        exact = Collections.unmodifiableSortedSet(new TreeSet<>(exact));
        possible = Collections.unmodifiableSortedSet(new TreeSet<>(possible));
    }
}
