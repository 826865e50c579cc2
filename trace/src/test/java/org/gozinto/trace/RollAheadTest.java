/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gozinto.trace.index.Index;
import org.junit.jupiter.api.Test;

/** Names that are written while the entries are still read are in the order of those that are written after it. */
class RollAheadTest {

    private static final int RUNS = 30;
    private static final int SERIALS_A_RUN = 1_000;

    @Test
    void answerFromTheIndexIsThatOfTheWholeBook() {
        var story = new Story();
        story.receive(0, "R1", 1_000, "SUP", "A");
        story.receive(0, "R2", 1_000, "SUP", "A");
        for (int run = 0; run < RUNS; run++) {
            int first = run * SERIALS_A_RUN;
            String[] names = IntStream.range(first, first + SERIALS_A_RUN)
                    .mapToObj(number -> "S" + number)
                    .toArray(String[]::new);
            story.serials("GEAR", names);
            Story.Telling telling = story.run(run + 1, "MO" + run).in(run % 10 == 9 ? "R2" : "R1", 10, "A");
            for (String name : names) {
                telling.out(name, 1, "A");
            }
            telling.done();
            // Cartons are read, and are no part of an answer.
            String carton = "K" + run;
            story.containers(carton);
            story.act(Act.PACK, 40 + run)
                    .line("S" + first, 1, story.place("A"), story.place(carton))
                    .line(carton, 1, story.place("OUTSIDE"), story.place("A"))
                    .done();
            story.ship(100 + run, carton, 1, "A", "C" + run % 3);
        }
        List<Entry> entries = new ArrayList<>();
        story.entries().forEach(entries::add);
        var index = new Index(story, Runnable::run);
        index.append(entries, story.unitCount(), story.placeCount());
        for (String lot : List.of("R1", "R2")) {
            Question question = Question.forward(Seed.of(story.unit(lot)));
            Answer answer = index.view().answer(question);
            assertThat(answer.units()).hasSize((lot.equals("R1") ? 27 : 3) * SERIALS_A_RUN + 1);
            assertThat(answer.hash())
                    .isEqualTo(Reference.answer(story, question).hash());
        }
    }
}
