/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;

/** The trace index beside other engines that hold the same edges, and beside itself with more of them. */
final class Graphs {

    /** Ten times the edges may cost so much more: what the caches no longer hold, and nothing else. */
    private static final double FLAT = 1.5;

    /** Heap for an index that is joined, in sizes of the one that comes out. */
    private static final double ROOM_TO_JOIN = 3;

    /** What takes longer is not asked. */
    private static final double PATIENCE_MS = 120_000;

    private static final double TIMES_FASTER = 20;
    private static final double GIB = 1L << 30;

    private final Lab lab;
    private final Scale.Graphed scale;
    private final Table load = new Table("Load", "edges", "s", "edges/s", "MiB", "bytes an edge");
    private final Table growth;
    private final Gaps gaps = new Gaps();

    Graphs(Lab lab) {
        this.lab = lab;
        this.scale = lab.scale().graph();
        this.growth = new Table(
                "The same answer from more edges", "edges", "units reached", "which units ms", "all of it ms");
    }

    /**
     * A question as the index answered it.
     *
     * @param units reached, ascending
     * @param edges followed
     */
    private record Answered(Asked asked, int[] units, long edges, double reach, double answer, double amounts) {}

    String run() throws IOException, SQLException, InterruptedException {
        MemorySpeed memory = MemorySpeed.measured();
        System.out.println(memory.told());
        var graph = VehicleGraph.of(scale.times());
        List<Answered> answers;
        List<Double> few = smaller();
        List<Double> usual;
        Table appended;
        double bytesAnEdge;
        try (var indexed = new Indexed(graph)) {
            loaded("index, from the entries", graph, indexed.seconds(), indexed.bytes());
            bytesAnEdge = indexed.bytesAnEdge();
            gaps.atMostLarge("size of the index", 24, bytesAnEdge, " bytes an edge");
            Indexed.Filed filed = indexed.filed(lab.databases().folder());
            loaded("index, from its file", graph, filed.readSeconds(), filed.bytes());
            Lab.say("the file was written in %.2f s", filed.writtenSeconds());
            gaps.atMost(
                    "from the file to ready, " + Table.number(graph.edges()) + " edges (target: 10 M)",
                    2,
                    filed.readSeconds(),
                    " s");
            answers = answers(indexed);
            usual = grown(indexed);
            flat(few, usual, graph);
            appended = appended(indexed);
        }
        Map<String, List<Double>> peers = peers(graph, answers);
        larger(usual, bytesAnEdge);
        return String.join(
                "\n",
                told(graph),
                load.toString(),
                appended.toString(),
                sideBySide(answers, peers).toString(),
                growth.toString(),
                memory.told(),
                limits(answers, memory),
                targets(answers, peers).toString());
    }

    private static String told(VehicleGraph graph) {
        return String.format(
                Locale.ROOT,
                "%,d raw lots → %,d component lots → %,d sub-assemblies → %,d vehicles: %,d edges.%n",
                graph.raw(),
                graph.components(),
                graph.assemblies(),
                graph.vehicles(),
                graph.edges());
    }

    private void loaded(String what, VehicleGraph graph, double seconds, long bytes) {
        double mib = bytes / 1048576.0;
        load.row(
                what,
                Table.number(graph.edges()),
                Table.number(seconds),
                Table.number(graph.edges() / seconds),
                Table.number(mib),
                Table.number((double) bytes / graph.edges()));
        Lab.say("%s: %,d edges in %.1f s, %.0f MiB", what, graph.edges(), seconds, mib);
    }

    private static Table appended(Indexed indexed) throws InterruptedException {
        Latencies live = indexed.live();
        return new Table("Appending", "entries/s", "movements/s", "p50 ms", "p99 ms", "most ms")
                .row(
                        "catching up, " + Table.number((long) Indexed.AT_A_TIME) + " entries at a time",
                        Table.number(indexed.graph().entries() / indexed.seconds()),
                        Table.number(indexed.rows() / indexed.seconds()),
                        "–",
                        "–",
                        "–")
                .row(
                        "one by one to the full index",
                        "–",
                        "–",
                        Table.number(live.ms(0.5)),
                        Table.number(live.ms(0.99)),
                        Table.number(live.ms(1)));
    }

    // --- the index

    private List<Answered> answers(Indexed indexed) throws SQLException {
        VehicleGraph graph = indexed.graph();
        List<Answered> answers = new ArrayList<>();
        for (Asked asked : List.of(Asked.small(graph), Asked.middle(graph), Asked.large(graph), Asked.parts(graph))) {
            int[] units = indexed.units(asked);
            Repeated reach = indexed.reach(scale.effort(), asked);
            if (reach.result() != units.length) {
                throw new IllegalStateException(asked.title() + ": a label reaches " + reach.result()
                        + " units, the answer has " + units.length);
            }
            double answer = indexed.answer(scale.effort(), asked, false).ms();
            double amounts = amounts(indexed, asked, units.length, answers);
            Lab.say(
                    "%s: %,d units in %.3f ms, all of it in %.3f ms, with amounts in %s ms",
                    asked.title(), units.length, reach.ms(), answer, Table.number(amounts));
            answers.add(new Answered(asked, units, indexed.edgesFollowed(asked, units), reach.ms(), answer, amounts));
        }
        return answers;
    }

    /** Is left out, as no number, when by the answers before it would take too long. */
    private double amounts(Indexed indexed, Asked asked, int units, List<Answered> before) throws SQLException {
        double msAUnit = before.stream()
                .mapToDouble(answered -> answered.amounts() / answered.units().length)
                .filter(ms -> !Double.isNaN(ms))
                .min()
                .orElse(0);
        if (msAUnit * units > PATIENCE_MS) {
            Lab.say("%s: amounts left out, they would take %.0f s", asked.title(), msAUnit * units / 1_000);
            return Double.NaN;
        }
        return indexed.answer(scale.effort(), asked, true).ms();
    }

    // --- growth

    /** Measures what stays the same, as part of a graph of this size; tells the times to find out which units. */
    private List<Double> grown(Indexed indexed) throws SQLException {
        VehicleGraph graph = indexed.graph();
        List<Double> times = new ArrayList<>();
        for (Asked asked : List.of(Asked.spread(graph), Asked.usual(graph))) {
            Repeated reach = indexed.reach(scale.effort(), asked);
            Repeated answer = indexed.answer(scale.effort(), asked, false);
            growth.row(
                    asked.title(),
                    Table.number(graph.edges()),
                    Table.number(reach.result()),
                    Table.number(reach.ms()),
                    Table.number(answer.ms()));
            Lab.say("%,d edges, %s: %.4f ms", graph.edges(), asked.title(), reach.ms());
            times.add(reach.ms() / reach.result());
        }
        return times;
    }

    private void flat(List<Double> fewer, List<Double> more, VehicleGraph graph) {
        List<Asked> questions = List.of(Asked.spread(graph), Asked.usual(graph));
        for (int i = 0; i < questions.size(); i++) {
            gaps.atMost(
                    questions.get(i).title() + ", each unit, " + Table.number(graph.edges()) + " edges beside a tenth",
                    FLAT,
                    more.get(i) / fewer.get(i),
                    " ×");
        }
    }

    private List<Double> smaller() throws SQLException, InterruptedException {
        try (var indexed = new Indexed(VehicleGraph.of(scale.times() / 10))) {
            return grown(indexed);
        }
    }

    private void larger(List<Double> usual, double bytesAnEdge) throws SQLException, InterruptedException {
        var graph = VehicleGraph.of(scale.times() * 10);
        double needed = ROOM_TO_JOIN * bytesAnEdge * graph.edges();
        double room = Runtime.getRuntime().maxMemory();
        if (needed > room) {
            String needs = String.format(
                    Locale.ROOT, "left out: takes %.0f GiB of heap, there is %.0f", needed / GIB, room / GIB);
            growth.row(needs, Table.number(graph.edges()), "–", "–", "–");
            return;
        }
        try (var indexed = new Indexed(graph)) {
            loaded("index, ten times the edges", graph, indexed.seconds(), indexed.bytes());
            flat(usual, grown(indexed), graph);
        }
    }

    // --- the peers

    private static List<Peer> present() {
        List<Peer> peers = new ArrayList<>(List.of(new EdgesInPostgres()));
        ServiceLoader.load(Peer.class).forEach(peers::add);
        return peers;
    }

    private Map<String, List<Double>> peers(VehicleGraph graph, List<Answered> answers)
            throws IOException, SQLException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (Peer peer : present()) {
            try (peer) {
                long start = System.nanoTime();
                peer.load(graph, lab.databases().folder());
                loaded(peer.title(), graph, (System.nanoTime() - start) / 1e9, peer.bytes());
                List<Double> ms = new ArrayList<>();
                for (Answered answered : answers) {
                    ms.add(asked(peer, answered));
                }
                times.put(peer.title(), ms);
            }
        }
        return times;
    }

    private double asked(Peer peer, Answered answered) throws SQLException {
        Asked asked = answered.asked();
        if (!Arrays.equals(peer.units(asked), answered.units())) {
            throw new IllegalStateException(peer.title() + " reaches other units " + asked.title());
        }
        Repeated count = Repeated.of(scale.effort(), () -> peer.count(asked));
        Lab.say("%s, %s: %,d units in %.3f ms", peer.title(), asked.title(), count.result(), count.ms());
        if (count.result() != answered.units().length) {
            throw new IllegalStateException(peer.title() + " counts " + count.result() + " units " + asked.title());
        }
        return count.ms();
    }

    // --- what is told

    private static Table sideBySide(List<Answered> answers, Map<String, List<Double>> peers) {
        List<String> columns = new ArrayList<>(
                List.of("Question, ms", "units reached", "index, which units", "all of it", "with amounts"));
        peers.keySet().forEach(peer -> columns.add(peer + ", which units"));
        var table = new Table(columns.toArray(String[]::new));
        for (int i = 0; i < answers.size(); i++) {
            Answered answered = answers.get(i);
            List<String> cells = new ArrayList<>(List.of(
                    answered.asked().title(),
                    Table.number((long) answered.units().length),
                    Table.number(answered.reach()),
                    Table.number(answered.answer()),
                    Table.number(answered.amounts())));
            for (List<Double> ms : peers.values()) {
                cells.add(Table.number(ms.get(i)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /** How far the longest traversal is from what the memory allows: each edge is a line that nobody could foresee. */
    private static String limits(List<Answered> answers, MemorySpeed memory) {
        Answered longest = answers.stream()
                .max((a, b) -> Integer.compare(a.units().length, b.units().length))
                .orElseThrow();
        double nsAnEdge = longest.reach() * 1e6 / longest.edges();
        double fetched = MemorySpeed.LINE / nsAnEdge * 1e9;
        return new Table("The longest traversal, " + longest.asked().title(), "")
                .row("edges followed", Table.number(longest.edges()))
                .row("ns an edge", Table.number(nsAnEdge))
                .row("GB/s, were each edge a line of " + MemorySpeed.LINE + " bytes", Table.number(fetched / 1e9))
                .row("of what reads at random reach", percent(fetched, memory.gathered()))
                .row("of what one thread reads and writes in order", percent(fetched, memory.streamed()))
                .toString();
    }

    private static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
    }

    private Gaps targets(List<Answered> answers, Map<String, List<Double>> peers) {
        target(answers.get(1), "35,000", 3);
        target(answers.get(2), "1,000,000", 60);
        target(answers.get(3), "500", 0.1);
        peers.forEach((peer, ms) -> gaps.atLeast(
                answers.get(1).asked().title() + ", times as fast as " + peer,
                TIMES_FASTER,
                ms.get(1) / answers.get(1).reach(),
                " ×"));
        return gaps;
    }

    private void target(Answered answered, String units, double wanted) {
        String here = answered.asked().title() + ", here " + Table.number((long) answered.units().length)
                + " units (target: " + units + "), ";
        gaps.atMost(here + "which units", wanted, answered.reach(), " ms");
        gaps.atMost(here + "all of it", wanted, answered.answer(), " ms");
    }
}
