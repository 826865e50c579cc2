/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gozinto.trace.Direction;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Excerpt;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Link;
import org.gozinto.trace.NaturalSort;
import org.gozinto.trace.Numbering;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Sheet;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;

/**
 * Puts the entries of a closure together, each with those of its rows that matter, in the order in which they count.
 * All rows of a closure are read by the question.
 */
final class Extract {

    private final View view;
    private final Columns columns;
    private final Closure closure;
    private int[] rows;
    /** What each row counts where some count for others too, else empty. */
    private long[] qty = {};

    private final Numbering units;
    private final Numbering places;

    // One element per entry, in the order of the ledger: its number, and where its rows begin and end in rows.
    private final IntList entries;
    private final IntList first;
    private final IntList end;

    Extract(View view, Closure closure, Question question) {
        this.view = view;
        this.columns = view.columns();
        this.closure = closure;
        this.rows = closure.rows().toArray();
        this.units = new Numbering(view.unitCount());
        this.places = new Numbering(view.placeCount());
        this.entries = new IntList(rows.length);
        this.first = new IntList(rows.length);
        this.end = new IntList(rows.length);
        if (countsStockOnly(question)) {
            countStock();
        }
        collectEntries();
        collectSeeds(question);
        for (int row : rows) {
            addPlace(columns.from(row));
            addPlace(columns.to(row));
        }
        for (int i = 0; i < entries.size(); i++) {
            int entry = entries.get(i);
            if (isWhole(entry)) {
                addPlace(columns.place(entry));
                for (Link link : columns.detail(entry).links()) {
                    addUnit(link.input());
                    addUnit(link.output());
                }
            }
        }
        places.number();
        for (int row : rows) {
            addUnit(columns.unit(row));
        }
        units.number();
    }

    // Where a time is a span, a draw may have come before what is read before it.
    private boolean countsStockOnly(Question question) {
        return question.direction() == Direction.BACKWARD
                && !question.amounts()
                && closure.labelledUnits() > 0
                && view.size().spans() == 0
                && StockDraws.areByTime(columns, rows);
    }

    private void countStock() {
        for (int row : rows) {
            addUnit(columns.unit(row));
        }
        units.number();
        qty = new long[rows.length];
        rows = new StockDraws(view, closure, units).kept(rows, qty);
    }

    private void collectEntries() {
        for (int from = 0; from < rows.length; ) {
            int entry = columns.entry(rows[from]);
            int endRow = columns.endRow(entry);
            int to = from + 1;
            while (to < rows.length && rows[to] < endRow) {
                to++;
            }
            addEntry(entry, from, to);
            from = to;
        }
        for (int entry : closure.loneEntries().sortedDistinct()) {
            if (!hasRow(entry)) {
                addEntry(entry, 0, 0);
            }
        }
    }

    private void addEntry(int entry, int from, int to) {
        entries.add(entry);
        first.add(from);
        end.add(to);
    }

    private boolean hasRow(int entry) {
        int at = Arrays.binarySearch(rows, columns.firstRow(entry));
        int next = at < 0 ? -1 - at : at;
        return next < rows.length && rows[next] < columns.endRow(entry);
    }

    private void collectSeeds(Question question) {
        for (Seed seed : question.seeds()) {
            switch (seed) {
                case Seed.OfContainer container -> addUnit(container.unit());
                case Seed.OfUnit of -> {
                    addUnit(of.unit());
                    Integer place = of.place();
                    if (place != null) {
                        addPlace(place);
                    }
                }
            }
        }
    }

    private void addUnit(int wanted) {
        for (int unit = wanted; unit >= 0 && units.add(unit); ) {
            unit = columns.lotOf(unit);
        }
    }

    private void addPlace(int place) {
        if (places.add(place)) {
            addUnit(columns.unitOfPlace(place));
        }
    }

    // Of a run that only a part matters of, what its entries say of the whole says nothing.
    private boolean isWhole(int entry) {
        int place = columns.place(entry);
        return place >= 0 && (columns.kind(place) != Place.Kind.RUN || closure.hasAllOf(place));
    }

    Excerpt excerpt() {
        int[] order = new int[entries.size()];
        Arrays.setAll(order, i -> i);
        NaturalSort.sort(order, 0, order.length, (left, right) -> {
            int one = entries.get(left);
            int other = entries.get(right);
            int byTime = Long.compare(columns.fromUs(one), columns.fromUs(other));
            return byTime != 0 ? byTime : Integer.compare(one, other);
        });
        var particulars = new Particulars(columns, units);
        var sheet = new Sheet(order.length, rows.length, particulars::of);
        particulars.sheet = sheet;
        for (int i : order) {
            add(sheet, i);
        }
        return new Excerpt(new Whole(view, columns), units, places, sheet);
    }

    private void add(Sheet sheet, int i) {
        int entry = entries.get(i);
        sheet.add(entry + 1L, columns.act(entry), columns.fromUs(entry), columns.toUs(entry));
        boolean isWhole = isWhole(entry);
        if (isWhole) {
            sheet.about(places.of(columns.place(entry)), columns.closesRun(entry));
        }
        if (columns.detail(entry) != Detail.NONE) {
            sheet.detailed(isWhole);
        }
        for (int at = first.get(i); at < end.get(i); at++) {
            int row = rows[at];
            sheet.addRow(
                    units.of(columns.unit(row)),
                    qty.length == 0 ? columns.qty(row) : qty[at],
                    places.of(columns.from(row)),
                    places.of(columns.to(row)));
        }
    }

    /** What few entries have, read from the index when it is asked for. */
    private static final class Particulars {
        private final Columns columns;
        private final Numbering units;
        private Sheet sheet = new Sheet(0, 0, entry -> {
            throw new IllegalStateException("an empty sheet has no entries");
        });

        private Particulars(Columns columns, Numbering units) {
            this.columns = columns;
            this.units = units;
        }

        private Entry of(int index) {
            int number = (int) sheet.seq(index) - 1;
            Detail detail = columns.detail(number);
            List<Link> links = new ArrayList<>(detail.links().size());
            for (Link link : sheet.isLinked(index) ? detail.links() : List.<Link>of()) {
                links.add(new Link(units.of(link.input()), units.of(link.output()), link.qty()));
            }
            return new Entry(
                    number + 1L,
                    columns.act(number),
                    columns.moment(number),
                    columns.recordedUs(number),
                    List.of(),
                    links,
                    -1,
                    false,
                    detail.step(),
                    detail.voids(),
                    columns.document(number),
                    detail.position(),
                    detail.equipment(),
                    detail.operator());
        }
    }

    /** The index as the book that the excerpt is of. */
    private record Whole(View view, Columns columns) implements Excerpt.Whole {

        @Override
        public int sortOf(int unit) {
            return view.sortOf(unit);
        }

        @Override
        public int lotOf(int unit) {
            return columns.lotOf(unit);
        }

        @Override
        public Place.Kind kindOf(int place) {
            return columns.kind(place);
        }

        @Override
        public boolean mixes(int place) {
            return columns.mixes(place);
        }

        @Override
        public int unitOfPlace(int place) {
            return columns.unitOfPlace(place);
        }

        @Override
        public Iterable<Entry> entries() {
            return view.entries();
        }

        @Override
        public Unit unit(int id) {
            return view.unit(id);
        }

        @Override
        public boolean appendLot(int id, Utf8 text) {
            return view.appendLot(id, text);
        }

        @Override
        public boolean appendSerial(int id, Utf8 text) {
            return view.appendSerial(id, text);
        }

        @Override
        public boolean isConsumer(int place) {
            return view.isConsumer(place);
        }

        @Override
        public int twin(int id) {
            return view.twin(id);
        }

        @Override
        public Place place(int id) {
            return view.place(id);
        }

        @Override
        public int unitCount() {
            return view.unitCount();
        }

        @Override
        public int placeCount() {
            return view.placeCount();
        }
    }
}
