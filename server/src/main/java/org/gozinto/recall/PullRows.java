/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds where units stand in our hands, all of them, in the order in which people walk. The last list is kept as long
 * as memory allows, so that the pages of a long one do not look everything up again while nothing is recorded. Safe for
 * use by many threads.
 */
final class PullRows {

    private static final int UNITS_A_READ = 1_000;
    private static final int DEPTH_MAX = 50;

    private final Database database;
    private final Units units;
    private final Places places;
    private final Comparator<Row> order;
    private volatile @Nullable SoftReference<Found> last;

    PullRows(Database database, Units units, Places places) {
        this.database = database;
        this.units = units;
        this.places = places;
        this.order = Comparator.comparing((Row row) -> places.get(row.place).code(), NaturalOrder.INSTANCE)
                .thenComparing(Row::item)
                .thenComparing(Row::number, NaturalOrder.INSTANCE)
                .thenComparing(Row::unit)
                .thenComparing(Row::at);
    }

    /**
     * A unit at one of our places.
     *
     * @param place our place, however deep in containers and hosts the unit is
     * @param at where it is directly: the place, or the negative id of a container or host; it makes the row one of its
     *     kind when a lot is in two cartons on one shelf
     * @param qty at the scale of its item
     */
    record Row(long unit, long item, String number, long place, long at, long qty) {}

    /** What was found for these units when the book was that long. */
    private record Found(RoaringBitmap units, long seq, List<Row> rows) {}

    /** Rows of all these units; a unit in a container or host that is among them comes with that and has no row. */
    List<Row> of(RoaringBitmap wanted) {
        long seq = seq();
        SoftReference<Found> kept = last;
        Found known = kept == null ? null : kept.get();
        if (known != null && known.seq == seq && known.units.equals(wanted)) {
            return known.rows;
        }
        List<Row> rows = find(wanted);
        last = new SoftReference<>(new Found(wanted, seq, rows));
        return rows;
    }

    private long seq() {
        return database.read()
                .sql("select coalesce(max(seq), 0) from entry")
                .query(Long.class)
                .single();
    }

    private List<Row> find(RoaringBitmap wanted) {
        // Of containers and hosts: the place that each is at.
        Map<Long, Long> around = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Long> some = new ArrayList<>(UNITS_A_READ);
        var ids = wanted.getIntIterator();
        while (ids.hasNext()) {
            some.add((long) ids.next());
            if (some.size() == UNITS_A_READ || !ids.hasNext()) {
                add(rows, wanted, some, around);
                some.clear();
            }
        }
        rows.sort(order);
        return List.copyOf(rows);
    }

    private void add(List<Row> rows, RoaringBitmap wanted, List<Long> ids, Map<Long, Long> around) {
        List<Units.At> standing = units.holdings(ids).values().stream()
                .flatMap(List::stream)
                .filter(at -> at.qty() > 0 && at.placeId() < Runs.FIRST_ID)
                .toList();
        learn(
                standing.stream()
                        .filter(at -> at.placeId() < 0)
                        .map(at -> -at.placeId())
                        .toList(),
                around);
        Map<Units.At, Long> ours = new HashMap<>();
        for (Units.At at : standing) {
            Long place = ours(at, wanted, around);
            if (place != null) {
                ours.put(at, place);
            }
        }
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(ours.keySet().stream().map(Units.At::unitId).distinct().toList())
                .forEach(unit -> byId.put(unit.id(), unit));
        ours.forEach((at, place) -> {
            Unit unit = byId.get(at.unitId());
            if (unit != null) {
                rows.add(new Row(unit.id(), unit.itemId(), unit.number(), place, at.placeId(), at.qty()));
            }
        });
    }

    /** Our place that it is at in the end; null when it is elsewhere, or in something that is on the list itself. */
    private @Nullable Long ours(Units.At at, RoaringBitmap wanted, Map<Long, Long> around) {
        long place = at.placeId();
        for (int depth = 0; place < 0 && depth < DEPTH_MAX; depth++) {
            if (wanted.contains(Math.toIntExact(-place))) {
                // What it is in is on the list itself, and comes off the shelf with all that is in it.
                return null;
            }
            place = around.getOrDefault(-place, 0L);
        }
        return place <= 0 || place >= Runs.FIRST_ID || !places.get(place).kind().isLocation() ? null : place;
    }

    /** What a unit at a place is in, innermost first. */
    static List<Long> within(Row row, Map<Long, Long> around) {
        List<Long> holders = new ArrayList<>();
        long place = row.at;
        while (place < 0 && holders.size() < DEPTH_MAX) {
            holders.add(-place);
            place = around.getOrDefault(-place, 0L);
        }
        return holders;
    }

    /** Where the containers and hosts around these rows are: by their id. */
    Map<Long, Long> around(List<Row> rows) {
        Map<Long, Long> around = new HashMap<>();
        learn(rows.stream().filter(row -> row.at < 0).map(row -> -row.at).toList(), around);
        return around;
    }

    /** Learns where hosts and containers are, and those around them. */
    private void learn(List<Long> ids, Map<Long, Long> around) {
        List<Long> unknown =
                ids.stream().filter(id -> !around.containsKey(id)).distinct().toList();
        for (int depth = 0; !unknown.isEmpty() && depth < DEPTH_MAX; depth++) {
            List<Long> next = new ArrayList<>();
            units.holdings(unknown)
                    .forEach((id, at) -> at.stream()
                            .filter(a -> a.qty() > 0 && a.placeId() < Runs.FIRST_ID)
                            .findFirst()
                            .ifPresent(a -> {
                                around.put(id, a.placeId());
                                if (a.placeId() < 0 && !around.containsKey(-a.placeId())) {
                                    next.add(-a.placeId());
                                }
                            }));
            unknown = next.stream().distinct().toList();
        }
    }

    /** Where the rows after one begin; that one may have gone since. */
    int after(List<Row> rows, Row before) {
        int found = Collections.binarySearch(rows, before, order);
        return found < 0 ? -found - 1 : found + 1;
    }
}
