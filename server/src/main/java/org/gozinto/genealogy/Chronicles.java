/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.gozinto.genealogy.Chronicle.Change;
import org.gozinto.genealogy.Chronicle.Kind;
import org.gozinto.genealogy.Chronicle.Part;
import org.gozinto.genealogy.Chronicle.Parts;
import org.gozinto.genealogy.Chronicle.Span;
import org.gozinto.genealogy.Chronicle.Stay;
import org.gozinto.genealogy.Chronicle.Turn;
import org.gozinto.trace.Act;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.MovementReader;
import org.jspecify.annotations.Nullable;

/**
 * What happened to units, read from the trace index, so that one unit takes microseconds and a million take seconds.
 * Voided entries do not count. Safe for use by many threads; a {@link Reading} is for one.
 */
public final class Chronicles {

    /** What one unit was in that is followed, at most. */
    private static final int AROUND_MAX = 1_000;

    private static final int DEPTH_MAX = 20;

    private final LedgerBook ledger;

    Chronicles(LedgerBook ledger) {
        this.ledger = ledger;
    }

    /**
     * The ledger as it was known.
     *
     * @param knownAt nothing that was recorded later counts; null for all that is recorded
     * @param isDelivery whether going to the partner of this place counts as leaving
     */
    public Reading at(@Nullable Instant knownAt, LongPredicate isDelivery) {
        Long us = knownAt == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, knownAt);
        return new Reading(ledger.latest(), us, isDelivery);
    }

    /** The ledger as of one moment. Not for several threads; {@link #fork} gives another one the same moment. */
    public static final class Reading {

        private final LedgerBook.View book;
        private final @Nullable Long knownAtUs;
        private final LongPredicate isDelivery;
        private final MovementReader reader;
        private final Map<Integer, List<Row>> firstOut = new HashMap<>();

        private Reading(LedgerBook.View book, @Nullable Long knownAtUs, LongPredicate isDelivery) {
            this.book = book;
            this.knownAtUs = knownAtUs;
            this.isDelivery = isDelivery;
            this.reader = book.index().reader(Question.forward(Seed.of(0)).knownAt(null, knownAtUs));
        }

        /** The same moment for another thread. */
        public Reading fork() {
            return new Reading(book, knownAtUs, isDelivery);
        }

        /** The seq of the last entry that is in it. */
        public long head() {
            return book.head();
        }

        /** The greatest unit id that is in it. */
        public long lastUnit() {
            return book.unitCount();
        }

        /**
         * What happened to a unit; null when it was not recorded then.
         *
         * @param withChanges whether what went in and out of it is wanted too
         */
        public @Nullable Chronicle of(long unitId, boolean withChanges) {
            if (unitId <= 0 || unitId > book.unitCount()) {
                return null;
            }
            int unit = LedgerBook.number(unitId);
            List<Row> rows = rows(unit);
            if (rows.isEmpty() && knownAtUs != null) {
                return null;
            }
            List<Row> turns = turns(unit, rows);
            Span made = null;
            List<Span> later = new ArrayList<>(0);
            Turn received = null;
            for (Row row : rows) {
                if (kind(row.from) == Place.Kind.RUN) {
                    if (made == null) {
                        made = row.span();
                    } else {
                        later.add(row.span());
                    }
                } else if (received == null && row.act == Act.RECEIVE && kind(row.from) == Place.Kind.PARTNER) {
                    received = new Turn(Kind.IN, row.span(), book.placeId(row.from));
                }
            }
            Row first = rows.isEmpty() ? null : rows.getFirst();
            Unit named = book.unit(unit);
            return new Chronicle(
                    unitId,
                    named.lotUnit() < 0 ? 0 : LedgerBook.unitId(named.lotUnit()),
                    made,
                    first != null && first.act == Act.COMMISSION ? first.span() : null,
                    received,
                    turns.stream().map(this::turn).toList(),
                    stays(rows),
                    withChanges ? changes(unit, turns) : List.of(),
                    later);
        }

        private List<Row> rows(int unit) {
            List<Row> rows = new ArrayList<>(4);
            reader.forEachOf(
                    unit,
                    (entry, u, qty, from, to) -> rows.add(
                            new Row(reader.fromUs(entry), reader.toUs(entry), entry, u, from, to, reader.act(entry))));
            rows.sort(Row.ORDER);
            return rows;
        }

        private Place.@Nullable Kind kind(int place) {
            return place < 0 ? null : book.index().kindOf(place);
        }

        private Turn turn(Row row) {
            if (kind(row.to) == Place.Kind.SCRAP) {
                return new Turn(Kind.SCRAPPED, row.span(), 0);
            }
            boolean out = kind(row.to) == Place.Kind.PARTNER;
            return new Turn(out ? Kind.OUT : Kind.IN, row.span(), book.placeId(out ? row.to : row.from));
        }

        // --- where it went

        /** A time for which what a unit is in is looked at. */
        private record Around(int unit, long fromUs, long toUs, int depth) {}

        /** How it left and came back, by itself or in what it was in, in their order. */
        private List<Row> turns(int unit, List<Row> own) {
            List<Row> turns = new ArrayList<>(2);
            Deque<Around> open = new ArrayDeque<>(2);
            look(new Around(unit, Long.MIN_VALUE, Long.MAX_VALUE, 0), own, turns, open);
            for (int i = 0; !open.isEmpty() && i < AROUND_MAX; i++) {
                Around around = open.remove();
                look(around, rows(around.unit), turns, open);
            }
            turns.sort(Row.ORDER);
            return turns;
        }

        private void look(Around around, List<Row> rows, List<Row> turns, Deque<Around> open) {
            List<Inside> insides = new ArrayList<>(1);
            for (Row row : rows) {
                Inside.leave(insides, row);
                if (isAround(row.to)) {
                    insides.add(new Inside(row));
                }
                if (row.toUs >= around.fromUs && row.fromUs <= around.toUs && isTurn(row)) {
                    turns.add(row);
                }
            }
            for (Inside inside : insides) {
                int outer = book.index().unitOfPlace(inside.entered.to);
                long from = Math.max(inside.entered.fromUs, around.fromUs);
                long to = Math.min(inside.left == null ? Long.MAX_VALUE : inside.left.toUs, around.toUs);
                if (outer >= 0 && from <= to && around.depth < DEPTH_MAX) {
                    open.add(new Around(outer, from, to, around.depth + 1));
                }
            }
        }

        private boolean isAround(int place) {
            Place.Kind kind = kind(place);
            return kind == Place.Kind.CONTAINER || kind == Place.Kind.HOST;
        }

        private boolean isTurn(Row row) {
            return kind(row.to) == Place.Kind.SCRAP
                    || kind(row.to) == Place.Kind.PARTNER && isDelivery.test(book.placeId(row.to))
                    || kind(row.from) == Place.Kind.PARTNER && isDelivery.test(book.placeId(row.from));
        }

        // --- what it was in

        private List<Stay> stays(List<Row> rows) {
            List<Inside> insides = new ArrayList<>(0);
            for (Row row : rows) {
                Inside.leave(insides, row);
                if (kind(row.to) == Place.Kind.HOST) {
                    insides.add(new Inside(row));
                }
            }
            List<Stay> stays = new ArrayList<>(insides.size());
            for (Inside inside : insides) {
                Row entered = inside.entered;
                Row left = inside.left;
                int host = book.index().unitOfPlace(entered.to);
                if (host >= 0) {
                    stays.add(new Stay(
                            LedgerBook.unitId(host),
                            reader.position(entered.entry),
                            entered.span(),
                            left == null ? null : left.span(),
                            served(host, entered, left)));
                }
            }
            return stays;
        }

        /** Since when a host that something was in had been delivered. */
        private @Nullable Span served(int host, Row entered, @Nullable Row left) {
            List<Row> known = firstOut.get(host);
            if (known == null) {
                List<Row> turns = turns(host, rows(host));
                known = turns.stream()
                        .filter(row -> kind(row.to) == Place.Kind.PARTNER)
                        .limit(1)
                        .toList();
                firstOut.put(host, known);
            }
            if (known.isEmpty()) {
                return null;
            }
            Row out = known.getFirst();
            if (left != null && Row.ORDER.compare(out, left) > 0) {
                return null;
            }
            return Row.ORDER.compare(out, entered) > 0 ? out.span() : entered.span();
        }

        // --- what was in it

        private List<Change> changes(int unit, List<Row> turns) {
            List<Row> rows = new ArrayList<>();
            reader.forEachPlaceOf(unit, place -> rows.addAll(rowsAt(place)));
            rows.sort(Row.ORDER);
            List<Change> changes = new ArrayList<>(rows.size());
            for (Row row : rows) {
                boolean in = book.index().unitOfPlace(row.to) == unit && kind(row.to) == Place.Kind.HOST;
                changes.add(new Change(
                        row.span(),
                        LedgerBook.unitId(row.unit),
                        book.unit(row.unit).item(),
                        in ? reader.position(row.entry) : null,
                        in,
                        isAway(turns, row)));
            }
            return changes;
        }

        private boolean isAway(List<Row> turns, Row at) {
            boolean away = false;
            for (Row turn : turns) {
                if (Row.ORDER.compare(turn, at) > 0) {
                    break;
                }
                away = kind(turn.to) == Place.Kind.PARTNER;
            }
            return away;
        }

        private List<Row> rowsAt(int place) {
            List<Row> rows = new ArrayList<>();
            if (kind(place) == Place.Kind.HOST) {
                reader.forEachAt(
                        place,
                        (entry, u, qty, from, to) -> rows.add(new Row(
                                reader.fromUs(entry), reader.toUs(entry), entry, u, from, to, reader.act(entry))));
            }
            return rows;
        }

        /**
         * What was installed in a unit at a moment, at every depth.
         *
         * @param untilUs that moment, in microseconds since 1970
         */
        public Parts parts(long unitId, long untilUs, int limit) {
            List<Part> found = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            Deque<Part> open = new ArrayDeque<>();
            open.add(new Part(unitId, 0, null, new Span(Long.MIN_VALUE, Long.MIN_VALUE)));
            while (!open.isEmpty() && found.size() <= limit) {
                Part host = open.remove();
                int number = LedgerBook.number(host.unitId());
                if (number < book.unitCount() && seen.add(number)) {
                    for (Part part : inside(number, host, untilUs)) {
                        found.add(part);
                        open.add(part);
                    }
                }
            }
            boolean more = found.size() > limit;
            return new Parts(List.copyOf(more ? found.subList(0, limit) : found), more);
        }

        private List<Part> inside(int host, Part around, long untilUs) {
            List<Row> rows = new ArrayList<>();
            reader.forEachPlaceOf(host, place -> rows.addAll(rowsAt(place)));
            rows.sort(Row.ORDER);
            Map<Integer, List<Row>> in = new LinkedHashMap<>();
            Map<Integer, Row> first = new HashMap<>();
            for (Row row : rows) {
                if (row.fromUs >= untilUs) {
                    continue;
                }
                if (book.index().unitOfPlace(row.to) == host) {
                    in.computeIfAbsent(row.unit, u -> new ArrayList<>(1)).add(row);
                    first.putIfAbsent(row.unit, row);
                } else if (in.containsKey(row.unit)) {
                    List<Row> there = in.get(row.unit);
                    there.removeLast();
                    if (there.isEmpty()) {
                        in.remove(row.unit);
                    }
                }
            }
            List<Part> parts = new ArrayList<>(in.size());
            in.forEach((unit, there) -> {
                Span since = first.getOrDefault(unit, there.getFirst()).span();
                parts.add(new Part(
                        LedgerBook.unitId(unit),
                        LedgerBook.unitId(host),
                        reader.position(there.getLast().entry),
                        since.fromUs() >= around.since().fromUs() ? since : around.since()));
            });
            return parts;
        }

        /**
         * These units, all that was ever packed or installed in them, and the serials of lots: what may change when
         * they move.
         *
         * @param limit there may be one more than these; then it is not all
         */
        public Set<Long> withContents(Collection<Long> unitIds, int limit) {
            Set<Long> all = new TreeSet<>();
            Deque<Long> open = new ArrayDeque<>(unitIds);
            while (!open.isEmpty() && all.size() <= limit) {
                long id = open.remove();
                if (id > 0 && id <= book.unitCount() && all.add(id)) {
                    reader.forEachMember(LedgerBook.number(id), member -> open.add(LedgerBook.unitId(member)));
                    reader.forEachPlaceOf(
                            LedgerBook.number(id),
                            place -> reader.forEachAt(
                                    place, (entry, u, qty, from, to) -> open.add(LedgerBook.unitId(u))));
                }
            }
            return all;
        }
    }

    /** A movement of one unit. */
    private record Row(long fromUs, long toUs, int entry, int unit, int from, int to, Act act) {

        static final Comparator<Row> ORDER =
                Comparator.comparingLong(Row::fromUs).thenComparingInt(Row::entry);

        Span span() {
            return new Span(fromUs, toUs);
        }
    }

    /** A time in something. */
    private static final class Inside {

        private final Row entered;
        private @Nullable Row left;

        Inside(Row entered) {
            this.entered = entered;
        }

        /** What leaves a place ends the longest stay there that goes on. */
        static void leave(List<Inside> insides, Row row) {
            for (Inside inside : insides) {
                if (inside.left == null && inside.entered.to == row.from) {
                    inside.left = row;
                    return;
                }
            }
        }
    }
}
