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
 * the whole book knows it, and both count in the same order. The answer from an excerpt is that from the whole book, if
 * nothing that matters is left out.
 *
 * <p>Units and places are made when they are asked for; what the engine asks of all is in {@link Facts}.
 */
public final class Excerpt implements Book {

    private final Whole whole;
    private final Numbering units;
    private final Numbering places;
    private final Sheet sheet;
    private final Facts facts;

    /** The book that an excerpt is made from, which tells some facts without making units and places. */
    public interface Whole extends Book {

        /** The lot that a serial belongs to, -1 for none. */
        int lotOf(int unit);

        Place.Kind kindOf(int place);

        /** Whether the place is a vessel in which units commingle. */
        boolean mixes(int place);

        /** The unit that is this place, -1 for none. */
        int unitOfPlace(int place);
    }

    /**
     * An excerpt of these entries, which are all read, in the order in which they count.
     *
     * @param sheet in the numbers of the excerpt
     * @param units what is named, with the lots of units, and the units that are places
     */
    public Excerpt(Whole whole, Numbering units, Numbering places, Sheet sheet) {
        this.whole = whole;
        this.units = units;
        this.places = places;
        this.sheet = sheet;
        this.facts = new Facts(units.size(), places.size());
        collectFacts();
    }

    private void collectFacts() {
        Map<Integer, Integer> known = new HashMap<>();
        Map<Object, Integer> looked = new HashMap<>();
        int last = -1;
        int number = -1;
        for (int unit = 0; unit < units.size(); unit++) {
            int id = units.id(unit);
            int sort = whole.sortOf(id);
            // Units come sort by sort as a rule.
            if (sort < 0 || sort != last) {
                number = sort < 0
                        ? look(looked, id)
                        : known.computeIfAbsent(sort, absent -> facts.addSort(whole.unit(id)));
                last = sort;
            }
            int lot = whole.lotOf(id);
            facts.set(unit, number, lot < 0 ? -1 : unitOf(lot));
        }
        for (int place = 0; place < places.size(); place++) {
            int id = places.id(place);
            int unit = whole.unitOfPlace(id);
            facts.setPlace(place, whole.kindOf(id), whole.mixes(id), unit < 0 ? -1 : unitOf(unit));
        }
    }

    private int look(Map<Object, Integer> looked, int id) {
        Unit unit = whole.unit(id);
        return looked.computeIfAbsent(Facts.shared(unit), absent -> facts.addSort(unit));
    }

    /** The number here of a unit of the whole book, -1 when the excerpt has nothing of it. */
    public int unitOf(int outer) {
        return units.of(outer);
    }

    /** The number here of a place of the whole book, -1 when the excerpt has nothing of it. */
    public int placeOf(int outer) {
        return places.of(outer);
    }

    /** The number by which the whole book knows a unit. */
    int outerUnit(int unit) {
        return units.id(unit);
    }

    /** The number by which the whole book knows a place. */
    int outerPlace(int place) {
        return places.id(place);
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

    Sheet sheet() {
        return sheet;
    }

    Facts facts() {
        return facts;
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(sheet.size());
        for (int entry = 0; entry < sheet.size(); entry++) {
            entries.add(sheet.entry(entry));
        }
        return entries;
    }

    @Override
    public Unit unit(int id) {
        Unit unit = whole.unit(units.id(id));
        return unit.lotUnit() < 0 ? unit : unit.inLot(facts.lotOf(id));
    }

    @Override
    public boolean appendLot(int id, Utf8 text) {
        return whole.appendLot(units.id(id), text);
    }

    @Override
    public boolean appendSerial(int id, Utf8 text) {
        return whole.appendSerial(units.id(id), text);
    }

    @Override
    public int twin(int id) {
        return whole.twin(units.id(id));
    }

    @Override
    public Place place(int id) {
        Place of = whole.place(places.id(id));
        int parent = of.parent() < 0 ? -1 : placeOf(of.parent());
        return new Place(of.id(), of.code(), of.kind(), parent, facts.unitOfPlace(id), of.mixing(), of.overlap());
    }

    @Override
    public boolean isConsumer(int place) {
        return whole.isConsumer(places.id(place));
    }

    /** The place that a place always belongs to, in the numbers of the whole book as both are, -1 for none. */
    int outerParent(int outer) {
        return whole.place(outer).parent();
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
