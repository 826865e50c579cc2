/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.trace.index.Register;
import org.gozinto.trace.index.SnapshotFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trace index in the data directory, so that a start need not read the whole ledger. It is never the truth: where
 * anything about the file is in doubt it is deleted. Not safe for use by many threads.
 */
final class IndexFile {

    static final String NAME = "trace.index";

    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    private static final long MS = 1_000_000;
    private static final long RETRY_NS = 10 * 60 * 1_000 * MS;
    /** The ledger needs the disk more than this file does: so many times its size must be free. */
    private static final int ROOM = 2;

    private final Path path;
    private final Entries ledger;
    private final Growth growth;
    private long savedRows;
    private long savedSeq;
    private boolean failing;
    private long retryAtNs;

    /**
     * When the file is written again.
     *
     * @param rows movements that are new, at the least
     * @param part and at the least one in so many of those that are in the file
     * @param rowsAtEnd movements that are new when the server stops, at the least: fewer are read in no time
     */
    record Growth(long rows, long part, long rowsAtEnd) {
        static final Growth USUAL = new Growth(50_000, 10, 10_000);
    }

    IndexFile(Path directory, Entries ledger, Growth growth) {
        this.path = directory.resolve(NAME);
        this.ledger = ledger;
        this.growth = growth;
    }

    /** What the file holds, or null when there is none that can be used. */
    SnapshotFile.@Nullable Taken read(Executor background, Predicate<Register> agrees) {
        long startNs = System.nanoTime();
        try {
            return switch (SnapshotFile.read(path, this::isOurs, background)) {
                case SnapshotFile.Unfit unfit -> refused(unfit.why());
                case SnapshotFile.Taken taken
                when !agrees.test(taken.register()) -> refused("knows units or places that the database has otherwise");
                case SnapshotFile.Taken taken -> {
                    savedRows = taken.index().view().rows();
                    savedSeq = taken.mark().seq();
                    LOG.info(
                            "{} gave {} entries with {} movements in {} ms",
                            path,
                            savedSeq,
                            savedRows,
                            (System.nanoTime() - startNs) / MS);
                    yield taken;
                }
            };
        } catch (NoSuchFileException e) {
            LOG.debug("There is no {}", path);
        } catch (IOException e) {
            LOG.warn("{} cannot be used, the index is built from the ledger: {}", path, e.toString());
        }
        return null;
    }

    private SnapshotFile.@Nullable Taken refused(String why) throws IOException {
        LOG.warn("{} {}. It is deleted, and the index is built from the ledger", path, why);
        SnapshotFile.delete(path);
        return null;
    }

    private boolean isOurs(SnapshotFile.Mark mark) {
        EntryRow entry = ledger.bySeq(mark.seq());
        return entry != null && HexFormat.of().formatHex(entry.hash()).equals(mark.hash());
    }

    /** Up to which entry the file goes that was read or written last; 0 when there was none. */
    long seq() {
        return savedSeq;
    }

    /** Writes the file if the index has grown enough since it was written. */
    void saveIfGrown(LedgerBook.View view) {
        long fresh = view.index().rows() - savedRows;
        boolean isTime = !failing || System.nanoTime() - retryAtNs >= 0;
        if (isTime && fresh >= Math.max(growth.rows, savedRows / growth.part)) {
            save(view);
        }
    }

    /** Writes the file, when the server stops, if that spares the next start some reading. */
    void saveAtEnd(LedgerBook.View view) {
        if (view.head() > savedSeq && view.index().rows() - savedRows >= growth.rowsAtEnd) {
            save(view);
        }
    }

    private void save(LedgerBook.View view) {
        EntryRow last = ledger.bySeq(view.head());
        if (last == null) {
            return;
        }
        long startNs = System.nanoTime();
        try {
            long bytes = view.index().bytes() + view.register().bytes();
            long free = Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
            if (free < ROOM * bytes) {
                throw new IOException("no space: it may take " + bytes + " bytes, and " + free + " are free");
            }
            SnapshotFile.write(path, view.index(), view.register(), last.hash());
            savedRows = view.index().rows();
            savedSeq = view.head();
            failing = false;
            LOG.info(
                    "{} written up to entry {}: {} bytes in {} ms",
                    path,
                    savedSeq,
                    Files.size(path),
                    (System.nanoTime() - startNs) / MS);
        } catch (IOException e) {
            if (!failing) {
                LOG.warn(
                        "{} cannot be written; the server goes on without, and tries again later: {}",
                        path,
                        e.toString());
            }
            failing = true;
            retryAtNs = System.nanoTime() + RETRY_NS;
        }
    }
}
