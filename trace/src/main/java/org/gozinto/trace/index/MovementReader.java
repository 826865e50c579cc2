/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.List;
import java.util.function.IntConsumer;
import org.gozinto.trace.Act;
import org.gozinto.trace.Link;
import org.gozinto.trace.Question;
import org.gozinto.trace.index.View.MovementVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the movements of single units and places as a question reads them, for those who look at very many of them:
 * what the question knows is found once. Safe for use by many threads.
 */
public final class MovementReader {

    private final Columns columns;
    private final Lists lists;

    MovementReader(View view, Question question) {
        this.columns = view.columns();
        this.lists = new Lists(view, new Knowledge(view, question));
    }

    /** Gives the movements of a unit, in the order of the ledger within each stretch of the index. */
    public void forEachOf(int unit, MovementVisitor visitor) {
        lists.forEachRow(unit, row -> visit(row, visitor));
    }

    /** Gives the movements into and out of a run, vessel, container or host. */
    public void forEachAt(int place, MovementVisitor visitor) {
        lists.forEachRowAt(place, row -> visit(row, visitor));
    }

    /** Gives the entries about a run that move something or not, and the cleanings of a vessel. */
    public void forEachEntryAt(int place, IntConsumer visitor) {
        lists.forEachEntryAt(place, visitor::accept);
    }

    /** Gives the places that a unit is: as container, as host. */
    public void forEachPlaceOf(int unit, IntConsumer visitor) {
        lists.forEachPlaceOf(unit, visitor::accept);
    }

    /** Gives the serials of a lot. */
    public void forEachMember(int lot, IntConsumer visitor) {
        lists.forEachMember(lot, visitor::accept);
    }

    private void visit(int row, MovementVisitor visitor) {
        visitor.visit(columns.entry(row), columns.unit(row), columns.qty(row), columns.from(row), columns.to(row));
    }

    /** What sort of act an entry is. */
    public Act act(int entry) {
        return columns.act(entry);
    }

    /** When an entry happened, or when the span began in which it did; microseconds since 1970 UTC. */
    public long fromUs(int entry) {
        return columns.fromUs(entry);
    }

    /** When an entry happened, or when the span ended in which it did. */
    public long toUs(int entry) {
        return columns.toUs(entry);
    }

    /** The run or vessel that an entry is about, or -1. */
    public int place(int entry) {
        return columns.place(entry);
    }

    /** With what it was done. */
    public @Nullable String equipment(int entry) {
        return columns.detail(entry).equipment();
    }

    /** By whom it was done. */
    public @Nullable String operator(int entry) {
        return columns.detail(entry).operator();
    }

    /** The process step that it was. */
    public @Nullable String step(int entry) {
        return columns.detail(entry).step();
    }

    /** Where in the host something was installed. */
    public @Nullable String position(int entry) {
        return columns.detail(entry).position();
    }

    /** Which input went into which output, as far as the entry says. */
    public List<Link> links(int entry) {
        return columns.detail(entry).links();
    }

    /** How many outputs a run has in an entry. */
    public int outputs(int entry, int run) {
        int outputs = 0;
        for (int row = columns.firstRow(entry); row < columns.endRow(entry); row++) {
            outputs += columns.from(row) == run ? 1 : 0;
        }
        return outputs;
    }
}
