/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * The list of affected numbers as files, made anew when the recalls changed, at most once a minute. Whoever asks while
 * a new one is made gets the one before; without one they wait a while. Safe for use by many threads.
 */
final class CheckList {

    static final String NAME = "list";

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int UNITS_A_READ = 1_000;

    private final Path directory;
    private final CheckKey key;
    private final PublicRecalls recalls;
    private final Units units;
    private final Items items;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;
    private @Nullable Made previous;

    /** @param directory the list's own; what is in it is thrown away */
    CheckList(Path directory, CheckKey key, PublicRecalls recalls, Units units, Items items, Clock clock) {
        this.directory = directory;
        this.key = key;
        this.recalls = recalls;
        this.units = units;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A list that was made.
     *
     * @param zipped the same file, compressed
     * @param recalls how many recalls it is of
     * @param sha256 of the file, in hexadecimal
     */
    record Made(
            Path file,
            Path zipped,
            long revision,
            Instant created,
            int recalls,
            long entries,
            long bytes,
            String sha256) {}

    /** The newest list there is; refused (503) when none could be made in time. */
    Made current() {
        Made now = made;
        if (now != null && (now.revision() == recalls.revision() || isFresh(now))) {
            return now;
        }
        if (now != null) {
            if (making.tryLock()) {
                making.unlock();
                Thread.startVirtualThread(this::renew);
            }
            return now;
        }
        return first();
    }

    private boolean isFresh(Made list) {
        return clock.instant().isBefore(list.created().plus(PAUSE));
    }

    private Made first() {
        try {
            if (making.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    Made now = made;
                    return now == null ? make() : now;
                } finally {
                    making.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of("not-ready", "The list is being made", "The list of affected numbers is not ready yet.")
                .status(503)
                .asException();
    }

    /** Makes the list if it is older than the recalls; does nothing while another thread does. */
    void renew() {
        if (!making.tryLock()) {
            return;
        }
        try {
            Made now = made;
            if (now == null || now.revision() != recalls.revision()) {
                make();
            }
        } finally {
            making.unlock();
        }
    }

    private Made make() {
        try {
            Made before = made;
            if (before == null) {
                clear();
            }
            Files.createDirectories(directory);
            long revision = recalls.revision();
            Instant created = clock.instant();
            List<PublicRecall> current = recalls.current();
            Path file = directory.resolve(NAME + "-" + revision + "-" + created.toEpochMilli() + ".bin");
            CheckListWriter.Written written;
            try (var writer = new CheckListWriter(directory, key, CheckListWriter.RUN_ENTRIES)) {
                for (PublicRecall recall : current) {
                    add(recall, writer);
                }
                written = writer.write(file, created, revision);
            }
            Path zipped = Path.of(file + ".gz");
            try (var out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(zipped)))) {
                Files.copy(file, out);
            }
            var list = new Made(
                    file,
                    zipped,
                    revision,
                    created,
                    current.size(),
                    written.entries(),
                    written.bytes(),
                    written.sha256());
            made = list;
            // The one before may have been handed out a moment ago; the one before that was opened or never will be.
            if (previous != null) {
                Files.deleteIfExists(previous.file());
                Files.deleteIfExists(previous.zipped());
            }
            previous = before;
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() throws IOException {
        if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void add(PublicRecall recall, CheckListWriter writer) {
        List<Long> ids = new ArrayList<>(UNITS_A_READ);
        recalls.forEachUnit(recall.number(), id -> {
            ids.add(id);
            if (ids.size() == UNITS_A_READ) {
                add(ids, writer);
                ids.clear();
            }
        });
        add(ids, writer);
    }

    private void add(List<Long> ids, CheckListWriter writer) {
        Map<Long, String> names = new HashMap<>();
        try {
            for (Unit unit : units.byIds(ids)) {
                if (unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.SERIAL) {
                    String item = names.computeIfAbsent(unit.itemId(), id -> name(items.get(id)));
                    boolean lot = unit.kind() == Unit.Kind.LOT;
                    writer.add(item, lot ? unit.number() : "", lot ? "" : unit.number());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the item is called in the list. */
    static String name(Item item) {
        return item.gtin() == null ? item.code() : item.gtin();
    }

    /** What follows the first bits in the entries that begin with them. */
    record Bucket(long revision, List<Long> rests) {}

    /** The entries of the list that begin with these bits. */
    Bucket bucket(long prefix, int bits) {
        Made list = current();
        int rest = CheckListWriter.ENTRY_BYTES * Byte.SIZE - bits;
        List<Long> found = new ArrayList<>();
        try (var channel = FileChannel.open(list.file(), StandardOpenOption.READ)) {
            long low = 0;
            long high = list.entries();
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (entry(channel, middle) >>> rest < prefix) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (long at = low; at < list.entries(); at++) {
                long entry = entry(channel, at);
                if (entry >>> rest != prefix) {
                    break;
                }
                found.add(entry & (1L << rest) - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bucket(list.revision(), found);
    }

    private static long entry(FileChannel channel, long n) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
        buffer.position(Long.BYTES - CheckListWriter.ENTRY_BYTES);
        long at = CheckListWriter.HEADER_BYTES + n * CheckListWriter.ENTRY_BYTES;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position() - (Long.BYTES - CheckListWriter.ENTRY_BYTES)) < 0) {
                throw new IOException("the list ends too early");
            }
        }
        return buffer.getLong(0);
    }
}
