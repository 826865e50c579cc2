/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gozinto.genealogy.ScopeSpots.Parts;
import org.gozinto.genealogy.ScopeSpots.Spot;
import org.gozinto.genealogy.TraceView.HoldingView;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.trace.Holding;
import org.gozinto.trace.Place;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Unit;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts where the units of an answer are, while they pass by: as the engine gives them, or as they were put into words
 * when they were frozen, which comes to the same. Of use to one thread; what several have counted can be put together.
 */
final class SpotCounter {

    /** Units that one thread counts at a time. */
    private static final int UNITS_A_PART = 8_192;

    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::place).thenComparing(Spot::item).thenComparing(Spot::inHost);

    private final Map<Where, Tally> tallies = new HashMap<>();
    /** The same by the numbers of place and sort, of the one book whose units it is given. */
    private final Map<Long, Tally> byNumbers = new HashMap<>();

    private final Map<Integer, Sort> sorts = new HashMap<>();

    private record Where(String place, String item, boolean inHost) {}

    private record Sort(Unit.Kind kind, String item, int decimals) {}

    private static final class Tally {
        private final RoaringBitmap units = new RoaringBitmap();
        private int lots;
        private int serials;
        private BigDecimal ofLots = BigDecimal.ZERO;
        private long ofSerials;
        /** Decimals of the quantities of the item; -1 before anything was counted. */
        private int scale = -1;

        private int[] ids = {};
        private long[] qtys = {};

        void addSerial(int unit, long qty, int decimals) {
            units.add(unit);
            agree(decimals);
            serials++;
            ofSerials += qty;
        }

        private void agree(int decimals) {
            if (scale >= 0 && scale != decimals) {
                throw new IllegalStateException("one item has quantities with " + scale + " and " + decimals);
            }
            scale = decimals;
        }

        void addPart(int unit, long qty, int decimals) {
            units.add(unit);
            agree(decimals);
            if (lots == ids.length) {
                ids = Arrays.copyOf(ids, lots * 2 + 1);
                qtys = Arrays.copyOf(qtys, ids.length);
            }
            ids[lots] = unit;
            qtys[lots] = qty;
            lots++;
            ofLots = ofLots.add(BigDecimal.valueOf(qty, decimals));
        }

        void add(Tally more) {
            units.or(more.units);
            agree(more.scale);
            serials += more.serials;
            ofSerials += more.ofSerials;
            if (more.lots > 0) {
                int length = lots + more.lots;
                if (length > ids.length) {
                    ids = Arrays.copyOf(ids, Math.max(length, lots * 2));
                    qtys = Arrays.copyOf(qtys, ids.length);
                }
                System.arraycopy(more.ids, 0, ids, lots, more.lots);
                System.arraycopy(more.qtys, 0, qtys, lots, more.lots);
                lots = length;
                ofLots = ofLots.add(more.ofLots);
            }
        }

        Spot spot(Where where) {
            units.runOptimize();
            BigDecimal qty = serials == 0 ? ofLots : ofLots.add(BigDecimal.valueOf(ofSerials, scale));
            return new Spot(where.place, where.item, where.inHost, lots, serials, qty, units, parts());
        }

        /** In the order of ids; a lot that is there in several holdings is one. */
        private Parts parts() {
            if (lots == 0) {
                return Parts.NONE;
            }
            // Sorted together with where each stands.
            long[] order = IntStream.range(0, lots)
                    .mapToLong(i -> (long) ids[i] << Integer.SIZE | i)
                    .sorted()
                    .toArray();
            var sorted = new int[lots];
            var sums = new long[lots];
            int size = 0;
            for (long each : order) {
                int i = (int) each;
                if (size > 0 && sorted[size - 1] == ids[i]) {
                    sums[size - 1] = Math.addExact(sums[size - 1], qtys[i]);
                } else {
                    sorted[size] = ids[i];
                    sums[size] = qtys[i];
                    size++;
                }
            }
            return new Parts(Arrays.copyOf(sorted, size), Arrays.copyOf(sums, size), scale);
        }
    }

    /** Where all units of an answer are, counted by several threads. */
    static ScopeSpots count(List<Reached> units, LedgerBook.View book) {
        var all = new SpotCounter();
        IntStream.iterate(0, from -> from < units.size(), from -> from + UNITS_A_PART)
                .parallel()
                .mapToObj(from -> {
                    var part = new SpotCounter();
                    part.addAll(units.subList(from, Math.min(units.size(), from + UNITS_A_PART)), book);
                    return part;
                })
                .forEachOrdered(all::add);
        return all.end();
    }

    private void addAll(List<Reached> units, LedgerBook.View book) {
        units.forEach(unit -> add(unit, book));
    }

    /** Counts a unit as the engine gives it; all of one counter are of one book. */
    void add(Reached unit, LedgerBook.View book) {
        List<Holding> holdings = unit.holdings();
        if (holdings.isEmpty()) {
            return;
        }
        int number = book.index().sortOf(unit.unit());
        Sort sort = sorts.get(number);
        if (sort == null) {
            Unit of = book.unit(unit.unit());
            sort = new Sort(of.kind(), of.item(), of.decimals());
            sorts.put(number, sort);
        }
        if (sort.kind == Unit.Kind.CONTAINER) {
            return;
        }
        int id = Math.toIntExact(LedgerBook.unitId(unit.unit()));
        for (int i = 0; i < holdings.size(); i++) {
            Holding holding = holdings.get(i);
            Tally tally = tally(holding, number, sort.item, book);
            if (sort.kind == Unit.Kind.SERIAL) {
                tally.addSerial(id, holding.qty(), sort.decimals);
            } else {
                tally.addPart(id, holding.qty(), sort.decimals);
            }
        }
    }

    private Tally tally(Holding holding, int sort, String item, LedgerBook.View book) {
        boolean inHost = book.index().kindOf(holding.place()) == Place.Kind.HOST;
        int at = holding.at();
        long key = (long) sort << 33 | (long) at << 1 | (inHost ? 1 : 0);
        Tally known = byNumbers.get(key);
        if (known == null) {
            known = tally(new Where(book.place(at).code(), item, inHost));
            byNumbers.put(key, known);
        }
        return known;
    }

    private Tally tally(Where where) {
        return tallies.computeIfAbsent(where, w -> new Tally());
    }

    /** Counts a unit as it was frozen. */
    void add(ReachedView unit) {
        String item = unit.item();
        if (item == null) {
            return;
        }
        int id = Integer.parseInt(unit.unit());
        for (HoldingView holding : unit.holdings()) {
            String place = holding.within().isEmpty()
                    ? holding.place()
                    : holding.within().getLast();
            Tally tally = tally(new Where(place, item, holding.kind().equals("host")));
            var qty = new BigDecimal(holding.qty());
            if (unit.serial() == null) {
                tally.addPart(id, qty.unscaledValue().longValueExact(), qty.scale());
            } else {
                tally.addSerial(id, qty.unscaledValue().longValueExact(), qty.scale());
            }
        }
    }

    /** Adds what another has counted. */
    void add(SpotCounter more) {
        more.tallies.forEach((where, tally) -> tallies.merge(where, tally, (mine, other) -> {
            mine.add(other);
            return mine;
        }));
    }

    /** What was counted; the counter is of no more use then. */
    ScopeSpots end() {
        return new ScopeSpots(tallies.entrySet().stream()
                .map(e -> e.getValue().spot(e.getKey()))
                .sorted(ORDER)
                .toList());
    }
}
