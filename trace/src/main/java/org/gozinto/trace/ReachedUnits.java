/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** The units of an answer, each made when it is looked at; the list does not change. */
final class ReachedUnits extends AbstractList<Reached> implements RandomAccess {

    private final int size;
    private final IntUnaryOperator units;
    private final IntFunction<Relation> relations;
    private final IntFunction<Reached> maker;

    /**
     * @param units the unit at a position, by which whoever asked knows it
     * @param relations its relation
     */
    ReachedUnits(int size, IntUnaryOperator units, IntFunction<Relation> relations, IntFunction<Reached> maker) {
        this.size = size;
        this.units = units;
        this.relations = relations;
        this.maker = maker;
    }

    int unit(int index) {
        return units.applyAsInt(Objects.checkIndex(index, size));
    }

    Relation relation(int index) {
        return relations.apply(Objects.checkIndex(index, size));
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
