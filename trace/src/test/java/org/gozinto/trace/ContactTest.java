/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
    void whatLeftByAnEarlierEntryOfTheSameSecondIsNotTouched() {
        story.receive(1, "T1", 10, "SUP", "A");
        story.run(5, "MO1").in("T1", 10, "A").out("X1", 10, "B").done();
        story.receive(5, "R1", 10, "SUP", "A");

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE))).isEmpty();
        assertThat(backward("X1", contact(0, Contact.Kind.PLACE))).isEmpty();
        assertThat(backward("R1", contact(0, Contact.Kind.PLACE))).containsExactly("T1 TOUCHED A with R1 at 5");
        assertThat(forward("T1", contact(0, Contact.Kind.PLACE))).containsExactly("R1 TOUCHED A with T1 at 5");
    }

    @Test
    void whatLeavesByAnEntryHasNotMetWhatComesByIt() {
        story.receive(1, "T1", 10, "SUP", "A");
        story.run(5, "MO1")
                .in("T1", 10, "A")
                .out("R1", 5, "A")
                .out("X1", 5, "B")
                .done();

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE))).isEmpty();
        assertThat(backward("X1", contact(0, Contact.Kind.PLACE))).isEmpty();
    }

    @Test
    void ofThoseThatCameInOneSecondTheFirstTouches() {
        story.receive(1, "T1", 10, "SUP", "A");
        story.receive(5, "R1", 10, "SUP", "A");
        story.run(5, "MO1").in("T1", 5, "A").out("X1", 5, "B").done();
        story.run(5, "MO2").in("R1", 5, "A").out("P1", 5, "A").done();

        assertThat(forward("R1", contact(0, Contact.Kind.PLACE)))
                .containsExactly("T1 TOUCHED A with R1 at 5", "X1 FOLLOWED A with R1 through T1 at 5");
        assertThat(backward("X1", contact(0, Contact.Kind.PLACE))).containsExactly("R1 TOUCHED A with T1 at 5");
    }

    @Test
    void whatIsFilledInAfterADrawHasNotTouchedIt() {
        for (Mixing mixing : List.of(Mixing.WELL_MIXED, Mixing.SINCE_CLEAN, Mixing.FIFO)) {
            String tank = mixing.name();
            story.vessel(tank, mixing, 0);
            story.receive(1, "T" + tank, 10, "SUP", tank);
            story.move(5, "X" + tank, 4, tank, "A");
            story.receive(9, "R" + tank, 10, "SUP", tank);

            assertThat(backward("X" + tank, contact(3, Contact.Kind.VESSEL))).isEmpty();
            assertThat(forward("R" + tank, contact(3, Contact.Kind.VESSEL)))
                    .noneMatch(told -> told.startsWith("X" + tank));
        }
    }

    @Test
    void ofWhatMetADrawOnlyWhatWasFilledInBeforeCounts() {
        story.vessel("SILO", Mixing.FIFO, 0);
        story.receive(1, "R1", 10, "SUP", "SILO");
        story.receive(2, "T1", 10, "SUP", "SILO");
        story.move(3, "X1", 5, "SILO", "A");
        story.receive(1, "U1", 10, "SUP", "B");
        story.run(4, "MO1").in("U1", 10, "B").out("T1", 10, "SILO").done();

        assertThat(backward("X1", contact(0, Contact.Kind.VESSEL))).containsExactly("T1 TOUCHED SILO with R1 at 3");
        assertThat(forward("U1", contact(0, Contact.Kind.VESSEL))).containsExactly("R1 TOUCHED SILO with T1 at 4");
    }

    @Test
    void theFillsOfOneLotAreTouchedTogether() {
        story.vessel("SILO", Mixing.FIFO, 0);
        story.receive(1, "R1", 10, "SUP", "SILO");
        story.clean(5, "SILO");
        story.receive(6, "T1", 10, "SUP", "SILO");
        story.receive(20, "T1", 10, "SUP", "SILO");
        story.move(25, "Y1", 10, "SILO", "A");
        story.move(30, "X1", 10, "SILO", "A");

        assertThat(forward("R1", contact(3, Contact.Kind.VESSEL)))
                .contains("X1 FOLLOWED SILO with R1 through T1 at 30");
        assertThat(backward("X1", contact(3, Contact.Kind.VESSEL))).containsExactly("R1 TOUCHED SILO with T1 at 5");
    }

    @Test
    void aPartThatWasTakenOutBeforeHasNotTouchedWhatItsHostMet() {
        story.serials("CAR", "CAR1").serials("PUMP", "P1");
        story.install(3, "P1", "CAR1", "B");
        story.remove(5, "P1", "CAR1", "C");
        story.move(8, "CAR1", 1, "B", "A");
        story.receive(9, "L1", 10, "SUP", "A");

        assertThat(backward("L1", contact(0, Contact.Kind.PLACE)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("CAR1 TOUCHED A with L1");
        assertThat(told(Question.forward(story.seeds("P1")).hosts(Hosts.EVER).contact(contact(0, Contact.Kind.PLACE))))
                .isEmpty();
    }

    @Test
    void aHostIsInSomebodysHandsWithWhatIsInIt() {
        story.serials("CAR", "CAR1").serials("PUMP", "P1");
        story.receive(1, "L1", 10, "SUP", "B");
        story.install(3, "P1", "CAR1", "A");
        story.act(Act.MOVE, 8)
                .line("CAR1", 1, story.place("A"), story.place("C"))
                .by("kim")
                .done();
        story.act(Act.MOVE, 9)
                .line("L1", 10, story.place("B"), story.place("D"))
                .by("kim")
                .done();

        assertThat(forward("P1", contact(1, Contact.Kind.OPERATOR))).containsExactly("L1 TOUCHED kim with CAR1 at 9");
        assertThat(backward("L1", contact(1, Contact.Kind.OPERATOR)))
                .containsExactly("CAR1 TOUCHED kim with L1 at 8", "P1 FOLLOWED kim with L1 through CAR1 at 3");
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

    /**
     * Forward x names the lot y, as a fact or a hypothesis, exactly when backward y names x, where all times are
     * instants. Where some are spans, nobody knows who met whom first, and the two directions bound what is possible
     * differently. A serial y may be a host: what met a part after its host had left y counts for y in one direction.
     */
    @Property(tries = 60)
    void whoMayHaveTouchedWhomMirrors(@ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int acts) {
        Story world = Worlds.of(seed, acts, false, false);
        Book book = withHands(world, new Random(seed));
        for (Set<Contact.Kind> kinds : List.of(Set.of(Contact.Kind.PLACE), EnumSet.allOf(Contact.Kind.class))) {
            assertMirrors(world, book, new Contact(kinds, 2 * Story.SECOND));
        }
    }

    private static void assertMirrors(Story world, Book book, Contact contact) {
        Map<Integer, Set<Integer>> reaching = new HashMap<>();
        for (int y = 0; y < world.unitCount(); y++) {
            if (isLot(world, y)) {
                reaching.put(y, mayBeReached(book, Question.backward(Seed.of(y)).contact(contact)));
            }
        }
        for (int x = 0; x < world.unitCount(); x++) {
            if (isGoods(world, x)) {
                assertNames(
                        world,
                        x,
                        mayBeReached(book, Question.forward(Seed.of(x)).contact(contact)),
                        reaching);
            }
        }
    }

    private static void assertNames(Story world, int x, Set<Integer> reached, Map<Integer, Set<Integer>> reaching) {
        reaching.forEach((y, from) -> assertThat(from.contains(x))
                .as("%s to %s", world.name(x), world.name(y))
                .isEqualTo(reached.contains(y)));
    }

    /** The same ledger, some of its acts done with a machine or by somebody. */
    private static Book withHands(Story world, Random random) {
        List<Entry> entries = new ArrayList<>();
        for (Entry e : world.entries()) {
            entries.add(new Entry(
                    e.seq(),
                    e.act(),
                    e.occurred(),
                    e.recordedAtUs(),
                    e.movements(),
                    e.links(),
                    e.place(),
                    e.closesRun(),
                    e.step(),
                    e.voids(),
                    e.document(),
                    e.position(),
                    random.nextInt(3) == 0 ? "MIXER-" + random.nextInt(2) : null,
                    random.nextInt(3) == 0 ? "kim" : null));
        }
        return world.with(entries);
    }

    private static boolean isLot(Story world, int unit) {
        return world.unit(unit).kind() == Unit.Kind.LOT;
    }

    private static boolean isGoods(Story world, int unit) {
        return isLot(world, unit) || world.unit(unit).kind() == Unit.Kind.SERIAL;
    }

    private static Set<Integer> mayBeReached(Book book, Question question) {
        Answer answer = Reference.answer(book, question.hosts(Hosts.EVER));
        Set<Integer> units = new HashSet<>();
        answer.units().forEach(reached -> units.add(reached.unit()));
        answer.hypotheses().forEach(hypothesis -> units.add(hypothesis.unit()));
        return units;
    }
}
