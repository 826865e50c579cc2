/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engine asks of every unit and place of a question, in columns, so that a {@link Unit} or {@link Place} is
 * made only for those that are shown. What many units share is kept once, as a sort; a unit stands for each sort.
 */
final class Facts {

    private static final Place.Kind[] KINDS = Place.Kind.values();

    // One element per unit.
    private final int[] sort;
    private final int[] lotUnit;

    // One element per sort.
    private final List<Unit> sorts = new ArrayList<>();
    private boolean[] isUntracked = new boolean[4];
    private boolean[] isContainer = new boolean[4];

    // One element per place.
    private final byte[] placeKind;
    private final boolean[] mixes;
    private final int[] unitOfPlace;

    private record Shared(Unit.Kind kind, String item, String issuer, int decimals, Measure measure) {}

    Facts(int units, int places) {
        this.sort = new int[units];
        this.lotUnit = new int[units];
        this.placeKind = new byte[places];
        this.mixes = new boolean[places];
        this.unitOfPlace = new int[places];
    }

    static Facts of(Book book) {
        if (book instanceof Excerpt excerpt) {
            return excerpt.facts();
        }
        var facts = new Facts(book.unitCount(), book.placeCount());
        Map<Object, Integer> known = new HashMap<>();
        for (int id = 0; id < book.unitCount(); id++) {
            Unit unit = book.unit(id);
            int number = known.computeIfAbsent(shared(unit), absent -> facts.addSort(unit));
            facts.set(id, number, unit.lotUnit());
        }
        for (int id = 0; id < book.placeCount(); id++) {
            Place place = book.place(id);
            boolean isMixed = place.kind() == Place.Kind.VESSEL && place.mixing() != Mixing.NONE;
            facts.setPlace(id, place.kind(), isMixed, place.unit());
        }
        return facts;
    }

    static Object shared(Unit unit) {
        return new Shared(unit.kind(), unit.item(), unit.issuer(), unit.decimals(), unit.measure());
    }

    /** Takes a sort, by one of its units; returns its number. */
    int addSort(Unit one) {
        int number = sorts.size();
        if (number == isUntracked.length) {
            isUntracked = Arrays.copyOf(isUntracked, number * 2);
            isContainer = Arrays.copyOf(isContainer, number * 2);
        }
        isUntracked[number] = one.kind() == Unit.Kind.UNTRACKED;
        isContainer[number] = one.kind() == Unit.Kind.CONTAINER;
        sorts.add(one);
        return number;
    }

    void set(int unit, int itsSort, int itsLot) {
        sort[unit] = itsSort;
        lotUnit[unit] = itsLot;
    }

    void setPlace(int place, Place.Kind kind, boolean isMixed, int unit) {
        placeKind[place] = (byte) kind.ordinal();
        mixes[place] = isMixed;
        unitOfPlace[place] = unit;
    }

    // --- units

    /** The lot that a serial belongs to, -1 for none. */
    int lotOf(int unit) {
        return lotUnit[unit];
    }

    int sort(int unit) {
        return sort[unit];
    }

    int sorts() {
        return sorts.size();
    }

    /** A unit of a sort: its kind, item, issuer, decimals and measure are those of all. */
    Unit ofSort(int number) {
        return sorts.get(number);
    }

    /** A unit of the same sort as this one. */
    Unit like(int unit) {
        return sorts.get(sort[unit]);
    }

    Unit.Kind kind(int unit) {
        return like(unit).kind();
    }

    Measure measure(int unit) {
        return like(unit).measure();
    }

    int decimals(int unit) {
        return like(unit).decimals();
    }

    boolean isUntracked(int unit) {
        return isUntracked[sort[unit]];
    }

    boolean isContainer(int unit) {
        return isContainer[sort[unit]];
    }

    // --- places

    Place.Kind kindOfPlace(int place) {
        return KINDS[placeKind[place]];
    }

    boolean isRun(int place) {
        return placeKind[place] == (byte) Place.Kind.RUN.ordinal();
    }

    /** Whether the place is a vessel in which units commingle. */
    boolean mixes(int place) {
        return mixes[place];
    }

    /** The unit that is this place, -1 for none. */
    int unitOfPlace(int place) {
        return unitOfPlace[place];
    }
}
