/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The golden case of trace semantics §6 and the numbers worked out by hand for vessels and pieces. */
class GoldenTest {

    private final Story story = new Story();

    @BeforeEach
    void tell() {
        story.receive(1, "R1", 100, "SUP", "A");
        story.receive(1, "R2", 100, "SUP", "A");
        story.run(2, "MO1")
                .in("R1", 60, "A")
                .in("R2", 40, "A")
                .out("M1", 100, "A")
                .done();
        story.ship(3, "M1", 20, "A", "C1");
        story.run(4, "MO2").in("R1", 40, "A").out("M1", 40, "A").done();
        story.run(5, "MO3")
                .in("M1", 60, "A")
                .in("R2", 40, "A")
                .out("F1", 90, "A")
                .done();
        story.run(6, "MO4").in("F1", 10, "A").out("M1", 10, "A").done();
        story.ship(7, "M1", 70, "A", "C2");
    }

    private static String at(Reached unit, Story story, String place) {
        return unit.holdings().stream()
                .filter(holding -> story.place(holding.place()).code().equals(place))
                .map(holding -> expected(holding.amount()) + " of " + holding.qty())
                .findFirst()
                .orElse("nothing");
    }

    private static String expected(Amount amount) {
        return amount.expected().stripTrailingZeros().toPlainString();
    }

    @Test
    void forwardFromR1SaysWhereEachKilogramIs() {
        Story.Told told = story.ask(Question.forward(story.seeds("R1")).withAmounts());

        assertThat(told.units()).containsExactly("F1", "M1", "R1");
        assertThat(at(told.unit("M1"), story, "C1")).isEqualTo("12 of 20");
        assertThat(at(told.unit("M1"), story, "C2")).isEqualTo("48.4 of 70");
        assertThat(at(told.unit("F1"), story, "A")).isEqualTo("35.2 of 80");
        Balance balance = told.answer.balance();
        assertThat(balance.loss()).isEqualByComparingTo("4.4");
        assertThat(balance.entered()).isEqualByComparingTo("100");
        assertThat(balance.sum()).isEqualByComparingTo("100");
        assertThat(balance.atPartners()).isEqualByComparingTo("60.4");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", 20L, "C2", 70L));
        assertThat(told.answer.complete()).isTrue();
    }

    @Test
    void asOfTheTopUpTheMixHolds88Of120() {
        Story.Told told = story.ask(
                Question.forward(story.seeds("R1")).asOf(4 * Story.SECOND).withAmounts());

        assertThat(at(told.unit("M1"), story, "A")).isEqualTo("88 of 120");
    }

    @Test
    void backwardFromWhatC1GotNamesNeitherTheReworkNorTheTopUp() {
        Question question = Question.backward(story.at("M1", "C1")).withAmounts();
        Story.Told told = story.ask(question);

        assertThat(told.units()).containsExactly("M1", "R1", "R2");
        assertThat(expected(told.unit("R1").amount())).isEqualTo("12");
        assertThat(expected(told.unit("R2").amount())).isEqualTo("8");
        List<Step> path = told.answer.paths().of(story.unit("R1"));
        assertThat(path).extracting(Step::seq).doesNotContain(5L, 6L, 7L);
        assertThat(path.getLast().seq()).isEqualTo(4);
    }

    @Test
    void theTraceWithoutAmountsNamesTheSameUnits() {
        for (String seed : List.of("R1", "R2", "M1", "F1")) {
            assertThat(story.forward(seed).units())
                    .isEqualTo(story.ask(Question.forward(story.seeds(seed)).withAmounts())
                            .units());
        }
    }

    @Test
    void aWellMixedVesselDilutes() {
        Story tank = new Story();
        tank.vessel("T1", Mixing.WELL_MIXED, 0);
        tank.receive(1, "BAD1", 600, "SUP", "T1");
        tank.receive(2, "GOOD1", 400, "SUP", "T1");
        tank.move(3, "BAD1", 300, "T1", "X1");
        tank.receive(4, "GOOD2", 500, "SUP", "T1");
        tank.move(5, "GOOD1", 400, "T1", "X2");
        tank.move(5, "GOOD2", 200, "T1", "X2");
        Seed fill = new Seed.OfUnit(tank.unit("BAD1"), tank.place("T1"), null, null);
        Story.Told told = tank.ask(Question.forward(fill).withAmounts());

        assertThat(at(told.unit("BAD1"), tank, "X1")).isEqualTo("180 of 300");
        Amount firstDraw = told.unit("BAD1").holdings().stream()
                .filter(holding -> tank.place(holding.place()).code().equals("X1"))
                .findFirst()
                .orElseThrow()
                .amount();
        assertThat(firstDraw.lo()).isEqualByComparingTo("0");
        assertThat(firstDraw.hi()).isEqualByComparingTo("300");
        assertThat(new BigDecimal("210"))
                .isEqualByComparingTo(told.unit("GOOD1")
                        .holdings()
                        .getFirst()
                        .amount()
                        .expected()
                        .add(told.unit("GOOD2").holdings().stream()
                                .filter(holding ->
                                        tank.place(holding.place()).code().equals("X2"))
                                .findFirst()
                                .orElseThrow()
                                .amount()
                                .expected()));
        assertThat(told.answer.balance().onHand()).isEqualByComparingTo("600");
        assertThat(told.answer.balance().sum()).isEqualByComparingTo("600");
    }

    private static Story drawnThrice(long overlap) {
        Story tank = new Story();
        tank.vessel("T1", Mixing.FIFO, overlap);
        tank.receive(1, "BAD1", 600, "SUP", "T1");
        tank.receive(2, "GOOD1", 400, "SUP", "T1");
        tank.move(3, "X1", 300, "T1", "A");
        tank.move(4, "X2", 300, "T1", "A");
        tank.move(5, "X3", 400, "T1", "A");
        return tank;
    }

    private static String bounds(Amount amount) {
        return Stream.of(amount.lo(), amount.expected(), amount.hi())
                .map(number -> number.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(".."));
    }

    private static Story.Told filledAs(Story tank, String lot) {
        Seed fill = new Seed.OfUnit(tank.unit(lot), tank.place("T1"), null, null);
        return tank.ask(Question.forward(fill).withAmounts());
    }

    @Test
    void aFifoVesselWithoutOverlapGivesWhatCameFirst() {
        Story.Told told = filledAs(drawnThrice(0), "BAD1");

        assertThat(bounds(told.unit("X1").amount())).isEqualTo("300..300..300");
        assertThat(bounds(told.unit("X2").amount())).isEqualTo("300..300..300");
        assertThat(told.units()).containsExactly("BAD1", "X1", "X2");
        assertThat(told.answer.balance().sum()).isEqualByComparingTo("600");
    }

    @Test
    void aFifoVesselWithOverlapMixesWhereTwoFillsMeet() {
        Story.Told told = filledAs(drawnThrice(50), "BAD1");

        assertThat(bounds(told.unit("X1").amount())).isEqualTo("300..300..300");
        assertThat(bounds(told.unit("X2").amount())).isEqualTo("250..275..300");
        assertThat(bounds(told.unit("X3").amount())).isEqualTo("0..25..50");
        assertThat(told.answer.balance().onHand()).isEqualByComparingTo("600");
        assertThat(told.answer.notAnswered()).isEmpty();

        Story.Told clean = filledAs(drawnThrice(50), "GOOD1");
        assertThat(bounds(clean.unit("X2").amount())).isEqualTo("0..25..50");
        assertThat(bounds(clean.unit("X3").amount())).isEqualTo("350..375..400");
        assertThat(clean.units()).containsExactly("GOOD1", "X2", "X3");
    }

    @Test
    void theWindowOfAFifoVesselIsItsOverlapOnBothSides() {
        // A draw (V, V+q] takes from what entered in [V-δ, V+q+δ]: 1 kg of fill is in reach for δ before and after.
        Story tank = new Story();
        tank.vessel("T1", Mixing.FIFO, 10);
        tank.receive(1, "GOOD1", 100, "SUP", "T1");
        tank.receive(2, "BAD1", 1, "SUP", "T1");
        tank.receive(3, "GOOD2", 100, "SUP", "T1");
        for (int i = 0; i < 20; i++) {
            tank.move(4 + i, "X" + i, 10, "T1", "A");
        }
        Story.Told told = filledAs(tank, "BAD1");

        assertThat(told.units()).containsExactly("BAD1", "X9", "X10", "X11");
        BigDecimal sum = Stream.of("X9", "X10", "X11")
                .map(draw -> told.unit(draw).amount().expected())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("1");
    }

    @Test
    void whatAFifoVesselHeldWhenItWasCleanedIsLoss() {
        Story tank = new Story();
        tank.vessel("T1", Mixing.FIFO, 10);
        tank.receive(1, "BAD1", 100, "SUP", "T1");
        tank.move(2, "X1", 60, "T1", "A");
        assertThat(at(filledAs(tank, "BAD1").unit("BAD1"), tank, "T1")).isEqualTo("40 of 100");

        tank.clean(3, "T1");
        Balance balance = filledAs(tank, "BAD1").answer.balance();
        assertThat(balance.loss()).isEqualByComparingTo("40");
        assertThat(balance.sum()).isEqualByComparingTo("100");
    }

    @Test
    void aSteadyFlowThroughAWellMixedVesselWashesItOut() {
        // e^-k after k volumes; a hundred draws of a hundredth each come within half a per cent of the limit.
        Story tank = new Story();
        tank.vessel("T1", Mixing.WELL_MIXED, 0);
        tank.receive(1, "BAD1", 100, "SUP", "T1");
        for (int i = 0; i < 500; i++) {
            tank.move(2 + 2 * i, "X1", 1, "T1", "A");
            tank.receive(3 + 2 * i, "GOOD1", 1, "SUP", "T1");
        }
        Map.of(1, 0.368, 3, 0.050, 5, 0.0067).forEach((volumes, share) -> {
            Seed fill = new Seed.OfUnit(tank.unit("BAD1"), tank.place("T1"), null, null);
            Question question = Question.forward(fill).asOf((1 + 200L * volumes) * Story.SECOND);
            Story.Told told = tank.ask(question.withAmounts());
            double drawn = told.unit("X1").amount().expected().doubleValue();
            assertThat(1 - drawn / 100).isCloseTo(share, within(0.005));
            assertThat(told.answer.balance().sum()).isEqualByComparingTo("100");
        });
    }

    @Test
    void chanceThatAUnitHasABadPiece() {
        assertThat(rounded(Chance.atLeastOne(5000, 250, 12), 7)).isEqualTo("0.4600158");
        assertThat(rounded(Chance.atLeastOne(5000, 50, 1), 4)).isEqualTo("0.0100");
        assertThat(rounded(Chance.atLeastOne(10000, 1, 8), 4)).isEqualTo("0.0008");
        assertThat(rounded(Chance.ofAny(List.of(new BigDecimal("0.5"), new BigDecimal("0.5"))), 2))
                .isEqualTo("0.75");
        assertThat(Chance.atLeastOne(10, 10, 1)).isEqualByComparingTo(BigDecimal.ONE);
    }

    private static String rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    @Test
    void aRunThatDoesNotConvertSharesOverItsOutputs() {
        Story line = new Story();
        line.serials("PHONE", "P1", "P2", "P3", "P4");
        line.receive(1, "GLUE1", 100, "SUP", "A");
        line.run(2, "MO1")
                .in("GLUE1", 8, "A")
                .out("P1", 1, "A")
                .out("P2", 1, "A")
                .done();
        line.run(3, "MO1").out("P3", 1, "A").out("P4", 1, "A").done();
        Story.Told told = line.ask(Question.forward(line.seeds("GLUE1")).withAmounts());

        assertThat(expected(told.unit("P1").amount())).isEqualTo("2");
        assertThat(expected(told.unit("P4").amount())).isEqualTo("2");
        assertThat(told.answer.balance().sum()).isEqualByComparingTo("100");
    }

    @Test
    void whatIsInAContainerNowIsCountedWithoutWhatWasTakenOut() {
        Story box = new Story();
        box.containers("K1");
        box.receive(1, "R1", 60, "SUP", "A");
        box.receive(1, "R2", 40, "SUP", "A");
        box.run(2, "MO1")
                .in("R1", 60, "A")
                .in("R2", 40, "A")
                .out("M1", 100, "A")
                .done();
        box.move(3, "K1", 1, "OUTSIDE", "A");
        box.act(Act.PACK, 4).line("M1", 20, box.place("A"), box.place("K1")).done();
        box.act(Act.UNPACK, 5).line("M1", 5, box.place("K1"), box.place("B")).done();
        Seed now = new Seed.OfContainer(box.unit("K1"));

        Story.Told backward =
                box.ask(Question.backward(now).contents(Contents.NOW).withAmounts());
        assertThat(expected(backward.unit("R1").amount())).isEqualTo("9");
        assertThat(expected(backward.unit("R2").amount())).isEqualTo("6");

        Story.Told forward =
                box.ask(Question.forward(now).contents(Contents.NOW).withAmounts());
        assertThat(forward.units()).containsExactly("M1");
        assertThat(at(forward.unit("M1"), box, "K1")).isEqualTo("15 of 15");
        assertThat(forward.answer.balance().entered()).isEqualByComparingTo("15");
        assertThat(forward.answer.balance().sum()).isEqualByComparingTo("15");
        assertThat(forward.answer.notAnswered()).isEmpty();
    }

    @Test
    void aLinkWithAQuantityCarriesThatShare() {
        Story line = new Story();
        line.receive(1, "R1", 10, "SUP", "A");
        line.run(2, "MO1")
                .in("R1", 10, "A")
                .out("X1", 5, "A")
                .out("Y1", 5, "A")
                .link("R1", "X1", 7)
                .link("R1", "Y1", 0)
                .done();
        Story.Told told = line.ask(Question.forward(line.seeds("R1")).withAmounts());

        assertThat(expected(told.unit("X1").amount())).isEqualTo("7");
        assertThat(expected(told.unit("Y1").amount())).isEqualTo("3");
    }
}
