/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.View;
import org.jspecify.annotations.Nullable;

/**
 * Appends and traces for a long time, one thread each, and watches the heap: it may grow by what the rows take, and by
 * nothing else.
 */
final class Soak {

    private static final int REPORTS = 12;
    private static final int ENTRIES_A_SECOND = 1_000;
    private static final int AT_A_TIME = 50;
    private static final long PACE_NS = TimeUnit.SECONDS.toNanos(1) / (ENTRIES_A_SECOND / AT_A_TIME);

    /** One forward trace in so many begins at a raw lot. */
    private static final int LARGE_ONES = 100;

    /** What a trace marks, a bit each, of a unit, a place and a row; kept for the next one, with room to grow. */
    private static final int MARKS_A_UNIT = 3;

    private static final int MARKS_A_PLACE = 3;
    private static final double BYTES_A_MARK = 1.25 / Byte.SIZE;

    /** The heap may grow by so much more than the rows explain: room that arrays keep to grow. */
    private static final double SLACK = 1.25;

    private static final double SLACK_MIB = 64;

    private final int minutes;
    private final VehicleGraph graph = VehicleGraph.of(0.02);
    private final Makers makers = new Makers(graph, graph);
    private final Joiner joiner = new Joiner();
    private final Index index = new Index(makers, joiner);
    private final Table table = new Table(
            "Minutes",
            "entries",
            "movements",
            "heap MiB",
            "explained MiB",
            "forward",
            "p50 ms",
            "p99 ms",
            "backward",
            "p50 ms",
            "p99 ms",
            "append p50 ms",
            "p99 ms");

    /** Both threads share it; who holds it alone finds them at rest. */
    private final ReadWriteLock work = new ReentrantReadWriteLock();

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final Random random = new Random(3);
    private Latencies forward = new Latencies(1 << 12);
    private Latencies backward = new Latencies(1 << 12);
    private Latencies append = new Latencies(1 << 12);
    private long due;
    private volatile int made;
    private volatile boolean over;

    Soak(int minutes) {
        this.minutes = minutes;
    }

    /** Heap in use after a collection, and what the index says that it takes. */
    private record Memory(double heapMib, double explainedMib) {}

    String run() throws InterruptedException {
        graph.tell(AT_A_TIME, makers.base(0), index::append);
        made = 1;
        Memory first = memory();
        report(0, first);
        due = System.nanoTime();
        List<Thread> threads = List.of(thread("appender", this::appendOn), thread("tracer", this::traceOn));
        try {
            long began = System.nanoTime();
            for (int i = 1; i <= REPORTS; i++) {
                long until = began + TimeUnit.MINUTES.toNanos(minutes) * i / REPORTS;
                if (failed.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    break;
                }
                watch(first, minutes * (double) i / REPORTS);
            }
        } finally {
            over = true;
            for (Thread thread : threads) {
                thread.join();
            }
            joiner.close();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the soak ended early", failure.get());
        }
        return String.format(
                Locale.ROOT,
                "%,d entries a second are appended, %d at a time, while another thread traces without a pause.%n%n%s",
                ENTRIES_A_SECOND,
                AT_A_TIME,
                table);
    }

    private Thread thread(String name, Runnable runnable) {
        return Thread.ofPlatform().name(name).start(() -> {
            try {
                runnable.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                failed.countDown();
            }
        });
    }

    // --- the two threads

    private void appendOn() {
        while (!over) {
            graph.tell(AT_A_TIME, makers.base(made), this::append);
            made++;
        }
    }

    /** What is still told when the soak is over is not heard. */
    private void append(List<Entry> entries, int units, int places) {
        if (over) {
            return;
        }
        due += PACE_NS;
        LockSupport.parkNanos(due - System.nanoTime());
        work.readLock().lock();
        try {
            long start = System.nanoTime();
            index.append(entries, units, places);
            append.add(System.nanoTime() - start);
        } finally {
            work.readLock().unlock();
        }
    }

    private void traceOn() {
        while (!over) {
            work.readLock().lock();
            try {
                int before = makers.base(random.nextInt(made)).units();
                forward.add(answered(Question.forward(Seed.of(before + lot()))));
                int vehicle = graph.vehicle(random.nextInt(graph.vehicles()));
                backward.add(answered(Question.backward(Seed.of(before + vehicle))));
            } finally {
                work.readLock().unlock();
            }
        }
    }

    private int lot() {
        return random.nextInt(LARGE_ONES) == 0
                ? graph.rawLot(random.nextInt(graph.raw()))
                : graph.component(random.nextInt(graph.kinds() * VehicleGraph.PARTS));
    }

    private long answered(Question question) {
        long start = System.nanoTime();
        Answer answer = index.view().answer(question);
        long took = System.nanoTime() - start;
        if (answer.units().size() < 2) {
            throw new IllegalStateException("nothing was reached: " + question);
        }
        return took;
    }

    // --- the heap

    private void watch(Memory first, double afterMinutes) throws InterruptedException {
        work.writeLock().lock();
        try {
            Memory now = memory();
            report(afterMinutes, now);
            double allowed = SLACK * (now.explainedMib - first.explainedMib) + SLACK_MIB;
            if (now.heapMib - first.heapMib > allowed) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "the heap grew by %.0f MiB, the rows explain %.0f MiB:%n%s",
                        now.heapMib - first.heapMib,
                        now.explainedMib - first.explainedMib,
                        table));
            }
            due = System.nanoTime();
        } finally {
            work.writeLock().unlock();
        }
    }

    private Memory memory() throws InterruptedException {
        joiner.rest();
        System.gc();
        View view = index.view();
        double marks = BYTES_A_MARK
                * ((double) MARKS_A_UNIT * view.unitCount() + (double) MARKS_A_PLACE * view.placeCount() + view.rows());
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Memory(used / 1048576, (view.bytes() + marks) / 1048576);
    }

    private void report(double afterMinutes, Memory memory) {
        View view = index.view();
        table.row(
                Table.number(afterMinutes),
                Table.number(view.head()),
                Table.number(view.rows()),
                Table.number(memory.heapMib),
                Table.number(memory.explainedMib),
                Table.number((long) forward.count()),
                Table.number(forward.ms(0.5)),
                Table.number(forward.ms(0.99)),
                Table.number((long) backward.count()),
                Table.number(backward.ms(0.5)),
                Table.number(backward.ms(0.99)),
                Table.number(append.ms(0.5)),
                Table.number(append.ms(0.99)));
        Lab.say(
                "soak, %.1f min: %,d entries, heap %.0f MiB, %.0f MiB explained, %,d traces",
                afterMinutes, view.head(), memory.heapMib, memory.explainedMib, forward.count() + backward.count());
        forward = new Latencies(1 << 12);
        backward = new Latencies(1 << 12);
        append = new Latencies(1 << 12);
    }
}
