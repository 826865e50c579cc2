/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a book that matters to one question, with numbers of its own: unit n of the excerpt has the id by which
 * the whole book knows it, and both count in the same order. The answer from an excerpt is that from the whole book, if
 * nothing that matters is left out. Not safe for use by many threads while it is put together.
 */
public final class Excerpt implements Book {

    private final List<Entry> entries = new ArrayList<>();
    private final Unit[] units;
    private final Place[] places;
    private final PairMap numbers = new PairMap();

    private static final int UNITS = 0;
    private static final int PLACES = 1;

    /**
     * An excerpt of these units and places; the lots of the units, the units that are places and the places around the
     * places come along.
     */
    public Excerpt(Book whole, IntList wantedUnits, IntList wantedPlaces) {
        IntList placeIds = new IntList();
        IntList unitIds = new IntList();
        var seen = new PairMap();
        for (int i = 0; i < wantedPlaces.size(); i++) {
            for (int at = wantedPlaces.get(i); at >= 0 && isNew(seen, PLACES, at); ) {
                Place place = whole.place(at);
                placeIds.add(at);
                addUnit(whole, seen, unitIds, place.unit());
                at = place.parent();
            }
        }
        for (int i = 0; i < wantedUnits.size(); i++) {
            addUnit(whole, seen, unitIds, wantedUnits.get(i));
        }
        int[] sortedUnits = sorted(unitIds);
        int[] sortedPlaces = sorted(placeIds);
        number(UNITS, sortedUnits);
        number(PLACES, sortedPlaces);
        this.units = new Unit[sortedUnits.length];
        this.places = new Place[sortedPlaces.length];
        for (int i = 0; i < units.length; i++) {
            Unit unit = whole.unit(sortedUnits[i]);
            units[i] = unit.lotUnit() < 0 ? unit : unit.inLot(unitOf(unit.lotUnit()));
        }
        for (int i = 0; i < places.length; i++) {
            Place of = whole.place(sortedPlaces[i]);
            int parent = of.parent() < 0 ? -1 : placeOf(of.parent());
            int unit = of.unit() < 0 ? -1 : unitOf(of.unit());
            places[i] = new Place(of.id(), of.code(), of.kind(), parent, unit, of.mixing(), of.overlap());
        }
    }

    private static boolean isNew(PairMap seen, int kind, int id) {
        boolean isNew = seen.find(kind, id) < 0;
        if (isNew) {
            seen.put(kind, id, 1);
        }
        return isNew;
    }

    private static void addUnit(Book whole, PairMap seen, IntList ids, int wanted) {
        for (int unit = wanted; unit >= 0 && isNew(seen, UNITS, unit); ) {
            ids.add(unit);
            unit = whole.unit(unit).lotUnit();
        }
    }

    private static int[] sorted(IntList ids) {
        int[] sorted = ids.toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void number(int kind, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            numbers.put(kind, ids[i], i);
        }
    }

    /** Takes an entry with those of its movements and links that matter, in the numbers of the excerpt. */
    public void add(Entry entry) {
        entries.add(entry);
    }

    /** The number here of a unit of the whole book, -1 when the excerpt has nothing of it. */
    public int unitOf(int outer) {
        return numbers.find(UNITS, outer);
    }

    /** The number here of a place of the whole book, -1 when the excerpt has nothing of it. */
    public int placeOf(int outer) {
        return numbers.find(PLACES, outer);
    }

    /** The question with the numbers of the excerpt; what it names must be in it. */
    Question inner(Question question) {
        return question.withSeeds(question.seeds().stream().map(this::inner).toList());
    }

    private Seed inner(Seed seed) {
        return switch (seed) {
            case Seed.OfContainer container -> new Seed.OfContainer(unitOf(container.unit()));
            case Seed.OfUnit of -> new Seed.OfUnit(unitOf(of.unit()), place(of), of.document(), of.window());
        };
    }

    private @Nullable Integer place(Seed.OfUnit seed) {
        Integer place = seed.place();
        return place == null ? null : (Integer) placeOf(place);
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public Unit unit(int id) {
        return units[id];
    }

    @Override
    public Place place(int id) {
        return places[id];
    }

    @Override
    public int unitCount() {
        return units.length;
    }

    @Override
    public int placeCount() {
        return places.length;
    }
}
