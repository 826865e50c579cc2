/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The situations S1 to S22 that a correct trace must get right, each as a fact, asked over HTTP on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class SituationsTest {

    private final Story story;

    SituationsTest(Engine engine) {
        this.story = new Story(engine.shared());
    }

    @Test
    void s01_whatWentIntoATankAfterADrawIsNotInThatDraw() {
        story.vessel("T1", "\"wellMixed\"");
        story.receive("SUP", "T1", "100 CLEAN1");
        story.ship("T1", "C1", "40 CLEAN1");
        story.receive("SUP", "T1", "60 BAD1");
        story.ship("T1", "C2", "40 CLEAN1");

        assertThat(story.forward("BAD1").consignees()).isEqualTo(Map.of("C2", "40"));
        assertThat(story.backward("CLEAN1", "place=C1").units()).containsExactly("CLEAN1");
        assertThat(story.backward("CLEAN1", "place=C2").units()).containsExactly("BAD1", "CLEAN1");
    }

    @Test
    void s01_laterStockOfTheSameLotIsNotInAnEarlierShipment() {
        story.receive("SUP", "A", "10 X1", "10 BAD1");
        story.run("MO1").uses("10 X1").makes("10 M1").done();
        story.ship("A", "C1", "10 M1");
        story.run("MO2").uses("10 BAD1").makes("10 M1").done();
        story.ship("A", "C2", "10 M1");

        assertThat(story.forward("BAD1").consignees()).isEqualTo(Map.of("C2", "10"));
        assertThat(story.forward("X1").consignees()).isEqualTo(Map.of("C1", "10"));
    }

    @Test
    void s02_reworkMakesNoCycleOfStates() {
        story.receive("SUP", "A", "10 A1");
        story.run("MO1").uses("10 A1").makes("10 B1").done();
        story.run("MO2").uses("10 B1").makes("10 A1").done();
        story.run("MO3").uses("10 A1").makes("10 C1").done();

        assertThat(story.forward("B1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.forward("A1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.backward("C1").units()).containsExactly("A1", "B1", "C1");
        assertThat(story.forward("C1").units()).containsExactly("C1");
    }

    @Test
    void s02_returnOfAReturnEndsAndCountsEachDelivery() {
        story.receive("SUP", "A", "10 L1");
        for (int round = 0; round < 3; round++) {
            story.ship("A", "C1", "10 L1");
            story.giveBack("C1", "A", "10 L1");
        }
        Told told = story.forward("L1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "30"));
        assertThat(told.netConsignees()).isEqualTo(Map.of("C1", "0"));
        assertThat(told.complete()).isTrue();
    }

    @Test
    void s03_stackedDiamondsAreWalkedOnce() {
        story.receive("SUP", "A", "100 D0");
        int depth = 20;
        for (int i = 0; i < depth; i++) {
            story.run("L" + i).uses("50 D" + i).makes("50 E" + i).done();
            story.run("R" + i).uses("50 D" + i).makes("50 F" + i).done();
            story.run("J" + i)
                    .uses("50 E" + i, "50 F" + i)
                    .makes("100 D" + (i + 1))
                    .done();
        }
        assertThat(story.forward("D0").units()).hasSize(3 * depth + 1);
        assertThat(story.backward("D" + depth).units()).hasSize(3 * depth + 1);
    }

    @Test
    void s04_aSplitKeepsTheLabelOnBothSidesAndTheParentKeepsItsNumber() {
        story.receive("SUP", "A", "1000 L1");
        story.run("REPACK").uses("300 L1").makes("300 S1").close().done();

        Told told = story.forward("L1", "amounts=true");
        assertThat(told.holdings("L1")).contains("700 at A");
        assertThat(told.amountAt("S1", "A")).isEqualTo("300 of 300");
        assertThat(told.amountAt("L1", "A")).isEqualTo("700 of 700");
        assertThat(told.balance("sum")).isEqualTo("1000");
        assertThat(story.holdings("L1")).containsExactly("700.000 at A", "300.000 at REPACK");
    }

    @Test
    void s05_everyLotOfABlendIsAParent() {
        Story.Run blend = story.run("BLEND");
        String[] received = new String[12];
        for (int i = 1; i <= 12; i++) {
            received[i - 1] = i + " R" + i;
            blend.uses(i + " R" + i);
        }
        story.receive("SUP", "A", received);
        blend.makes("78 B1").done();

        Told told = story.backward("B1", "amounts=true");
        assertThat(told.units())
                .containsExactly("B1", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12");
        assertThat(told.amount("R7")).isEqualTo("7 7 7");
    }

    @Test
    void s06_aLaterDrawDoesNotChangeAnEarlierEdge() {
        story.receive("SUP", "A", "10 L1");
        story.ship("A", "C1", "6 L1");
        Map<String, String> before = story.forward("L1").consignees();
        story.ship("A", "C2", "4 L1");

        assertThat(before).isEqualTo(Map.of("C1", "6"));
        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C1", "6", "C2", "4"));
    }

    @Test
    void s07_linksKeepTheUnitsOfOneOrderApart() {
        story.serials("BAT", "FRAME");
        story.receive("SUP", "A", "BAT1", "BAT2", "3 PAINT1");
        story.run("MO1")
                .uses("BAT1", "BAT2", "3 PAINT1")
                .makes("FRAME1", "FRAME2")
                .link("BAT1", "FRAME1")
                .link("BAT2", "FRAME2")
                .done();

        assertThat(story.forward("BAT1").units()).containsExactly("BAT1", "FRAME1");
        assertThat(story.forward("BAT1").precision("FRAME1")).isEqualTo("unit");
        assertThat(story.forward("PAINT1").units()).containsExactly("FRAME1", "FRAME2", "PAINT1");
        assertThat(story.forward("PAINT1").precision("FRAME1")).isEqualTo("order");
        assertThat(story.backward("FRAME2").units()).containsExactly("BAT2", "FRAME2", "PAINT1");
    }

    @Test
    void s07_precisionSaysHowMuchIsKnown() {
        story.serials("BAT", "BIKE");
        story.receive("SUP", "A", "BAT1", "10 R1", "10 R2");
        story.run("ONE").uses("BAT1").makes("BIKE1").done();
        story.run("LOT").uses("10 R1").makes("5 M1").done();
        story.run("MANY").uses("10 R2").makes("5 N1").done();
        story.run("MANY").makes("5 N1").done();

        assertThat(story.forward("BAT1").precision("BIKE1")).isEqualTo("unit");
        assertThat(story.forward("R1").precision("M1")).isEqualTo("lot");
        assertThat(story.forward("R2").precision("N1")).isEqualTo("order");
    }

    @Test
    void s08_aSwappedComponentNamesTheRightCarForEachPolicy() {
        story.serials("BAG", "CAR");
        story.commission("LINE", "BAG1", "CAR1", "CAR2");
        story.install("BAG1", "CAR1");
        story.ship("LINE", "DEALER", "CAR1");
        String shipped = story.last();
        story.giveBack("DEALER", "LINE", "CAR1");
        story.remove("BAG1", "CAR1", "LINE");
        story.install("BAG1", "CAR2");

        assertThat(story.forward("BAG1").units()).containsExactly("BAG1", "CAR2");
        assertThat(story.forward("BAG1", "hosts=asBuilt").units()).containsExactly("BAG1", "CAR1", "CAR2");
        Told ever = story.forward("BAG1", "hosts=ever");
        assertThat(ever.units()).containsExactly("BAG1", "CAR1", "CAR2");
        assertThat(ever.relation("CAR1")).isEqualTo("containedUntil");
        assertThat(ever.relation("CAR2")).isEqualTo("contains");
        assertThat(story.forward("BAG1", "asOf=" + shipped).units()).containsExactly("BAG1", "CAR1");
        assertThat(story.backward("CAR1").units()).containsExactly("CAR1");
        assertThat(story.backward("CAR1", "hosts=ever").units()).containsExactly("BAG1", "CAR1");
    }

    @Test
    void s08_aPartOfAPartIsInTheWhole() {
        story.serials("CELL", "PACK", "BIKE");
        story.commission("LINE", "CELL1", "CELL2", "PACK1", "BIKE1");
        story.install("CELL1", "PACK1");
        story.install("PACK1", "BIKE1");
        story.install("CELL2", "PACK1");

        assertThat(story.forward("CELL1").units()).containsExactly("BIKE1", "CELL1", "PACK1");
        assertThat(story.backward("BIKE1").units()).containsExactly("BIKE1", "CELL1", "CELL2", "PACK1");
    }

    @Test
    void s09_exposureIsFromTheFeedToTheEndOfTheWindow() {
        story.serials("BOARD");
        story.receive("SUP", "A", "100 REEL1");
        story.when("2025-03-10T09:59:59Z").run("LINE").makes("BOARD1").done();
        story.when("2025-03-10").run("LINE").uses("100 REEL1").done();
        story.when("2025-03-10T12:00:00Z").run("LINE").makes("BOARD2").done();
        story.when("2025-03-11T00:00:00Z").run("LINE").makes("BOARD3").done();
        story.when("2025-03-09T23:59:59Z").run("LINE").makes("BOARD4").done();

        Told told = story.forward("REEL1");
        assertThat(told.units()).containsExactly("BOARD1", "BOARD2", "BOARD3", "REEL1");
        assertThat(told.precision("BOARD2")).isEqualTo("window");
        assertThat(told.precision("BOARD3")).isEqualTo("order");
    }

    @Test
    void s10_onlyCleaningCutsAVesselThatCountsSinceClean() {
        story.vessel("T1", "\"sinceClean\"");
        story.receive("SUP", "T1", "100 BAD1");
        story.ship("T1", "C1", "100 BAD1");
        story.receive("SUP", "T1", "100 GOOD1");
        story.ship("T1", "C2", "50 GOOD1");
        story.clean("T1");
        story.receive("SUP", "T1", "100 GOOD2");
        story.ship("T1", "C3", "100 GOOD2");

        Told told = story.forward("BAD1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "100", "C2", "50"));
        assertThat(told.total("loss")).isEqualTo(Map.of("GOOD", "50"));
        assertThat(story.backward("GOOD2").units()).containsExactly("GOOD2");
        assertThat(story.backward("GOOD1").units()).containsExactly("BAD1", "GOOD1");
    }

    @Test
    void s10_plugFlowKeepsFillsInTheirOrder() {
        story.vessel("T1", "\"fifo\",\"overlap\":\"10\"");
        story.receive("SUP", "T1", "100 F1");
        story.receive("SUP", "T1", "100 F2");
        story.ship("T1", "C1", "80 F1");
        story.ship("T1", "C2", "15 F1");
        story.ship("T1", "C3", "5 F1", "15 F2");
        story.ship("T1", "C4", "40 F2");

        assertThat(story.forward("F2", "place=T1").consignees()).containsOnlyKeys("C2", "C3", "C4");
        assertThat(story.forward("F1", "place=T1").consignees()).containsOnlyKeys("C1", "C2", "C3");
    }

    @Test
    void s10_aWellMixedVesselDilutes() {
        story.vessel("T1", "\"wellMixed\"");
        story.receive("SUP", "T1", "600 BAD1");
        story.receive("SUP", "T1", "400 GOOD1");
        story.move("T1", "X1", "300 BAD1");
        story.receive("SUP", "T1", "500 GOOD2");
        story.move("T1", "X2", "300 BAD1", "300 GOOD1");

        Told told = story.forward("BAD1", "place=T1", "amounts=true");
        assertThat(told.amountAt("BAD1", "X1")).isEqualTo("180 of 300");
        assertThat(told.boundsAt("BAD1", "X1")).isEqualTo("0 180 300");
        assertThat(told.amountAt("BAD1", "X2")).isEqualTo("105 of 300");
        assertThat(told.amountAt("GOOD1", "X2")).isEqualTo("105 of 300");
        assertThat(told.balance("onHand")).isEqualTo("600");
        assertThat(told.balance("sum")).isEqualTo("600");
    }

    @Test
    void s11_contactIsNeverSilentlyMissing() {
        story.receive("SUP", "A", "1 L1", "1 M1");

        assertThat(story.forward("L1").units()).containsExactly("L1");
        Told asked = story.forward("L1", "contact=place", "contactWindow=PT2H");
        assertThat(asked.units()).containsExactly("L1");
        assertThat(asked.first.at("/hypotheses/shown/0/unit/lot").asString()).isEqualTo("M1");
        assertThat(story.forward("L1").units()).containsExactly("L1");
    }

    @Test
    void s12_productByProductAndScrapAllInheritAndMassCloses() {
        story.receive("SUP", "A", "100 MILK1");
        story.run("MO1")
                .uses("100 MILK1")
                .makes("10 CHEESE1", "85 WHEY1", "5 RIND1")
                .close()
                .done();
        story.scrap("A", "5 RIND1");

        Told told = story.forward("MILK1", "amounts=true");
        assertThat(told.units()).containsExactly("CHEESE1", "MILK1", "RIND1", "WHEY1");
        assertThat(told.total("scrapped")).isEqualTo(Map.of("RIND", "5"));
        assertThat(told.total("consumed")).isEqualTo(Map.of("MILK", "100"));
        assertThat(told.amountAt("CHEESE1", "A")).isEqualTo("10 of 10");
        assertThat(told.amountAt("WHEY1", "A")).isEqualTo("85 of 85");
        assertThat(told.balance("scrapped")).isEqualTo("5");
        assertThat(told.balance("sum")).isEqualTo("100");
    }

    @Test
    void s13_aReturnAndASecondSaleAreBothRemembered() {
        story.serials("DRILL", "MOTOR");
        story.receive("SUP", "A", "MOTOR1");
        story.run("MO1").uses("MOTOR1").makes("DRILL1").done();
        story.ship("A", "C1", "DRILL1");
        story.giveBack("C1", "A", "DRILL1");
        story.ship("A", "C2", "DRILL1");

        assertThat(story.forward("MOTOR1").consignees()).isEqualTo(Map.of("C1", "1", "C2", "1"));
        assertThat(story.forward("MOTOR1").netConsignees()).isEqualTo(Map.of("C1", "0", "C2", "1"));
        assertThat(story.backward("DRILL1").units()).containsExactly("DRILL1", "MOTOR1");
    }

    @Test
    void s14_untrackedStockIsACutWithItsQuantityAndNotEveryCustomer() {
        story.untracked("SALT");
        story.receive("SUP", "A", "40 SALT:");
        story.ship("A", "C1", "10 SALT:");
        story.run("MO1").uses("5 SALT:").makes("50 BREAD1").done();

        Told back = story.backward("BREAD1");
        assertThat(back.complete()).isFalse();
        assertThat(back.units()).containsExactly("BREAD1");
        assertThat(back.cuts()).containsExactly("untracked SALT 5");
    }

    @Test
    void s14_aShortfallIsNamedWithItsQuantity() {
        story.receive("SUP", "A", "10 L1");
        story.with("shortfall", "unknown").ship("A", "C1", "15 L1");

        Told told = story.forward("L1");
        assertThat(told.complete()).isFalse();
        assertThat(told.cuts()).containsExactly("unknown L1 5");
        assertThat(told.total("unknown")).isEqualTo(Map.of("L", "5"));
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "15"));
    }

    @Test
    void s15_kilogramsToPiecesAndBackConserve() {
        story.item("BAR", "lot", ",\"unit\":\"EA\",\"units\":[{\"unit\":\"KGM\",\"factor\":\"4\"}]");
        story.receive("SUP", "A", "10 STEEL1");
        story.run("SAW").uses("10 STEEL1").makes("40 BAR1").close().done();
        story.run("MELT").uses("10 BAR1 unit=KGM").makes("10 INGOT1").close().done();

        assertThat(story.holdings("BAR1")).containsExactly("40 at MELT");
        Told told = story.forward("STEEL1", "amounts=true");
        assertThat(told.units()).containsExactly("BAR1", "INGOT1", "STEEL1");
        assertThat(told.amountAt("INGOT1", "A")).isEqualTo("10 of 10");
        assertThat(told.balance("sum")).isEqualTo("10");
    }

    @Test
    void s16_containmentIsNotGenealogyAndContainersTakeTheirContentsAlong() {
        story.serials("VIAL");
        story.commission("LINE", "VIAL1", "VIAL2", "VIAL3");
        story.pack("CASE1", "LINE", "VIAL1", "VIAL2", "VIAL3");
        story.pack("PALLET", "LINE", "[CASE1]");
        story.unpack("CASE1", "DOCK", "VIAL1");
        story.pack("CASE2", "DOCK", "VIAL1");
        story.ship("LINE", "C1", "[PALLET]");

        assertThat(story.forward("VIAL2").units()).containsExactly("VIAL2");
        assertThat(story.forward("VIAL2").consignees()).isEqualTo(Map.of("C1", "1"));
        assertThat(story.forward("VIAL1").consignees()).isEmpty();
        assertThat(story.forward("container=PALLET").units()).containsExactly("VIAL1", "VIAL2", "VIAL3");
        assertThat(story.forward("container=PALLET", "contents=now").units()).containsExactly("VIAL2", "VIAL3");
        var stays = story.backward("VIAL1").unit("VIAL1").at("/containers");
        assertThat(List.of(
                        story.shortName(stays.at("/0/in/container").asString()),
                        story.shortName(stays.at("/1/in/container").asString()),
                        story.shortName(stays.at("/2/in/container").asString())))
                .containsExactly("CASE1", "PALLET", "CASE2");
    }

    @Test
    void s17_aLateEntryAddsExactlyWhatItNames() {
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1");
        long known = story.run("MO1").uses("1 R1").makes("BIKE1").done().seq();
        String then = story.last();
        for (String late : List.of("BIKE2", "BIKE3", "BIKE4")) {
            story.when(then).run("LATE" + late).uses("1 R1").makes(late).done();
        }
        assertThat(story.forward("R1", "knownAt=" + known).units()).containsExactly("BIKE1", "R1");
        assertThat(story.forward("R1", "asOf=" + then).units())
                .containsExactly("BIKE1", "BIKE2", "BIKE3", "BIKE4", "R1");
    }

    @Test
    void s17_aVoidedEntryCountsUntilTheVoidIsKnown() {
        story.receive("SUP", "A", "10 L1");
        Answer wrong = story.ship("A", "C1", "10 L1");
        String then = story.last();
        long undone = story.voidOf(wrong).seq();
        story.ship("A", "C2", "10 L1");

        assertThat(story.forward("L1").consignees()).isEqualTo(Map.of("C2", "10"));
        assertThat(story.forward("L1", "knownAt=" + (undone - 1)).consignees()).isEqualTo(Map.of("C1", "10"));
        assertThat(story.forward("L1", "asOf=" + then).consignees()).isEmpty();
    }

    @Test
    void s18_everyAnswerStatesItsCompleteness() {
        story.serials("NUT");
        story.receive("SUP", "A", "NUT: serials=NUT1-NUT40");

        Answer page = story.server().get(story.question("forward", "NUT1", "limit=1"));
        assertThat(page.json().at("/complete").asBoolean()).isTrue();
        assertThat(page.json().at("/cuts").isArray()).isTrue();
        assertThat(page.json().at("/summary/serials").asInt()).isEqualTo(1);
    }

    @Test
    void s19_everyFinishedLotHasLeastExpectedAndGreatestAmount() {
        story.receive("SUP", "A", "60 R1", "40 R2");
        story.run("MIX").uses("60 R1", "40 R2").makes("100 M1").close().done();
        story.move("A", "B", "30 M1");
        story.ship("A", "C1", "50 M1");

        Told told = story.forward("R1", "amounts=true");
        assertThat(told.boundsAt("M1", "B")).isEqualTo("0 18 30");
        assertThat(told.boundsAt("M1", "C1")).isEqualTo("10 30 50");
        assertThat(told.balance("sum")).isEqualTo("60");
    }

    @Test
    void s20_theAnswerIsInTheOrderOfNumbersAndTheSameEachTime() {
        story.serials("PUMP");
        story.receive("SUP", "A", "10 R1");
        for (String pump : List.of("PUMP10", "PUMP9", "PUMP010", "PUMP1")) {
            story.run("MO" + pump).uses("1 R1").makes(pump).done();
        }
        long known = story.scrap("A", "1 R1").seq();
        Told once = story.forward("R1", "knownAt=" + known);
        assertThat(once.units()).containsExactly("PUMP1", "PUMP9", "PUMP010", "PUMP10", "R1");
        story.receive("SUP", "A", "1 OTHER1");
        assertThat(story.forward("R1", "knownAt=" + known).hash()).isEqualTo(once.hash());
    }

    @Test
    void s21_aMissingDateNeverHidesALink() {
        story.when("2025-02").receive("SUP", "A", "10 R1");
        story.when("2025-03").run("MO1").uses("10 R1").makes("10 M1").done();
        story.when("unknown").ship("A", "C1", "10 M1");

        Told told = story.forward("R1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "10"));
        Told back = story.backward("M1", "place=C1");
        assertThat(back.units()).containsExactly("M1", "R1");
        assertThat(back.precision("R1")).isEqualTo("window");
    }

    @Test
    void s21_aDayBeforeIsBefore() {
        story.when("2025-03-04").receive("SUP", "A", "10 R1", "10 M1");
        story.when("2025-03-05").ship("A", "C1", "10 M1");
        story.when("2025-03-06").run("MO1").uses("10 R1").makes("10 M1").done();

        assertThat(story.forward("R1").consignees()).isEmpty();
    }

    @Test
    void s22_scrapIsCountedAndIsNotOnHand() {
        story.receive("SUP", "A", "10 L1");
        story.scrap("A", "4 L1");

        Told told = story.forward("L1");
        assertThat(told.onHand()).isEqualTo(Map.of("A", "6"));
        assertThat(told.total("scrapped")).isEqualTo(Map.of("L", "4"));
        story.scrap("A", "6 L1");
        assertThat(story.backward("L1").units()).containsExactly("L1");
    }

    @Test
    void goldenCaseSaysWhereEachKilogramIs() {
        story.receive("SUP", "A", "100 R1", "100 R2");
        story.run("MO1").uses("60 R1", "40 R2").makes("100 M1").done();
        story.ship("A", "C1", "20 M1");
        story.run("MO2").uses("40 R1").makes("40 M1").done();
        String toppedUp = story.last();
        story.run("MO3").uses("60 M1", "40 R2").makes("90 F1").done();
        story.run("MO4").uses("10 F1").makes("10 M1").done();
        story.ship("A", "C2", "70 M1");

        Told told = story.forward("R1", "amounts=true");
        assertThat(told.units()).containsExactly("F1", "M1", "R1");
        assertThat(told.amountAt("M1", "C1")).isEqualTo("12 of 20");
        assertThat(told.amountAt("M1", "C2")).isEqualTo("48.4 of 70");
        assertThat(told.amountAt("F1", "A")).isEqualTo("35.2 of 80");
        assertThat(told.balance("loss")).isEqualTo("4.4");
        assertThat(told.balance("sum")).isEqualTo("100");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "20", "C2", "70"));
        assertThat(told.complete()).isTrue();
        assertThat(story.forward("R1", "amounts=true", "asOf=" + toppedUp).amountAt("M1", "A"))
                .isEqualTo("88 of 120");
        Told back = story.backward("M1", "place=C1", "amounts=true");
        assertThat(back.units()).containsExactly("M1", "R1", "R2");
        assertThat(back.amount("R1")).contains(" 12 ");
        assertThat(back.amount("R2")).contains(" 8 ");
    }
}
