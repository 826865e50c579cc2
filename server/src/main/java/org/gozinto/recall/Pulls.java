/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.NaturalOrder;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.recall.CaseFile.PullKey;
import org.gozinto.recall.CaseFile.Pulled;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What is stopped and stands in our hands, place by place. It is looked up as it is now, not as it was when the scope
 * was frozen: people walk to where things are. Safe for use by many threads.
 */
final class Pulls {

    /** Units that are looked up for one list; a list of more could not be walked anyway. */
    static final int UNITS_MAX = 200_000;

    private static final int UNITS_A_READ = 1_000;
    private static final int DEPTH_MAX = 50;

    private final CaseScopes scopes;
    private final Units units;
    private final Items items;
    private final Places places;

    Pulls(CaseScopes scopes, Units units, Items items, Places places) {
        this.scopes = scopes;
        this.units = units;
        this.items = items;
        this.places = places;
    }

    /** @param place only this one; null for all */
    record Asked(
            @Nullable String place,
            boolean openOnly,
            @Nullable String cursor,
            int limit) {}

    /** A unit at one of our places. */
    private record Row(
            Unit unit,
            Place place,
            long qty,
            List<Unit> within,
            State state,
            @Nullable Pulled pulled) {}

    private enum State {
        OPEN,
        DONE,
        MISSING;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    PullView of(CaseFile file, Asked asked) {
        List<Row> rows = rows(file);
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Row row : rows) {
            counts.computeIfAbsent(row.place.code(), c -> new int[2])[row.state == State.OPEN ? 0 : 1]++;
        }
        List<Row> wanted = rows.stream()
                .filter(r -> asked.place() == null || r.place.code().equals(asked.place()))
                .filter(r -> !asked.openOnly() || r.state == State.OPEN)
                .toList();
        int from = (int) Math.min(Paging.afterNumber(asked.cursor()), wanted.size());
        int to = Math.min(from + asked.limit(), wanted.size());
        RoaringBitmap arrived = scopes.arrived(file);
        Map<Long, String> lots = lots(wanted.subList(from, to));
        Step.Decide decision = file.decision();
        return new PullView(
                decision == null ? null : decision.cage(),
                count(rows, State.OPEN),
                count(rows, State.DONE),
                count(rows, State.MISSING),
                counts.entrySet().stream()
                        .map(e -> new PullView.At(e.getKey(), name(e.getKey()), e.getValue()[0], e.getValue()[1]))
                        .toList(),
                wanted.subList(from, to).stream()
                        .map(row -> view(row, arrived, lots))
                        .toList(),
                to < wanted.size() ? Paging.cursor(String.valueOf(to)) : null);
    }

    private static int count(List<Row> rows, State state) {
        return (int) rows.stream().filter(r -> r.state == state).count();
    }

    private String name(String code) {
        Place place = places.find(code);
        return place == null ? code : place.name();
    }

    private Map<Long, String> lots(List<Row> rows) {
        Map<Long, String> numbers = new HashMap<>();
        units.byIds(rows.stream()
                        .map(r -> r.unit.lotId())
                        .filter(id -> id != 0)
                        .distinct()
                        .toList())
                .forEach(lot -> numbers.put(lot.id(), lot.number()));
        return numbers;
    }

    private PullView.Row view(Row row, RoaringBitmap arrived, Map<Long, String> lots) {
        Unit unit = row.unit;
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        Pulled pulled = row.pulled;
        return new PullView.Row(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                unit.kind() == Unit.Kind.LOT ? unit.number() : lots.get(unit.lotId()),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                item == null ? String.valueOf(row.qty) : item.quantity(row.qty),
                item == null ? null : item.unit(),
                row.place.code(),
                row.within.stream().map(Unit::number).toList(),
                row.state.word(),
                arrived.contains(Math.toIntExact(unit.id())),
                pulled == null ? null : pulled.by().actor(),
                pulled == null ? null : RecallStore.time(pulled.by().atUs()));
    }

    /** How much of each item was pulled: ticked off, or brought to the cage. */
    Map<String, BigDecimal> pulled(CaseFile file) {
        Map<String, BigDecimal> pulled = new HashMap<>();
        for (Row row : rows(file)) {
            if (row.state == State.DONE && row.unit.itemId() != 0) {
                Item item = items.get(row.unit.itemId());
                pulled.merge(item.code(), new BigDecimal(item.quantity(row.qty)), BigDecimal::add);
            }
        }
        return pulled;
    }

    // --- the rows

    private List<Row> rows(CaseFile file) {
        RoaringBitmap stopped = scopes.toPull(file);
        Set<Long> cage = cage(file);
        Map<Long, Unit> holders = new HashMap<>();
        Map<Long, Long> around = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Long> some = new ArrayList<>(UNITS_A_READ);
        int taken = 0;
        var ids = stopped.getIntIterator();
        while (ids.hasNext() && taken < UNITS_MAX) {
            some.add((long) ids.next());
            taken++;
            if (some.size() == UNITS_A_READ || !ids.hasNext() || taken == UNITS_MAX) {
                add(rows, file, some, new Around(stopped, cage, holders, around));
                some.clear();
            }
        }
        rows.sort(Comparator.comparing((Row r) -> r.place.code(), NaturalOrder.INSTANCE)
                .thenComparing(r -> r.unit.itemId())
                .thenComparing(r -> r.unit.number(), NaturalOrder.INSTANCE)
                .thenComparing(r -> r.unit.id()));
        return rows;
    }

    /** What is known of hosts and containers so far: as units, and where each is. */
    private record Around(RoaringBitmap stopped, Set<Long> cage, Map<Long, Unit> holders, Map<Long, Long> places) {}

    private Set<Long> cage(CaseFile file) {
        Step.Decide decision = file.decision();
        Place cage = decision == null || decision.cage() == null ? null : places.find(decision.cage());
        if (cage == null) {
            return Set.of();
        }
        Set<Long> ids = new HashSet<>();
        ids.add(cage.id());
        places.below(cage).forEach(place -> ids.add(place.id()));
        return ids;
    }

    private void add(List<Row> rows, CaseFile file, List<Long> ids, Around known) {
        Map<Long, List<Units.At>> holdings = units.holdings(ids);
        learn(
                holdings.values().stream()
                        .flatMap(List::stream)
                        .filter(at -> at.qty() > 0 && at.placeId() < 0)
                        .map(at -> -at.placeId())
                        .toList(),
                known);
        Map<Long, Unit> byId = new HashMap<>();
        units.byIds(holdings.keySet()).forEach(unit -> byId.put(unit.id(), unit));
        for (long id : ids) {
            for (Units.At at : holdings.getOrDefault(id, List.of())) {
                Unit unit = byId.get(id);
                if (at.qty() > 0 && unit != null) {
                    add(rows, file, unit, at, known);
                }
            }
        }
    }

    private void add(List<Row> rows, CaseFile file, Unit unit, Units.At at, Around known) {
        List<Unit> within = new ArrayList<>();
        long place = at.placeId();
        while (place < 0 && within.size() < DEPTH_MAX) {
            Unit holder = known.holders.get(-place);
            if (holder == null) {
                return;
            }
            if (known.stopped.contains(Math.toIntExact(holder.id()))) {
                // What it is in is on the list itself, and comes off the shelf with all that is in it.
                return;
            }
            within.add(holder);
            place = known.places.getOrDefault(-place, 0L);
        }
        if (place <= 0 || place >= Runs.FIRST_ID || !places.get(place).kind().isLocation()) {
            return;
        }
        Place root = places.get(place);
        Pulled pulled = file.pulls().get(new PullKey(String.valueOf(unit.id()), root.code()));
        State state = known.cage.contains(root.id())
                ? State.DONE
                : pulled == null
                        ? State.OPEN
                        : Boolean.TRUE.equals(pulled.line().missing()) ? State.MISSING : State.DONE;
        rows.add(new Row(unit, root, at.qty(), within, state, pulled));
    }

    /** Learns what hosts and containers are and where, and those around them. */
    private void learn(List<Long> ids, Around known) {
        List<Long> unknown = ids.stream()
                .filter(id -> !known.holders.containsKey(id))
                .distinct()
                .toList();
        for (int depth = 0; !unknown.isEmpty() && depth < DEPTH_MAX; depth++) {
            units.byIds(unknown).forEach(unit -> known.holders.put(unit.id(), unit));
            List<Long> next = new ArrayList<>();
            units.holdings(unknown)
                    .forEach((id, at) -> at.stream()
                            .filter(a -> a.qty() > 0 && a.placeId() < Runs.FIRST_ID)
                            .findFirst()
                            .ifPresent(a -> {
                                known.places.put(id, a.placeId());
                                if (a.placeId() < 0 && !known.holders.containsKey(-a.placeId())) {
                                    next.add(-a.placeId());
                                }
                            }));
            unknown = next.stream().distinct().toList();
        }
    }
}
