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

/** Acts that are refused, undone or doubted because of what was recorded before them. */
@ParameterizedClass
@EnumSource(Engine.class)
class MindChangesTest {

    private final Story story;

    MindChangesTest(Engine engine) {
        this.story = new Story(engine.shared());
    }

    @Test
    void heldGoodsShipAfterTheirRelease() {
        story.receive("SUP", "A", "10 R1");
        story.hold("R1", "metal found", "ship");
        assertThat(story.unit("R1").at("/usable/ship").asString()).isEqualTo("no");
        assertThat(story.unit("R1").at("/usable/consume").asString()).isEqualTo("yes");
        Answer refused = story.refused(s -> s.ship("A", "C1", "1 R1"));
        assertThat(refused.code()).isEqualTo("held");
        assertThat(refused.text("/detail")).contains("metal found");
        story.move("A", "CAGE", "2 R1");
        story.release("R1");
        story.ship("A", "C1", "1 R1");
        assertThat(story.unit("R1").at("/holds").isEmpty()).isTrue();
    }

    @Test
    void aHoldOnALotHoldsItsSerialsAndWhatTheyAreIn() {
        story.item("VALVE", "lot+serial", "").serials("RIG");
        story.receive("SUP", "A", "VALVE: lot=LA serials=V1-V2", "RIG1");
        story.install("VALVE:V1", "RIG1");
        var hold = story.act("hold");
        hold.put("reason", "cracks").putArray("blocks").add("ship");
        hold.putArray("units").addObject().put("item", story.code("VALVE")).put("lot", "LA");
        story.send(hold);
        assertThat(story.refused(s -> s.ship("A", "C1", "VALVE:V2")).code()).isEqualTo("held");
        assertThat(story.refused(s -> s.ship("A", "C1", "RIG1")).text("/detail"))
                .contains("cracks");
    }

    @Test
    void voidOfAHoldEndsIt() {
        story.receive("SUP", "A", "10 R1");
        Answer hold = story.hold("R1", "a mistake", "ship");
        story.voidOf(hold);
        story.ship("A", "C1", "1 R1");
    }

    @Test
    void anEntryIsVoidedOnceAndAVoidNever() {
        Answer receipt = story.receive("SUP", "A", "10 R1");
        Answer undone = story.voidOf(receipt);
        Answer twice = story.refused(s -> s.voidOf(receipt));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("voided-already");
        Answer ofVoid = story.refused(s -> s.voidOf(undone));
        assertThat(ofVoid.status()).isEqualTo(422);
        assertThat(ofVoid.code()).isEqualTo("void-of-void");
        assertThat(story.unit("R1").at("/status").asString()).isEqualTo("voided");
    }

    @Test
    void whatWasUsedMeanwhileIsNotVoided() {
        Answer receipt = story.receive("SUP", "A", "10 R1");
        story.ship("A", "C1", "1 R1");
        Answer refused = story.refused(s -> s.voidOf(receipt));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("used-meanwhile");
        assertThat(refused.pointers()).containsExactly("/corrects");
        assertThat(story.holdings("R1")).containsExactly("9.000 at A", "1.000 at C1");
    }

    @Test
    void containersAndHostsDoNotGoRoundInCircles() {
        story.serials("RIG");
        story.commission("A", "RIG1", "RIG2", "RIG3");
        story.install("RIG1", "RIG2");
        story.install("RIG2", "RIG3");
        assertThat(story.refused(s -> s.install("RIG3", "RIG1")).code()).isEqualTo("into-itself");
        story.receive("SUP", "A", "3 R1");
        story.pack("BOX", "A", "1 R1");
        story.pack("CRATE", "A", "1 R1", "[BOX]");
        story.pack("PALLET", "A", "1 R1", "[CRATE]");
        assertThat(story.refused(s -> s.pack("BOX", null, "[PALLET]")).code()).isEqualTo("into-itself");
    }

    @Test
    void aSerialScannedTwiceIsRefusedAndNothingOfItsReceiptStays() {
        story.serials("SN");
        story.receive("SUP", "A", "SN1");
        Answer again = story.refused(s -> s.receive("SUP", "B", "SN: serials=SN0,SN1,SN2"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("serial-exists");
        assertThat(story.units("SN0").isEmpty()).isTrue();
        story.pack("BOX", "A", "SN1");
        assertThat(story.refused(s -> s.receive("SUP", "A", "SN1")).code()).isEqualTo("serial-exists");
    }

    @Test
    void aSerialThatTurnsUpAgainAfterItLeftIsASuspectTwinAndTheFirstHistoryStaysWhole() {
        story.serials("SN").serials("CAR");
        story.receive("SUP", "A", "SN1", "SN2", "SN3");
        story.ship("A", "C1", "SN1");
        story.run("MO").uses("SN2").makes("CAR1").done();
        story.scrap("A", "SN3");
        for (String serial : List.of("SN1", "SN2", "SN3")) {
            Answer twin = story.receive("OTHER", "B", serial);
            assertThat(twin.alerts()).as(serial).containsExactly("suspect-twin");
            assertThat(story.units(serial).size()).isEqualTo(2);
        }
        assertThat(story.units("SN1").get(0).at("/suspectTwin").asBoolean()).isFalse();
        assertThat(story.units("SN1").get(0).at("/status").asString()).isEqualTo("shipped");
        assertThat(story.units("SN1").get(1).at("/suspectTwin").asBoolean()).isTrue();
        assertThat(story.units("SN1").get(1).at("/status").asString()).isEqualTo("inStock");
        Told both = story.forward("SN1");
        assertThat(both.units()).containsExactly("SN1", "SN1");
        assertThat(both.consignees()).isEqualTo(Map.of("C1", "1"));
        assertThat(story.backward("CAR1").units()).containsExactly("CAR1", "SN2");
    }

    @Test
    void aSerialThatComesBackFromWhereItWentIsTheSamePiece() {
        story.serials("SN");
        story.receive("SUP", "A", "SN1");
        story.ship("A", "SUP", "SN1");
        Answer back = story.receive("SUP", "A", "SN1");
        assertThat(back.alerts()).isEmpty();
        assertThat(story.units("SN1").size()).isEqualTo(1);
    }

    @Test
    void aTwinInStockIsRecordedWhenItIsSaidToBeOne() {
        story.serials("SN");
        story.receive("SUP", "A", "SN1");
        story.receive("OTHER", "B", "SN1 twin=true");
        assertThat(story.units("SN1").size()).isEqualTo(2);
        story.ship("B", "C1", "SN1");
        assertThat(story.units("SN1").get(0).at("/holdings/0/place").asString()).isEqualTo(story.code("A"));
        Answer unclear = story.refused(s -> s.hold("SN1", "which?", "nothing"));
        assertThat(unclear.pointers()).containsExactly("/blocks/0");
    }

    @Test
    void adjustmentsAndCountsSayWhatTheyChanged() {
        story.serials("SN");
        story.receive("SUP", "A", "10 R1", "SN1", "SN2");
        story.adjust("A", "-3 R1", "-1 SN1");
        story.adjust("A", "0.5 R1");
        assertThat(story.holdings("R1")).contains("7.500 at A");
        assertThat(story.unit("SN1").at("/status").asString()).isEqualTo("adjusted");
        story.adjust("A", "1 SN1");
        assertThat(story.holdings("SN1")).containsExactly("1 at A");
        story.count("A", "8 R1", "SN:SN1");
        assertThat(story.holdings("R1")).contains("8.000 at A");
        assertThat(story.unit("SN2").at("/status").asString()).isEqualTo("adjusted");
        assertThat(story.forward("R1").total("adjustedUp")).isEqualTo(Map.of("R", "1"));
    }

    @Test
    void aChangedFactorChangesNothingThatWasRecordedBefore() {
        String units = ",\"unit\":\"EA\",\"units\":[{\"unit\":\"BOX\",\"factor\":\"FACTOR\"}]";
        story.item("NUT", "lot", units.replace("FACTOR", "12"));
        Answer boxes = story.receive("SUP", "A", "2 NUT1 unit=BOX");
        Answer change = story.server()
                .put(
                        "/api/v1/items/" + story.code("NUT"),
                        "{\"code\":\"" + story.code("NUT") + "\",\"tracking\":\"lot\"" + units.replace("FACTOR", "10")
                                + "}");
        assertThat(change.status()).as(change.toString()).isEqualTo(200);
        assertThat(story.holdings("NUT1")).containsExactly("24 at A");
        story.receive("SUP", "A", "1 NUT1 unit=BOX");
        assertThat(story.holdings("NUT1")).containsExactly("34 at A");
        assertThat(story.forward("NUT1").onHand()).isEqualTo(Map.of("A", "34"));
        story.voidOf(boxes);
        assertThat(story.holdings("NUT1")).containsExactly("10 at A");
        assertThat(story.refused(s -> s.ship("A", "C1", "0.05 NUT1 unit=BOX")).code())
                .isEqualTo("too-precise");
        verifies();
    }

    @Test
    void manyLinesOfOneActAreAllRecordedOrNone() {
        story.receive("SUP", "A", "10 R1");
        Answer refused = story.refused(s -> s.ship("A", "C1", "6 R1", "6 R1"));
        assertThat(refused.code()).isEqualTo("not-there");
        assertThat(refused.pointers()).containsExactly("/lines/1/qty");
        assertThat(story.holdings("R1")).containsExactly("10.000 at A");
        story.refused(s -> s.receive("SUP", "A", "1 FRESH1", "0 FRESH2"));
        assertThat(story.units("FRESH1").isEmpty()).isTrue();
        verifies();
    }

    private void verifies() {
        Answer report = story.server().post("/api/v1/verify", "");
        assertThat(report.json().at("/ok").asBoolean()).as(report.toString()).isTrue();
    }
}
