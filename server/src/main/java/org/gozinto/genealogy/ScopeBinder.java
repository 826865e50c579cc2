/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.ScopeUnitStore.Block;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Utf8;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the units of versions that are sealed, while whoever froze them has long got the proof. What is not written
 * yet is in the answer at hand; after a crash the answer is worked out again, from the question and the entry of the
 * version, and writing goes on where it ended. Safe for use by many threads.
 */
final class ScopeBinder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeBinder.class);

    /** Blocks that one transaction writes, so that acts do not wait for a large answer. */
    private static final int BLOCKS_A_WRITE = 8;

    private static final int BYTES_A_UNIT = 400;

    /** Answers that wait to be written; each is as large as the memory allows an answer to be. */
    private static final int WAITING_MAX = 2;

    private final ScopeUnitStore store;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("scope-units").factory());
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final ReentrantLock binding = new ReentrantLock(true);
    private volatile boolean ended;

    private record Waiting(Answered answered, CompletableFuture<Void> written) {}

    ScopeBinder(ScopeUnitStore store) {
        this.store = store;
    }

    /** Has the units of a version written in the background, or now when too many answers wait already. */
    void bind(Version version, Answered answered) {
        if (waiting.size() >= WAITING_MAX) {
            write(version, answered);
            return;
        }
        var written = new CompletableFuture<Void>();
        waiting.put(version.number(), new Waiting(answered, written));
        try {
            writer.execute(() -> {
                try {
                    write(version, answered);
                } catch (RuntimeException e) {
                    LOG.warn("Units of version {} of a scope wait to be written: {}", version.number(), e.toString());
                } finally {
                    waiting.remove(version.number());
                    written.complete(null);
                }
            });
        } catch (RejectedExecutionException e) {
            // The server stops; they are written when somebody asks for them.
            waiting.remove(version.number());
            written.complete(null);
        }
    }

    /** The answer whose units are being written, or null. */
    @Nullable
    Answered atHand(Version version) {
        Waiting found = waiting.get(version.number());
        return found == null ? null : found.answered();
    }

    /** Waits until all units of a version are written, and writes them itself if nobody does. */
    void complete(Version version, Supplier<Answered> again) {
        if (!version.isInBlocks()) {
            return;
        }
        Waiting being = waiting.get(version.number());
        if (being != null) {
            being.written().join();
        }
        if (!isComplete(version)) {
            write(version, again.get());
        }
    }

    boolean isComplete(Version version) {
        return !version.isInBlocks() || store.written(version) >= version.units();
    }

    private void write(Version version, Answered answered) {
        binding.lock();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            List<Reached> units = answered.answer().units();
            var text = new Utf8(ScopeBlock.UNITS_MAX * BYTES_A_UNIT);
            var json = new UnitJson(answered.book(), text);
            List<Block> blocks = new ArrayList<>();
            int from = Math.toIntExact(store.written(version));
            while (from < units.size()) {
                if (ended) {
                    throw new IllegalStateException("the server is stopping");
                }
                int end = Math.min(units.size(), from + ScopeBlock.UNITS_MAX);
                text.clear();
                for (int at = from; at < end; at++) {
                    json.unit(units.get(at));
                    text.append('\n');
                }
                blocks.add(new Block(from, end - from, ScopeBlock.packed(text, deflater)));
                from = end;
                if (blocks.size() == BLOCKS_A_WRITE || from == units.size()) {
                    store.append(version, blocks);
                    blocks.clear();
                }
            }
        } finally {
            deflater.end();
            binding.unlock();
        }
    }

    /** Stops after the transaction at hand; what is missing is written when somebody asks for it. */
    @Override
    public void close() {
        ended = true;
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
