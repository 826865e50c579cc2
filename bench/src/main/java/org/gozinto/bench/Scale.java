/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

/**
 * How much is measured.
 *
 * @param serials received in each bulk run, and in the book for lookups
 * @param warmUp serials received before a bulk run is timed
 * @param acts single acts by 64 clients
 * @param lookups requests of each kind and number of clients
 * @param scooters the simulated year that is traced
 * @param starts how often a start is repeated; the median counts
 * @param jmhSeconds measured for each micro-benchmark
 * @param screens what is done in the browser
 * @param graph the edges that the trace index and its peers hold
 * @param known cases with planted causes
 */
public record Scale(
        String name,
        int serials,
        int warmUp,
        int acts,
        int lookups,
        int scooters,
        int starts,
        int jmhSeconds,
        Browsed screens,
        Graphed graph,
        Known known) {

    public static final Scale SMALL = new Scale(
            "small",
            100_000,
            20_000,
            6_000,
            2_000,
            1_000,
            1,
            2,
            new Browsed(100, 50_000, 5, 30),
            new Graphed(0.1, 0.5),
            new Known(10, 40, 100_000, 2_000, 20));
    public static final Scale FULL = new Scale(
            "full",
            1_000_000,
            200_000,
            120_000,
            20_000,
            100_000,
            5,
            15,
            new Browsed(500, 1_000_000, 20, 200),
            new Graphed(1, 5),
            new Known(100, 2_000, 1_183_747, 50_000, 200));

    /**
     * How much is done in the browser.
     *
     * @param scans of each kind
     * @param movements of the lot whose page is opened
     * @param visits to that page, each way
     * @param pages of the long list
     */
    public record Browsed(int scans, int movements, int visits, int pages) {}

    /**
     * How large the graphs are.
     *
     * @param times the size, 1 for 9.6 million edges; a graph of a tenth and one of ten times the size are made too
     * @param effort seconds for which each question is asked to warm up, and again on the clock
     */
    public record Graphed(double times, double effort) {}

    /**
     * How many cases with a cause that is known.
     *
     * @param cases of each kind of cause; of signals half as many
     * @param quiet runs in which nothing is wrong
     * @param parts of the plant in which causes are looked for on the clock
     * @param lots of the run of signals that is timed, a multiple of 100
     * @param codes of it
     */
    public record Known(int cases, int quiet, int parts, int lots, int codes) {}

    Scale withSerials(int count) {
        return new Scale(name, count, warmUp, acts, lookups, scooters, starts, jmhSeconds, screens, graph, known);
    }

    Scale withScooters(int count) {
        return new Scale(name, serials, warmUp, acts, lookups, count, starts, jmhSeconds, screens, graph, known);
    }
}
