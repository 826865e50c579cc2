/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Adds up one mass balance from what a scan of the entries leaves: each quantity of the unit is counted once. */
final class Balancing {

    private final Scan.Scanned scanned;
    private final Graph graph;
    private final long knownAtSeq;
    private final int unit;
    private final boolean withSerials;
    private final int decimals;
    private final BitSet counted = new BitSet();
    private final Map<Key, BigDecimal> sums = new LinkedHashMap<>();
    private final Map<Integer, BigDecimal> gross = new LinkedHashMap<>();
    private final List<EntryGap> gaps = new ArrayList<>();

    private record Key(MassBalance.Kind kind, int place, List<Integer> within) {}

    private record EntryGap(int entry, int place, long qty, MassBalance.Why why) {}

    Balancing(Book book, Selection selection, int unit, boolean withSerials) {
        this.scanned = Scan.of(book, selection);
        this.graph = scanned.graph();
        this.knownAtSeq = selection.knownAtSeq();
        this.unit = unit;
        this.withSerials = withSerials;
        this.decimals = book.unit(unit).decimals();
        counted.set(unit);
        for (int member = 0; withSerials && member < book.unitCount(); member++) {
            Unit serial = book.unit(member);
            boolean isAlike = serial.decimals() == decimals
                    && serial.measure().equals(book.unit(unit).measure());
            counted.set(member, isAlike && serial.lotUnit() == unit || member == unit);
        }
    }

    MassBalance balance() {
        addArrivals();
        addOrigins();
        addSerials();
        addStates();
        addRunsAndVessels();
        List<MassBalance.Line> lines = lines();
        BigDecimal entered = BigDecimal.ZERO;
        BigDecimal accounted = BigDecimal.ZERO;
        for (MassBalance.Line line : lines) {
            entered = line.kind().isEntry() ? entered.add(line.qty()) : entered;
            accounted = line.kind().isEntry() ? accounted : accounted.add(line.qty());
        }
        List<MassBalance.Gap> named = gaps();
        BigDecimal gap = named.stream().map(MassBalance.Gap::qty).reduce(decimal(0), BigDecimal::add);
        return new MassBalance(
                graph.outerUnit(unit),
                withSerials,
                knownAtSeq,
                entered.add(decimal(0)),
                accounted.add(decimal(0)),
                gap,
                lines,
                deliveries(lines),
                named);
    }

    private BigDecimal decimal(long qty) {
        return BigDecimal.valueOf(qty, decimals);
    }

    private void add(MassBalance.Kind kind, int place, List<Integer> within, long qty) {
        sums.merge(new Key(kind, place, within), decimal(qty), BigDecimal::add);
    }

    private void addArrivals() {
        for (int node = 0; node < graph.nodes(); node++) {
            int from = graph.origin.get(node);
            if (from < 0 || !counted.get(graph.unit.get(node))) {
                continue;
            }
            long qty = graph.qty.get(node);
            if (graph.facts.kindOfPlace(from) == Place.Kind.RUN) {
                add(MassBalance.Kind.MADE, from, List.of(), qty);
            }
            if (graph.kindAt(node) == Place.Kind.UNKNOWN) {
                gaps.add(new EntryGap(graph.entry.get(node), from, qty, MassBalance.Why.UNKNOWN));
            }
            if (Totals.isSent(graph, from)) {
                send(graph.place.get(node), qty);
            }
        }
        for (Graph.Ride ride : graph.rides) {
            if (counted.get(graph.unit.get(ride.node()))) {
                send(ride.to(), ride.qty());
            }
        }
    }

    private void send(int to, long qty) {
        if (graph.facts.kindOfPlace(to) == Place.Kind.PARTNER) {
            gross.merge(to, decimal(qty), BigDecimal::add);
        }
    }

    private void addOrigins() {
        for (Graph.Origin origin : graph.origins) {
            if (!counted.get(origin.unit())) {
                continue;
            }
            int node = origin.node();
            int from = graph.origin.get(node);
            int to = graph.place.get(node);
            long qty = origin.qty();
            switch (origin.kind()) {
                case NEW_GOODS -> {
                    boolean isBought = graph.facts.kindOfPlace(from) == Place.Kind.PARTNER;
                    MassBalance.Kind kind = isBought ? MassBalance.Kind.RECEIVED : MassBalance.Kind.COMMISSIONED;
                    add(kind, isBought ? from : to, List.of(), qty);
                }
                case FOUND -> add(MassBalance.Kind.FOUND, to, List.of(), qty);
                case SHORTFALL -> gaps.add(new EntryGap(graph.entry.get(node), from, -qty, MassBalance.Why.SHORTFALL));
                case UNKNOWN -> gaps.add(new EntryGap(graph.entry.get(node), to, -qty, MassBalance.Why.UNKNOWN));
                case UNTRACKED -> {
                    // Not a quantity of its own: which of the stock it was is what nobody knows.
                }
            }
        }
    }

    // Between a lot and serials that are counted with it nothing enters or leaves.
    private void addSerials() {
        for (Graph.FromLot taken : graph.fromLots) {
            boolean isLotIn = counted.get(taken.lot());
            boolean isSerialIn = counted.get(graph.unit.get(taken.node()));
            if (isLotIn != isSerialIn) {
                MassBalance.Kind kind = isLotIn ? MassBalance.Kind.SERIALISED : MassBalance.Kind.FROM_LOT;
                add(kind, graph.origin.get(taken.node()), List.of(), taken.qty());
            }
        }
    }

    private void addStates() {
        States states = scanned.states();
        for (int state = 0; state < states.size(); state++) {
            int place = states.place.get(state);
            boolean isLost = graph.facts.kindOfPlace(place) == Place.Kind.UNKNOWN;
            if (counted.get(states.unit.get(state)) && states.qty.get(state) > 0 && !isLost) {
                List<Integer> within = scanned.nest().around(place);
                add(kindAt(place, within), place, within, states.qty.get(state));
            }
        }
    }

    private MassBalance.Kind kindAt(int place, List<Integer> within) {
        boolean isPart = kind(place) == Place.Kind.HOST || within.stream().anyMatch(at -> kind(at) == Place.Kind.HOST);
        if (isPart) {
            return MassBalance.Kind.INSTALLED;
        }
        return switch (kind(within.isEmpty() ? place : within.getLast())) {
            case PARTNER -> MassBalance.Kind.AT_PARTNER;
            case SCRAP -> MassBalance.Kind.SCRAPPED;
            case ADJUSTMENT -> MassBalance.Kind.ADJUSTED_DOWN;
            case OUTSIDE -> MassBalance.Kind.LEFT;
            case SITE, AREA, BIN, VESSEL, CONTAINER, HOST, RUN, UNKNOWN ->
                kind(place) == Place.Kind.CONTAINER ? MassBalance.Kind.PACKED : MassBalance.Kind.ON_HAND;
        };
    }

    private Place.Kind kind(int place) {
        return graph.facts.kindOfPlace(place);
    }

    private void addRunsAndVessels() {
        for (int input = 0; input < graph.inRuns.size(); input++) {
            int node = graph.inRuns.node(input);
            if (counted.get(graph.unit.get(node))) {
                MassBalance.Kind kind =
                        graph.inRuns.isUsed(input) ? MassBalance.Kind.CONSUMED : MassBalance.Kind.IN_PROCESS;
                add(kind, graph.place.get(node), List.of(), graph.qty.get(node));
            }
        }
        for (Graph.InVessel content : graph.inVessels) {
            if (counted.get(content.unit())) {
                add(MassBalance.Kind.ON_HAND, content.place(), List.of(), content.qty());
            }
        }
        for (Graph.Cleaned cleaned : graph.cleaned) {
            if (counted.get(cleaned.unit())) {
                add(MassBalance.Kind.LOST, graph.place.get(cleaned.node()), List.of(), cleaned.qty());
            }
        }
        for (Graph.Renamed renamed : graph.renamed) {
            if (counted.get(renamed.unit())) {
                gaps.add(new EntryGap(renamed.entry(), renamed.place(), -renamed.qty(), MassBalance.Why.OTHER_NAME));
            }
        }
    }

    private String code(int place) {
        return graph.book.place(place).code();
    }

    private List<MassBalance.Line> lines() {
        Comparator<Key> order = Comparator.comparing(Key::kind)
                .thenComparing(key -> code(key.place()))
                .thenComparing(key ->
                        String.join(">", key.within().stream().map(this::code).toList()))
                .thenComparing(key -> kind(key.place()));
        List<MassBalance.Line> lines = new ArrayList<>();
        inOrder(sums, order, (key, qty) -> {
            List<Integer> within = key.within().stream().map(graph::outerPlace).toList();
            lines.add(new MassBalance.Line(key.kind(), graph.outerPlace(key.place()), within, qty));
        });
        return lines;
    }

    private static <K> void inOrder(Map<K, BigDecimal> map, Comparator<K> order, BiConsumer<K, BigDecimal> each) {
        map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
    }

    private List<MassBalance.Delivery> deliveries(List<MassBalance.Line> lines) {
        List<MassBalance.Delivery> found = new ArrayList<>();
        inOrder(gross, Comparator.comparing(this::code), (partner, sent) -> {
            int outer = graph.outerPlace(partner);
            BigDecimal there = lines.stream()
                    .filter(line -> !line.kind().isEntry())
                    .filter(line -> (line.within().isEmpty()
                                    ? line.place()
                                    : line.within().getLast())
                            == outer)
                    .map(MassBalance.Line::qty)
                    .reduce(decimal(0), BigDecimal::add);
            found.add(new MassBalance.Delivery(outer, sent, there));
        });
        return found;
    }

    private List<MassBalance.Gap> gaps() {
        return gaps.stream()
                .sorted(Comparator.comparingInt(EntryGap::entry)
                        .thenComparing(EntryGap::why)
                        .thenComparing(gap -> code(gap.place()))
                        .thenComparingLong(EntryGap::qty))
                .map(gap -> {
                    int entry = gap.entry();
                    return new MassBalance.Gap(
                            graph.entries.seq(entry),
                            graph.entries.act(entry),
                            graph.outerPlace(gap.place()),
                            decimal(gap.qty()),
                            gap.why());
                })
                .toList();
    }
}
