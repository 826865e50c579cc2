/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.View;
import org.junit.jupiter.api.Test;

/** The index answers as the reference does, whatever the ledger and the question. */
class IndexOracleTest {

    private static final int ACTS = 40;

    /** How many random ledgers are asked; a long run sets it to a million. */
    private static final int GRAPHS = Integer.getInteger("gozinto.graphs", 2_000);

    private static View indexed(Story story, Random random) {
        var index = new Index(names(story), Runnable::run);
        List<Entry> entries = new ArrayList<>();
        story.entries().forEach(entries::add);
        int taken = 0;
        while (taken < entries.size()) {
            int next = Math.min(entries.size(), taken + 1 + random.nextInt(15));
            index.append(entries.subList(taken, next), story.unitCount(), story.placeCount());
            taken = next;
        }
        return index.view();
    }

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

            @Override
            public boolean isConsumer(int place) {
                return story.isConsumer(place);
            }
        };
    }

    static Question anyQuestion(Story story, Random random) {
        boolean forward = random.nextBoolean();
        List<Seed> seeds = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            seeds.add(anySeed(story, random));
        }
        return new Question(
                forward ? Direction.FORWARD : Direction.BACKWARD,
                seeds,
                random.nextInt(3) == 0 ? (Long) (random.nextInt(25) * Story.SECOND) : null,
                random.nextInt(4) == 0 ? (Long) (long) random.nextInt(ACTS + 2) : null,
                random.nextInt(6) == 0 ? (Long) (random.nextInt(ACTS + 2) * Story.SECOND) : null,
                Hosts.values()[random.nextInt(3)],
                Contents.values()[random.nextInt(2)],
                random.nextInt(3) == 0,
                null,
                random.nextInt(5) == 0 ? Set.of("pasteurised") : Set.of(),
                random.nextInt(5) == 0 ? Precision.values()[random.nextInt(4)] : null,
                Stop.values()[random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0],
                random.nextInt(8) == 0 ? new Limits(2) : Limits.NONE);
    }

    private static Seed anySeed(Story story, Random random) {
        int unit = random.nextInt(story.unitCount());
        return switch (random.nextInt(8)) {
            case 0 -> new Seed.OfUnit(unit, random.nextInt(story.placeCount()), null, null);
            case 1 -> new Seed.OfUnit(unit, null, "D" + random.nextInt(3), null);
            case 2 -> new Seed.OfUnit(unit, null, null, new Window(3 * Story.SECOND, 9 * Story.SECOND));
            case 3 -> story.unit(unit).kind() == Unit.Kind.CONTAINER ? new Seed.OfContainer(unit) : Seed.of(unit);
            default -> Seed.of(unit);
        };
    }

    private static Story any(long seed) {
        return (seed & 1) == 0 ? Worlds.rich(seed, ACTS) : Workshop.of(seed, ACTS);
    }

    private static void assertSame(long seed) {
        var random = new Random(seed);
        Story story = any(seed);
        View view = indexed(story, random);
        for (int i = 0; i < 4; i++) {
            Question question = anyQuestion(story, random);
            Answer expected = Reference.answer(story, question);
            Answer actual = view.answer(question);
            if (!actual.hash().equals(expected.hash())) {
                assertThat(told(actual)).as("seed %d, %s", seed, question).isEqualTo(told(expected));
            }
            assertThat(actual.hash()).as("seed %d, %s", seed, question).isEqualTo(expected.hash());
            assertThat(actual.passages().list())
                    .as("passages, seed %d, %s", seed, question)
                    .containsExactlyInAnyOrderElementsOf(expected.passages().list());
            for (Reached reached : expected.units()) {
                assertThat(actual.paths().of(reached.unit()))
                        .as("path to %d, seed %d, %s", reached.unit(), seed, question)
                        .isEqualTo(expected.paths().of(reached.unit()));
            }
        }
    }

    // Everything but the hash, so that a failure shows what differs.
    private static List<Object> told(Answer answer) {
        List<Object> told = new ArrayList<>(answer.units());
        told.addAll(answer.cuts());
        told.add(answer.summary());
        told.add(String.valueOf(answer.balance()));
        told.add(answer.notAnswered());
        told.add(answer.knownAtSeq());
        return told;
    }

    @Property(tries = 300)
    void answersAsTheReferenceDoes(@ForAll long seed) {
        assertSame(seed);
    }

    @Property(tries = 300)
    void whatTheAnswerNamesIsReachable(@ForAll long seed) {
        var random = new Random(seed);
        Story story = any(seed);
        View view = indexed(story, random);
        for (int i = 0; i < 4; i++) {
            Question question = anyQuestion(story, random).limits(Limits.NONE);
            List<Integer> named = Reference.answer(story, question).units().stream()
                    .map(Reached::unit)
                    .toList();
            assertThat(Arrays.stream(view.reachable(question)).boxed())
                    .as("seed %d, %s", seed, question)
                    .containsAll(named)
                    .noneMatch(unit -> story.unit(unit).kind() == Unit.Kind.CONTAINER);
        }
    }

    @Property(tries = 300)
    void theOrderOfTheSeedsSaysNothing(@ForAll long seed) {
        var random = new Random(seed);
        Story story = any(seed);
        View view = indexed(story, random);
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seeds.add(anySeed(story, random));
        }
        Question question = anyQuestion(story, random);
        String hash = view.answer(question.withSeeds(seeds)).hash();
        Collections.shuffle(seeds, random);
        assertThat(view.answer(question.withSeeds(seeds)).hash())
                .as("seed %d, %s, %s", seed, question, seeds)
                .isEqualTo(hash);
    }

    @Property(tries = 300)
    void balancesAsTheWholeBookDoes(@ForAll long seed) {
        var random = new Random(seed);
        Story story = any(seed);
        View view = indexed(story, random);
        Long asOf = random.nextBoolean() ? (Long) (random.nextInt(25) * Story.SECOND) : null;
        Long known = random.nextInt(3) == 0 ? (Long) (long) random.nextInt(ACTS + 2) : null;
        for (int unit = 0; unit < story.unitCount(); unit++) {
            for (boolean withSerials : List.of(true, false)) {
                assertThat(view.balance(unit, withSerials, asOf, known, null))
                        .as("unit %d, as of %s, known at %s", unit, asOf, known)
                        .isEqualTo(MassBalance.of(story, unit, withSerials, asOf, known, null));
            }
        }
    }

    /** As the property above, for a number of ledgers that the run chooses; the failure names the ledger's seed. */
    @Test
    void answersAsTheReferenceDoesForManyLedgers() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            assertSame(seed);
        }
    }
}
