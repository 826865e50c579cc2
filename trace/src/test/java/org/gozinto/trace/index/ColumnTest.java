/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnTest {

    /** More than two chunks, so that two are packed. */
    private static final int COUNT = 150_000;

    @TempDir
    Path directory;

    private static Longs longs(LongUnaryOperator value) {
        var column = new Longs();
        for (int i = 0; i < COUNT; i++) {
            assertThat(column.add(value.applyAsLong(i))).isEqualTo(i);
        }
        return column;
    }

    private static void assertHolds(Longs column, LongUnaryOperator value) {
        for (int i = 0; i < COUNT; i++) {
            if (column.get(i) != value.applyAsLong(i)) {
                assertThat(column.get(i)).as("element %d", i).isEqualTo(value.applyAsLong(i));
            }
        }
    }

    @Test
    void packsNumbersIntoTheBytesThatTheirRangeNeeds() {
        long open = 2L * (COUNT - 2 * 65_536);
        assertThat(longs(i -> 7).bytes()).isLessThan(open * Long.BYTES);
        assertThat(longs(i -> 1_000_000_000_000L + i % 200).bytes()).isLessThan(2 * 65_536 + open * Long.BYTES);
        assertThat(longs(i -> -i).bytes()).isLessThan(4 * 65_536 + open * Long.BYTES);
    }

    @Test
    void everyNumberComesBackAsItWas() throws Exception {
        var random = new Random(1);
        long[] any = random.longs(COUNT).toArray();
        long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1, Integer.MIN_VALUE, 1L << 40};
        for (LongUnaryOperator value : new LongUnaryOperator[] {
            i -> any[(int) i],
            i -> extremes[(int) i % extremes.length],
            i -> -1,
            i -> i * 65_537 - 3,
            i -> (i & 1) == 0 ? Long.MIN_VALUE : Long.MIN_VALUE + 255
        }) {
            Longs column = longs(value);
            assertHolds(column, value);
            Path file = directory.resolve("column");
            try (var out = BlockWriter.open(file)) {
                column.write(out, COUNT);
                out.finish();
            }
            try (var in = BlockReader.open(file)) {
                Longs read = Longs.read(in);
                assertHolds(read, value);
                assertThat(in.isAtEnd()).isTrue();
                assertThat(read.add(42)).isEqualTo(COUNT);
                assertThat(read.get(COUNT)).isEqualTo(42);
                assertHolds(read, value);
            }
        }
    }

    @Test
    void aPartOfAPackedChunkCanBeWrittenAndGoesOn() throws Exception {
        Longs column = longs(i -> 5_000_000 + i);
        Path file = directory.resolve("column");
        try (var out = BlockWriter.open(file)) {
            column.write(out, 70_001);
            out.finish();
        }
        try (var in = BlockReader.open(file)) {
            Longs read = Longs.read(in);
            for (int i = 70_001; i < COUNT; i++) {
                read.add(5_000_000 + i);
            }
            assertHolds(read, i -> 5_000_000 + i);
        }
    }

    @Test
    void intsKeepTheirSign() {
        var column = new Ints();
        for (int i = 0; i < COUNT; i++) {
            column.add(i % 3 == 0 ? -i : Integer.MAX_VALUE - i);
        }
        for (int i = 0; i < COUNT; i++) {
            assertThat(column.get(i)).isEqualTo(i % 3 == 0 ? -i : Integer.MAX_VALUE - i);
        }
    }
}
