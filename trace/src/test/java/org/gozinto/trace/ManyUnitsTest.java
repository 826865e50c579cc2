/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer of so many units that several threads write it. */
class ManyUnitsTest {

    private static final int RUNS = 50;
    private static final int SERIALS_A_RUN = 1_000;

    static Answer answer() {
        var story = new Story();
        story.receive(0, "R1", 1_000, "SUP", "A");
        for (int run = 0; run < RUNS; run++) {
            int first = run * SERIALS_A_RUN;
            String[] names = IntStream.range(first, first + SERIALS_A_RUN)
                    .mapToObj(number -> "S" + number)
                    .toArray(String[]::new);
            story.serials("GEAR", names);
            Story.Telling telling = story.run(run + 1, "MO" + run).in("R1", 10, "A");
            for (String name : names) {
                telling.out(name, 1, "A");
            }
            telling.done();
            story.ship(100 + run, "S" + first, 1, "A", "C" + run % 3);
        }
        return Reference.answer(story, Question.forward(Seed.of(story.unit("R1"))));
    }

    @Test
    void hasTheHashThatOneThreadWrote() {
        Answer answer = answer();
        assertThat(answer.units()).hasSize(RUNS * SERIALS_A_RUN + 1);
        assertThat(answer.hash()).isEqualTo("6c38703a9f60ea1904f9eef7a6d2c0e56ffacde176c6dbda4c27aa1c9e0a13d8");
    }

    @Test
    void tellsAUnitWithoutTheRest() {
        Answer answer = answer();
        for (int position = 0; position < answer.units().size(); position += 997) {
            assertThat(answer.unit(position))
                    .isEqualTo(answer.units().get(position).unit());
        }
    }
}
