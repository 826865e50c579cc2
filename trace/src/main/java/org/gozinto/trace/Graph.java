/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state graph: a node is one (unit, place) state between two joins, or a pool (a run or a mixed vessel, unit -1);
 * an arc says which share of a node went into which later one, by which entry. Arcs of one source lie in the order of
 * their entries. Sample: receive 100 R1, move 40 of it, gives
 *
 * <pre>
 * node  unit place  qty        arc  from to  entry  share
 *  0    R1   A-01   100         0    0    1   1      40/100
 *  1    R1   A-02    40
 * </pre>
 */
final class Graph {

    /** The label stays where it is: a later node of the same state; passes kill steps and has no time of its own. */
    static final int CARRY = 4;
    /** Carries a label but no amount. */
    static final int POSSIBLE = 8;

    private static final int PRECISION_BITS = 3;

    final Book book;
    final Facts facts;
    final Sheet entries;
    /** The node as which a row arrived; its quantity was taken from elsewhere by then. */
    int[] nodeOfRow;

    final long knownAtSeq;
    /** Some time is known only to the day, the month or not at all, so that orders can be open. */
    final boolean hasSpans;

    // One element per node.
    final IntList unit;
    final IntList place;
    final IntList origin;
    final IntList entry;
    final IntList stay;
    /** The node of the same state before this one joined it, or -1. */
    final IntList before;

    final LongList qty;

    // One element per arc.
    final IntList arcFrom;
    final IntList arcTo;
    final IntList arcEntry;
    final IntList arcKind;
    private final LongList arcNum;
    private final LongList arcDen;
    private final Map<Integer, Fraction> bigShares = new HashMap<>();
    private final Map<Integer, Bounds> loose = new HashMap<>();

    /** Which share of the source goes along an arc at least and at most, when only the expected one is known. */
    record Bounds(Fraction least, Fraction most) {}

    /** Quantity that came into the books at a node: new goods, found stock, or from nowhere known. */
    record Origin(int node, int unit, long qty, Kind kind) {

        enum Kind {
            NEW_GOODS,
            FOUND,
            SHORTFALL,
            UNKNOWN,
            UNTRACKED
        }
    }

    /** What rode along in a container or host that went to or came from a partner, or was scrapped. */
    record Ride(int node, long qty, int from, int to, int entry) {}

    /** The last node of a pool: what it still holds is loss when the run is closed or the vessel was cleaned. */
    record Rest(int node, boolean isLoss) {}

    /** A unit in a mixed vessel at the end; {@code pool} is -1 for a fifo vessel. */
    record InVessel(int unit, int place, long qty, int pool, int stay) {}

    /** Ledger quantity of one unit that was in a vessel when it was cleaned. */
    record Cleaned(int unit, int node, long qty) {}

    /**
     * A draw from a mixed vessel named more ({@code qty} above zero) or less of a unit than the ledger counts there;
     * the vessel gave the quantity all the same.
     */
    record Renamed(int unit, int place, long qty, int entry) {}

    /** A serial was taken from its lot: quantity at the lot's scale that left the lot's state. */
    record FromLot(int node, int lot, long qty) {}

    /** A unit was filled into, or drawn from, one batch of a mixed vessel: all that was in it without a break. */
    record BatchUse(int batch, int place, int unit, int entry) {}

    final List<BatchUse> batchUses = new ArrayList<>();
    final Origins origins = new Origins();
    final List<Renamed> renamed = new ArrayList<>();
    final List<FromLot> fromLots = new ArrayList<>();
    final List<Ride> rides = new ArrayList<>();
    final List<Rest> rests = new ArrayList<>();
    final List<Cleaned> cleaned = new ArrayList<>();
    final InRuns inRuns = new InRuns();
    final List<InVessel> inVessels = new ArrayList<>();
    final Stays stays = new Stays();

    Graph(Book book, Selection selection) {
        this.book = book;
        this.entries = selection.entries();
        this.knownAtSeq = selection.knownAtSeq();
        this.hasSpans = selection.hasSpans();
        this.facts = Facts.of(book);
        // Each row is a node, most have an arc to it, and some meet what is there.
        int room = entries.rows() + entries.rows() / 4;
        this.nodeOfRow = new int[entries.rows()];
        this.unit = new IntList(room);
        this.place = new IntList(room);
        this.origin = new IntList(room);
        this.entry = new IntList(room);
        this.stay = new IntList(room);
        this.before = new IntList(room);
        this.qty = new LongList(room);
        this.arcFrom = new IntList(room);
        this.arcTo = new IntList(room);
        this.arcEntry = new IntList(room);
        this.arcKind = new IntList(room);
        this.arcNum = new LongList(room);
        this.arcDen = new LongList(room);
    }

    int addNode(int ofUnit, int atPlace, int fromPlace, int byEntry, long quantity) {
        unit.add(ofUnit);
        place.add(atPlace);
        origin.add(fromPlace);
        stay.add(-1);
        before.add(-1);
        qty.add(quantity);
        return entry.add(byEntry);
    }

    /** The node as which a row of an entry arrives. */
    int addArrival(int row, int byEntry) {
        int node = addNode(entries.unit(row), entries.to(row), entries.from(row), byEntry, entries.qty(row));
        nodeOfRow[row] = node;
        return node;
    }

    /** All entries were read: what only reading needs is let go. */
    void close() {
        nodeOfRow = new int[0];
    }

    int addPool(int atPlace, int byEntry) {
        return addNode(-1, atPlace, -1, byEntry, 0);
    }

    /** A draw of a quantity out of a state, of all that the state's node ever held. */
    void addDraw(int from, int to, int byEntry, Precision precision, long drawn) {
        addEnds(from, to, byEntry, precision.ordinal());
        arcNum.add(drawn);
        arcDen.add(qty.get(from));
    }

    /** A label without an amount. */
    void addPossible(int from, int to, int byEntry, int kind) {
        addEnds(from, to, byEntry, kind | POSSIBLE);
        arcNum.add(0);
        arcDen.add(1);
    }

    /** All that the source node ever held goes along the arc. */
    void addWhole(int from, int to, int byEntry, int kind) {
        addEnds(from, to, byEntry, kind);
        arcNum.add(1);
        arcDen.add(1);
    }

    void addArc(int from, int to, int byEntry, int kind, Fraction share) {
        boolean isSmall = share.isOfLongs();
        if (!isSmall) {
            bigShares.put(arcs(), share);
        }
        addEnds(from, to, byEntry, kind);
        arcNum.add(isSmall ? share.longNum() : 0);
        arcDen.add(isSmall ? share.longDen() : 0);
    }

    /** The share of the newest arc is only the expected one. */
    void loosen(Fraction least, Fraction most) {
        loose.put(arcs() - 1, new Bounds(least, most));
    }

    /** The bounds of an arc's share, null where the share is certain. */
    @Nullable
    Bounds bounds(int arc) {
        return loose.isEmpty() ? null : loose.get(arc);
    }

    private void addEnds(int from, int to, int byEntry, int kind) {
        arcFrom.add(from);
        arcTo.add(to);
        arcEntry.add(byEntry);
        arcKind.add(kind);
    }

    /** All of a node's label goes on to the next node of the same state or pool. */
    void addCarry(int from, int to, int byEntry, Fraction share) {
        addArc(from, to, byEntry, CARRY | Precision.UNIT.ordinal(), share);
    }

    static int precision(int kind) {
        return kind & PRECISION_BITS;
    }

    /** Which share of all that the source node ever held went along this arc. */
    Fraction share(int arc) {
        return arcDen.get(arc) == 0
                ? bigShares.getOrDefault(arc, Fraction.ZERO)
                : Fraction.of(arcNum.get(arc), arcDen.get(arc));
    }

    /** The number by which the asker knows a unit: in an excerpt it is another than here. */
    int outerUnit(int ofUnit) {
        return book instanceof Excerpt excerpt ? excerpt.outerUnit(ofUnit) : ofUnit;
    }

    /** The number here of a unit that the asker names, -1 when it is not in the book. */
    int innerUnit(int outerUnit) {
        return book instanceof Excerpt excerpt
                ? excerpt.unitOf(outerUnit)
                : outerUnit < book.unitCount() ? outerUnit : -1;
    }

    /** The number by which the asker knows a place. */
    int outerPlace(int atPlace) {
        return book instanceof Excerpt excerpt ? excerpt.outerPlace(atPlace) : atPlace;
    }

    /** The place that a place always belongs to, both in the asker's numbers; -1 for none. */
    int outerParent(int outerPlace) {
        return book instanceof Excerpt excerpt
                ? excerpt.outerParent(outerPlace)
                : book.place(outerPlace).parent();
    }

    boolean isUntracked(int ofUnit) {
        return facts.isUntracked(ofUnit);
    }

    int nodes() {
        return unit.size();
    }

    int arcs() {
        return arcFrom.size();
    }

    /** When the entry of a node happened, or the span began in which it did. */
    long fromUs(int node) {
        return entries.fromUs(entry.get(node));
    }

    /** The kind of the place that a node is at. */
    Place.Kind kindAt(int node) {
        return facts.kindOfPlace(place.get(node));
    }

    /**
     * Arcs grouped by one of their ends: those of node n are {@code arcs[start[n]] … arcs[start[n + 1] - 1]}, oldest
     * first.
     */
    record Adjacency(int[] start, int[] arcs) {}

    Adjacency outgoing() {
        return adjacency(arcFrom);
    }

    Adjacency incoming() {
        return adjacency(arcTo);
    }

    private Adjacency adjacency(IntList end) {
        int[] start = new int[nodes() + 1];
        for (int arc = 0; arc < end.size(); arc++) {
            start[end.get(arc) + 1]++;
        }
        for (int node = 0; node < nodes(); node++) {
            start[node + 1] += start[node];
        }
        int[] next = start.clone();
        int[] arcs = new int[end.size()];
        for (int arc = 0; arc < end.size(); arc++) {
            arcs[next[end.get(arc)]++] = arc;
        }
        return new Adjacency(start, arcs);
    }
}
