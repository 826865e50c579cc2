/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The amounts of an answer (trace semantics §3, §4): forward in one pass, backward one pass for each ancestor. */
final class Amounts {

    /** The most steps that a backward answer may take; beyond, the answer says that amounts are not answered. */
    private static final long MOST_STEPS = 50_000_000;

    private final Trace trace;
    private final Graph graph;
    private final Channels channels;
    private final Map<Measure, Channels.Sizes> sizes = new HashMap<>();
    private final Map<Integer, Flow.Share> restOfUnit = new HashMap<>();
    private final Map<Integer, Flow.Share> restOfStay = new HashMap<>();
    private final Map<Integer, Amount> backward = new HashMap<>();
    private final @Nullable Flow forward;
    private final int decimals;

    /** Why there are no amounts, or null when there are. */
    private final @Nullable String missing;

    Amounts(Trace trace) {
        this.trace = trace;
        this.graph = trace.graph;
        this.channels = new Channels(graph, trace.scanned.states(), trace.walk, trace.question);
        this.decimals = seedDecimals();
        this.missing = whyMissing();
        if (missing != null) {
            this.forward = null;
        } else if (trace.walk.isForward()) {
            int first = trace.seeds.namedUnits.nextSetBit(0);
            this.forward = new Flow(
                    channels,
                    first < 0 ? new Channels.Sizes(new Fraction[0], new BitSet()) : sizes(graph.book.unit(first)),
                    trace.seeds.wholeUnits,
                    seedNodes());
            restOfUnit.putAll(restOfUnits(forward));
            sumFills(forward);
        } else {
            this.forward = null;
            answerBackward();
        }
    }

    private int seedDecimals() {
        return trace.seeds.namedUnits.stream()
                .map(unit -> graph.facts.decimals(unit))
                .max()
                .orElse(0);
    }

    private @Nullable String whyMissing() {
        Set<Measure> measures = new HashSet<>();
        trace.seeds.namedUnits.stream().forEach(unit -> measures.add(graph.facts.measure(unit)));
        if (trace.walk.isForward()) {
            return measures.size() > 1 ? "amounts: the seeds have different units of measure" : null;
        }
        long steps = (long) trace.marks.units().size() * channels.arcs();
        return steps > MOST_STEPS ? "amounts: too many ancestors, narrow the seed" : null;
    }

    @Nullable
    String missing() {
        return missing;
    }

    private Channels.Sizes sizes(Unit seed) {
        return sizes.computeIfAbsent(seed.measure(), measure -> channels.sizes(seed));
    }

    BitSet seedNodes() {
        BitSet nodes = new BitSet();
        IntList planted = trace.seeds.nodes();
        for (int i = 0; i < planted.size(); i++) {
            nodes.set(planted.get(i));
        }
        return nodes;
    }

    /** What each unit has in it at the end of a pass. */
    Map<Integer, Flow.Share> restOfUnits(Flow flow) {
        Map<Integer, Flow.Share> rests = new HashMap<>();
        for (int local = 0; local < channels.nodes(); local++) {
            int node = channels.node(local);
            int unit = graph.unit.get(node);
            if (unit >= 0) {
                rests.merge(unit, flow.rest(node), Flow.Share::plus);
            }
        }
        for (Graph.InVessel content : graph.inVessels) {
            if (content.pool() >= 0) {
                rests.merge(content.unit(), flow.rest(content.pool()).times(partOfPool(content)), Flow.Share::plus);
            }
        }
        return rests;
    }

    private void sumFills(Flow flow) {
        for (int local = 0; local < channels.nodes(); local++) {
            int node = channels.node(local);
            if (graph.unit.get(node) >= 0
                    && graph.facts.mixes(graph.place.get(node))
                    && graph.book.place(graph.place.get(node)).mixing() == Mixing.FIFO) {
                restOfStay.merge(graph.stay.get(node), flow.rest(node), Flow.Share::plus);
            }
        }
    }

    /** A pass for some of the seeds alone: the units of which all is suspect, and single nodes of others. */
    Flow pass(Unit measuredAs, BitSet wholeUnits, BitSet nodes) {
        return new Flow(channels, sizes(measuredAs), wholeUnits, nodes);
    }

    // Whatever unit is named, the pool is one: each unit in the vessel has its part of what is in it.
    private Fraction partOfPool(Graph.InVessel content) {
        Fraction together = Fraction.ZERO;
        Fraction own = Fraction.ZERO;
        for (Graph.InVessel other : graph.inVessels) {
            if (other.place() == content.place()) {
                Unit unit = graph.book.unit(other.unit());
                Fraction qty = Fraction.ofQty(other.qty(), unit.decimals());
                together = together.plus(qty);
                own = other.unit() == content.unit() ? qty : own;
            }
        }
        return own.over(together);
    }

    private void answerBackward() {
        BitSet seedNodes = seedNodes();
        IntList ancestors = trace.marks.units();
        for (int i = 0; i < ancestors.size(); i++) {
            int ancestor = ancestors.get(i);
            BitSet whole = new BitSet();
            whole.set(ancestor);
            Unit unit = graph.book.unit(ancestor);
            Flow flow = new Flow(channels, sizes(unit), whole, new BitSet());
            restOfUnit.clear();
            restOfUnit.putAll(restOfUnits(flow));
            backward.put(ancestor, inSeeds(flow, seedNodes).toAmount(unit.decimals()));
        }
        restOfUnit.clear();
    }

    // A whole seed is asked about as it is at as-of; a narrowed one as it came in by those movements.
    private Flow.Share inSeeds(Flow flow, BitSet seedNodes) {
        Flow.Share sum = Flow.Share.NONE;
        BitSet whole = trace.seeds.wholeUnits;
        for (int unit = whole.nextSetBit(0); unit >= 0; unit = whole.nextSetBit(unit + 1)) {
            sum = sum.plus(restOfUnit.getOrDefault(unit, Flow.Share.NONE));
        }
        for (int node = seedNodes.nextSetBit(0); node >= 0; node = seedNodes.nextSetBit(node + 1)) {
            if (!whole.get(graph.unit.get(node))) {
                sum = sum.plus(trace.seeds.nowNodes.get(node) ? flow.rest(node) : flow.total(node));
            }
        }
        for (Hosting.Held held : trace.hosting.planted()) {
            boolean isNow = held.span().to() == Integer.MAX_VALUE;
            sum = sum.plus(isNow ? flow.rest(held.node()) : flow.total(held.node()));
        }
        return sum;
    }

    @Nullable
    Amount ofUnit(int unit) {
        if (forward == null) {
            return backward.get(unit);
        }
        return restOfUnit.getOrDefault(unit, Flow.Share.NONE).toAmount(decimals);
    }

    @Nullable
    Amount atNode(int node) {
        return forward == null ? null : forward.rest(node).toAmount(decimals);
    }

    @Nullable
    Amount inVessel(Graph.InVessel content) {
        if (forward == null) {
            return null;
        }
        // A fifo vessel keeps its fills apart; what it still has of one is under the name that it was filled as.
        Flow.Share share = content.pool() < 0
                ? restOfStay.getOrDefault(content.stay(), Flow.Share.NONE)
                : forward.rest(content.pool()).times(partOfPool(content));
        return share.toAmount(decimals);
    }

    /** Forward: where all seed material is now. */
    @Nullable
    Balance balance() {
        Flow flow = forward;
        if (flow == null) {
            return null;
        }
        BitSet lost = new BitSet();
        graph.rests.stream().filter(Graph.Rest::isLoss).forEach(rest -> lost.set(rest.node()));
        for (int input = 0; input < graph.inRuns.size(); input++) {
            if (graph.inRuns.isClosed(input)) {
                lost.set(graph.inRuns.node(input));
            }
        }
        Map<Part, Fraction> parts = new HashMap<>();
        Fraction sum = flow.killed();
        for (int local = 0; local < channels.nodes(); local++) {
            int node = channels.node(local);
            Fraction rest = flow.rest(node).expected();
            parts.merge(lost.get(node) ? Part.LOSS : partAt(node), rest, Fraction::plus);
            sum = sum.plus(rest);
        }
        int scale = decimals + 3;
        return new Balance(
                flow.entered().toDecimal(scale),
                parts.getOrDefault(Part.ON_HAND, Fraction.ZERO).toDecimal(scale),
                parts.getOrDefault(Part.AT_PARTNERS, Fraction.ZERO).toDecimal(scale),
                parts.getOrDefault(Part.SCRAPPED, Fraction.ZERO).toDecimal(scale),
                parts.getOrDefault(Part.IN_PROCESS, Fraction.ZERO).toDecimal(scale),
                parts.getOrDefault(Part.LOSS, Fraction.ZERO).toDecimal(scale),
                parts.getOrDefault(Part.ELSEWHERE, Fraction.ZERO).toDecimal(scale),
                flow.killed().toDecimal(scale),
                sum.toDecimal(scale));
    }

    private enum Part {
        ON_HAND,
        AT_PARTNERS,
        SCRAPPED,
        IN_PROCESS,
        LOSS,
        ELSEWHERE
    }

    // What is in a container or host is where that is now.
    private Part partAt(int node) {
        int place = graph.place.get(node);
        for (int depth = 0; depth < graph.book.placeCount(); depth++) {
            int wrapper = graph.facts.unitOfPlace(place);
            int outer = wrapper < 0 ? -1 : trace.scanned.states().whereIs(wrapper);
            if (outer < 0) {
                break;
            }
            place = outer;
        }
        return switch (graph.facts.kindOfPlace(place)) {
            case SITE, AREA, BIN, VESSEL, CONTAINER, HOST -> Part.ON_HAND;
            case PARTNER -> Part.AT_PARTNERS;
            case SCRAP -> Part.SCRAPPED;
            case RUN -> Part.IN_PROCESS;
            case OUTSIDE, ADJUSTMENT, UNKNOWN -> Part.ELSEWHERE;
        };
    }
}
