/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Vessels in which units commingle (trace semantics §2, Vessel). */
final class Vessels {

    private final Graph graph;
    private final Overlaps overlaps;
    private final Map<Integer, Tank> tanks = new TreeMap<>();
    private final Map<Integer, Set<Measure>> filledWith = new HashMap<>();
    private int batches;

    Vessels(Graph graph, Overlaps overlaps) {
        this.graph = graph;
        this.overlaps = overlaps;
        for (int row = 0; row < graph.entries.rows(); row++) {
            if (graph.facts.mixes(graph.entries.to(row))) {
                filledWith
                        .computeIfAbsent(graph.entries.to(row), absent -> new HashSet<>())
                        .add(graph.facts.measure(graph.entries.unit(row)));
            }
        }
    }

    /** One vessel: {@code left} of its newest pool node, {@code qty} in it, and who is in it by the ledger's count. */
    private static final class Tank {
        private final int place;
        private final Mixing mixing;
        private final String dimension;
        private final Map<Integer, Content> contents = new TreeMap<>();
        private int node = -1;
        private int batch = -1;
        private Fraction left = Fraction.ONE;
        private Fraction qty = Fraction.ZERO;
        private final PlugFlow plugs = new PlugFlow();

        private Tank(int number, Place place, String dimension) {
            this.place = number;
            this.mixing = place.mixing();
            this.dimension = dimension;
        }

        /** What was in it before can still be in what is drawn after it ran empty; only cleaning ends that. */
        private boolean leavesTraces() {
            return mixing == Mixing.SINCE_CLEAN || plugs.hasOverlap();
        }
    }

    private static final class Content {
        private long qty;
        private int stay = -1;
    }

    /** A unit arrives in a vessel, with the label of its {@code contents} (-1 for none). */
    void fill(int arriving, int contents, int byEntry) {
        Tank tank = tank(graph.place.get(arriving));
        int unit = graph.unit.get(arriving);
        Fraction qty = measure(tank, unit, graph.qty.get(arriving));
        Content content = tank.contents.computeIfAbsent(unit, absent -> new Content());
        if (content.qty == 0) {
            content.stay = graph.stays.open(unit, tank.place, byEntry, arriving);
        }
        graph.stay.set(arriving, content.stay);
        content.qty += graph.qty.get(arriving);
        tank.qty = tank.qty.plus(qty);
        tank.batch = tank.batch < 0 ? batches++ : tank.batch;
        graph.batchUses.add(new Graph.BatchUse(tank.batch, tank.place, unit, byEntry));
        if (tank.mixing == Mixing.FIFO) {
            Fraction overlap = measure(tank, unit, graph.book.place(tank.place).overlap());
            tank.plugs.fill(arriving, unit, qty, overlap);
            return;
        }
        int pool = graph.addPool(tank.place, byEntry);
        if (tank.node >= 0) {
            graph.before.set(pool, tank.node);
            graph.addCarry(tank.node, pool, byEntry, tank.left);
        }
        if (graph.isUntracked(unit)) {
            graph.origins.add(pool, unit, graph.qty.get(arriving), Graph.Origin.Kind.UNTRACKED);
        } else {
            graph.addArc(arriving, pool, byEntry, Precision.UNIT.ordinal(), Fraction.ONE);
        }
        overlaps.joined(Overlaps.poolKey(tank.place), arriving, byEntry);
        if (contents >= 0) {
            graph.addPossible(contents, pool, byEntry, Precision.UNIT.ordinal());
        }
        tank.node = pool;
        tank.left = Fraction.ONE;
    }

    /** Draws from a vessel into a node, whatever unit the draw names; returns what was missing. */
    long draw(int place, long want, int target, int byEntry) {
        Tank tank = tank(place);
        int unit = graph.unit.get(target);
        Fraction wanted = measure(tank, unit, want);
        Fraction got = wanted.min(tank.qty);
        if (tank.batch >= 0) {
            graph.batchUses.add(new Graph.BatchUse(tank.batch, place, unit, byEntry));
        }
        if (tank.mixing == Mixing.FIFO) {
            drawPlugs(tank, got, target, byEntry);
        } else {
            drawPool(tank, got, target, byEntry);
        }
        tank.qty = tank.qty.minus(got);
        Fraction lacking = wanted.minus(got);
        long missing = lacking.isZero()
                ? 0
                : lacking.over(wanted).times(Fraction.of(want)).toDecimal(0).longValueExact();
        Content content = tank.contents.get(unit);
        long counted = content == null ? 0 : take(content, want, byEntry);
        rename(unit, place, want - missing - counted, byEntry);
        if (tank.qty.isZero()) {
            tank.contents.forEach((other, rest) -> rename(other, place, -take(rest, rest.qty, byEntry), byEntry));
            tank.batch = tank.leavesTraces() ? tank.batch : -1;
            if (tank.mixing == Mixing.WELL_MIXED) {
                tank.node = -1;
                overlaps.drained(Overlaps.poolKey(place), byEntry);
            }
        }
        return missing;
    }

    private void rename(int unit, int place, long qty, int byEntry) {
        if (qty != 0) {
            graph.renamed.add(new Graph.Renamed(unit, place, qty, byEntry));
        }
    }

    private void drawPool(Tank tank, Fraction got, int target, int byEntry) {
        int key = Overlaps.poolKey(tank.place);
        if (tank.node >= 0) {
            int kind = overlaps.precisionNow(key, byEntry, Precision.LOT).ordinal();
            if (tank.qty.isZero()) {
                graph.addPossible(tank.node, target, byEntry, kind);
            } else {
                Fraction part = tank.left.times(got.over(tank.qty));
                graph.addArc(tank.node, target, byEntry, kind, part);
                tank.left = tank.left.minus(part);
            }
        }
        overlaps.drawn(key, byEntry, target, Precision.LOT);
    }

    private void drawPlugs(Tank tank, Fraction got, int target, int byEntry) {
        for (PlugFlow.Taken taken : tank.plugs.draw(got)) {
            PlugFlow.Plug plug = taken.plug();
            if (graph.isUntracked(plug.unit())) {
                graph.origins.add(target, plug.unit(), graph.qty.get(plug.node()), Graph.Origin.Kind.UNTRACKED);
                continue;
            }
            int kind = Precision.LOT.ordinal() | (taken.share().isZero() ? Graph.POSSIBLE : 0);
            graph.addArc(plug.node(), target, byEntry, kind, taken.share());
            if (tank.plugs.hasOverlap() && !taken.share().isZero()) {
                graph.loosen(taken.least(), taken.most());
            }
        }
    }

    private long take(Content content, long want, int byEntry) {
        long before = content.qty;
        content.qty = Math.max(0, before - want);
        if (before > 0 && content.qty == 0) {
            graph.stays.toEntry.set(content.stay, byEntry);
        }
        return before - content.qty;
    }

    /** Empties labels and amounts; what quantity remained is loss. */
    void clean(int place, int byEntry) {
        Tank tank = tanks.get(place);
        if (tank == null) {
            return;
        }
        tank.contents.forEach((unit, content) -> {
            if (content.qty > 0) {
                int node = tank.node >= 0 ? tank.node : graph.stays.lastNode.get(content.stay);
                graph.cleaned.add(new Graph.Cleaned(unit, node, content.qty));
                take(content, content.qty, byEntry);
            }
        });
        if (tank.node >= 0) {
            graph.rests.add(new Graph.Rest(tank.node, true));
        }
        overlaps.drained(Overlaps.poolKey(place), byEntry);
        tank.node = -1;
        tank.batch = -1;
        tank.left = Fraction.ONE;
        tank.qty = Fraction.ZERO;
        tank.plugs.clean().forEach(plug -> graph.rests.add(new Graph.Rest(plug.node(), true)));
    }

    /** What is in the vessels at the end, by the ledger's count; pool is -1 for a fifo vessel. */
    void finish() {
        for (Tank tank : tanks.values()) {
            tank.contents.forEach((unit, content) -> {
                if (content.qty > 0) {
                    graph.inVessels.add(new Graph.InVessel(unit, tank.place, content.qty, tank.node, content.stay));
                }
            });
            if (tank.node >= 0) {
                graph.rests.add(new Graph.Rest(tank.node, false));
            }
        }
    }

    private Tank tank(int place) {
        return tanks.computeIfAbsent(
                place, id -> new Tank(id, graph.book.place(id), Measure.common(filledWith.getOrDefault(id, Set.of()))));
    }

    // Without a dimension in common only the numbers themselves can be compared.
    private Fraction measure(Tank tank, int unit, long qty) {
        Unit what = graph.facts.like(unit);
        return what.measure().convertsTo(tank.dimension)
                ? what.measure().in(tank.dimension, qty, what.decimals())
                : Fraction.of(
                        BigDecimal.valueOf(qty, what.decimals()).setScale(what.decimals(), RoundingMode.UNNECESSARY));
    }
}
