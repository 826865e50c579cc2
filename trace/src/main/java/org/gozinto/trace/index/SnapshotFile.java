/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.gozinto.trace.Act;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An index with its register in a file, so that it need not be told the whole ledger again. The file is never the
 * truth: it says up to which entry it goes and what that entry's hash is, and whoever reads it asks the ledger.
 *
 * <p>It holds the arrays as they are in memory, in blocks with checksums ({@link BlockWriter}); a changed layout has
 * another version, and a file of another format is not read.
 */
public final class SnapshotFile {

    /** "GOZTRACE" when the file is looked at as text. */
    private static final long MAGIC = 0x4543415254_5A4F47L;

    /** Grows with each change of what is written, and of how. */
    private static final int VERSION = 2;

    /** The words that the file has as numbers only: where they are others, it is another format. */
    private static final String WORDS = Arrays.toString(Act.values())
            + Arrays.toString(Unit.Kind.values())
            + Arrays.toString(Place.Kind.values())
            + Arrays.toString(Mixing.values());

    private SnapshotFile() {}

    /**
     * Where in a ledger a file ends.
     *
     * @param seq of the last entry
     * @param hash of that entry, in hexadecimal
     */
    public record Mark(long seq, String hash) {}

    /** What came of reading a file. */
    public sealed interface Reading {}

    /** The file was good. */
    public record Taken(Mark mark, Index index, Register register) implements Reading {}

    /**
     * The file is not to be used.
     *
     * @param why in words that complete a sentence which begins with the file's name
     */
    public record Unfit(String why) implements Reading {}

    /**
     * Writes a file beside the wanted one, and puts it in that one's place when all of it is on the disk. A reader of
     * the view is never stopped, nor is who appends to its index.
     *
     * @param register that of the view, or one that was added to since
     * @param hash of the view's last entry
     * @throws IOException when the disk is full, or cannot be written; then the file that was there is still there
     */
    public static void write(Path file, View view, Register register, byte[] hash) throws IOException {
        Path part = part(file);
        try {
            try (var out = BlockWriter.open(part)) {
                out.putLong(MAGIC);
                out.putLong(VERSION);
                out.putText(WORDS);
                out.putLong(view.head());
                out.putText(HexFormat.of().formatHex(hash));
                view.columns().write(out, view.size());
                out.putLong(view.stretches().size());
                for (Stretch stretch : view.stretches()) {
                    stretch.write(out);
                }
                register.write(out, view.size());
                out.finish();
            }
            moveTo(file, part);
        } catch (Throwable e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static void moveTo(Path file, Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Not every system can force a directory. After a crash the old file may be there: it is as good.
        }
    }

    /** Deletes the file, and what a writer that was killed may have left beside it. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(part(file));
        Files.deleteIfExists(file);
    }

    /**
     * Reads a file; every byte of it is checked first.
     *
     * @param isOurs whether the ledger goes to where the file ends, and has this hash there; it is asked once the
     *     checksums are right
     * @param background as for {@link Index#Index(Named, Executor)}
     * @throws IOException when it cannot be read, or is not there
     */
    public static Reading read(Path file, Predicate<Mark> isOurs, Executor background) throws IOException {
        try (var in = BlockReader.open(file)) {
            String why = damage(in);
            if (why != null) {
                return new Unfit(why);
            }
            var mark = new Mark(in.getLong(), in.getText());
            if (!isOurs.test(mark)) {
                return new Unfit(
                        "is not of this ledger: it goes to entry " + mark.seq() + " with the hash " + mark.hash());
            }
            return taken(in, mark, background);
        } catch (BadFileException e) {
            return new Unfit("is damaged: " + e.getMessage());
        } catch (InternalError e) {
            // What Java makes of a page of a mapped file that the disk cannot give.
            return new Unfit("cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable String damage(BlockReader in) {
        if (in.getLong() != MAGIC) {
            return "is not a file of the trace index";
        }
        if (in.getLong() != VERSION) {
            return "has the format of another version";
        }
        if (!in.isWhole()) {
            return "is damaged: its checksums are wrong";
        }
        return in.getText().equals(WORDS) ? null : "has the format of another version";
    }

    private static Reading taken(BlockReader in, Mark mark, Executor background) {
        try {
            return agreeing(in, mark, background);
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            return new Unfit("contradicts itself: " + e.getMessage());
        }
    }

    private static Reading agreeing(BlockReader in, Mark mark, Executor background) {
        Columns columns = Columns.read(in);
        List<Stretch> stretches = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            stretches.add(Stretch.read(in));
        }
        Register register = Register.read(in);
        Columns.Size size = columns.size();
        boolean agrees = in.isAtEnd()
                && size.entries() == mark.seq()
                && columns.ways().fits(size)
                && register.unitCount() == size.units()
                && register.placeCount() == size.places()
                && (stretches.isEmpty() || stretches.getLast().to().equals(size));
        return agrees
                ? new Taken(mark, Index.resumed(register, background, columns, stretches), register)
                : new Unfit("contradicts itself");
    }
}
