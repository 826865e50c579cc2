/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
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
