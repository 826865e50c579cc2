/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Iterator;

/**
 * One life of a factory: its acts in the order of time, and the truth once all of them were taken. For one thread.
 *
 * @param <T> what is known to be true at the end
 */
public interface Simulation<T extends Truth> extends Iterator<Act> {

    /**
     * What is true after the last act.
     *
     * @throws IllegalStateException while acts are left: the book runs a little ahead of the acts
     */
    T truth();
}
