/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The situations S1 to S22 that a correct trace must get right, each as a fact. */
class SituationsTest {

    private final Story story = new Story();

    @Test
    void s01_whatWentIntoATankAfterADrawIsNotInThatDraw() {
        story.vessel("T1", Mixing.WELL_MIXED, 0);
        story.move(1, "CLEAN1", 100, "OUTSIDE", "T1");
        story.ship(2, "CLEAN1", 40, "T1", "C1");
        story.move(3, "BAD1", 60, "OUTSIDE", "T1");
        story.ship(4, "CLEAN1", 40, "T1", "C2");

        assertThat(story.forward("BAD1").consignees()).isEqualTo(Map.of("C2", 40L));
    }

    @Test
    void s01_laterStockOfTheSameLotIsNotInAnEarlierShipment() {
        story.run(1, "MO1").in("X1", 10, "A").out("M1", 10, "A").done();
        story.ship(2, "M1", 10, "A", "C1");
        story.run(3, "MO2").in("BAD1", 10, "A").out("M1", 10, "A").done();
        story.ship(4, "M1", 10, "A", "C2");

        assertThat(story.forward("BAD1").consignees()).isEqualTo(Map.of("C2", 10L));
    }

    @Test
    void s02_reworkMakesNoCycleAndAStateDrainedToNothingIsClean() {
        story.receive(1, "A1", 10, "SUP", "A");
        story.run(2, "MO1").in("A1", 10, "A").out("B1", 10, "A").done();
        story.run(3, "MO2").in("B1", 10, "A").out("A1", 10, "A").done();
        story.run(4, "MO3").in("A1", 10, "A").out("C1", 10, "A").done();

        assertThat(story.forward("B1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.forward("A1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.backward("C1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.forward("C1").units()).containsExactly("C1");
    }

    @Test
    void s02_returnOfAReturnEnds() {
        story.receive(1, "L1", 10, "SUP", "A");
        for (int round = 0; round < 3; round++) {
            story.ship(2 + 2 * round, "L1", 10, "A", "C1");
            story.giveBack(3 + 2 * round, "L1", 10, "C1", "A");
        }
        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C1", 30L));
        assertThat(story.forward("L1").netConsignees()).isEqualTo(Map.of("C1", 0L));
        assertThat(story.forward("L1").answer.complete()).isTrue();
    }

    @Test
    void s03_stackedDiamondsAreWalkedOnce() {
        story.receive(1, "D0", 100, "SUP", "A");
        int depth = 200;
        for (int i = 0; i < depth; i++) {
            String from = "D" + i;
            story.run(3 * i + 2, "L" + i)
                    .in(from, 50, "A")
                    .out("E" + i, 50, "A")
                    .done();
            story.run(3 * i + 3, "R" + i)
                    .in(from, 50, "A")
                    .out("F" + i, 50, "A")
                    .done();
            story.run(3 * i + 4, "J" + i)
                    .in("E" + i, 50, "A")
                    .in("F" + i, 50, "A")
                    .out("D" + (i + 1), 100, "A")
                    .done();
        }
        assertThat(story.forward("D0").units()).hasSize(3 * depth + 1);
        assertThat(story.backward("D" + depth).units()).hasSize(3 * depth + 1);
    }

    @Test
    void s04_aSplitKeepsTheLabelOnBothSides() {
        story.receive(1, "L1", 1000, "SUP", "A");
        story.run(2, "MO1")
                .in("L1", 1000, "A")
                .out("S1", 300, "A")
                .out("S2", 700, "B")
                .done();

        assertThat(story.forward("L1").holdings("S1")).containsExactly("300@A");
        assertThat(story.forward("L1").holdings("S2")).containsExactly("700@B");
    }

    @Test
    void s05_everyLotOfABlendIsAParent() {
        Story.Telling blend = story.run(2, "MO1");
        for (int i = 1; i <= 12; i++) {
            story.receive(1, "R" + i, 10, "SUP", "A");
            blend.in("R" + i, 10, "A");
        }
        blend.out("B1", 120, "A").done();

        assertThat(story.backward("B1").units())
                .containsExactly("B1", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12");
    }

    @Test
    void s06_aLaterDrawDoesNotChangeAnEarlierEdge() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.ship(2, "L1", 6, "A", "C1");
        Map<String, Long> before = story.forward("L1").consignees();
        story.ship(3, "L1", 4, "A", "C2");

        assertThat(before).isEqualTo(Map.of("C1", 6L));
        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C1", 6L, "C2", 4L));
    }

    @Test
    void s07_linksKeepTheUnitsOfOneOrderApart() {
        story.serials("BAT", "A1", "A2").serials("BIKE", "B1", "B2");
        story.run(1, "MO1")
                .in("A1", 1, "A")
                .in("A2", 1, "A")
                .in("PAINT1", 3, "A")
                .out("B1", 1, "A")
                .out("B2", 1, "A")
                .link("A1", "B1", 0)
                .link("A2", "B2", 0)
                .done();

        assertThat(story.forward("A1").units()).containsExactly("A1", "B1");
        assertThat(story.forward("A1").unit("B1").precision()).isEqualTo(Precision.UNIT);
        assertThat(story.forward("PAINT1").units()).containsExactly("B1", "B2", "PAINT1");
        assertThat(story.forward("PAINT1").unit("B1").precision()).isEqualTo(Precision.ORDER);
        assertThat(story.backward("B2").units()).containsExactly("A2", "B2", "PAINT1");
    }

    @Test
    void s07_oneSerialOutOfOneEntryIsPreciseByItselfInARunOfMany() {
        story.serials("BAT", "A1", "A2").serials("BIKE", "B1", "B2");
        story.run(1, "MO1").in("A1", 1, "A").out("B1", 1, "A").done();
        story.run(2, "MO1").in("A2", 1, "A").out("B2", 1, "A").done();

        assertThat(story.forward("A1").units()).containsExactly("A1", "B1");
        assertThat(story.backward("B2").units()).containsExactly("A2", "B2");
        assertThat(story.backward("B2").unit("A2").precision()).isEqualTo(Precision.UNIT);
    }

    @Test
    void s07_aRunWithOneOutputLotIsOfPrecisionLot() {
        story.run(1, "MO1").in("R1", 5, "A").out("M1", 5, "A").done();
        story.run(2, "MO2").in("R1", 5, "A").out("N1", 2, "A").done();
        story.run(3, "MO2").out("N1", 3, "A").done();

        assertThat(story.forward("R1").unit("M1").precision()).isEqualTo(Precision.LOT);
        assertThat(story.forward("R1").unit("N1").precision()).isEqualTo(Precision.ORDER);
    }

    @Test
    void s08_aSwappedComponentNamesTheRightCarForEachPolicy() {
        story.serials("AIRBAG", "BAG").serials("CAR", "CAR1", "CAR2");
        story.install(1, "BAG", "CAR1", "A");
        story.ship(2, "CAR1", 1, "LINE", "DEALER");
        story.remove(3, "BAG", "CAR1", "A");
        story.install(4, "BAG", "CAR2", "A");

        Question question = Question.forward(story.seeds("BAG"));
        assertThat(story.ask(question).units()).containsExactly("BAG", "CAR2");
        assertThat(story.ask(question.hosts(Hosts.AS_BUILT)).units()).containsExactly("BAG", "CAR1", "CAR2");
        Story.Told ever = story.ask(question.hosts(Hosts.EVER));
        assertThat(ever.units()).containsExactly("BAG", "CAR1", "CAR2");
        assertThat(ever.unit("CAR1").relation()).isEqualTo(Relation.CONTAINED_UNTIL);
        assertThat(ever.unit("CAR1").untilUs()).isEqualTo(3 * Story.SECOND);
        assertThat(ever.unit("CAR2").relation()).isEqualTo(Relation.CONTAINS);
        assertThat(ever.consignees()).isEqualTo(Map.of("DEALER", 1L + 1L));
        assertThat(story.ask(question.asOf(2 * Story.SECOND)).units()).containsExactly("BAG", "CAR1");
        assertThat(story.backward("CAR1").units()).containsExactly("CAR1");
        assertThat(story.ask(Question.backward(story.seeds("CAR1")).hosts(Hosts.EVER))
                        .units())
                .containsExactly("BAG", "CAR1");
    }

    @Test
    void s08_aPartOfAPartIsInTheWholeAndAHostDoesNotLabelItsOtherParts() {
        story.serials("CELL", "CELL1", "CELL2").serials("PACK", "PACK1").serials("BIKE", "BIKE1");
        story.install(1, "CELL1", "PACK1", "A");
        story.install(2, "PACK1", "BIKE1", "A");
        story.install(3, "CELL2", "PACK1", "A");

        assertThat(story.forward("CELL1").units()).containsExactly("BIKE1", "CELL1", "PACK1");
        assertThat(story.forward("PACK1").units()).containsExactly("BIKE1", "PACK1");
        assertThat(story.backward("BIKE1").units()).containsExactly("BIKE1", "CELL1", "CELL2", "PACK1");
        assertThat(story.forward("CELL1").holdings("CELL1")).containsExactly("1@in PACK1>in BIKE1");
    }

    @Test
    void s08_whatIsInAHostGoesIntoTheRunThatTheHostEnters() {
        story.serials("CELL", "CELL1").serials("PACK", "PACK1").serials("BIKE", "BIKE1");
        story.install(1, "CELL1", "PACK1", "A");
        story.run(2, "MO1").in("PACK1", 1, "A").out("BIKE1", 1, "A").done();

        assertThat(story.forward("CELL1").units()).containsExactly("BIKE1", "CELL1", "PACK1");
        assertThat(story.backward("BIKE1").units()).containsExactly("BIKE1", "CELL1", "PACK1");
    }

    @Test
    void s09_overlappingTimesArePossibleAndOfPrecisionWindow() {
        story.serials("BOARD", "U1", "U2");
        story.run(0, "LINE").in("REEL1", 100, "A").during(100, 200).done();
        story.run(99, "LINE").out("U1", 1, "A").done();
        story.run(150, "LINE").out("U2", 1, "A").done();

        assertThat(story.forward("REEL1").units()).containsExactly("U2", "REEL1");
        assertThat(story.forward("REEL1").unit("U2").precision()).isEqualTo(Precision.WINDOW);
    }

    @Test
    void s10_onlyCleaningCutsAVesselThatCountsSinceClean() {
        story.vessel("T1", Mixing.SINCE_CLEAN, 0);
        story.receive(1, "BAD1", 100, "SUP", "T1");
        story.ship(2, "BAD1", 100, "T1", "C1");
        story.receive(3, "GOOD1", 100, "SUP", "T1");
        story.ship(4, "GOOD1", 50, "T1", "C2");
        story.clean(5, "T1");
        story.receive(6, "GOOD2", 100, "SUP", "T1");
        story.ship(7, "GOOD2", 100, "T1", "C3");

        Story.Told told = story.forward("BAD1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", 100L, "C2", 50L));
        assertThat(Story.Told.sum(told.answer.summary().loss())).isEqualTo(50);
        assertThat(story.backward("GOOD2").units()).containsExactly("GOOD2");
        assertThat(story.backward("GOOD1").units()).containsExactly("BAD1", "GOOD1");
    }

    @Test
    void s10_plugFlowKeepsFillsInTheirOrder() {
        story.vessel("T1", Mixing.FIFO, 10);
        story.receive(1, "F1", 100, "SUP", "T1");
        story.receive(2, "F2", 100, "SUP", "T1");
        story.ship(3, "F1", 80, "T1", "C1");
        story.ship(4, "F1", 15, "T1", "C2");
        story.ship(5, "F1", 20, "T1", "C3");
        story.ship(6, "F2", 40, "T1", "C4");

        Seed second = new Seed.OfUnit(story.unit("F2"), story.place("T1"), null, null);
        assertThat(story.ask(Question.forward(second)).consignees()).containsOnlyKeys("C2", "C3", "C4");
        Seed first = new Seed.OfUnit(story.unit("F1"), story.place("T1"), null, null);
        assertThat(story.ask(Question.forward(first)).consignees()).containsOnlyKeys("C1", "C2", "C3");
    }

    @Test
    void s10_unitsInOneTankCommingle() {
        story.vessel("T1", Mixing.WELL_MIXED, 0);
        story.receive(1, "GOOD1", 100, "SUP", "T1");
        story.receive(2, "BAD1", 100, "SUP", "T1");

        assertThat(story.forward("BAD1").units()).containsExactly("BAD1", "GOOD1");
        assertThat(story.forward("BAD1").onHand()).isEqualTo(Map.of("T1", 200L));
        assertThat(story.backward("GOOD1").units()).containsExactly("BAD1", "GOOD1");
    }

    @Test
    void s11_contactIsAHypothesisAndOnlyWhenAsked() {
        story.receive(1, "L1", 1, "SUP", "A");
        story.receive(2, "T1", 1, "SUP", "A");
        Contact contact = new Contact(Set.of(Contact.Kind.PLACE), Story.SECOND);
        Story.Told asked = story.ask(Question.forward(story.seeds("L1")).contact(contact));

        assertThat(asked.units())
                .containsExactly("L1")
                .isEqualTo(story.forward("L1").units());
        assertThat(asked.answer.complete()).isTrue();
        assertThat(asked.answer.notAnswered()).isEmpty();
        assertThat(asked.answer.hypotheses())
                .extracting(hypothesis -> story.name(hypothesis.unit()))
                .containsExactly("T1");
        assertThat(story.forward("L1").answer.hypotheses()).isEmpty();
    }

    @Test
    void s12_productByProductAndScrapAllInherit() {
        story.receive(1, "MILK1", 100, "SUP", "A");
        story.run(2, "MO1")
                .in("MILK1", 100, "A")
                .out("CHEESE1", 10, "A")
                .out("WHEY1", 85, "B")
                .line("RIND1", 5, story.place("MO1"), story.place("SCRAP"))
                .done();

        Story.Told told = story.forward("MILK1");
        assertThat(told.units()).containsExactly("CHEESE1", "MILK1", "RIND1", "WHEY1");
        assertThat(Story.Told.sum(told.answer.summary().scrapped())).isEqualTo(5);
        assertThat(Story.Told.sum(told.answer.summary().consumed())).isEqualTo(100);
    }

    @Test
    void s13_aReturnAndASecondSaleAreBothRemembered() {
        story.serials("DRILL", "D1").serials("MOTOR", "M1");
        story.run(1, "MO1").in("M1", 1, "A").out("D1", 1, "A").done();
        story.ship(2, "D1", 1, "A", "C1");
        story.giveBack(3, "D1", 1, "C1", "A");
        story.ship(4, "D1", 1, "A", "C2");

        assertThat(story.forward("M1").consignees()).isEqualTo(Map.of("C1", 1L, "C2", 1L));
        assertThat(story.forward("M1").netConsignees()).isEqualTo(Map.of("C1", 0L, "C2", 1L));
        assertThat(story.backward("D1").units()).containsExactly("D1", "M1");
    }

    @Test
    void s14_untrackedStockIsACutWithItsQuantityAndNotEveryCustomer() {
        story.untracked("SALT");
        story.act(Act.RECEIVE, 1)
                .line("SALT", 40, story.partner("SUP"), story.place("A"))
                .document("D1")
                .done();
        story.ship(2, "SALT", 10, "A", "C1");
        story.run(3, "MO1").in("SALT", 5, "A").out("BREAD1", 50, "A").done();

        Story.Told told = story.ask(Question.forward(story.on("SALT", "D1")));
        assertThat(told.answer.complete()).isFalse();
        assertThat(told.cuts()).containsExactly("UNTRACKED SALT 40");
        assertThat(told.consignees()).isEmpty();
        assertThat(story.forward("SALT").cuts()).containsExactly("UNTRACKED SALT 40");
        assertThat(story.backward("BREAD1").units()).containsExactly("BREAD1");
        assertThat(story.backward("BREAD1").cuts()).containsExactly("UNTRACKED SALT 5");
    }

    @Test
    void s14_aShortfallIsNamed() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.ship(2, "L1", 15, "A", "C1");

        assertThat(story.forward("L1").cuts()).containsExactly("SHORTFALL L1 5");
        assertThat(story.backward("L1").answer.complete()).isFalse();
    }

    @Test
    void s15_aRunMayChangeTheUnitOfMeasure() {
        Measure pieceOfQuarterKg = Measure.of("EA", Map.of("KGM", new java.math.BigDecimal("0.25")));
        story.lot("BAR1", "BAR", pieceOfQuarterKg, 0);
        story.receive(1, "STEEL1", 10, "SUP", "A");
        story.run(2, "MO1").in("STEEL1", 10, "A").out("BAR1", 40, "A").done();
        story.run(3, "MO2").in("BAR1", 40, "A").out("SCREW1", 10, "A").done();

        assertThat(story.forward("STEEL1").units()).containsExactly("BAR1", "SCREW1", "STEEL1");
    }

    @Test
    void s16_containmentIsNotGenealogyAndContainersTakeTheirContentsAlong() {
        story.containers("CASE1", "CASE2", "PALLET").serials("VIAL", "V1", "V2", "V3");
        for (String vial : List.of("V1", "V2", "V3")) {
            story.act(Act.COMMISSION, 1)
                    .line(vial, 1, story.place("OUTSIDE"), story.place("LINE"))
                    .done();
            story.act(Act.PACK, 2)
                    .line(vial, 1, story.place("LINE"), story.place("CASE1"))
                    .done();
        }
        story.act(Act.PACK, 3)
                .line("CASE1", 1, story.place("LINE"), story.place("PALLET"))
                .done();
        story.act(Act.UNPACK, 4)
                .line("V1", 1, story.place("CASE1"), story.place("DOCK"))
                .done();
        story.act(Act.PACK, 5)
                .line("V1", 1, story.place("DOCK"), story.place("CASE2"))
                .done();
        story.ship(6, "PALLET", 1, "LINE", "C1");

        assertThat(story.forward("V2").units()).containsExactly("V2");
        assertThat(story.forward("V2").consignees()).isEqualTo(Map.of("C1", 1L));
        assertThat(story.forward("V2").holdings("V2")).containsExactly("1@CASE1>PALLET>C1");
        assertThat(story.forward("V1").consignees()).isEmpty();
        assertThat(story.backward("V1").stays("V1")).containsExactly("CASE1", "PALLET", "CASE2");
        Reached vial = story.backward("V2").unit("V2");
        assertThat(vial.sources()).hasSize(1);
        assertThat(story.place(vial.sources().getFirst().to()).code()).isEqualTo("LINE");
        Seed pallet = new Seed.OfContainer(story.unit("PALLET"));
        assertThat(story.ask(Question.forward(pallet)).units()).containsExactly("V1", "V2", "V3");
        assertThat(story.ask(Question.forward(pallet).contents(Contents.NOW)).units())
                .containsExactly("V2", "V3");
    }

    @Test
    void s17_aLateEntryAddsExactlyWhatItNames() {
        story.serials("BIKE", "B1", "B2", "B3", "B4");
        story.run(1, "MO1").in("R1", 1, "A").out("B1", 1, "A").done();
        long known = story.entryCount();
        for (String late : List.of("B2", "B3", "B4")) {
            story.run(1, "MO1").in("R1", 1, "A").out(late, 1, "A").done();
        }
        Question question = Question.forward(story.seeds("R1"));
        assertThat(story.ask(question.knownAt(known, null)).units()).containsExactly("B1", "R1");
        assertThat(story.ask(question).units()).containsExactly("B1", "B2", "B3", "B4", "R1");
        assertThat(story.ask(question.knownAt(null, known * Story.SECOND))
                        .answer
                        .hash())
                .isEqualTo(story.ask(question.knownAt(known, null)).answer.hash());
    }

    @Test
    void s17_aVoidedEntryCountsUntilTheVoidIsKnown() {
        story.receive(1, "L1", 10, "SUP", "A");
        long wrong = story.ship(2, "L1", 10, "A", "C1");
        long undo = story.undo(3, wrong);
        story.ship(4, "L1", 10, "A", "C2");

        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C2", 10L));
        assertThat(story.ask(Question.forward(story.seeds("L1")).knownAt(undo - 1, null))
                        .consignees())
                .isEqualTo(Map.of("C1", 10L));
        assertThat(story.ask(Question.forward(story.seeds("L1")).asOf(2 * Story.SECOND))
                        .consignees())
                .isEmpty();
    }

    @Test
    void s18_aLimitIsNamed() {
        story.receive(1, "R1", 100, "SUP", "A");
        for (int i = 1; i <= 9; i++) {
            story.run(1 + i, "MO" + i).in("R1", 10, "A").out("M" + i, 10, "A").done();
        }
        Story.Told told = story.ask(Question.forward(story.seeds("R1")).limits(new Limits(4)));
        assertThat(told.units()).containsExactly("M1", "M2", "M3", "M4");
        assertThat(told.answer.complete()).isFalse();
        assertThat(told.cuts()).containsExactly("LIMIT 6");
    }

    @Test
    void s20_theAnswerIsInTheOrderOfNumbers() {
        story.serials("PUMP", "P10", "P9", "P010", "P1");
        for (String pump : List.of("P10", "P9", "P010", "P1")) {
            story.run(2, "MO" + pump).in("R1", 1, "A").out(pump, 1, "A").done();
        }
        assertThat(story.forward("R1").units()).containsExactly("P1", "P9", "P010", "P10", "R1");
    }

    @Test
    void s21_aMissingDateNeverHidesALink() {
        story.run(5, "MO1").in("R1", 10, "A").out("M1", 10, "A").done();
        story.act(Act.SHIP, 0)
                .line("M1", 10, story.place("A"), story.partner("C1"))
                .anyTime()
                .done();

        Story.Told told = story.forward("R1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", 10L));
        assertThat(told.unit("M1").precision()).isEqualTo(Precision.LOT);
        Seed atCustomer = new Seed.OfUnit(story.unit("M1"), story.partner("C1"), null, null);
        Story.Told back = story.ask(Question.backward(atCustomer));
        assertThat(back.units()).containsExactly("M1", "R1");
        assertThat(back.unit("R1").precision()).isEqualTo(Precision.WINDOW);
    }

    @Test
    void s21_aDayBeforeIsBefore() {
        story.act(Act.SHIP, 0)
                .line("M1", 10, story.place("A"), story.partner("C1"))
                .during(0, 9)
                .done();
        story.run(10, "MO1").in("R1", 10, "A").out("M1", 10, "A").done();

        assertThat(story.forward("R1").consignees()).isEmpty();
    }

    @Test
    void s22_scrapIsCountedAndIsNotOnHand() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.scrap(2, "L1", 4, "A");

        Story.Told told = story.forward("L1");
        assertThat(told.onHand()).isEqualTo(Map.of("A", 6L));
        assertThat(Story.Told.sum(told.answer.summary().scrapped())).isEqualTo(4);
        story.scrap(3, "L1", 6, "A");
        assertThat(story.backward("L1").units()).containsExactly("L1");
    }
}
