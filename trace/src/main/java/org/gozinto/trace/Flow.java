/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * One pass of amounts over the arcs in their order (trace semantics §4): each draw of q of Q takes A·q/Q, at least
 * max(0, lo − (Q−q)), at most min(hi, q); joins add. All in the seed's base unit, exactly.
 *
 * <p>Q and q of the bounds are what can be in a node at all ({@link Channels.Sizes}), so that they are scaled by yield.
 */
final class Flow {

    private static final Graph.Bounds NOTHING = new Graph.Bounds(Fraction.ZERO, Fraction.ZERO);

    private final Graph graph;
    private final Channels channels;
    private final Fraction[] size;
    private final BitSet unknownSize;
    private final Share[] total;
    private final Share[] rest;
    private final Fraction[] left;
    private final Map<Integer, Graph.Bounds> gone = new HashMap<>();
    private Fraction killed = Fraction.ZERO;
    private Fraction entered = Fraction.ZERO;

    /** Seed material: at least, expected, at most. */
    record Share(Fraction lo, Fraction expected, Fraction hi) {

        static final Share NONE = new Share(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        Share plus(Share other) {
            return new Share(lo.plus(other.lo), expected.plus(other.expected), hi.plus(other.hi));
        }

        Share times(Fraction factor) {
            return new Share(lo.times(factor), expected.times(factor), hi.times(factor));
        }

        Amount toAmount(int decimals) {
            int scale = decimals + 3;
            return new Amount(lo.toDecimal(scale), expected.toDecimal(scale), hi.toDecimal(scale));
        }
    }

    /** Runs the pass for seeds that are whole units, or single nodes of them. */
    Flow(Channels channels, Channels.Sizes sizes, BitSet wholeUnits, BitSet seedNodes) {
        this.graph = channels.graph;
        this.channels = channels;
        this.size = sizes.of().clone();
        this.unknownSize = (BitSet) sizes.unknown().clone();
        this.total = new Share[channels.nodes()];
        this.rest = new Share[channels.nodes()];
        this.left = new Fraction[channels.nodes()];
        Arrays.fill(total, Share.NONE);
        Arrays.fill(left, Fraction.ONE);
        BitSet fixed = fixed(wholeUnits, seedNodes);
        for (int i = 0; i < channels.arcs(); i++) {
            pass(i, fixed);
        }
        for (int local = 0; local < rest.length; local++) {
            open(local);
        }
    }

    // All of a seed is suspect: A = lo = hi = Q, whatever flows in.
    private BitSet fixed(BitSet wholeUnits, BitSet seedNodes) {
        BitSet fixed = new BitSet();
        for (int local = 0; local < channels.nodes(); local++) {
            int node = channels.node(local);
            int unit = graph.unit.get(node);
            if (unit >= 0 && (wholeUnits.get(unit) || seedNodes.get(node))) {
                fixed.set(local);
                Unit what = graph.facts.like(unit);
                Fraction qty = Fraction.ofQty(channels.seedQty(local), what.decimals());
                total[local] = new Share(qty, qty, qty);
                size[local] = Fraction.ofQty(graph.qty.get(node), what.decimals());
                unknownSize.clear(local);
                entered = entered.plus(qty);
            }
        }
        return fixed;
    }

    private void open(int local) {
        if (rest[local] == null) {
            rest[local] = total[local];
        }
    }

    private void pass(int arc, BitSet fixed) {
        int from = channels.from(arc);
        int to = channels.to(arc);
        boolean isSized = to >= 0 && !fixed.get(to);
        // What has nothing of the seed in it gives nothing of it.
        boolean isClean = total[from] == Share.NONE;
        if (isClean && !isSized) {
            return;
        }
        open(from);
        Graph.Bounds bounds = channels.bounds(arc);
        Fraction share = channels.share(arc);
        if (isSized) {
            Fraction most = bounds == null ? share : bounds.most();
            size[to] = size[to].plus(size[from].times(most));
            unknownSize.set(to, unknownSize.get(to) || unknownSize.get(from));
        }
        if (isClean || channels.isEnd(from)) {
            return;
        }
        Share drawn = bounds == null ? draw(from, share) : drawLoose(from, share, bounds);
        if (to >= 0 && fixed.get(to)) {
            // It counts there as a seed again, so it did not enter there.
            entered = entered.minus(drawn.expected());
        } else if (to >= 0 && channels.passes(arc)) {
            total[to] = total[to].plus(drawn);
        } else {
            killed = killed.plus(drawn.expected());
        }
    }

    private Share draw(int local, Fraction share) {
        Share before = rest[local];
        Fraction expected = total[local].expected().times(share);
        Fraction after = left[local].minus(share);
        Fraction whole = size[local];
        Share drawn;
        if (!unknownSize.get(local)) {
            Fraction qty = whole.times(share);
            Fraction remains = whole.times(after);
            drawn = new Share(
                    before.lo().minus(remains).max(Fraction.ZERO),
                    expected,
                    before.hi().min(qty));
            rest[local] = new Share(
                    before.lo().minus(qty).max(Fraction.ZERO),
                    before.expected().minus(expected),
                    before.hi().min(remains));
        } else if (after.isPositive()) {
            // Quantities that do not convert to the seed's unit bound nothing but the whole.
            drawn = new Share(Fraction.ZERO, expected, before.hi());
            rest[local] = new Share(Fraction.ZERO, before.expected().minus(expected), before.hi());
        } else {
            drawn = before;
            rest[local] = Share.NONE;
        }
        left[local] = after;
        return drawn;
    }

    // Which part of the whole went is known only between bounds, for each of the draws from it on its own.
    private Share drawLoose(int local, Fraction share, Graph.Bounds bounds) {
        Share all = total[local];
        Fraction whole = size[local];
        Graph.Bounds before = gone.getOrDefault(local, NOTHING);
        Fraction least = before.least().plus(bounds.least());
        Fraction most = before.most().plus(bounds.most()).min(Fraction.ONE);
        gone.put(local, new Graph.Bounds(least, most));
        Fraction expected = all.expected().times(share);
        Fraction remains = rest[local].expected().minus(expected);
        left[local] = left[local].minus(share);
        boolean isKnown = !unknownSize.get(local);
        if (!left[local].isPositive()) {
            rest[local] = Share.NONE;
        } else {
            rest[local] = new Share(
                    isKnown ? all.lo().minus(whole.times(most)).max(Fraction.ZERO) : Fraction.ZERO,
                    remains,
                    isKnown ? all.hi().min(whole.times(Fraction.ONE.minus(least))) : all.hi());
        }
        Fraction elsewhere = whole.times(Fraction.ONE.minus(bounds.least()));
        return new Share(
                isKnown ? all.lo().minus(elsewhere).max(Fraction.ZERO) : Fraction.ZERO,
                expected,
                isKnown ? all.hi().min(whole.times(bounds.most())) : all.hi());
    }

    /** What is still at a node at the end. */
    Share rest(int node) {
        int local = channels.local(node);
        return local < 0 ? Share.NONE : rest[local];
    }

    /** All that a node ever held. */
    Share total(int node) {
        int local = channels.local(node);
        return local < 0 ? Share.NONE : total[local];
    }

    /** Seed quantity that entered from elsewhere than the seeds themselves. */
    Fraction entered() {
        return entered;
    }

    Fraction killed() {
        return killed;
    }
}
