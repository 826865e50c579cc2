/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which unit reached which other, as a picture draws it. */
class PassagesTest {

    private static Set<Integer> units(Answer answer) {
        return answer.units().stream().map(Reached::unit).collect(Collectors.toSet());
    }

    private static String end(Story story, int end) {
        return Passage.isPlace(end) ? story.place(Passage.place(end)).code() : story.name(end);
    }

    private static Set<String> told(Story story, Question question) {
        return Reference.answer(story, question).passages().list().stream()
                .map(p -> end(story, p.from()) + ">" + end(story, p.to()) + " " + p.kind() + " " + p.precision())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRunStandsBetweenItsInputsAndOutputsAndAConsigneeAtTheEnd() {
        Story story = new Story();
        story.receive(1, "R1", 100, "SUP", "A");
        story.receive(1, "R2", 100, "SUP", "A");
        story.run(2, "MO")
                .in("R1", 10, "A")
                .in("R2", 10, "A")
                .out("M1", 10, "A")
                .out("M2", 10, "A")
                .done();
        story.ship(3, "M1", 4, "A", "C1");
        assertThat(told(story, Question.forward(Seed.of(story.unit("R1")))))
                .containsExactly(
                        "M1>C1 SHIPPED UNIT", "MO>M1 MADE_FROM ORDER", "MO>M2 MADE_FROM ORDER", "R1>MO MADE_FROM UNIT");
        assertThat(told(story, Question.backward(Seed.of(story.unit("M2")))))
                .containsExactly("MO>M2 MADE_FROM ORDER", "R1>MO MADE_FROM UNIT", "R2>MO MADE_FROM UNIT");
    }

    @Test
    void twoPartsPutIntoOneHostAtOnceAreTwoSteps() {
        Story story = new Story();
        story.serials("CELL", "CELL1", "CELL2").serials("CAR", "CAR1");
        story.receive(1, "R1", 2, "SUP", "A");
        story.run(2, "MO")
                .in("R1", 2, "A")
                .out("CELL1", 1, "A")
                .out("CELL2", 1, "A")
                .done();
        int car = story.host("CAR1");
        story.act(Act.INSTALL, 3)
                .line("CELL1", 1, story.place("A"), car)
                .line("CELL2", 1, story.place("A"), car)
                .done();
        assertThat(told(story, Question.forward(Seed.of(story.unit("R1")))))
                .contains("CELL1>CAR1 CONTAINS UNIT", "CELL2>CAR1 CONTAINS UNIT");
        assertThat(told(story, Question.backward(Seed.of(story.unit("CAR1")))))
                .contains("CELL1>CAR1 CONTAINS UNIT", "CELL2>CAR1 CONTAINS UNIT");
    }

    /** Every unit of an answer hangs together with a seed along the steps, and no step leads out of the answer. */
    @Property(tries = 150)
    void stepsConnectExactlyTheUnitsOfTheAnswer(@ForAll long seed) {
        Story story = Worlds.of(seed, 40, seed % 2 == 0, true);
        for (int unit = 0; unit < story.unitCount(); unit++) {
            for (Hosts hosts : Hosts.values()) {
                assertConnected(story, Question.forward(Seed.of(unit)).hosts(hosts));
                assertConnected(story, Question.backward(Seed.of(unit)).hosts(hosts));
            }
        }
    }

    private static void assertConnected(Story story, Question question) {
        Answer answer = Reference.answer(story, question);
        Set<Integer> units = units(answer);
        Map<Integer, Set<Integer>> next = new HashMap<>();
        boolean forward = question.direction() == Direction.FORWARD;
        for (Passage passage : answer.passages().list()) {
            for (int end : List.of(passage.from(), passage.to())) {
                assertThat(Passage.isPlace(end) || units.contains(end)).isTrue();
            }
            next.computeIfAbsent(forward ? passage.from() : passage.to(), absent -> new HashSet<>())
                    .add(forward ? passage.to() : passage.from());
        }
        Set<Integer> seen = new HashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        answer.units().stream()
                .filter(reached -> reached.relation() == Relation.SEED || reached.relation() == Relation.MEMBER)
                .forEach(reached -> open.add(reached.unit()));
        while (!open.isEmpty()) {
            int end = open.poll();
            if (seen.add(end)) {
                open.addAll(next.getOrDefault(end, Set.of()));
            }
        }
        assertThat(seen).as(() -> question + " " + told(story, question)).containsAll(units);
    }
}
