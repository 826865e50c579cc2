/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.Register;
import org.gozinto.trace.index.SnapshotFile;
import org.gozinto.trace.index.SnapshotFile.Reading;
import org.gozinto.trace.index.SnapshotFile.Taken;
import org.gozinto.trace.index.SnapshotFile.Unfit;
import org.gozinto.trace.index.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that comes out of a file answers as the one that went in; a file that was touched is refused. */
class SnapshotFileTest {

    private static final int ACTS = 40;
    private static final int WORLDS = Integer.getInteger("gozinto.snapshots", 100);
    private static final byte[] HASH = HexFormat.of().parseHex("0123456789abcdef".repeat(4));

    /** Where the format's version lies: after eight bytes that say what file it is. */
    private static final int VERSION_AT = 8;

    @TempDir
    Path directory;

    /** A ledger in an index, and what its units and places are. */
    private static final class Told {
        private final Story story;
        private final List<Entry> entries = new ArrayList<>();
        private Register register = new Register();
        private Index index = new Index(register, Runnable::run);

        Told(Story story) {
            this.story = story;
            story.entries().forEach(entries::add);
        }

        /** Takes entries up to one, a few at a time. */
        void tell(int upTo, Random random) {
            while (register.unitCount() < story.unitCount()) {
                register.add(story.unit(register.unitCount()));
            }
            while (register.placeCount() < story.placeCount()) {
                int place = register.placeCount();
                register.add(story.place(place), key(place), story.isConsumer(place));
            }
            for (int taken = (int) index.view().head(); taken < upTo; ) {
                int next = Math.min(upTo, taken + 1 + random.nextInt(15));
                index.append(entries.subList(taken, next), register.unitCount(), register.placeCount());
                taken = next;
            }
        }

        void goOnFrom(Taken taken) {
            index = taken.index();
            register = taken.register();
        }

        View view() {
            return index.view();
        }
    }

    /** Keys as an owner has them: below zero, small, and large ones. */
    private static long key(int place) {
        return switch (place % 3) {
            case 0 -> -place - 1L;
            case 1 -> place;
            default -> 1_000_000_000L + place;
        };
    }

    private Path file() {
        return directory.resolve("trace.index");
    }

    private static Reading read(Path file) throws IOException {
        return SnapshotFile.read(file, mark -> true, Runnable::run);
    }

    private static Taken taken(Path file) throws IOException {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Taken.class);
        return (Taken) reading;
    }

    private static String refused(Path file) throws IOException {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Unfit.class);
        return ((Unfit) reading).why();
    }

    private static void assertAnswersAs(Story story, View view, Random random, long seed) {
        for (int i = 0; i < 3; i++) {
            Question question = IndexOracleTest.anyQuestion(story, random);
            assertThat(view.answer(question).hash())
                    .as("seed %d, %s", seed, question)
                    .isEqualTo(Reference.answer(story, question).hash());
        }
    }

    @Test
    void answersTheSameOutOfTheFileAndWithWhatFollows() throws IOException {
        for (long seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var told = new Told(Worlds.rich(seed, ACTS));
            int first = random.nextInt(told.entries.size() + 1);
            told.tell(first, random);
            SnapshotFile.write(file(), told.view(), told.register, HASH);
            Taken taken = taken(file());
            assertThat(taken.mark()).isEqualTo(new SnapshotFile.Mark(first, "0123456789abcdef".repeat(4)));
            told.goOnFrom(taken);
            if (first == told.entries.size()) {
                assertAnswersAs(told.story, told.view(), random, seed);
            }
            // The second file is written from what came out of the first, and from what followed.
            told.tell(told.entries.size(), random);
            SnapshotFile.write(file(), told.view(), told.register, HASH);
            assertAnswersAs(told.story, told.view(), random, seed);
            assertAnswersAs(told.story, taken(file()).index().view(), random, seed);
        }
    }

    @Test
    void keepsWhatEveryUnitAndPlaceIs() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            var told = new Told(Worlds.rich(seed, ACTS));
            told.tell(told.entries.size(), new Random(seed));
            SnapshotFile.write(file(), told.view(), told.register, HASH);
            Register register = taken(file()).register();
            assertThat(register.unitCount()).isEqualTo(told.story.unitCount());
            for (int unit = 0; unit < told.story.unitCount(); unit++) {
                assertThat(register.unit(unit)).isEqualTo(told.story.unit(unit));
            }
            assertThat(register.placeCount()).isEqualTo(told.story.placeCount());
            for (int place = 0; place < told.story.placeCount(); place++) {
                assertThat(register.place(place)).isEqualTo(told.story.place(place));
                assertThat(register.isConsumer(place)).isEqualTo(told.story.isConsumer(place));
                assertThat(register.key(place)).isEqualTo(key(place));
                assertThat(register.placeOf(key(place))).isEqualTo(place);
            }
            assertThat(register.placeOf(77_777_777)).isNegative();
        }
    }

    @Test
    void keepsTextsOfAnyLengthAndManyUnits() throws IOException {
        var register = new Register();
        var random = new Random(7);
        List<Unit> units = new ArrayList<>();
        for (int id = 0; id < 30_000; id++) {
            String number = (id % 5_000 == 0 ? "ß→".repeat(40_000) : "n") + random.nextLong();
            boolean serial = id % 3 != 0;
            int lotUnit = id % 3 == 1 ? id - 1 : -1;
            String lot = !serial ? number : lotUnit >= 0 ? units.get(lotUnit).lot() : id % 2 == 0 ? "apart" + id : null;
            units.add(new Unit(
                    id,
                    serial ? Unit.Kind.SERIAL : Unit.Kind.LOT,
                    "I" + id % 7,
                    id % 11 == 0 ? "ACME" : "",
                    lot,
                    serial ? number : null,
                    lotUnit,
                    id % 4,
                    Measure.of("KGM", Map.of()),
                    id % 13 == 0 ? id : 0));
            register.add(units.getLast());
        }
        var index = new Index(register, Runnable::run);
        index.append(List.of(), units.size(), 0);
        SnapshotFile.write(file(), index.view(), register, HASH);
        Register again = taken(file()).register();
        for (Unit unit : units) {
            assertThat(register.unit(unit.id())).isEqualTo(unit);
            assertThat(again.unit(unit.id())).isEqualTo(unit);
        }
    }

    @Test
    void whatIsAmendedIsSeenInLaterViewsOnly() {
        var told = new Told(Worlds.rich(3, ACTS));
        told.tell(told.entries.size(), new Random(3));
        View before = told.view();
        Unit unit = before.unit(0);
        Measure other = Measure.of("LTR", Map.of());
        Register amended = told.register.amended(
                sort -> new Register.Sort(sort.item(), sort.issuer(), sort.decimals(), other), Map.of(), Set.of());
        told.index.rename(amended);
        assertThat(before.unit(0)).isEqualTo(unit);
        assertThat(told.view().unit(0).measure()).isEqualTo(other);
        assertThat(amended.amended(sort -> sort, Map.of(), Set.of())).isSameAs(amended);
    }

    @Test
    void aPartnerWhoTurnsIntoAConsumerIsOneInLaterViewsOnly() {
        Story story = new Story().consumer("C1");
        int one = story.partner("C1");
        int other = story.partner("C2");
        var told = new Told(story);
        told.tell(0, new Random(1));
        told.index.append(List.of(), 0, story.placeCount());
        View before = told.view();
        Place moved = new Place(one, "C1", Place.Kind.PARTNER, other, -1, Mixing.NONE, 0);
        told.index.rename(told.register.amended(sort -> sort, Map.of(one, moved), Set.of(other)));
        assertThat(List.of(before.isConsumer(one), before.isConsumer(other))).containsExactly(true, false);
        assertThat(told.view().isConsumer(one)).isTrue();
        assertThat(told.view().isConsumer(other)).isTrue();
        assertThat(told.view().place(one)).isEqualTo(moved);
    }

    @Test
    void refusesEveryFlippedByte() throws IOException {
        byte[] good = small();
        var random = new Random(11);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(read(Files.write(file(), bad)))
                    .as("byte %d of %d", at, good.length)
                    .isInstanceOf(Unfit.class);
        }
        taken(Files.write(file(), good));
    }

    @Test
    void refusesEveryTruncationAndWhateverIsAdded() throws IOException {
        byte[] good = small();
        for (int length = 0; length < good.length; length++) {
            assertThat(read(Files.write(file(), Arrays.copyOf(good, length))))
                    .as("%d bytes of %d", length, good.length)
                    .isInstanceOf(Unfit.class);
        }
        for (int more = 1; more < 20; more++) {
            assertThat(read(Files.write(file(), Arrays.copyOf(good, good.length + more))))
                    .isInstanceOf(Unfit.class);
        }
    }

    @Test
    void refusesAFlippedByteInAnyBlockOfALargeFile() throws IOException {
        var register = new Register();
        for (int id = 0; id < 400_000; id++) {
            register.add(new Unit(id, Unit.Kind.SERIAL, "CAR", "", null, "number " + id, -1, 0, Measure.PIECE, 0));
        }
        var index = new Index(register, Runnable::run);
        index.append(List.of(), 400_000, 0);
        SnapshotFile.write(file(), index.view(), register, HASH);
        byte[] good = Files.readAllBytes(file());
        assertThat(good.length).isGreaterThan(5 << 20);
        for (int at = 4_711; at < good.length; at += 1 << 20) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThat(refused(Files.write(file(), bad))).as("byte %d", at).contains("checksums");
        }
    }

    /** As when the server ends in the middle of it: what was joined is in no file, what was told is. */
    @Test
    void aJoinThatNeverEndedIsNoLoss() throws IOException {
        var told = new Told(Workshop.of(11, 400));
        told.index = new Index(told.register, work -> {});
        told.tell(told.entries.size(), new Random(11));
        SnapshotFile.write(file(), told.view(), told.register, HASH);
        assertAnswersAs(told.story, taken(file()).index().view(), new Random(12), 11);
    }

    /** The file is written beside the appending, and says of short ways no more than its view knew. */
    @Test
    void anOlderViewIsWrittenWhileTheLedgerGrows() throws IOException {
        for (long seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var told = new Told(Workshop.of(seed, ACTS));
            told.tell(random.nextInt(told.entries.size()), random);
            View older = told.view();
            told.tell(told.entries.size(), random);
            SnapshotFile.write(file(), older, told.register, HASH);
            Taken taken = taken(file());
            assertThat(taken.mark().seq()).isEqualTo(older.head());
            told.goOnFrom(taken);
            told.tell(told.entries.size(), random);
            assertAnswersAs(told.story, told.view(), random, seed);
        }
    }

    @Test
    void keepsWhatFewEntriesHave() throws IOException {
        var story = new Story().serials("CAR", "V1").serials("BAG", "B1");
        story.receive(1, "B1", 1, "ACME", "A");
        story.receive(1, "V1", 1, "ACME", "A");
        story.act(Act.INSTALL, 2)
                .line("B1", 1, story.place("A"), story.host("V1"))
                .position("airbag-left")
                .with("PRESS-7")
                .by("ann")
                .document("WO-1")
                .during(2, 5)
                .done();
        var told = new Told(story);
        told.tell(told.entries.size(), new Random(1));
        SnapshotFile.write(file(), told.view(), told.register, HASH);
        List<Entry> read = new ArrayList<>();
        taken(file()).index().view().entries().forEach(read::add);
        assertThat(read).isEqualTo(told.entries);
    }

    private byte[] small() throws IOException {
        var told = new Told(Worlds.rich(5, 12));
        told.tell(told.entries.size(), new Random(5));
        SnapshotFile.write(file(), told.view(), told.register, HASH);
        return Files.readAllBytes(file());
    }

    @Test
    void refusesAnotherVersionAndAnotherKindOfFile() throws IOException {
        byte[] other = small();
        other[VERSION_AT]++;
        assertThat(refused(Files.write(file(), other))).contains("another version");
        assertThat(refused(Files.writeString(file(), "12345678".repeat(1_000)))).contains("damaged");
        assertThatThrownBy(() -> read(directory.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> read(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesTheFileOfAnotherLedger() throws IOException {
        small();
        Reading reading = SnapshotFile.read(file(), mark -> mark.seq() == 1, Runnable::run);
        assertThat(reading).isInstanceOf(Unfit.class);
        assertThat(((Unfit) reading).why()).contains("not of this ledger", "0123456789abcdef");
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        int made = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mount.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor(20, TimeUnit.SECONDS)
                ? 0
                : 1;
        assumeTrue(made == 0 && Files.getFileStore(mount).getTotalSpace() < 1 << 20, "mounting needs root");
        try {
            Path file = mount.resolve("trace.index");
            Files.write(file, small());
            var told = new Told(Worlds.rich(5, 12));
            for (int id = 0; id < 50_000; id++) {
                told.register.add(
                        new Unit(id, Unit.Kind.SERIAL, "CAR", "", null, "number " + id, -1, 0, Measure.PIECE, 0));
            }
            told.index.append(List.of(), 50_000, 0);
            assertThatThrownBy(() -> SnapshotFile.write(file, told.view(), told.register, HASH))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("space");
            taken(file);
            assertThat(mount).isDirectoryNotContaining("glob:**.part");
        } finally {
            new ProcessBuilder("umount", mount.toString()).start().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatAKilledWriterLeftIsOverwritten() throws IOException {
        byte[] good = small();
        Path part = directory.resolve("trace.index.part");
        Files.write(part, Arrays.copyOf(good, good.length / 2));
        taken(file());
        small();
        assertThat(part).doesNotExist();
        Files.write(part, good);
        SnapshotFile.delete(file());
        assertThat(directory).isEmptyDirectory();
    }

    /** Writes the file over and over, until it is killed. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            var told = new Told(Worlds.rich(5, 400));
            told.tell(told.entries.size(), new Random(5));
            while (true) {
                SnapshotFile.write(Path.of(arguments[0]), told.view(), told.register, HASH);
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void aWriterThatIsKilledAtAnyTimeLeavesAGoodFile() throws Exception {
        var random = new Random(13);
        for (int kill = 0; kill < 8; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(writer.getInputStream().read()).isEqualTo('.');
            LockSupport.parkNanos(random.nextLong(30_000_000));
            writer.destroyForcibly().waitFor();
            assertThat(taken(file()).mark().seq()).isPositive();
        }
    }
}
