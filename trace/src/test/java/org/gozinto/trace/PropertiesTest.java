/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every ledger. The parameter is the seed of the world; jqwik prints it when a property fails. */
class PropertiesTest {

    private static final int ACTS = 40;

    private static Set<Integer> units(Answer answer) {
        Set<Integer> units = new HashSet<>();
        answer.units().forEach(reached -> units.add(reached.unit()));
        return units;
    }

    private static boolean isTraced(Story story, int unit) {
        Unit.Kind kind = story.unit(unit).kind();
        return kind == Unit.Kind.LOT || kind == Unit.Kind.SERIAL;
    }

    private static void assertDuality(Story story, Hosts hosts) {
        for (int x = 0; x < story.unitCount(); x++) {
            if (!isTraced(story, x)) {
                continue;
            }
            Set<Integer> forward =
                    units(Reference.answer(story, Question.forward(Seed.of(x)).hosts(hosts)));
            for (int y = 0; y < story.unitCount(); y++) {
                if (isTraced(story, y)) {
                    Set<Integer> backward = units(Reference.answer(
                            story, Question.backward(Seed.of(y)).hosts(hosts)));
                    assertThat(backward.contains(x))
                            .as("%s in backward(%s), %s", story.name(x), story.name(y), hosts)
                            .isEqualTo(forward.contains(y));
                }
            }
        }
    }

    @Property(tries = 80)
    void backwardMirrorsForward(@ForAll long seed) {
        for (Hosts hosts : Hosts.values()) {
            assertDuality(Worlds.of(seed, ACTS, false, false), hosts);
        }
    }

    @Property(tries = 80)
    void backwardMirrorsForwardWhereTimesAreSpans(@ForAll long seed) {
        assertDuality(Worlds.of(seed, ACTS, true, false), Hosts.EVER);
    }

    @Property(tries = 100)
    void theOrderInWhichEntriesAreReadChangesNothing(@ForAll long seed) {
        Story story = Worlds.of(seed, ACTS, true, true);
        Book shuffled = story.shuffled(new Random(seed));
        for (int unit = 0; unit < story.unitCount(); unit++) {
            Question question = Question.forward(Seed.of(unit)).withAmounts();
            assertThat(Reference.answer(shuffled, question).hash())
                    .isEqualTo(Reference.answer(story, question).hash());
        }
    }

    @Property(tries = 100)
    void theNumbersOfUnitsAndPlacesChangeNoHash(@ForAll long seed) {
        Story story = Worlds.of(seed, ACTS, true, true);
        Book renumbered = story.renumbered();
        for (int unit = 0; unit < story.unitCount(); unit++) {
            int other = story.unitCount() - 1 - unit;
            for (boolean forward : List.of(true, false)) {
                Question question = forward ? Question.forward(Seed.of(unit)) : Question.backward(Seed.of(unit));
                Question same = forward ? Question.forward(Seed.of(other)) : Question.backward(Seed.of(other));
                assertThat(Reference.answer(renumbered, same.withAmounts()).hash())
                        .isEqualTo(
                                Reference.answer(story, question.withAmounts()).hash());
            }
        }
    }

    @Property(tries = 100)
    void asKnownAtIsWhatWasAnsweredThen(@ForAll long seed) {
        Story story = Worlds.of(seed, ACTS, true, true);
        long known = 1 + new Random(seed).nextInt(story.entryCount());
        for (int unit = 0; unit < story.unitCount(); unit++) {
            Question question = Question.forward(Seed.of(unit));
            assertThat(Reference.answer(story, question.knownAt(known, null)).hash())
                    .isEqualTo(Reference.answer(story.upTo(known), question).hash());
        }
    }

    @Property(tries = 100)
    void aLaterAsOfLosesNothingThatEverWasReached(@ForAll long seed) {
        Book book = withoutLinks(Worlds.of(seed, ACTS, false, false));
        for (int unit = 0; unit < book.unitCount(); unit++) {
            Question ever = Question.forward(Seed.of(unit)).hosts(Hosts.EVER);
            Set<Integer> early = units(Reference.answer(book, ever.asOf(10 * Story.SECOND)));
            assertThat(units(Reference.answer(book, ever))).containsAll(early);
        }
    }

    // A later link may narrow what an unlinked input was taken to reach; without links time only adds.
    private static Book withoutLinks(Story story) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : story.entries()) {
            entries.add(new Entry(
                    entry.seq(),
                    entry.act(),
                    entry.occurred(),
                    entry.recordedAtUs(),
                    entry.movements(),
                    List.of(),
                    entry.place(),
                    entry.closesRun(),
                    entry.step(),
                    entry.voids(),
                    entry.document(),
                    entry.position(),
                    entry.equipment(),
                    entry.operator()));
        }
        return story.with(entries);
    }

    @Property(tries = 20)
    void howMuchOfXIsInYIsTheSameBothWays(@ForAll long seed) {
        Story story = Worlds.of(seed, ACTS, false, false);
        for (int y = 0; y < story.unitCount(); y++) {
            Answer backward =
                    Reference.answer(story, Question.backward(Seed.of(y)).withAmounts());
            if (!isTraced(story, y) || story.unit(y).serial() != null) {
                continue;
            }
            for (Reached ancestor : backward.units()) {
                Answer forward = Reference.answer(
                        story, Question.forward(Seed.of(ancestor.unit())).withAmounts());
                int lot = y;
                Amount there = forward.units().stream()
                        .filter(reached -> reached.unit() == lot)
                        .findFirst()
                        .orElseThrow()
                        .amount();
                if (there != null && ancestor.amount() != null) {
                    assertThat(ancestor.amount().expected()).isEqualByComparingTo(there.expected());
                }
            }
        }
    }

    @Property(tries = 80)
    void amountsAddUpAndAreWithinTheirBounds(@ForAll long seed) {
        Story story = Worlds.of(seed, ACTS, false, true);
        for (int unit = 0; unit < story.unitCount(); unit++) {
            Answer plain = Reference.answer(story, Question.forward(Seed.of(unit)));
            Answer answer =
                    Reference.answer(story, Question.forward(Seed.of(unit)).withAmounts());
            assertThat(units(answer)).isEqualTo(units(plain));
            if (answer.balance() == null) {
                continue;
            }
            assertThat(answer.balance().sum())
                    .isEqualByComparingTo(answer.balance().entered());
            for (Reached reached : answer.units()) {
                Amount amount = reached.amount();
                assertThat(amount.lo()).isLessThanOrEqualTo(amount.expected());
                assertThat(amount.expected()).isLessThanOrEqualTo(amount.hi());
            }
        }
    }

    @Property(tries = 60)
    void whatIsInAContainerNowAddsUpToItsHoldings(@ForAll long seed) {
        Story story = Worlds.rich(seed, ACTS);
        for (String carton : List.of("K1", "K2")) {
            Seed contents = new Seed.OfContainer(story.unit(carton));
            Answer answer = Reference.answer(
                    story, Question.forward(contents).contents(Contents.NOW).withAmounts());
            boolean isTraced = answer.units().stream().allMatch(reached -> isTraced(story, reached.unit()));
            if (answer.balance() == null || !isTraced) {
                continue;
            }
            long held = answer.units().stream()
                    .flatMap(reached -> reached.holdings().stream())
                    .filter(holding -> holding.amount() != null)
                    .mapToLong(Holding::qty)
                    .sum();
            assertThat(answer.balance().sum())
                    .isEqualByComparingTo(answer.balance().entered());
            assertThat(answer.balance().entered().longValueExact()).isLessThanOrEqualTo(held);
        }
    }
}
