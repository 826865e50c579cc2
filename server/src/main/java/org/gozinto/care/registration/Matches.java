/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.gozinto.care.registration.RegistrationStore.Row;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the units that registrations are of. A number that no unit has, or that those of several items have, stays
 * open, and is looked for again in what is recorded later: before each list and each answer, from where it was looked
 * the last time. Safe for use by many threads.
 */
final class Matches {

    private static final Logger LOG = LoggerFactory.getLogger(Matches.class);

    /** With more new units than this it is quicker to begin with what is open. */
    private static final long FEW_UNITS = 5_000;

    /** How far was looked is written down when something was found, or after so many units. */
    private static final long UNITS_A_NOTE = 50_000;

    private static final int CANDIDATES_MAX = 50;

    private final RegistrationStore store;
    private final Units units;
    private final Items items;
    private final Places places;
    private final ReentrantLock following = new ReentrantLock();
    private long looked = -1;
    private long noted;

    Matches(RegistrationStore store, Units units, Items items, Places places) {
        this.store = store;
        this.units = units;
        this.items = items;
        this.places = places;
    }

    /** The serial with this number; null for none, or for several that can be meant. */
    @Nullable
    Unit of(@Nullable Item item, String serial) {
        return of(item == null ? List.of() : List.of(item.id()), List.of(serial));
    }

    /**
     * The serial with one of these numbers, which are spellings of one. It is one query, whatever there is.
     *
     * @param ofItems the ids of the items that it may be of; empty for any
     */
    @Nullable
    Unit of(Collection<Long> ofItems, Collection<String> spellings) {
        List<Unit> found = units.withAny(spellings, ofItems, CANDIDATES_MAX);
        List<Unit> first = new ArrayList<>();
        for (Unit unit : found) {
            // The first of suspect twins stands for all.
            if (unit.kind() == Unit.Kind.SERIAL && unit.itemId() != 0 && unit.twin() == 0) {
                first.add(unit);
            }
        }
        if (first.size() > 1) {
            List<Unit> ours = first.stream()
                    .filter(unit -> unit.issuerId() == usual(unit))
                    .toList();
            first = ours.isEmpty() ? first : ours;
        }
        return first.size() == 1 ? first.getFirst() : null;
    }

    /** Who numbers an item as a rule, as the id of a place. */
    private long usual(Unit unit) {
        String issuer = items.get(unit.itemId()).issuer();
        Place place = issuer == null ? null : places.find(issuer);
        return place == null ? 0 : place.id();
    }

    /** Looks at what is new. Where the book cannot be written now, it is tried again the next time. */
    void follow() {
        following.lock();
        try {
            look();
        } catch (RefusedException e) {
            LOG.debug("registrations are matched later: {}", e.getMessage());
        } finally {
            following.unlock();
        }
    }

    private void look() {
        if (looked < 0) {
            looked = store.seen();
            noted = looked;
        }
        long last = store.lastUnit();
        if (last == looked) {
            return;
        }
        List<Row> found = new ArrayList<>();
        for (Row row : store.awaiting(looked, last - looked <= FEW_UNITS)) {
            Unit unit = of(row.itemId() == 0 ? null : items.get(row.itemId()), row.serial());
            if (unit != null) {
                found.add(new Row(row.number(), unit.itemId(), row.serial(), unit.id(), row.erased()));
            }
        }
        if (!found.isEmpty() || last - noted > UNITS_A_NOTE) {
            store.matched(found, last);
            noted = last;
        }
        looked = last;
    }
}
