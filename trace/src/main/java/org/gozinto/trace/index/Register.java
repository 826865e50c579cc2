/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;

/**
 * What units and places are, in columns: a {@link Unit} is made when it is asked for, so that ten million of them take
 * little more memory than their numbers. What many units share is kept once, as a sort. One thread adds, many read what
 * a {@link View} has shown them.
 */
public final class Register implements Named {

    private final UnitTable units;
    private final PlaceTable places;

    /** What the units of an item have in common; the words are those of {@link Unit}. */
    public record Sort(String item, String issuer, int decimals, Measure measure) {}

    /** A register of nothing. */
    public Register() {
        this(new UnitTable(), new PlaceTable());
    }

    private Register(UnitTable units, PlaceTable places) {
        this.units = units;
        this.places = places;
    }

    /**
     * This register with other facts, to be added to instead of this one; whoever has this one sees nothing of it.
     *
     * @param sorts gives what a sort has become, or the same
     * @param changed places whose kind or parent is another, by their ids
     * @param turned places that became consumers, or are none any more
     * @return this one when nothing is another
     */
    public Register amended(UnaryOperator<Sort> sorts, Map<Integer, Place> changed, Set<Integer> turned) {
        UnitTable otherUnits = units.amended(sorts);
        PlaceTable otherPlaces = places.amended(changed, turned);
        return otherUnits == units && otherPlaces == places ? this : new Register(otherUnits, otherPlaces);
    }

    /** Adds the unit whose id is the number of units so far. */
    public void add(Unit unit) {
        units.add(unit);
    }

    /**
     * Adds the place whose id is the number of places so far.
     *
     * @param key by which the owner knows it; no other place has it
     * @param isConsumer see {@link org.gozinto.trace.Book#isConsumer}
     */
    public void add(Place place, long key, boolean isConsumer) {
        places.add(place, key, isConsumer);
    }

    public int unitCount() {
        return units.size();
    }

    public int placeCount() {
        return places.size();
    }

    @Override
    public Unit unit(int id) {
        return units.get(id);
    }

    @Override
    public boolean appendLot(int id, Utf8 text) {
        return units.appendLot(id, text);
    }

    @Override
    public boolean appendSerial(int id, Utf8 text) {
        return units.appendSerial(id, text);
    }

    @Override
    public void appendPlace(int id, Utf8 text) {
        places.append(id, text);
    }

    @Override
    public int twin(int id) {
        return units.twin(id);
    }

    @Override
    public int sortOf(int id) {
        return units.sortOf(id);
    }

    @Override
    public Place place(int id) {
        return places.get(id);
    }

    @Override
    public boolean isConsumer(int place) {
        return places.isConsumer(place);
    }

    /** By what key the owner knows a place. */
    public long key(int place) {
        return places.keys().get(place);
    }

    /** The place that the owner knows by a key, or -1. */
    public int placeOf(long key) {
        return places.keys().find(key);
    }

    /** Bytes of memory of the columns. */
    public long bytes() {
        return units.bytes() + places.bytes();
    }

    void write(BlockWriter out, Columns.Size size) throws IOException {
        units.write(out, size.units());
        places.write(out, size.places());
    }

    static Register read(BlockReader in) {
        return new Register(UnitTable.read(in), PlaceTable.read(in));
    }
}
