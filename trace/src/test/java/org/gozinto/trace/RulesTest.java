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

/** Rules of trace semantics §2 that no numbered situation covers, each as a fact. */
class RulesTest {

    private final Story story = new Story();

    @Test
    void aReceiptFirstTakesBackWhatThePartnerHoldsOfOurOwnShipments() {
        story.run(1, "MO1").in("R1", 10, "A").out("M1", 10, "A").done();
        story.ship(2, "M1", 10, "A", "SUB");
        story.receive(3, "M1", 15, "SUB", "B");

        Story.Told told = story.forward("R1");
        assertThat(told.holdings("M1")).containsExactly("15@B");
        assertThat(told.netConsignees()).isEqualTo(Map.of("SUB", 0L));
        assertThat(told.answer.complete()).isFalse();
        assertThat(told.cuts()).containsExactly("SHORTFALL R1 10");
    }

    @Test
    void aReturnOfWhatWentInACartonTakesItOutOfTheCarton() {
        story.containers("CASE1").serials("VIAL", "V1");
        story.run(1, "MO1").in("R1", 1, "A").out("V1", 1, "A").done();
        story.act(Act.PACK, 2)
                .line("V1", 1, story.place("A"), story.place("CASE1"))
                .done();
        story.act(Act.MOVE, 2)
                .line("CASE1", 1, story.place("OUTSIDE"), story.place("A"))
                .done();
        story.ship(3, "CASE1", 1, "A", "C1");
        story.giveBack(4, "V1", 1, "C1", "B");

        Story.Told told = story.forward("V1");
        assertThat(told.holdings("V1")).containsExactly("1@B");
        assertThat(story.forward("R1").units()).containsExactly("R1", "V1");
        assertThat(told.answer.complete()).isTrue();
    }

    @Test
    void aSerialTakenFromALotIsReachedFromTheLot() {
        story.lot("L1", "PUMP", Measure.PIECE, 0);
        story.serial("S1", "PUMP", "L1").serial("S2", "PUMP", "L1");
        story.run(1, "MO1").in("R1", 5, "A").out("L1", 5, "A").done();
        story.ship(2, "S1", 1, "A", "C1");

        assertThat(story.forward("R1").units()).containsExactly("S1", "L1", "R1");
        assertThat(story.forward("R1").consignees()).isEqualTo(Map.of("C1", 1L));
        assertThat(story.forward("R1").onHand()).isEqualTo(Map.of("A", 4L));
        assertThat(story.backward("S1").units()).containsExactly("S1", "L1", "R1");
        assertThat(story.forward("L1").units()).containsExactly("S1", "L1");
    }

    @Test
    void aLotKnownByItsSerialsAloneIsASeedAndAnAncestor() {
        story.lot("L1", "CELL", Measure.PIECE, 0);
        story.serial("S1", "CELL", "L1").serials("BIKE", "B1");
        story.receive(1, "S1", 1, "SUP", "A");
        story.run(2, "MO1").in("S1", 1, "A").out("B1", 1, "A").done();

        assertThat(story.forward("L1").units()).containsExactly("B1", "S1", "L1");
        assertThat(story.backward("B1").units()).containsExactly("B1", "S1", "L1");
        assertThat(story.backward("B1").unit("L1").relation()).isEqualTo(Relation.MEMBER);
    }

    @Test
    void anAdjustmentUpIsUnlabelledAndReported() {
        story.run(1, "MO1").in("R1", 10, "A").out("M1", 10, "A").done();
        story.ship(2, "M1", 10, "A", "C1");
        story.act(Act.ADJUST, 3)
                .line("M1", 3, story.place("ADJUSTMENT"), story.place("A"))
                .done();
        story.ship(4, "M1", 3, "A", "C2");

        Story.Told told = story.forward("R1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", 10L));
        assertThat(Story.Told.sum(told.answer.summary().adjustedUp())).isEqualTo(3);
    }

    @Test
    void aKillStepPassesNoLabel() {
        story.receive(1, "RAW1", 10, "SUP", "A");
        story.run(2, "MO1")
                .in("RAW1", 10, "A")
                .out("SAFE1", 10, "A")
                .step("pasteurised")
                .done();

        Question question = Question.forward(story.seeds("RAW1"));
        assertThat(story.ask(question).units()).containsExactly("RAW1", "SAFE1");
        assertThat(story.ask(question.killSteps(Set.of("pasteurised"))).units()).containsExactly("RAW1");
        Story.Told told = story.ask(question.killSteps(Set.of("pasteurised")).withAmounts());
        assertThat(told.answer.balance().killed()).isEqualByComparingTo("10");
        assertThat(told.answer.balance().sum()).isEqualByComparingTo("10");
    }

    @Test
    void theFloorLeavesOutWeakerLinks() {
        story.run(1, "MO1")
                .in("R1", 10, "A")
                .out("X1", 5, "A")
                .out("Y1", 5, "A")
                .done();

        Question question = Question.forward(story.seeds("R1"));
        assertThat(story.ask(question.floor(Precision.ORDER)).units()).containsExactly("R1", "X1", "Y1");
        assertThat(story.ask(question.floor(Precision.LOT)).units()).containsExactly("R1");
    }

    @Test
    void stoppingAtShipmentsDoesNotFollowWhatCameBack() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.run(2, "MO1").in("L1", 10, "A").out("M1", 10, "A").done();
        story.ship(3, "M1", 10, "A", "C1");
        story.giveBack(4, "M1", 10, "C1", "A");
        story.run(5, "MO2").in("M1", 10, "A").out("N1", 10, "A").done();

        Question question = Question.forward(story.seeds("L1"));
        assertThat(story.ask(question).units()).containsExactly("L1", "M1", "N1");
        assertThat(story.ask(question.stop(Stop.SHIPMENT)).units()).containsExactly("L1", "M1");
    }

    @Test
    void stoppingAtConsumersFollowsWhatDealersGaveBack() {
        story.consumer("USER");
        story.run(1, "MO1").in("R1", 20, "A").out("L1", 20, "A").done();
        story.ship(2, "L1", 10, "A", "DEALER");
        story.ship(3, "L1", 10, "A", "USER");
        story.giveBack(4, "L1", 10, "DEALER", "B");
        story.giveBack(5, "L1", 10, "USER", "C");
        story.run(6, "MO2").in("L1", 10, "B").out("M1", 10, "B").done();
        story.run(7, "MO3").in("L1", 10, "C").out("N1", 10, "C").done();

        Question question = Question.forward(story.seeds("R1"));
        assertThat(story.ask(question).units()).containsExactly("L1", "M1", "N1", "R1");
        assertThat(story.ask(question.stop(Stop.SHIPMENT)).units()).containsExactly("L1", "R1");
        Story.Told told = story.ask(question.stop(Stop.CONSUMER).withAmounts());
        assertThat(told.units()).containsExactly("L1", "M1", "R1");
        assertThat(told.unit("M1").amount().expected()).isEqualByComparingTo("10");
        assertThat(told.consignees()).isEqualTo(Map.of("DEALER", 10L, "USER", 10L));
        assertThat(told.answer.balance().sum()).isEqualByComparingTo("20");
        assertThat(told.answer.hash()).isNotEqualTo(story.ask(question).answer.hash());

        Stop consumer = Stop.CONSUMER;
        assertThat(story.ask(Question.backward(story.seeds("M1")).stop(consumer))
                        .units())
                .containsExactly("L1", "M1", "R1");
        assertThat(story.ask(Question.backward(story.seeds("N1")).stop(consumer))
                        .units())
                .containsExactly("L1", "N1");
    }

    @Test
    void whatADealerSoldOnEndsAtTheConsumer() {
        story.consumer("USER");
        story.run(1, "MO1").in("R1", 10, "A").out("L1", 10, "A").done();
        story.ship(2, "L1", 10, "A", "DEALER");
        story.act(Act.SHIP, 3)
                .line("L1", 10, story.partner("DEALER"), story.partner("USER"))
                .done();
        story.giveBack(4, "L1", 10, "USER", "B");
        story.run(5, "MO2").in("L1", 10, "B").out("M1", 10, "B").done();

        Question question = Question.forward(story.seeds("R1"));
        assertThat(story.ask(question).units()).containsExactly("L1", "M1", "R1");
        Story.Told told = story.ask(question.stop(Stop.CONSUMER));
        assertThat(told.units()).containsExactly("L1", "R1");
        assertThat(told.consignees()).containsEntry("USER", 10L);
    }

    @Test
    void anUnlinkedInputReachesEveryOutputAtOrAfterItAndNoneBefore() {
        story.serials("BIKE", "OLD1");
        story.run(1, "MO1").in("OLD1", 1, "A").out("FRAME1", 4, "A").done();
        story.run(2, "MO1").in("BOLT1", 1, "A").out("WHEEL1", 2, "A").done();

        assertThat(story.forward("OLD1").units()).containsExactly("OLD1", "FRAME1", "WHEEL1");
        assertThat(story.forward("BOLT1").units()).containsExactly("BOLT1", "WHEEL1");
    }

    @Test
    void aLinkMayNameAnInputOfAnEarlierEntry() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.run(2, "MO1").in("R1", 10, "A").done();
        story.run(3, "MO1").out("X1", 5, "A").done();
        story.run(4, "MO1").out("Y1", 5, "A").link("R1", "Y1", 0).done();

        assertThat(story.forward("R1").units()).containsExactly("R1", "Y1");
        assertThat(story.ask(Question.forward(story.seeds("R1")).asOf(3 * Story.SECOND))
                        .units())
                .containsExactly("R1", "X1");
    }

    @Test
    void aVoidOfAVoidBringsTheEntryBack() {
        story.receive(1, "L1", 10, "SUP", "A");
        long shipped = story.ship(2, "L1", 10, "A", "C1");
        long undone = story.undo(3, shipped);
        story.undo(4, undone);

        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C1", 10L));
    }

    @Test
    void oneEntryMaySwapAndMayChain() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.receive(1, "L2", 10, "SUP", "B");
        story.act(Act.MOVE, 2)
                .line("L1", 10, story.place("A"), story.place("B"))
                .line("L1", 10, story.place("B"), story.place("C"))
                .done();

        assertThat(story.forward("L1").holdings("L1")).containsExactly("10@C");
        assertThat(story.forward("L1").answer.complete()).isTrue();
    }

    @Test
    void stockThatWentToTheUnknownIsACut() {
        story.receive(1, "L1", 10, "SUP", "A");
        story.move(2, "L1", 4, "A", "UNKNOWN");

        assertThat(story.forward("L1").cuts()).containsExactly("UNKNOWN L1 4");
    }

    @Test
    void measuresKnowCodesAndAliases() {
        Measure kg = Measure.of("kg", Map.of());
        Measure gram = Measure.of("GRM", Map.of());
        assertThat(kg.in(Measure.MASS, 1, 0)).isEqualTo(gram.in(Measure.MASS, 1000, 0));
        assertThat(Measure.common(List.of(kg, gram))).isEqualTo(Measure.MASS);
        assertThat(Measure.common(List.of(kg, Measure.of("ltr", Map.of())))).isEmpty();
        assertThat(Measure.of("DRUM", Map.of()).base()).isEqualTo("DRUM");
    }

    @Test
    void thePathExplainsStepByStep() {
        story.receive(1, "R1", 10, "SUP", "A");
        story.run(2, "MO1").in("R1", 10, "A").out("M1", 10, "A").done();
        story.ship(3, "M1", 10, "A", "C1");

        Answer answer = story.forward("R1").answer;
        assertThat(answer.paths().of(story.unit("M1"))).extracting(Step::act).containsExactly(Act.PRODUCE, Act.PRODUCE);
        assertThat(answer.paths().of(story.unit("M1")))
                .extracting(Step::unit)
                .containsExactly(story.unit("R1"), story.unit("M1"));
    }
}
