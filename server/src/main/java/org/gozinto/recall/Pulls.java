/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.recall.CaseFile.PullKey;
import org.gozinto.recall.CaseFile.Pulled;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What is stopped and stands in our hands, place by place. It is looked up as it is now, not as it was when the scope
 * was frozen: people walk to where things are. No list is cut; a page begins after the last row of the one before, also
 * when that row has gone meanwhile. Safe for use by many threads.
 */
final class Pulls {

    private final CaseScopes scopes;
    private final PullRows rows;
    private final Units units;
    private final Items items;
    private final Places places;

    Pulls(CaseScopes scopes, PullRows rows, CaseScopes.Rooms rooms) {
        this.scopes = scopes;
        this.rows = rows;
        this.units = rooms.units();
        this.items = rooms.items();
        this.places = rooms.places();
    }

    /** @param place only this one; null for all */
    record Asked(
            @Nullable String place,
            boolean openOnly,
            @Nullable String cursor,
            int limit) {}

    private enum State {
        OPEN,
        DONE,
        MISSING;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    PullView of(CaseFile file, Asked asked) {
        List<PullRows.Row> all = rows.of(scopes.toPull(file));
        var states = new States(file);
        Map<Long, int[]> counts = new LinkedHashMap<>();
        for (PullRows.Row row : all) {
            counts.computeIfAbsent(row.place(), c -> new int[State.values().length])[
                    states.of(row).ordinal()]++;
        }
        Place place = asked.place() == null ? null : places.find(asked.place());
        PullRows.Row before = before(asked.cursor());
        // One more than the page, to see whether there is another.
        List<PullRows.Row> wanted = all.subList(before == null ? 0 : rows.after(all, before), all.size()).stream()
                .filter(row -> asked.place() == null || place != null && place.id() == row.place())
                .filter(row -> !asked.openOnly() || states.of(row) == State.OPEN)
                .limit(asked.limit() + 1L)
                .toList();
        boolean more = wanted.size() > asked.limit();
        List<PullRows.Row> page = more ? wanted.subList(0, asked.limit()) : wanted;
        Step.Decide decision = file.decision();
        return new PullView(
                decision == null ? null : decision.cage(),
                count(counts, State.OPEN),
                count(counts, State.DONE),
                count(counts, State.MISSING),
                counts.entrySet().stream()
                        .map(e -> at(e.getKey(), e.getValue()))
                        .toList(),
                views(page, states, scopes.arrived(file)),
                more ? cursor(page.getLast()) : null);
    }

    private static int count(Map<Long, int[]> counts, State state) {
        return counts.values().stream().mapToInt(of -> of[state.ordinal()]).sum();
    }

    private PullView.At at(long id, int[] counts) {
        Place place = places.get(id);
        return new PullView.At(
                place.code(),
                place.name(),
                counts[State.OPEN.ordinal()],
                counts[State.DONE.ordinal()] + counts[State.MISSING.ordinal()]);
    }

    // --- cursors: a row is found again by unit, place and what it is directly in, also when it is gone

    private static @Nullable String cursor(PullRows.Row row) {
        return Paging.cursor(row.unit() + " " + row.place() + " " + row.at());
    }

    private PullRows.@Nullable Row before(@Nullable String cursor) {
        String key = Paging.after(cursor);
        if (key == null) {
            return null;
        }
        try {
            String[] parts = key.split(" ", -1);
            Unit unit = parts.length == 3 ? units.find(Long.parseLong(parts[0])) : null;
            Place place = unit == null ? null : places.find(Long.parseLong(parts[1]));
            if (unit != null && place != null) {
                long at = Long.parseLong(parts[2]);
                return new PullRows.Row(unit.id(), unit.itemId(), unit.number(), place.id(), at, 0);
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal, which is the same for every cursor that is not ours.
        }
        throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
    }

    // --- states

    /** What is done of the rows of a case: what was ticked off, and what stands in the cage. */
    private final class States {

        private final CaseFile file;
        private final Set<Long> cage;

        States(CaseFile file) {
            this.file = file;
            this.cage = cage(file);
        }

        State of(PullRows.Row row) {
            Pulled pulled = cage.contains(row.place()) ? null : pulled(row);
            if (pulled == null) {
                return cage.contains(row.place()) ? State.DONE : State.OPEN;
            }
            return Boolean.TRUE.equals(pulled.line().missing()) ? State.MISSING : State.DONE;
        }

        @Nullable
        Pulled pulled(PullRows.Row row) {
            return file.pulls().isEmpty()
                    ? null
                    : file.pulls()
                            .get(new PullKey(
                                    String.valueOf(row.unit()),
                                    places.get(row.place()).code()));
        }
    }

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

    // --- the rows of a page

    private List<PullView.Row> views(List<PullRows.Row> page, States states, RoaringBitmap arrived) {
        Map<Long, Long> around = rows.around(page);
        Map<Long, Unit> known = new HashMap<>();
        learn(
                Stream.concat(
                        page.stream().map(PullRows.Row::unit),
                        page.stream().flatMap(row -> PullRows.within(row, around).stream())),
                known);
        List<Long> lots =
                known.values().stream().map(Unit::lotId).filter(id -> id != 0).toList();
        learn(lots.stream(), known);
        var seen = new Seen(known, around, arrived);
        return page.stream()
                .filter(row -> known.containsKey(row.unit()))
                .map(row -> view(row, states, seen))
                .toList();
    }

    private void learn(Stream<Long> ids, Map<Long, Unit> known) {
        units.byIds(ids.filter(id -> !known.containsKey(id)).distinct().toList())
                .forEach(unit -> known.put(unit.id(), unit));
    }

    /**
     * What rows are shown by.
     *
     * @param around where containers and hosts are
     * @param arrived units that came under the stop since it was made
     */
    private record Seen(Map<Long, Unit> units, Map<Long, Long> around, RoaringBitmap arrived) {

        List<String> within(PullRows.Row row) {
            return PullRows.within(row, around).stream()
                    .map(units::get)
                    .filter(Objects::nonNull)
                    .map(Unit::number)
                    .toList();
        }
    }

    private PullView.Row view(PullRows.Row row, States states, Seen seen) {
        Unit unit = Objects.requireNonNull(seen.units.get(row.unit()));
        Unit lot = unit.kind() == Unit.Kind.LOT ? unit : seen.units.get(unit.lotId());
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        Pulled pulled = states.pulled(row);
        return new PullView.Row(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                lot == null ? null : lot.number(),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                item == null ? String.valueOf(row.qty()) : item.quantity(row.qty()),
                item == null ? null : item.unit(),
                places.get(row.place()).code(),
                seen.within(row),
                states.of(row).word(),
                seen.arrived().contains(Math.toIntExact(unit.id())),
                pulled == null ? null : pulled.by().actor(),
                pulled == null ? null : RecallStore.time(pulled.by().atUs()));
    }

    /** How much of each item was pulled: ticked off, or brought to the cage. */
    Map<String, BigDecimal> pulled(CaseFile file) {
        Map<String, BigDecimal> pulled = new HashMap<>();
        var states = new States(file);
        for (PullRows.Row row : rows.of(scopes.toPull(file))) {
            if (row.item() != 0 && states.of(row) == State.DONE) {
                Item item = items.get(row.item());
                pulled.merge(item.code(), new BigDecimal(item.quantity(row.qty())), BigDecimal::add);
            }
        }
        return pulled;
    }
}
