/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gozinto.trace.Act;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.MovementReader;

/**
 * When units were made, when they went to a partner and to which, and when they came back or were scrapped: also where
 * they went in a carton or on a pallet. Safe for use by many threads.
 */
public final class Lives {

    /** A time that there is none of. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Packings that are followed for one unit, at most. */
    private static final int PACKINGS_MAX = 1_000;

    private final LedgerBook ledger;

    Lives(LedgerBook ledger) {
        this.ledger = ledger;
    }

    /**
     * The life of a serial, or of a part of a lot that went to one partner at one time. Times are microseconds since
     * 1970 UTC, {@link #NEVER} for none.
     *
     * @param lotId of the lot itself, or of the lot of the serial; 0 for none
     * @param qty in the item's base unit, rounded down; 1 for a serial
     * @param madeUs when it was first seen
     * @param enteredUs when it first went to a partner
     * @param partnerId place of the partner who got it last
     * @param leftUs when it came back for good, or was scrapped
     * @param used whether it went into a run or into a host
     */
    public record Life(
            long unitId,
            long lotId,
            String item,
            boolean serial,
            long qty,
            long madeUs,
            long enteredUs,
            long partnerId,
            long leftUs,
            boolean used) {}

    /**
     * Gives the lives of all serials and lots of items. A unit that never went anywhere has one life, without entry.
     *
     * @param items by code
     */
    public void forEach(Predicate<String> items, Consumer<Life> taker) {
        var reading = new Reading(ledger.latest());
        Map<Integer, Boolean> wanted = new HashMap<>();
        for (int unit = 0; unit < reading.book.unitCount(); unit++) {
            int number = unit;
            int sort = reading.book.index().sortOf(unit);
            boolean isWanted = sort < 0
                    ? items.test(reading.book.unit(unit).item())
                    : wanted.computeIfAbsent(
                            sort, s -> items.test(reading.book.unit(number).item()));
            if (isWanted) {
                reading.give(unit, taker);
            }
        }
    }

    /** Gives the lives of these units; unknown ones have none. */
    public void of(Collection<Long> unitIds, Consumer<Life> taker) {
        var reading = new Reading(ledger.latest());
        for (long id : unitIds) {
            if (id > 0 && id <= reading.book.unitCount()) {
                reading.give(LedgerBook.number(id), taker);
            }
        }
    }

    /** @param inward from a partner or to scrap */
    private record Turn(long us, int entry, int partner, long qty, boolean inward) {}

    /** A time for which a unit, or what is in it, is looked at. */
    private record Stay(int unit, long fromUs, long toUs, long qty) {}

    /** The book as it was at one moment. */
    private static final class Reading {

        private final LedgerBook.View book;
        private final MovementReader reader;

        Reading(LedgerBook.View book) {
            this.book = book;
            this.reader = book.index().reader(Question.forward(Seed.of(0)));
        }

        void give(int unit, Consumer<Life> taker) {
            Unit named = book.unit(unit);
            boolean serial = named.kind() == Unit.Kind.SERIAL;
            if (!serial && named.kind() != Unit.Kind.LOT) {
                return;
            }
            var found = new Found();
            look(unit, found);
            if (found.firstUs == Long.MAX_VALUE) {
                return;
            }
            found.turns.sort(Comparator.comparingLong(Turn::us).thenComparingInt(Turn::entry));
            if (serial) {
                taker.accept(found.ofSerial(named, book));
            } else {
                found.ofLot(named, book, taker);
            }
        }

        private void look(int unit, Found found) {
            Deque<Stay> stays = new ArrayDeque<>();
            stays.add(new Stay(unit, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
            for (int i = 0; !stays.isEmpty() && i < PACKINGS_MAX; i++) {
                Stay stay = stays.remove();
                lookAt(stay, stay.unit() == unit, found, stays);
            }
        }

        private void lookAt(Stay stay, boolean itself, Found found, Deque<Stay> stays) {
            List<long[]> packed = new ArrayList<>();
            reader.forEachOf(stay.unit(), (entry, u, qty, from, to) -> {
                long us = reader.fromUs(entry);
                if (us < stay.fromUs() || us > stay.toUs()) {
                    return;
                }
                if (itself) {
                    found.seen(us, isUse(to));
                }
                long moved = Math.min(qty, stay.qty());
                if (isKind(to, Place.Kind.PARTNER) && reader.act(entry) != Act.RECEIVE) {
                    found.turns.add(new Turn(us, entry, to, itself ? moved : stay.qty(), false));
                } else if (isKind(from, Place.Kind.PARTNER) || isKind(to, Place.Kind.SCRAP)) {
                    found.turns.add(new Turn(us, entry, from, itself ? moved : stay.qty(), true));
                }
                if (isKind(to, Place.Kind.CONTAINER)) {
                    packed.add(new long[] {to, us, Long.MAX_VALUE, moved});
                }
                if (isKind(from, Place.Kind.CONTAINER)) {
                    unpack(packed, from, us);
                }
            });
            for (long[] one : packed) {
                int outer = book.index().unitOfPlace((int) one[0]);
                if (outer >= 0) {
                    stays.add(new Stay(
                            outer,
                            Math.max(one[1], stay.fromUs()),
                            Math.min(one[2], stay.toUs()),
                            itself ? one[3] : stay.qty()));
                }
            }
        }

        private static void unpack(List<long[]> packed, int container, long us) {
            for (long[] one : packed) {
                if (one[0] == container && one[2] == Long.MAX_VALUE) {
                    one[2] = us;
                    return;
                }
            }
        }

        private boolean isUse(int to) {
            return isKind(to, Place.Kind.RUN) || isKind(to, Place.Kind.HOST);
        }

        private boolean isKind(int place, Place.Kind kind) {
            return book.index().kindOf(place) == kind;
        }
    }

    /** What was found of one unit. */
    private static final class Found {

        private final List<Turn> turns = new ArrayList<>(2);
        private long firstUs = Long.MAX_VALUE;
        private boolean used;

        void seen(long us, boolean isUse) {
            firstUs = Math.min(firstUs, us);
            used |= isUse;
        }

        Life ofSerial(Unit unit, LedgerBook.View book) {
            long entered = NEVER;
            long left = NEVER;
            int partner = -1;
            for (Turn turn : turns) {
                if (turn.inward()) {
                    left = entered == NEVER ? NEVER : turn.us();
                } else {
                    entered = entered == NEVER ? turn.us() : entered;
                    partner = turn.partner();
                    left = NEVER;
                }
            }
            long lotId = unit.lotUnit() < 0 ? 0 : LedgerBook.unitId(unit.lotUnit());
            return life(unit, lotId, 1, new long[] {entered, partner, left}, book);
        }

        private Life life(Unit unit, long lotId, long qty, long[] stay, LedgerBook.View book) {
            return new Life(
                    LedgerBook.unitId(unit.id()),
                    lotId,
                    unit.item(),
                    unit.kind() == Unit.Kind.SERIAL,
                    qty,
                    firstUs,
                    stay[0],
                    stay[1] < 0 ? 0 : book.placeId((int) stay[1]),
                    stay[2],
                    used);
        }

        // What comes back from a partner is what went there first.
        void ofLot(Unit unit, LedgerBook.View book, Consumer<Life> taker) {
            long scale = 1;
            for (int i = 0; i < unit.decimals(); i++) {
                scale *= 10;
            }
            long lotId = LedgerBook.unitId(unit.id());
            Deque<long[]> there = new ArrayDeque<>();
            for (Turn turn : turns) {
                if (!turn.inward()) {
                    there.add(new long[] {turn.us(), turn.partner(), turn.qty()});
                    continue;
                }
                long back = turn.qty();
                for (long[] one : there) {
                    long some = one[1] == turn.partner() ? Math.min(back, one[2]) : 0;
                    if (some > 0) {
                        taker.accept(life(unit, lotId, some / scale, new long[] {one[0], one[1], turn.us()}, book));
                        one[2] -= some;
                        back -= some;
                    }
                }
            }
            there.removeIf(one -> one[2] == 0);
            for (long[] one : there) {
                taker.accept(life(unit, lotId, one[2] / scale, new long[] {one[0], one[1], NEVER}, book));
            }
            if (turns.isEmpty()) {
                taker.accept(life(unit, lotId, 0, new long[] {NEVER, -1, NEVER}, book));
            }
        }
    }
}
