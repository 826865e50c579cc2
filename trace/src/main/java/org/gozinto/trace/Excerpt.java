/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a book that matters to one question, with numbers of its own: unit n of the excerpt has the id by which
 * the whole book knows it. The answer from an excerpt is that from the whole book, if nothing that matters is left out.
 * Not safe for use by many threads while it is put together.
 */
public final class Excerpt implements Book {

    private final Book whole;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Integer, Integer> unitNumbers = new HashMap<>();
    private final Map<Integer, Integer> placeNumbers = new HashMap<>();

    public Excerpt(Book whole) {
        this.whole = whole;
    }

    /** Takes an entry with those of its movements and links that matter, in the numbers of the excerpt. */
    public void add(Entry entry) {
        entries.add(entry);
    }

    /** The number here of a unit of the whole book; its lot and it itself come along. */
    public int takeUnit(int outer) {
        Integer known = unitNumbers.get(outer);
        if (known != null) {
            return known;
        }
        Unit unit = whole.unit(outer);
        int lot = unit.lotUnit() < 0 ? -1 : takeUnit(unit.lotUnit());
        int number = units.size();
        unitNumbers.put(outer, number);
        units.add(lot == unit.lotUnit() ? unit : unit.inLot(lot));
        return number;
    }

    /** The number here of a place of the whole book; the places around it, and the unit that it is, come along. */
    public int takePlace(int outer) {
        Integer known = placeNumbers.get(outer);
        if (known != null) {
            return known;
        }
        Place place = whole.place(outer);
        int parent = place.parent() < 0 ? -1 : takePlace(place.parent());
        int unit = place.unit() < 0 ? -1 : takeUnit(place.unit());
        int number = places.size();
        placeNumbers.put(outer, number);
        places.add(new Place(place.id(), place.code(), place.kind(), parent, unit, place.mixing(), place.overlap()));
        return number;
    }

    /** The number here of a unit of the whole book, -1 when the excerpt has nothing of it. */
    int unitOf(int outer) {
        return unitNumbers.getOrDefault(outer, -1);
    }

    /** The question with the numbers of the excerpt. */
    Question inner(Question question) {
        return question.withSeeds(question.seeds().stream().map(this::inner).toList());
    }

    private Seed inner(Seed seed) {
        return switch (seed) {
            case Seed.OfContainer container -> new Seed.OfContainer(takeUnit(container.unit()));
            case Seed.OfUnit of -> new Seed.OfUnit(takeUnit(of.unit()), place(of), of.document(), of.window());
        };
    }

    private @Nullable Integer place(Seed.OfUnit seed) {
        Integer place = seed.place();
        return place == null ? null : (Integer) takePlace(place);
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public Unit unit(int id) {
        return units.get(id);
    }

    @Override
    public Place place(int id) {
        return places.get(id);
    }

    @Override
    public int unitCount() {
        return units.size();
    }

    @Override
    public int placeCount() {
        return places.size();
    }
}
