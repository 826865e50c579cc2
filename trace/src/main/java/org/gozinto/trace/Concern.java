/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The entries that concern one unit's quantities: its own, those of its lot and of the other serials of that lot, of
 * the containers and hosts around them, of all that was in a mixed vessel with them, and of the runs that they went
 * into. Whatever else was recorded changes no quantity of the unit, so that a part of a book is enough to balance it.
 */
final class Concern {

    private final Facts facts;
    private final int[] firstMember;
    private final int[] nextMember;
    private final BitSet units = new BitSet();
    private final BitSet lots = new BitSet();
    private final BitSet places = new BitSet();

    private Concern(Book book) {
        this.facts = Facts.of(book);
        this.firstMember = new int[book.unitCount()];
        this.nextMember = new int[book.unitCount()];
        Arrays.fill(firstMember, -1);
        for (int unit = book.unitCount() - 1; unit >= 0; unit--) {
            int lot = facts.lotOf(unit);
            if (lot >= 0) {
                nextMember[unit] = firstMember[lot];
                firstMember[lot] = unit;
            }
        }
    }

    /** Those of the selected entries that concern the unit, with all their lines. */
    static Selection of(Book book, Selection selection, int unit) {
        Concern concern = new Concern(book);
        concern.takeUnit(unit);
        IntList found = concern.read(selection.entries());
        // What concerns a newly found unit may lie before the entry that named it.
        for (int before = -1; before != concern.size(); ) {
            before = concern.size();
            found = concern.read(selection.entries());
        }
        return new Selection(selection.entries().only(found), selection.knownAtSeq(), selection.hasSpans());
    }

    private int size() {
        return units.cardinality() + places.cardinality();
    }

    private IntList read(Sheet entries) {
        var found = new IntList();
        for (int entry = 0; entry < entries.size(); entry++) {
            int place = entries.place(entry);
            boolean concerns =
                    place >= 0 && places.get(place) && (entries.act(entry) == Act.CLEAN || entries.closesRun(entry));
            for (int row = entries.firstRow(entry); row < entries.endRow(entry); row++) {
                concerns |= read(entries.unit(row), entries.from(row), entries.to(row));
            }
            if (concerns) {
                found.add(entry);
            }
        }
        return found;
    }

    private boolean read(int unit, int from, int to) {
        boolean concerns = units.get(unit) || isSharedVessel(from) || isSharedVessel(to);
        if (concerns) {
            takeUnit(unit);
            takePlace(from);
            takePlace(to);
        }
        // Whether a run has used up what it got shows in its other entries; what else is in them does not matter.
        return concerns || isKnownRun(from) || isKnownRun(to);
    }

    private boolean isSharedVessel(int place) {
        return places.get(place) && facts.mixes(place);
    }

    private boolean isKnownRun(int place) {
        return places.get(place) && facts.isRun(place);
    }

    private void takePlace(int place) {
        places.set(place);
        int wrapper = facts.unitOfPlace(place);
        if (wrapper >= 0) {
            takeUnit(wrapper);
        }
    }

    private void takeUnit(int unit) {
        int lot = facts.lotOf(unit);
        int whole = lot >= 0 ? lot : unit;
        units.set(unit);
        if (!lots.get(whole)) {
            lots.set(whole);
            units.set(whole);
            for (int member = firstMember[whole]; member >= 0; member = nextMember[member]) {
                units.set(member);
            }
        }
    }
}
