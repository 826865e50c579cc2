/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What may have been touched (S11): hypotheses beside the facts, never among them. */
class ContactTest {

    private final Story story = new Story();

    private static Contact contact(long seconds, Contact.Kind... kinds) {
        return new Contact(Set.of(kinds), seconds * Story.SECOND);
    }

    private List<String> forward(String seed, Contact contact) {
        return told(Question.forward(story.seeds(seed)).contact(contact));
    }

    private List<String> backward(String seed, Contact contact) {
        return told(Question.backward(story.seeds(seed)).contact(contact));
    }

    private List<String> told(Question question) {
        return Reference.answer(story, question).hypotheses().stream()
                .map(hypothesis -> story.name(hypothesis.unit()) + " " + hypothesis.relation() + " "
                        + (hypothesis.place() >= 0
                                ? story.place(hypothesis.place()).code()
                                : hypothesis.name())
                        + " with " + story.name(hypothesis.with())
                        + (hypothesis.through() == hypothesis.unit()
                                ? ""
                                : " through " + story.name(hypothesis.through()))
                        + " at " + hypothesis.sinceUs() / Story.SECOND)
                .toList();
    }

    @Test
    void whoWasThereAtTheSameTimeOrSoonAfterMayBeTouched() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.move(10, "R1", 10, "A", "B");
        story.receive(5, "T1", 10, "SUP", "A");
        story.receive(15, "L1", 10, "SUP", "A");
        story.receive(100, "N1", 10, "SUP", "A");

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE))).containsExactly("T1 TOUCHED A with R1 at 5");
        assertThat(forward("R1", contact(5, Contact.Kind.PLACE)))
                .containsExactly("L1 TOUCHED A with R1 at 15", "T1 TOUCHED A with R1 at 5");
        assertThat(forward("R1", contact(100, Contact.Kind.VESSEL))).isEmpty();
    }

    @Test
    void whatLeftBeforeIsNotTouched() {
        story.receive(1, "E1", 10, "SUP", "A");
        story.ship(5, "E1", 10, "A", "C1");
        story.receive(6, "R1", 10, "SUP", "A");

        assertThat(forward("R1", contact(100, Contact.Kind.PLACE))).isEmpty();
        assertThat(backward("R1", contact(100, Contact.Kind.PLACE))).containsExactly("E1 TOUCHED A with R1 at 5");
        assertThat(backward("E1", contact(100, Contact.Kind.PLACE))).isEmpty();
    }

    @Test
    void onlyWhatIsTakenFromATouchedLotAfterwardsIsFollowed() {
        story.receive(1, "T1", 10, "SUP", "A");
        story.run(2, "MO1").in("T1", 2, "A").out("EARLY1", 2, "B").done();
        story.receive(5, "R1", 10, "SUP", "A");
        story.run(6, "MO2").in("T1", 2, "A").out("LATE1", 2, "B").done();
        story.run(7, "MO3").in("LATE1", 2, "B").out("LATER1", 2, "C").done();

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE)))
                .containsExactly(
                        "LATE1 FOLLOWED A with R1 through T1 at 6",
                        "LATER1 FOLLOWED A with R1 through T1 at 7",
                        "T1 TOUCHED A with R1 at 5");
        assertThat(told(Question.forward(story.seeds("R1"))
                        .contact(contact(0, Contact.Kind.PLACE))
                        .killSteps(Set.of("pasteurised"))))
                .hasSize(3);
    }

    @Test
    void aKillStepEndsAHypothesisToo() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(2, "T1", 10, "SUP", "A");
        story.run(6, "MO2")
                .in("T1", 2, "A")
                .out("SAFE1", 2, "B")
                .step("pasteurised")
                .done();

        assertThat(told(Question.forward(story.seeds("R1"))
                        .contact(contact(0, Contact.Kind.PLACE))
                        .killSteps(Set.of("pasteurised"))))
                .containsExactly("T1 TOUCHED A with R1 at 2");
    }

    @Test
    void aTouchedUnitTouchesNoFurtherOne() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(2, "T1", 10, "SUP", "A");
        story.move(3, "T1", 10, "A", "B");
        story.receive(4, "U1", 10, "SUP", "B");

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE))).containsExactly("T1 TOUCHED A with R1 at 2");
    }

    @Test
    void theSameLineOrTheSameHandsWithinTheWindow() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(1, "Q1", 10, "SUP", "B");
        story.run(10, "MO1")
                .in("R1", 5, "A")
                .out("M1", 5, "C")
                .with("MIXER-1")
                .by("kim")
                .done();
        story.run(20, "MO2").in("Q1", 5, "B").out("N1", 5, "D").with("MIXER-1").done();
        story.run(30, "MO3")
                .in("Q1", 5, "B")
                .out("O1", 5, "E")
                .with("MIXER-2")
                .by("kim")
                .done();

        assertThat(forward("R1", contact(10, Contact.Kind.EQUIPMENT)))
                .containsExactly("N1 TOUCHED MIXER-1 with M1 at 20", "Q1 TOUCHED MIXER-1 with M1 at 20");
        assertThat(forward("R1", contact(9, Contact.Kind.EQUIPMENT))).isEmpty();
        assertThat(forward("R1", contact(20, Contact.Kind.OPERATOR)))
                .contains("O1 TOUCHED kim with M1 at 30")
                .hasSize(2);
        assertThat(backward("N1", contact(10, Contact.Kind.EQUIPMENT)))
                .contains("M1 TOUCHED MIXER-1 with N1 at 10", "R1 TOUCHED MIXER-1 with N1 at 10")
                .hasSize(2);
    }

    @Test
    void whatIsLeftInACleanedVesselIsAHypothesisAndNoFact() {
        story.vessel("TANK", Mixing.WELL_MIXED, 0);
        story.receive(1, "R1", 10, "SUP", "TANK");
        story.clean(5, "TANK");
        story.receive(8, "T1", 10, "SUP", "TANK");
        story.move(9, "X1", 10, "TANK", "A");

        assertThat(story.forward("R1").units()).containsExactly("R1");
        assertThat(forward("R1", contact(3, Contact.Kind.VESSEL)))
                .containsExactly("T1 TOUCHED TANK with R1 at 8", "X1 FOLLOWED TANK with R1 through T1 at 9");
        assertThat(backward("X1", contact(3, Contact.Kind.VESSEL))).containsExactly("R1 TOUCHED TANK with T1 at 5");
    }

    @Test
    void aHostOfATouchedPartIsFollowed() {
        story.serials("CAR", "CAR1").serials("PUMP", "P1");
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(2, "P1", 1, "SUP", "A");
        story.install(3, "P1", "CAR1", "A");

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE)))
                .containsExactly("CAR1 FOLLOWED A with R1 through P1 at 3", "P1 TOUCHED A with R1 at 2");
    }

    @Test
    void whatIsInACartonIsTouchedWhereTheCartonStands() {
        story.serials("PUMP", "P1").containers("K1");
        story.move(1, "K1", 1, "OUTSIDE", "B");
        story.act(Act.PACK, 2)
                .line("P1", 1, story.place("B"), story.place("K1"))
                .done();
        story.receive(3, "R1", 10, "SUP", "A");
        story.move(4, "K1", 1, "B", "A");

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE))).containsExactly("P1 TOUCHED A with R1 at 4");
    }

    @Test
    void hypothesesAreNotFollowedWhereOnlySureLinksAre() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(2, "T1", 10, "SUP", "A");
        Answer answer = Reference.answer(
                story,
                Question.forward(story.seeds("R1"))
                        .contact(contact(0, Contact.Kind.PLACE))
                        .floor(Precision.UNIT));

        assertThat(answer.hypotheses()).isEmpty();
        assertThat(answer.notAnswered()).hasSize(1);
    }

    @Test
    void theLimitIsNamed() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.receive(2, "T1", 10, "SUP", "A");
        story.receive(2, "T2", 10, "SUP", "A");
        Answer answer = Reference.answer(
                story,
                Question.forward(story.seeds("R1"))
                        .contact(contact(0, Contact.Kind.PLACE))
                        .limits(new Limits(1)));

        assertThat(answer.hypotheses()).hasSize(1);
        assertThat(answer.notAnswered()).containsExactly("contact: 1 more units than the limit keeps");
        assertThat(answer.complete()).isTrue();
        assertThatThrownBy(() -> new Contact(Set.of(), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 60)
    void theFactsAreTheSameWithAndWithout(@ForAll long seed) {
        Story world = Worlds.rich(seed, 40);
        Contact all = new Contact(EnumSet.allOf(Contact.Kind.class), 3 * Story.SECOND);
        for (int unit = 0; unit < world.unitCount(); unit++) {
            for (boolean forward : List.of(true, false)) {
                Question question =
                        (forward ? Question.forward(Seed.of(unit)) : Question.backward(Seed.of(unit))).withAmounts();
                Answer plain = Reference.answer(world, question);
                Answer asked = Reference.answer(world, question.contact(all));
                assertThat(asked.units()).isEqualTo(plain.units());
                assertThat(asked.summary()).isEqualTo(plain.summary());
                assertThat(asked.cuts()).isEqualTo(plain.cuts());
                assertThat(asked.balance()).isEqualTo(plain.balance());
                List<Integer> facts = plain.units().stream().map(Reached::unit).toList();
                assertThat(asked.hypotheses()).extracting(Hypothesis::unit).noneMatch(facts::contains);
                assertThat(plain.hypotheses()).isEmpty();
            }
        }
    }

    @Property(tries = 60)
    void theOrderOfReadingAndTheNumbersChangeNoHash(@ForAll long seed) {
        Story world = Worlds.of(seed, 40, true, true);
        Contact all = new Contact(EnumSet.allOf(Contact.Kind.class), 2 * Story.SECOND);
        Book shuffled = world.shuffled(new Random(seed));
        Book renumbered = world.renumbered();
        for (int unit = 0; unit < world.unitCount(); unit++) {
            String hash = Reference.answer(
                            world, Question.forward(Seed.of(unit)).contact(all))
                    .hash();
            assertThat(Reference.answer(
                                    shuffled, Question.forward(Seed.of(unit)).contact(all))
                            .hash())
                    .isEqualTo(hash);
            Seed other = Seed.of(world.unitCount() - 1 - unit);
            assertThat(Reference.answer(renumbered, Question.forward(other).contact(all))
                            .hash())
                    .isEqualTo(hash);
        }
    }

    @Property(tries = 60)
    void whoMayHaveTouchedWhomMirrors(@ForAll long seed) {
        Story world = Worlds.of(seed, 30, false, false);
        Contact places = new Contact(Set.of(Contact.Kind.PLACE), 2 * Story.SECOND);
        for (int x = 0; x < world.unitCount(); x++) {
            for (int y = 0; y < world.unitCount(); y++) {
                if (isLot(world, x) && isLot(world, y)) {
                    assertThat(mayReach(world, Question.forward(Seed.of(x)).contact(places), y))
                            .as("%s to %s", world.name(x), world.name(y))
                            .isEqualTo(mayReach(
                                    world, Question.backward(Seed.of(y)).contact(places), x));
                }
            }
        }
    }

    private static boolean isLot(Story world, int unit) {
        return world.unit(unit).kind() == Unit.Kind.LOT;
    }

    private static boolean mayReach(Story world, Question question, int unit) {
        Answer answer = Reference.answer(world, question);
        return answer.units().stream().anyMatch(reached -> reached.unit() == unit)
                || answer.hypotheses().stream().anyMatch(hypothesis -> hypothesis.unit() == unit);
    }
}
