/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How fast the memory of the machine is, read from Java: what no traversal can be faster than.
 *
 * @param streamed bytes a second of one thread that reads two arrays and writes a third (the triad of STREAM)
 * @param streamedByAll the same by a thread on each core
 * @param gatherNs one thread reads ints at random places of an array, the places known beforehand
 * @param chaseNs the same where each place is read from the one before
 */
record MemorySpeed(double streamed, double streamedByAll, double gatherNs, double chaseNs) {

    /** What the processor fetches for each read that is not in its caches. */
    static final int LINE = 64;

    private static final int TIMES = 15;
    private static final int DOUBLES = 1 << 23;
    private static final int INTS_BITS = 26;
    private static final int INTS = 1 << INTS_BITS;
    private static final int ROUNDS = 100;
    private static final int READS = 1 << 17;
    private static final double SCALAR = 3;

    static MemorySpeed measured() throws InterruptedException {
        double one = streamed(1);
        double all = streamed(Runtime.getRuntime().availableProcessors());
        int[] next = circle();
        return new MemorySpeed(one, all, best(next, MemorySpeed::gather), best(next, MemorySpeed::chase));
    }

    private static double streamed(int threads) throws InterruptedException {
        List<double[][]> arrays = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            arrays.add(new double[3][DOUBLES]);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            List<Thread> running = new ArrayList<>();
            long start = System.nanoTime();
            arrays.forEach(a -> running.add(Thread.ofPlatform().start(() -> triad(a[0], a[1], a[2]))));
            for (Thread thread : running) {
                thread.join();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return 3.0 * Double.BYTES * DOUBLES * threads / best * 1e9;
    }

    private static void triad(double[] to, double[] one, double[] other) {
        for (int i = 0; i < to.length; i++) {
            to[i] = one[i] + SCALAR * other[i];
        }
    }

    /** Each element is the place of another, all of them in one circle. */
    private static int[] circle() {
        var random = new Random(5);
        int[] next = new int[INTS];
        for (int i = 0; i < INTS; i++) {
            next[i] = i;
        }
        for (int i = INTS - 1; i > 0; i--) {
            int other = random.nextInt(i);
            int kept = next[i];
            next[i] = next[other];
            next[other] = kept;
        }
        return next;
    }

    /** Reads on from where it was, so that no two rounds read the same. */
    private interface Reading {
        /** From a state to the next one. */
        long read(int[] next, long state);
    }

    /** The best of short rounds: the longer one is, the more of other work is in it. */
    private static double best(int[] next, Reading reading) {
        long best = Long.MAX_VALUE;
        long state = 1;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            state = reading.read(next, state);
            best = Math.min(best, System.nanoTime() - start);
        }
        if (state == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (double) best / READS;
    }

    // The places come from a row of random numbers; what is read there is mixed into the end of it, so that it is read.
    private static long gather(int[] next, long from) {
        long sum = 0;
        long state = from;
        for (int i = 0; i < READS; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            sum += next[(int) (state >>> Long.SIZE - INTS_BITS)];
        }
        return state ^ sum;
    }

    private static long chase(int[] next, long from) {
        int at = (int) from;
        for (int i = 0; i < READS; i++) {
            at = next[at];
        }
        return at;
    }

    /** Bytes a second when each read at random brings a line. */
    double gathered() {
        return LINE / gatherNs * 1e9;
    }

    String told() {
        return new Table("The memory, from Java", "GB/s", "ns each")
                .row("read and written in order, one thread", gb(streamed), "–")
                .row("read and written in order, a thread on each core", gb(streamedByAll), "–")
                .row("ints read at random in 256 MiB, one thread", gb(gathered()), Table.number(gatherNs))
                .row("the same, each place told by the read before", gb(LINE / chaseNs * 1e9), Table.number(chaseNs))
                .toString();
    }

    private static String gb(double bytesASecond) {
        return Table.number(bytesASecond / 1e9);
    }
}
