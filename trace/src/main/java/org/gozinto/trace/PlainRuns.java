/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The runs that most are where things have serials: one entry feeds the run and makes one serial in it, and nothing
 * says what went into what. All that goes in goes into that serial (trace semantics §2, Run), so that such a run needs
 * no pool and no record of its own. Backward the same holds of a run that is fed by one entry and gives nothing that
 * matters. Which runs are not plain is found here too.
 */
final class PlainRuns {

    private static final byte PLAIN = 1;
    private static final byte FED = 2;
    private static final byte OTHER = 3;

    private final Graph graph;
    private final Facts facts;
    private final Sheet entries;
    /** Of each place: whether it is a run, and which. */
    private final byte[] sort;
    /** Of each run: the first entry that names it, and how many outputs that has. */
    private final int[] entryOf;

    private final int[] outputs;
    /** The runs in the order in which the entries name them. */
    private final IntList runs = new IntList();

    private boolean hasOthers;
    private final Map<Integer, Integer> contentsOfInput = new HashMap<>();

    /** @param pools what waits in a run that gave nothing is asked about too, so that the run needs a pool */
    PlainRuns(Graph graph, boolean pools) {
        this.graph = graph;
        this.facts = graph.facts;
        this.entries = graph.entries;
        int places = graph.book.placeCount();
        this.sort = new byte[places];
        this.entryOf = new int[places];
        this.outputs = new int[places];
        Arrays.fill(entryOf, -1);
        for (int entry = 0; entry < entries.size(); entry++) {
            look(entry);
        }
        for (int i = 0; i < runs.size(); i++) {
            int place = runs.get(i);
            if (outputs[place] == 0 && !pools && sort[place] == PLAIN) {
                sort[place] = FED;
            } else if (outputs[place] != 1 || entries.act(entryOf[place]) != Act.PRODUCE) {
                makeOther(place);
            }
        }
    }

    private void look(int entry) {
        for (int row = entries.firstRow(entry); row < entries.endRow(entry); row++) {
            int to = entries.to(row);
            int from = entries.from(row);
            boolean feeds = facts.isRun(to);
            boolean empties = facts.isRun(from);
            if (feeds) {
                touch(to, entry);
            }
            if (empties) {
                touch(from, entry);
                outputs[from]++;
            }
            if (feeds && empties) {
                makeOther(to);
                makeOther(from);
            } else if (empties && facts.kind(entries.unit(row)) != Unit.Kind.SERIAL) {
                makeOther(from);
            }
        }
        int about = entries.place(entry);
        if (about >= 0 && facts.isRun(about) && (entries.closesRun(entry) || entries.isLinked(entry))) {
            touch(about, entry);
            if (entries.isLinked(entry)) {
                makeOther(about);
            }
        }
    }

    private void touch(int place, int entry) {
        if (sort[place] == 0) {
            sort[place] = PLAIN;
            entryOf[place] = entry;
            runs.add(place);
        } else if (entryOf[place] != entry) {
            makeOther(place);
        }
    }

    private void makeOther(int place) {
        sort[place] = OTHER;
        hasOthers = true;
    }

    boolean has(int place) {
        return sort[place] == PLAIN || sort[place] == FED;
    }

    boolean hasOthers() {
        return hasOthers;
    }

    /** Visits all runs, plain or not, in the order in which the entries name them. */
    void forEachRun(IntConsumer action) {
        for (int i = 0; i < runs.size(); i++) {
            action.accept(runs.get(i));
        }
    }

    /** An input arrives as {@code node}, with the label of its {@code contents} (-1 for none). */
    void enter(int node, int contents) {
        if (contents >= 0) {
            contentsOfInput.put(node, contents);
        }
    }

    /** The output leaves as {@code output}: each input went into it. */
    void leave(int place, int output, int byEntry) {
        int kind = Precision.UNIT.ordinal();
        for (int row = entries.firstRow(byEntry); row < entries.endRow(byEntry); row++) {
            if (entries.to(row) != place) {
                continue;
            }
            int node = graph.nodeOfRow[row];
            int unit = entries.unit(row);
            if (facts.isUntracked(unit)) {
                graph.origins.add(output, unit, entries.qty(row), Graph.Origin.Kind.UNTRACKED);
                continue;
            }
            graph.addWhole(node, output, byEntry, kind);
            Integer contents = contentsOfInput.isEmpty() ? null : contentsOfInput.get(node);
            if (contents != null) {
                graph.addPossible(contents, output, byEntry, kind);
            }
        }
    }

    /** The inputs of a run that gave something were used; the others are where they are while the run is open. */
    void finish(int place) {
        int entry = entryOf[place];
        boolean isClosed = sort[place] == PLAIN || entries.closesRun(entry);
        for (int row = entries.firstRow(entry); row < entries.endRow(entry); row++) {
            if (entries.to(row) == place) {
                graph.inRuns.add(graph.nodeOfRow[row], isClosed, isClosed);
            }
        }
    }
}
