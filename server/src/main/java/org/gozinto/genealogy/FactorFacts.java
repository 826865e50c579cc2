/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gozinto.genealogy.Factor.Family;
import org.gozinto.genealogy.Histories.Event;
import org.gozinto.genealogy.Histories.Kind;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.MovementReader;
import org.jspecify.annotations.Nullable;

/** The factors that units, entries and places are by themselves, each numbered once. Not for several threads. */
final class FactorFacts {

    private static final long HOUR_US = TimeUnit.HOURS.toMicros(1);
    private static final int[] NONE = {};

    private final LedgerBook.View book;
    private final MovementReader reader;
    private final Set<Family> families;
    private final List<Factor> factors = new ArrayList<>();
    private final Map<Factor, Integer> numbers = new HashMap<>();
    private final Map<Integer, int[]> ofLots = new HashMap<>();
    private final Map<Long, int[]> ofEntries = new HashMap<>();
    private final Map<Integer, Integer> sites = new HashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<Integer, Integer> itemOfSort = new HashMap<>();

    FactorFacts(LedgerBook.View book, MovementReader reader, Set<Family> families) {
        this.book = book;
        this.reader = reader;
        this.families = families;
    }

    int count() {
        return factors.size();
    }

    Factor factor(int number) {
        return factors.get(number);
    }

    /** The number of a factor that is asked for. */
    int number(Factor factor) {
        return numbers.computeIfAbsent(factor, f -> {
            factors.add(f);
            return factors.size() - 1;
        });
    }

    private boolean wants(Family family) {
        return families.contains(family);
    }

    // --- units

    /** A number that units of one item have in common. */
    int itemNumber(int unit) {
        int sort = book.index().sortOf(unit);
        return sort < 0
                ? itemNumber(book.unit(unit).item())
                : itemOfSort.computeIfAbsent(
                        sort, s -> itemNumber(book.unit(unit).item()));
    }

    private int itemNumber(String item) {
        return items.computeIfAbsent(item, i -> items.size());
    }

    /** What a unit is: its lot. */
    int[] ofUnit(int unit) {
        Unit named = book.unit(unit);
        return switch (named.kind()) {
            case LOT -> ofLot(unit);
            case SERIAL -> ofSerial(named);
            case CONTAINER, UNTRACKED -> NONE;
        };
    }

    private int[] ofLot(int lot) {
        return ofLots.computeIfAbsent(lot, l -> {
            var list = new IntList();
            String item = book.unit(lot).item();
            if (wants(Family.LOT)) {
                list.add(number(Factor.ofUnit(Family.LOT, LedgerBook.unitId(lot), item)));
            }
            if (wants(Family.ITEM)) {
                list.add(number(new Factor(Family.ITEM, item, 0, 0, item, null, 0)));
            }
            return list.toArray();
        });
    }

    private int[] ofSerial(Unit serial) {
        int[] ofLot = serial.lotUnit() < 0 ? NONE : ofLot(serial.lotUnit());
        if (!wants(Family.SERIAL)) {
            return ofLot;
        }
        var list = new IntList();
        for (int factor : ofLot) {
            list.add(factor);
        }
        list.add(number(Factor.ofUnit(Family.SERIAL, LedgerBook.unitId(serial.id()), serial.item())));
        return list.toArray();
    }

    // --- entries

    /** What is known of where a unit comes from: the run and the line, or who delivered it. */
    int[] ofSource(int unit, Event event) {
        return switch (event.kind()) {
            case MADE -> ofMade(event);
            case RECEIVED -> ofReceipt(unit, event);
            case DRAWN, TAKEN, INSTALLED, REMOVED -> NONE;
        };
    }

    private int[] ofReceipt(int unit, Event event) {
        if (event.kind() != Kind.RECEIVED || !wants(Family.SUPPLIER)) {
            return NONE;
        }
        String item = book.unit(unit).item();
        long partner = book.placeId(event.other());
        return new int[] {number(new Factor(Family.SUPPLIER, partner + " " + item, 0, partner, item, null, 0))};
    }

    private int[] ofMade(Event event) {
        // One entry may empty one run into several places of several sites.
        long key = ((long) event.entry() << 32) + site(event.place()) + 1;
        int[] known = ofEntries.get(key);
        if (known == null) {
            var list = new IntList();
            add(list, wants(Family.RUN) ? Factor.ofPlace(Family.RUN, book.placeId(event.other())) : null);
            int site = site(event.place());
            if (site >= 0 && wants(Family.PLACE)) {
                add(list, Factor.ofPlace(Family.PLACE, book.placeId(site)));
            }
            addHeading(list, event.entry());
            known = list.toArray();
            ofEntries.put(key, known);
        }
        return known;
    }

    /** With what, by whom and when something was installed. */
    int[] ofInstallation(int entry) {
        long key = (long) entry << 32;
        int[] known = ofEntries.get(key);
        if (known == null) {
            var list = new IntList();
            addHeading(list, entry);
            known = list.toArray();
            ofEntries.put(key, known);
        }
        return known;
    }

    private void addHeading(IntList list, int entry) {
        add(list, ofText(Family.STEP, reader.step(entry)));
        add(list, ofText(Family.OPERATOR, reader.operator(entry)));
        String equipment = reader.equipment(entry);
        add(list, ofText(Family.EQUIPMENT, equipment));
        long fromUs = reader.fromUs(entry);
        long toUs = reader.toUs(entry);
        if (equipment == null || toUs - fromUs > HOUR_US || fromUs == Long.MIN_VALUE) {
            return;
        }
        if (wants(Family.HOUR)) {
            add(list, Factor.atTime(Family.HOUR, equipment, Math.floorDiv(fromUs, HOUR_US) * HOUR_US));
        }
        if (wants(Family.PASS) && fromUs == toUs) {
            add(list, Factor.atTime(Family.PASS, equipment, fromUs));
        }
    }

    private @Nullable Factor ofText(Family family, @Nullable String text) {
        return text == null || !wants(family) ? null : Factor.ofText(family, text);
    }

    private void add(IntList list, @Nullable Factor factor) {
        if (factor != null) {
            list.add(number(factor));
        }
    }

    // --- places

    int[] ofVessel(int vessel) {
        return wants(Family.VESSEL) ? new int[] {number(Factor.ofPlace(Family.VESSEL, book.placeId(vessel)))} : NONE;
    }

    /** The outermost place that one is in, or -1 for none of ours. */
    private int site(int place) {
        return place < 0 ? -1 : sites.computeIfAbsent(place, this::outermost);
    }

    private int outermost(int place) {
        return switch (book.index().kindOf(place)) {
            case SITE, AREA, BIN, VESSEL -> {
                int above = place;
                while (book.place(above).parent() >= 0) {
                    above = book.place(above).parent();
                }
                yield above;
            }
            case CONTAINER, PARTNER, RUN, HOST, OUTSIDE, SCRAP, ADJUSTMENT, UNKNOWN -> -1;
        };
    }

    // --- hosts

    /** Where in which lot of hosts something was, by an installation. */
    int[] ofHost(int entry, int host) {
        var list = new IntList();
        Unit named = book.unit(host);
        String position = reader.position(entry);
        if (position != null && wants(Family.POSITION)) {
            String item = named.item();
            add(list, new Factor(Family.POSITION, item + " " + position, 0, 0, item, position, 0));
        }
        if (named.lotUnit() >= 0 && wants(Family.HOST_LOT)) {
            add(list, Factor.ofUnit(Family.HOST_LOT, LedgerBook.unitId(named.lotUnit()), named.item()));
        }
        return list.toArray();
    }
}
