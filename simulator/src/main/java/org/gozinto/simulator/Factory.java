/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A make-believe maker of things, the same every time it is asked. Immutable and safe to share between threads; every
 * call of {@link #start()} lives its life anew.
 *
 * @param <T> what is known to be true about it
 */
public interface Factory<T extends Truth> {

    /** The items, places and partners that the acts speak of, in an order in which they can be made. */
    List<Master> masters();

    /** The planted case. */
    Story story();

    /** A new life of this factory. */
    Simulation<T> start();

    /** The acts of a new life, in the order of time. Made on demand: memory does not grow with what was read. */
    default Stream<Act> acts() {
        Iterator<Act> life = start();
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(life, traits), false);
    }

    /** What is true at the end of the life, found by living it. */
    default T truth() {
        Simulation<T> life = start();
        while (life.hasNext()) {
            life.next();
        }
        return life.truth();
    }
}
