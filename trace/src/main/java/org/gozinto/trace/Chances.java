/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely each unit holds a bad piece, when so many pieces of each seed lot are bad (trace semantics §4): for m
 * pieces of a lot of Q with A bad, 1 − C(Q−A,m)/C(Q,m); for several lots 1 − Π(1−pᵢ), each lot followed on its own.
 * Where m is only known to be between bounds, so is the chance, as it grows with m.
 */
final class Chances {

    private static final int DIGITS = 12;

    private final Trace trace;
    private final Graph graph;
    private final Map<Integer, List<Odds>> ofUnit = new HashMap<>();
    private final @Nullable String missing;

    Chances(Trace trace, @Nullable Amounts amounts) {
        this.trace = trace;
        this.graph = trace.graph;
        Long bad = trace.question.badPieces();
        this.missing = bad == null ? null : find(amounts, bad);
        if (missing != null) {
            ofUnit.clear();
        }
    }

    /** Why there are no chances, null when there are or nobody asked. */
    @Nullable
    String missing() {
        return missing;
    }

    @Nullable
    Odds of(int unit) {
        if (trace.question.badPieces() == null || missing != null) {
            return null;
        }
        List<Odds> odds = ofUnit.getOrDefault(unit, List.of());
        return new Odds(
                rounded(Chance.ofAny(odds.stream().map(Odds::lo).toList())),
                rounded(Chance.ofAny(odds.stream().map(Odds::hi).toList())));
    }

    private static BigDecimal rounded(BigDecimal chance) {
        return chance.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private @Nullable String find(@Nullable Amounts amounts, long bad) {
        if (!trace.walk.isForward() || amounts == null) {
            return "chance: is answered forward, with amounts";
        }
        if (amounts.missing() != null) {
            return "chance: there are no amounts to reckon with";
        }
        BitSet named = trace.seeds.namedUnits;
        for (int seed = named.nextSetBit(0); seed >= 0; seed = named.nextSetBit(seed + 1)) {
            String reason = trace.seeds.members.get(seed) ? null : add(amounts, seed, bad);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable String add(Amounts amounts, int seed, long bad) {
        Unit lot = graph.book.unit(seed);
        Fraction inOne = lot.measure().perBaseUnit().get(lot.measure().base());
        if (!lot.measure().base().equals(Measure.PIECES) || !Fraction.ONE.equals(inOne)) {
            return "chance: a seed is not counted in pieces";
        }
        BitSet whole = new BitSet();
        trace.seeds.wholeUnits.stream().filter(unit -> isOf(unit, seed)).forEach(whole::set);
        BitSet nodes = new BitSet();
        amounts.seedNodes().stream()
                .filter(node -> isOf(graph.unit.get(node), seed))
                .forEach(nodes::set);
        Flow flow = amounts.pass(lot, whole, nodes);
        Fraction pieces = flow.entered();
        if (pieces.den().bitLength() > 1 || pieces.num().bitLength() >= Long.SIZE) {
            return "chance: a seed is not a whole number of pieces";
        }
        long all = pieces.num().longValue();
        if (bad > all) {
            return "chance: a seed has fewer pieces than are said to be bad";
        }
        Map<Integer, Flow.Share> rests = amounts.restOfUnits(flow);
        IntList reached = trace.marks.units();
        for (int i = 0; i < reached.size(); i++) {
            int unit = reached.get(i);
            Flow.Share share = rests.getOrDefault(unit, Flow.Share.NONE).plus(inside(unit, flow));
            ofUnit.computeIfAbsent(unit, absent -> new ArrayList<>()).add(odds(share, all, bad));
        }
        return null;
    }

    private boolean isOf(int unit, int seed) {
        return unit == seed || trace.seeds.members.get(unit) && graph.facts.lotOf(unit) == seed;
    }

    // A host is as bad as what is in it.
    private Flow.Share inside(int unit, Flow flow) {
        Flow.Share sum = Flow.Share.NONE;
        if (trace.scanned.nest().firstPlace(unit) >= 0) {
            IntList contents = trace.scanned.nest().contents(unit);
            for (int i = 0; i < contents.size(); i++) {
                int node = trace.scanned.states().node.get(contents.get(i));
                sum = node < 0 ? sum : sum.plus(flow.rest(node));
            }
        }
        return sum;
    }

    // Pieces are whole: at least so many as the lower bound begins, at most those that the upper one has completed.
    private static Odds odds(Flow.Share share, long all, long bad) {
        long least = share.lo().toDecimal(0, RoundingMode.CEILING).longValueExact();
        long most = share.hi().toDecimal(0, RoundingMode.FLOOR).longValueExact();
        long drawn = Math.clamp(Math.min(least, most), 0, all);
        return new Odds(Chance.atLeastOne(all, bad, drawn), Chance.atLeastOne(all, bad, Math.clamp(most, 0, all)));
    }
}
