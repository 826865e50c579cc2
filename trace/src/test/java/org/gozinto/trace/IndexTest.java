/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.View;
import org.junit.jupiter.api.Test;

/** What the index does besides answering as the reference: see {@link IndexOracleTest} for that. */
class IndexTest {

    private static Named names(Story story) {
        return new Named() {
            @Override
            public Unit unit(int id) {
                return story.unit(id);
            }

            @Override
            public Place place(int id) {
                return story.place(id);
            }
        };
    }

    private static List<Entry> entries(Story story) {
        List<Entry> entries = new ArrayList<>();
        story.entries().forEach(entries::add);
        return entries;
    }

    @Test
    void anEmptyLedgerAnswersNothingAndIsComplete() {
        Story story = new Story();
        int unit = story.unit("L1");
        var index = new Index(names(story), Runnable::run);
        index.append(List.of(), story.unitCount(), story.placeCount());
        Answer answer = index.view().answer(Question.forward(Seed.of(unit)));
        assertThat(answer.units()).isEmpty();
        assertThat(answer.complete()).isTrue();
        assertThat(answer.knownAtSeq()).isZero();
    }

    @Test
    void anEntryThatDoesNotFollowIsRefusedAndThoseBeforeItAreThere() {
        Story story = new Story();
        story.receive(1, "L1", 10, "ACME", "A");
        story.move(2, "L1", 4, "A", "B");
        story.move(3, "L1", 1, "B", "A");
        List<Entry> entries = entries(story);
        var index = new Index(names(story), Runnable::run);
        assertThatThrownBy(() ->
                        index.append(List.of(entries.get(0), entries.get(2)), story.unitCount(), story.placeCount()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 3 cannot follow 1");
        assertThat(index.view().head()).isEqualTo(1);
        index.append(entries.subList(1, 3), story.unitCount(), story.placeCount());
        Question question = Question.forward(Seed.of(story.unit("L1")));
        assertThat(index.view().answer(question).hash())
                .isEqualTo(Reference.answer(story, question).hash());
    }

    @Test
    void aViewDoesNotSeeWhatCameAfterIt() {
        Story story = new Story();
        story.receive(1, "L1", 10, "ACME", "A");
        story.ship(2, "L1", 4, "A", "C1");
        var index = new Index(names(story), Runnable::run);
        index.append(entries(story).subList(0, 1), story.unitCount(), story.placeCount());
        View before = index.view();
        index.append(entries(story).subList(1, 2), story.unitCount(), story.placeCount());
        Question question = Question.forward(Seed.of(story.unit("L1")));
        assertThat(before.answer(question).summary().consignees()).isEmpty();
        assertThat(index.view().answer(question).summary().consignees()).hasSize(1);
    }

    @Test
    void quantitiesBeyondAnIntAreExact() {
        Story story = new Story();
        long much = 9_007_199_254_740_993L;
        story.receive(1, "L1", much, "ACME", "A");
        story.ship(2, "L1", much - 1, "A", "C1");
        var index = new Index(names(story), Runnable::run);
        index.append(entries(story), story.unitCount(), story.placeCount());
        Answer answer = index.view().answer(Question.forward(Seed.of(story.unit("L1"))));
        assertThat(answer.summary().consignees().getFirst().gross()).isEqualTo(much - 1);
        assertThat(answer.summary().onHand().getFirst().qty()).isEqualTo(1);
    }

    @Test
    void theWholeBookCanBeReadBack() {
        Story story = Worlds.rich(5, 60);
        var index = new Index(names(story), Runnable::run);
        index.append(entries(story), story.unitCount(), story.placeCount());
        for (int unit = 0; unit < story.unitCount(); unit++) {
            Question question = Question.backward(Seed.of(unit));
            assertThat(Reference.answer(index.view(), question).hash())
                    .isEqualTo(Reference.answer(story, question).hash());
        }
    }

    /** Four ask while one appends and stretches are joined: each view answers as the ledger was up to its head. */
    @Test
    void answersAreRightWhileTheLedgerGrows() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            Story story = seed % 4 == 0 ? Worlds.rich(seed, 150) : Workshop.of(seed, 150);
            List<Entry> entries = entries(story);
            try (var threads = Executors.newFixedThreadPool(5)) {
                var index = new Index(names(story), threads);
                index.append(List.of(), story.unitCount(), story.placeCount());
                var grows = new AtomicBoolean(true);
                List<CompletableFuture<Void>> asking = new ArrayList<>();
                for (int asker = 0; asker < 4; asker++) {
                    int unit = asker;
                    asking.add(CompletableFuture.runAsync(() -> ask(story, index, grows, unit), threads));
                }
                for (int at = 0; at < entries.size(); at += 3) {
                    int end = Math.min(entries.size(), at + 3);
                    index.append(entries.subList(at, end), story.unitCount(), story.placeCount());
                }
                grows.set(false);
                for (CompletableFuture<Void> one : asking) {
                    one.get();
                }
            }
        }
    }

    private static void ask(Story story, Index index, AtomicBoolean grows, int first) {
        int unit = first;
        do {
            View view = index.view();
            for (Question question : List.of(
                    Question.forward(Seed.of(unit)).withAmounts(),
                    Question.forward(Seed.of(unit)),
                    Question.backward(Seed.of(unit)))) {
                assertThat(view.answer(question).hash())
                        .as("unit %d at %d, %s", unit, view.head(), question.direction())
                        .isEqualTo(Reference.answer(story.upTo(view.head()), question)
                                .hash());
            }
            unit = (unit + 4) % story.unitCount();
        } while (grows.get());
    }

    @Test
    void aQuestionThatMattersToTooManyMovementsIsRefusedAndOthersAreAnswered() {
        Story story = Workshop.of(3, 200);
        var index = new Index(names(story), Runnable::run);
        index.append(entries(story), story.unitCount(), story.placeCount());
        View view = index.view();
        Question wide = Question.forward(Seed.of(story.unit("R0")));
        assertThatThrownBy(() -> view.answer(wide.limits(new Limits(Integer.MAX_VALUE, 5))))
                .isInstanceOfSatisfying(TooLargeException.class, refused -> {
                    assertThat(refused.movementsMax()).isEqualTo(5);
                    assertThat(refused.movements()).isGreaterThan(5);
                    assertThat(refused.units()).isEqualTo(view.reach(wide));
                });
        assertThat(view.answer(wide.limits(new Limits(Integer.MAX_VALUE, 5_000)))
                        .hash())
                .isEqualTo(Reference.answer(story, wide).hash());
    }

    @Test
    void reachCountsTheUnitsThatALabelCanComeTo() {
        Story story = new Story().serials("BIKE", "F1", "F2", "F3");
        story.receive(1, "CELL1", 10, "ACME", "A");
        story.receive(1, "CELL2", 10, "ACME", "A");
        story.run(2, "MO1").in("CELL1", 4, "A").out("PACK1", 2, "A").close().done();
        story.run(3, "MO2").in("PACK1", 1, "A").out("F1", 1, "A").close().done();
        story.run(3, "MO3").in("PACK1", 1, "A").out("F2", 1, "A").close().done();
        story.run(3, "MO4").in("CELL2", 1, "A").out("F3", 1, "A").close().done();
        var index = new Index(names(story), Runnable::run);
        index.append(entries(story), story.unitCount(), story.placeCount());
        View view = index.view();
        assertThat(view.reach(Question.forward(Seed.of(story.unit("CELL1"))))).isEqualTo(4);
        assertThat(view.reach(Question.backward(Seed.of(story.unit("F3"))))).isEqualTo(2);
    }
}
