/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** The units of an answer, each made when it is looked at; the list does not change. */
final class ReachedUnits extends AbstractList<Reached> implements RandomAccess {

    private final int size;
    private final IntFunction<Reached> maker;

    ReachedUnits(int size, IntFunction<Reached> maker) {
        this.size = size;
        this.maker = maker;
    }

    @Override
    public Reached get(int index) {
        return maker.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
