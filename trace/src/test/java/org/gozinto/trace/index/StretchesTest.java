/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.gozinto.trace.Act;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Named;
import org.gozinto.trace.Place;
import org.gozinto.trace.Unit;
import org.junit.jupiter.api.Test;

/** How what was appended is joined: no row is left out or listed twice, and nothing is left behind. */
class StretchesTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Index index = new Index(
            new Named() {
                @Override
                public Unit unit(int id) {
                    return new Unit(id, Unit.Kind.LOT, "RESIN", "", "L" + id, null, -1, 0, Measure.PIECE, 0);
                }

                @Override
                public Place place(int id) {
                    return new Place(id, "P" + id, Place.Kind.BIN, -1, -1, Mixing.NONE, 0);
                }
            },
            waiting::add);

    private long seq;

    private void append(int entries) {
        List<Entry> fresh = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            seq++;
            Moment when = Moment.at(seq);
            var movement = new Movement((int) (seq % 100), 1, 0, 1);
            fresh.add(new Entry(
                    seq,
                    Act.MOVE,
                    when,
                    seq,
                    List.of(movement),
                    List.of(),
                    -1,
                    false,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null));
        }
        index.append(fresh, 100, 2);
    }

    private void assertEachRowIsListedOnce() {
        int rows = 0;
        for (Stretch stretch : index.view().stretches()) {
            assertThat(stretch.from().rows()).isEqualTo(rows);
            rows = stretch.to().rows();
        }
        assertThat(rows).isEqualTo((int) seq);
    }

    @Test
    void nothingIsLeftBehindWhenEntriesComeFasterThanTheyAreJoined() {
        for (int i = 0; i < 60; i++) {
            append(20_000);
            if (i % 9 == 0 && !waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
        assertThat(index.view().stretches()).hasSizeGreaterThan(10);
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(index.view().stretches()).hasSizeLessThan(5);
        assertEachRowIsListedOnce();
    }

    @Test
    void whatIsBeingJoinedIsNotJoinedAgainMeanwhile() {
        var random = new Random(3);
        for (int i = 0; i < 400; i++) {
            append(1 + random.nextInt(random.nextInt(20) == 0 ? 30_000 : 3_000));
            if (random.nextInt(3) == 0 && !waiting.isEmpty()) {
                waiting.remove().run();
            }
            assertEachRowIsListedOnce();
        }
    }
}
