/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a fifo vessel (trace semantics §2, Vessel): plug flow over cumulative quantity. What entered at position x
 * leaves when between x−δ and x+δ has been drawn in all, δ being the overlap; a draw (V, V+q] thus takes from what
 * entered in [V−δ, V+q+δ].
 *
 * <p>Within that the shares are: first all that has to leave by then (before V+q−δ), then the same part of everything
 * else there. So each draw gets q, what was filled leaves once and wholly, and without overlap it is first in, first
 * out. Sample, δ = 50: of 600 R1 followed by 400 R2, three draws take
 *
 * <pre>
 * (0, 300]     300 R1
 * (300, 600]   275 R1, 25 R2   due before 550, then half of what entered in [550, 650]
 * (600, 1000]   25 R1, 375 R2
 * </pre>
 *
 * <p>Parts are taken in billionths of the vessel's unit, so that the numbers stay short however often it is drawn from;
 * the oldest gives what that leaves over.
 */
final class PlugFlow {

    private static final Fraction GRID = Fraction.of(1_000_000_000L);

    private final List<Plug> plugs = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private @Nullable Fraction overlap;
    private Fraction drawn = Fraction.ZERO;
    private Fraction filled = Fraction.ZERO;

    /** A fill, from {@code start} on the axis of cumulative quantity. */
    record Plug(int node, int unit, Fraction start, Fraction length) {

        Fraction end() {
            return start.plus(length);
        }

        private Fraction within(Fraction from, Fraction to) {
            return end().min(to).minus(start.max(from)).max(Fraction.ZERO);
        }
    }

    /** What is left, {@code qty}, of what entered between two positions of one fill. */
    private record Piece(Plug plug, Fraction from, Fraction to, Fraction qty) {

        private Piece before(Fraction at) {
            Fraction length = at.minus(from);
            Fraction whole = to.minus(from);
            boolean isUntouched = qty.equals(whole);
            return new Piece(plug, from, at, isUntouched ? length : onGrid(qty.times(length.over(whole))));
        }

        private Piece without(Piece before) {
            return new Piece(plug, before.to, to, qty.minus(before.qty));
        }
    }

    /**
     * What a draw takes of one fill, as shares of the fill.
     *
     * @param least whatever way it flowed, at least so much of the fill is in the draw
     * @param most and at most so much
     */
    record Taken(Plug plug, Fraction share, Fraction least, Fraction most) {}

    /** @param overlapNow δ, taken over by the first fill of an empty axis */
    void fill(int node, int unit, Fraction qty, Fraction overlapNow) {
        overlap = overlap == null ? overlapNow : overlap;
        Plug plug = new Plug(node, unit, filled, qty);
        plugs.add(plug);
        filled = filled.plus(qty);
        pieces.add(new Piece(plug, plug.start(), filled, qty));
    }

    private Fraction overlap() {
        return overlap == null ? Fraction.ZERO : overlap;
    }

    boolean hasOverlap() {
        return overlap().isPositive();
    }

    /** Draws what is there; names each fill that can be in it, oldest first, also those with no share. */
    List<Taken> draw(Fraction got) {
        Fraction from = drawn.minus(overlap());
        Fraction to = drawn.plus(got);
        Fraction until = to.plus(overlap());
        plugs.removeIf(plug -> plug.end().compareTo(from) <= 0);
        Map<Plug, Fraction> shares = take(got, to.minus(overlap()), until);
        Fraction together = Fraction.ZERO;
        for (Plug plug : plugs) {
            together = together.plus(plug.within(from, until));
        }
        List<Taken> taken = new ArrayList<>();
        for (Plug plug : plugs) {
            if (plug.start().compareTo(until) >= 0) {
                break;
            }
            Fraction own = plug.within(from, until);
            Fraction least = got.minus(together.minus(own)).max(Fraction.ZERO);
            Fraction share = shares.getOrDefault(plug, Fraction.ZERO);
            taken.add(new Taken(
                    plug,
                    share.over(plug.length()),
                    least.min(share).over(plug.length()),
                    got.min(own).max(share).over(plug.length())));
        }
        drawn = to;
        return taken;
    }

    private Map<Plug, Fraction> take(Fraction got, Fraction due, Fraction until) {
        splitAt(due);
        splitAt(until);
        Fraction open = got;
        Fraction there = Fraction.ZERO;
        for (Piece piece : pieces) {
            if (piece.to().compareTo(due) <= 0) {
                open = open.minus(piece.qty());
            } else if (piece.to().compareTo(until) <= 0) {
                there = there.plus(piece.qty());
            }
        }
        Fraction part = there.isZero() ? Fraction.ZERO : open.over(there).min(Fraction.ONE);
        List<Fraction> parts = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            boolean isDue = piece.to().compareTo(due) <= 0;
            boolean canBe = !isDue && piece.to().compareTo(until) <= 0;
            Fraction taken = isDue
                    ? piece.qty()
                    : !canBe
                            ? Fraction.ZERO
                            : part.equals(Fraction.ONE)
                                    ? piece.qty()
                                    : onGrid(piece.qty().times(part));
            open = isDue ? open : open.minus(taken);
            parts.add(taken);
        }
        return takeOut(parts, open);
    }

    private Map<Plug, Fraction> takeOut(List<Fraction> parts, Fraction leftOver) {
        Map<Plug, Fraction> shares = new HashMap<>();
        List<Piece> rest = new ArrayList<>(pieces.size());
        Fraction open = leftOver;
        for (int i = 0; i < parts.size(); i++) {
            Piece piece = pieces.get(i);
            Fraction more = open.min(piece.qty().minus(parts.get(i)));
            Fraction taken = parts.get(i).plus(more);
            open = open.minus(more);
            shares.merge(piece.plug(), taken, Fraction::plus);
            if (taken.compareTo(piece.qty()) < 0) {
                rest.add(new Piece(
                        piece.plug(), piece.from(), piece.to(), piece.qty().minus(taken)));
            }
        }
        pieces = rest;
        return shares;
    }

    private void splitAt(Fraction at) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.from().compareTo(at) < 0 && at.compareTo(piece.to()) < 0) {
                Piece before = piece.before(at);
                pieces.set(i, before);
                pieces.add(i + 1, piece.without(before));
                return;
            }
        }
    }

    private static Fraction onGrid(Fraction qty) {
        BigInteger steps = qty.times(GRID).toDecimal(0, RoundingMode.FLOOR).toBigInteger();
        return new Fraction(steps, BigInteger.ONE).over(GRID);
    }

    /** Takes everything out; names the fills of which something was left. */
    List<Plug> clean() {
        List<Plug> left = pieces.stream().map(Piece::plug).distinct().toList();
        drawn = filled;
        plugs.clear();
        pieces.clear();
        return left;
    }
}
