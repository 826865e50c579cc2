/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All runs of the entries read, and how labels pass through them (trace semantics §2, Run). */
final class Runs {

    private final Graph graph;
    private final Facts facts;
    private final Sheet entries;
    private final Overlaps overlaps;
    private final PlainRuns plain;
    /** The runs that are not plain, by place. */
    private final Map<Integer, Run> runs = new HashMap<>();

    /** @param pools what waits in a run that gave nothing is asked about too */
    Runs(Graph graph, Overlaps overlaps, boolean pools) {
        this.graph = graph;
        this.facts = graph.facts;
        this.entries = graph.entries;
        this.overlaps = overlaps;
        this.plain = new PlainRuns(graph, pools);
        for (int entry = 0; plain.hasOthers() && entry < entries.size(); entry++) {
            collect(entry);
        }
        for (Run run : runs.values()) {
            run.settle(facts);
            link(run);
        }
    }

    private boolean isOther(int place) {
        return place >= 0 && facts.isRun(place) && !plain.has(place);
    }

    private Run at(int place) {
        return runs.computeIfAbsent(place, Run::new);
    }

    private void collect(int entry) {
        boolean closes = entries.closesRun(entry);
        for (int row = entries.firstRow(entry); row < entries.endRow(entry); row++) {
            if (isOther(entries.to(row))) {
                Run run = at(entries.to(row));
                run.inputs.add(new Run.Input(entry, entries.unit(row), entries.qty(row)));
                run.touchedBy(entry, closes);
            }
            if (isOther(entries.from(row))) {
                Run run = at(entries.from(row));
                run.outputs.add(new Run.Output(entry, entries.unit(row), entries.qty(row)));
                run.touchedBy(entry, closes);
            }
        }
        if (isOther(entries.place(entry)) && (closes || entries.isLinked(entry))) {
            Run run = at(entries.place(entry));
            run.closedBySaying(closes);
            entries.links(entry).forEach(link -> run.links.add(new Run.LinkRow(entry, link)));
        }
    }

    // Finds for each input what it is linked to: by its own entry first, else by what other entries say of its unit.
    private void link(Run run) {
        if (run.links.isEmpty()) {
            linkByEntry(run);
        } else {
            linkByRows(run);
        }
    }

    // What one entry puts in and the one serial that it takes out belong together, though nothing says so.
    private void linkByEntry(Run run) {
        int next = 0;
        for (Run.Input input : run.inputs) {
            while (next < run.outputs.size() && run.outputs.get(next).entry < input.entry) {
                next++;
            }
            if (run.isOnlyOutputOf(input.entry, next)
                    && entries.act(input.entry) == Act.PRODUCE
                    && facts.kind(run.outputs.get(next).unit) == Unit.Kind.SERIAL) {
                input.linked = true;
                addFeed(new Run.Feed(input, run.outputs.get(next), Fraction.ONE));
            }
        }
    }

    private void linkByRows(Run run) {
        Map<Integer, List<Run.LinkRow>> byUnit = new HashMap<>();
        run.links.forEach(row -> byUnit.computeIfAbsent(row.link().input(), absent -> new ArrayList<>())
                .add(row));
        Map<Integer, List<Run.Output>> byEntry = new HashMap<>();
        run.outputs.forEach(output -> byEntry.computeIfAbsent(output.entry, absent -> new ArrayList<>())
                .add(output));
        Map<Long, Long> fedQty = new HashMap<>();
        run.inputs.forEach(input -> fedQty.merge(key(input.entry, input.unit), input.qty, Long::sum));
        Map<Integer, Long> elsewhereQty = new HashMap<>();
        Map<Run.Input, List<Run.LinkRow>> linked = new LinkedHashMap<>();
        for (Run.Input input : run.inputs) {
            List<Run.LinkRow> rows = byUnit.getOrDefault(input.unit, List.of());
            List<Run.LinkRow> own =
                    rows.stream().filter(row -> row.entry() == input.entry).toList();
            List<Run.Output> together = byEntry.getOrDefault(input.entry, List.of());
            if (own.isEmpty() && isOneSerial(input.entry, together)) {
                own = List.of(new Run.LinkRow(input.entry, new Link(input.unit, together.getFirst().unit, 0)));
            }
            if (own.isEmpty()) {
                own = rows.stream()
                        .filter(row -> !fedQty.containsKey(key(row.entry(), input.unit)))
                        .toList();
                if (!own.isEmpty()) {
                    elsewhereQty.merge(input.unit, input.qty, Long::sum);
                }
            }
            if (!own.isEmpty()) {
                linked.put(input, own);
            }
        }
        linked.forEach((input, rows) -> {
            boolean fromOwnEntry = rows.getFirst().entry() == input.entry;
            long together = fromOwnEntry
                    ? fedQty.getOrDefault(key(input.entry, input.unit), input.qty)
                    : elsewhereQty.getOrDefault(input.unit, input.qty);
            feed(run, input, rows, together);
        });
    }

    private static long key(int entry, int unit) {
        return (long) entry << 32 | unit;
    }

    private boolean isOneSerial(int entry, List<Run.Output> together) {
        return together.size() == 1
                && entries.act(entry) == Act.PRODUCE
                && facts.kind(together.getFirst().unit) == Unit.Kind.SERIAL;
    }

    // A link with a quantity carries that share; the others share equally what remains.
    private void feed(Run run, Run.Input input, List<Run.LinkRow> rows, long qtyOfUnit) {
        input.linked = true;
        long stated = 0;
        int open = 0;
        for (Run.LinkRow row : rows) {
            stated = Math.addExact(stated, row.link().qty());
            open += row.link().qty() == 0 ? 1 : 0;
        }
        Fraction whole = Fraction.of(Math.max(qtyOfUnit, stated));
        Fraction openShare = open == 0
                ? Fraction.ZERO
                : Fraction.ONE.minus(Fraction.of(stated).over(whole)).over(Fraction.of(open));
        for (Run.LinkRow row : rows) {
            long qty = row.link().qty();
            feed(run, input, row, qty == 0 ? openShare : Fraction.of(qty).over(whole));
        }
    }

    private void feed(Run run, Run.Input input, Run.LinkRow row, Fraction share) {
        List<Run.Output> reachable = run.outputs.stream()
                .filter(output -> output.unit == row.link().output())
                .filter(output -> output.entry >= input.entry || overlaps.openOrder(output.entry, input.entry))
                .toList();
        List<Run.Output> together =
                reachable.stream().filter(output -> output.entry == row.entry()).toList();
        List<Run.Output> targets = together.isEmpty() ? reachable : together;
        if (targets.size() == 1) {
            addFeed(new Run.Feed(input, targets.getFirst(), share));
            return;
        }
        long sum = targets.stream().mapToLong(output -> output.qty).sum();
        for (Run.Output output : targets) {
            addFeed(new Run.Feed(input, output, share.times(Fraction.of(output.qty, sum))));
        }
    }

    private static void addFeed(Run.Feed feed) {
        feed.input().feeds = with(feed, feed.input().feeds);
        feed.output().feeds = with(feed, feed.output().feeds);
    }

    private static List<Run.Feed> with(Run.Feed feed, List<Run.Feed> others) {
        List<Run.Feed> feeds = others.isEmpty() ? new ArrayList<>() : others;
        feeds.add(feed);
        return feeds;
    }

    /** An input arrives in its run as the state {@code node}, with the label of its {@code contents} (-1 for none). */
    void enter(int node, int contents, int byEntry) {
        if (plain.has(graph.place.get(node))) {
            plain.enter(node, contents);
            return;
        }
        Run run = at(graph.place.get(node));
        Run.Input input = run.inputs.get(run.nextInput(byEntry, graph.unit.get(node)));
        input.node = node;
        input.contents = contents;
        if (input.linked) {
            for (Run.Feed feed : input.feeds) {
                if (feed.output().node >= 0) {
                    // Only open order of time puts an output first; the link is known all the same.
                    int kind = Run.outputPrecision(facts, feed.output().unit).ordinal() | Graph.POSSIBLE;
                    graph.addArc(node, feed.output().node, feed.output().entry, kind, Fraction.ZERO);
                    passContents(contents, feed.output().node, feed.output().entry, kind);
                }
            }
            return;
        }
        if (run.isWellMixed()) {
            Run.Pool pool = run.pools.values().iterator().next();
            pour(run, pool, input, byEntry, Fraction.ONE);
            pool.qty = pool.qty.plus(run.measure(facts, input.unit, input.qty));
        } else {
            // Case (b): outputs in n different dimensions first share the input n ways.
            List<Run.Pool> waiting = run.pools.values().stream()
                    .filter(pool -> pool.toCome.isPositive())
                    .toList();
            waiting.forEach(pool -> pour(run, pool, input, byEntry, Fraction.of(1, waiting.size())));
        }
        if (!graph.isUntracked(input.unit)) {
            overlaps.joined(Overlaps.poolKey(run.place), node, byEntry);
        }
        if (contents >= 0) {
            overlaps.joined(Overlaps.poolKey(run.place), contents, byEntry);
        }
    }

    private void passContents(int contents, int target, int byEntry, int kind) {
        if (contents >= 0) {
            graph.addPossible(contents, target, byEntry, kind);
        }
    }

    private void pour(Run run, Run.Pool pool, Run.Input input, int byEntry, Fraction share) {
        if (pool.node < 0 || graph.entry.get(pool.node) != byEntry || pool.left.compareTo(Fraction.ONE) != 0) {
            int next = graph.addPool(run.place, byEntry);
            if (pool.node >= 0) {
                graph.before.set(next, pool.node);
                graph.addCarry(pool.node, next, byEntry, pool.left);
            }
            pool.node = next;
            pool.left = Fraction.ONE;
        }
        int node = input.node;
        int unit = input.unit;
        passContents(input.contents, pool.node, byEntry, Precision.UNIT.ordinal());
        if (graph.isUntracked(unit)) {
            graph.origins.add(pool.node, unit, graph.qty.get(node), Graph.Origin.Kind.UNTRACKED);
        } else {
            // Not a carry: an entry that kills passes no label into the run either.
            graph.addArc(node, pool.node, byEntry, Precision.UNIT.ordinal(), share);
        }
    }

    /** The outputs of one entry leave one run, together; {@code nodes} are the states that they arrive as. */
    void leave(int place, IntList nodes, int byEntry) {
        if (plain.has(place)) {
            plain.leave(place, nodes.get(0), byEntry);
            return;
        }
        Run run = at(place);
        Leaving leaving = new Leaving(run);
        for (int i = 0; i < nodes.size(); i++) {
            leaving.count(nodes.get(i));
        }
        leaving.counted();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            Run.Output output = run.outputs.get(run.nextOutput(byEntry, graph.unit.get(node)));
            output.node = node;
            takeLinked(output);
            leaving.look(node);
            draw(run, leaving.pool, node, byEntry, leaving.part());
        }
        leaving.sums.forEach((pool, sum) -> settle(run, pool, sum));
    }

    /**
     * What leaves a run together. Most of it is alike, serials of one item: what is reckoned of one output, in exact
     * fractions, is kept for the next ones of its sort and quantity.
     */
    private final class Leaving {
        private final Run run;
        private final Map<Run.Pool, Fraction> sums = new LinkedHashMap<>();
        private int sort = -1;
        private long qty;
        private Run.Pool pool = new Run.Pool();
        private Fraction measured = Fraction.ZERO;
        private @Nullable Fraction part;
        /** How many were counted that are not in the sums yet, one like the other. */
        private long alike;

        Leaving(Run run) {
            this.run = run;
        }

        void count(int node) {
            if (!isAlike(node)) {
                addAlike();
                look(node);
            }
            alike++;
        }

        /** All were counted. */
        void counted() {
            addAlike();
        }

        private void addAlike() {
            if (alike > 0) {
                sums.merge(pool, measured.times(Fraction.of(alike)), Fraction::plus);
                alike = 0;
            }
        }

        private boolean isAlike(int node) {
            return facts.sort(graph.unit.get(node)) == sort && graph.qty.get(node) == qty;
        }

        void look(int node) {
            if (isAlike(node)) {
                return;
            }
            int unit = graph.unit.get(node);
            sort = facts.sort(unit);
            qty = graph.qty.get(node);
            pool = poolFor(run, node);
            measured = run.measure(facts, unit, qty);
            part = null;
        }

        /** Which share of the pool's newest node goes into what was looked at last; once all were counted. */
        Fraction part() {
            if (part == null) {
                part = pool.left.times(share());
            }
            return part;
        }

        /** Case (a): q/max(Q, q₁+…+qₙ) of what is in the pool; case (b): q of all outputs still to come. */
        private Fraction share() {
            Fraction sum = sums.getOrDefault(pool, Fraction.ZERO);
            if (run.isWellMixed()) {
                return pool.qty.isZero() ? Fraction.ZERO : measured.over(pool.qty.max(sum));
            }
            return measured.over(pool.toCome);
        }
    }

    private Run.Pool poolFor(Run run, int node) {
        String name = run.poolOf(facts, graph.unit.get(node));
        return run.pools.computeIfAbsent(name, absent -> new Run.Pool());
    }

    private void takeLinked(Run.Output output) {
        for (Run.Feed feed : output.feeds) {
            if (feed.input().node < 0) {
                continue;
            }
            if (graph.isUntracked(feed.input().unit)) {
                graph.origins.add(output.node, feed.input().unit, feed.input().qty, Graph.Origin.Kind.UNTRACKED);
            } else {
                int kind = Run.outputPrecision(facts, output.unit).ordinal();
                graph.addArc(feed.input().node, output.node, output.entry, kind, feed.share());
                passContents(feed.input().contents, output.node, output.entry, kind);
            }
        }
    }

    private void draw(Run run, Run.Pool pool, int node, int byEntry, Fraction part) {
        int key = Overlaps.poolKey(run.place);
        if (pool.node >= 0) {
            Precision now = overlaps.precisionNow(key, byEntry, run.precision());
            // An unlinked input reaches every output at or after it, even when the pool was measured empty by then.
            int kind = now.ordinal() | (part.isZero() ? Graph.POSSIBLE : 0);
            graph.addArc(pool.node, node, byEntry, kind, part);
        }
        overlaps.drawn(key, byEntry, node, run.precision());
    }

    private void settle(Run run, Run.Pool pool, Fraction sum) {
        if (run.isWellMixed()) {
            Fraction taken = pool.qty.isZero() ? Fraction.ZERO : sum.over(pool.qty.max(sum));
            pool.left = pool.left.times(Fraction.ONE.minus(taken));
            pool.qty = pool.qty.minus(sum).max(Fraction.ZERO);
        } else {
            pool.left = pool.left.times(Fraction.ONE.minus(sum.over(pool.toCome)));
            pool.toCome = pool.toCome.minus(sum);
        }
    }

    /** What stays in a pool is work in progress while the run is open and loss when it is closed. */
    void finish() {
        plain.forEachRun(place -> {
            if (plain.has(place)) {
                plain.finish(place);
            } else {
                finish(at(place));
            }
        });
    }

    private void finish(Run run) {
        for (Run.Pool pool : run.pools.values()) {
            if (pool.node >= 0) {
                graph.rests.add(new Graph.Rest(pool.node, run.isClosed()));
            }
        }
        int lastOutput = run.outputs.isEmpty() ? -1 : run.outputs.getLast().entry;
        for (Run.Input input : run.inputs) {
            boolean isUsed = lastOutput >= input.entry;
            if (input.node >= 0) {
                graph.inRuns.add(input.node, isUsed || run.isClosed(), run.isClosed());
            }
        }
    }
}
