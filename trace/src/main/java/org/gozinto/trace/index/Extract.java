/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Excerpt;
import org.gozinto.trace.IntList;
import org.gozinto.trace.Link;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;

/** Puts the entries of a closure together, each with those of its rows that matter, in the order of the ledger. */
final class Extract {

    private final Columns columns;
    private final Closure closure;
    private final int[] rows;
    private final int[] loneEntries;
    private final Excerpt excerpt;

    Extract(View view, Closure closure, Question question) {
        this.columns = view.columns();
        this.closure = closure;
        this.rows = closure.rows().toArray();
        this.loneEntries = Arrays.stream(closure.loneEntries().sortedDistinct())
                .filter(entry -> !hasRow(entry))
                .toArray();
        var units = new IntList();
        var places = new IntList();
        collectSeeds(question, units, places);
        for (int row : rows) {
            units.add(columns.unit(row));
            places.add(columns.from(row));
            places.add(columns.to(row));
        }
        forEachEntry((entry, first, end) -> {
            if (isWhole(entry)) {
                places.add(columns.place(entry));
                for (Link link : columns.detail(entry).links()) {
                    units.add(link.input());
                    units.add(link.output());
                }
            }
        });
        this.excerpt = new Excerpt(view, units, places);
        forEachEntry(this::add);
    }

    Excerpt excerpt() {
        return excerpt;
    }

    private static void collectSeeds(Question question, IntList units, IntList places) {
        for (Seed seed : question.seeds()) {
            switch (seed) {
                case Seed.OfContainer container -> units.add(container.unit());
                case Seed.OfUnit of -> {
                    units.add(of.unit());
                    Integer place = of.place();
                    if (place != null) {
                        places.add(place);
                    }
                }
            }
        }
    }

    private boolean hasRow(int entry) {
        int at = Arrays.binarySearch(rows, columns.firstRow(entry));
        int next = at < 0 ? -1 - at : at;
        return next < rows.length && rows[next] < columns.endRow(entry);
    }

    /** Takes an entry and where those of its rows that matter begin and end in {@code rows}. */
    private interface Visitor {
        void visit(int entry, int first, int end);
    }

    private void forEachEntry(Visitor visitor) {
        for (int first = 0; first < rows.length; ) {
            int entry = columns.entry(rows[first]);
            int end = first + 1;
            while (end < rows.length && columns.entry(rows[end]) == entry) {
                end++;
            }
            visitor.visit(entry, first, end);
            first = end;
        }
        for (int entry : loneEntries) {
            visitor.visit(entry, 0, 0);
        }
    }

    // Of a run that only a part matters of, what its entries say of the whole says nothing.
    private boolean isWhole(int entry) {
        int place = columns.place(entry);
        return place >= 0 && (columns.kind(place) != Place.Kind.RUN || closure.hasAllOf(place));
    }

    private void add(int entry, int first, int end) {
        List<Movement> movements = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            int row = rows[i];
            movements.add(new Movement(
                    excerpt.unitOf(columns.unit(row)),
                    columns.qty(row),
                    excerpt.placeOf(columns.from(row)),
                    excerpt.placeOf(columns.to(row))));
        }
        Detail detail = columns.detail(entry);
        boolean isWhole = isWhole(entry);
        List<Link> links = new ArrayList<>();
        if (isWhole) {
            for (Link link : detail.links()) {
                links.add(new Link(excerpt.unitOf(link.input()), excerpt.unitOf(link.output()), link.qty()));
            }
        }
        excerpt.add(new Entry(
                entry + 1L,
                columns.act(entry),
                columns.moment(entry),
                columns.recordedUs(entry),
                movements,
                links,
                isWhole ? excerpt.placeOf(columns.place(entry)) : -1,
                isWhole && columns.closesRun(entry),
                detail.step(),
                detail.voids(),
                columns.document(entry),
                detail.position(),
                detail.equipment(),
                detail.operator()));
    }
}
