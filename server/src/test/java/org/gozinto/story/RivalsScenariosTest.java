/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Scenarios of the test suites of other systems, told again from outside. The number in a name is the scenario's number
 * in this list.
 *
 * <table>
 * <caption>Where each scenario is</caption>
 * <tr><td>1, 2, 3, 5, 7, 9–11, 13–19, 21</td><td>here</td></tr>
 * <tr><td>20, 27</td><td>here; the scanned codes also in {@code LookupTest}</td></tr>
 * <tr><td>4</td><td>later: pasted text and files come with the CSV and XLSX import</td></tr>
 * <tr><td>6</td><td>the dates are here; alerts before expiry come with notifications</td></tr>
 * <tr><td>8</td><td>the duplicate serial is here; reservations and proposals for returns come with picking</td></tr>
 * <tr><td>12</td><td>cancelling is here; entries of several documents come with orders</td></tr>
 * <tr><td>22</td><td>the draws are here; which attributes survive a merge comes with policies for blends</td></tr>
 * <tr><td>23</td><td>later: certificates come with the quality room; that walks end is S2 of the situations</td></tr>
 * <tr><td>24</td><td>later: first expired, first out comes with picking; costs are not Gozinto's</td></tr>
 * <tr><td>25</td><td>counts are here; a recall after the pick comes with picking and recalls</td></tr>
 * <tr><td>26</td><td>the integrity tests are here; the order of picking comes with picking</td></tr>
 * <tr><td>28</td><td>a workload, measured in {@code bench}</td></tr>
 * </table>
 */
class RivalsScenariosTest {

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);

    @ParameterizedTest
    @CsvSource({"none", "lot", "serial"})
    void no1_traceOfAnyKindOfProductShowsExactlyItsComponents(String kind) {
        story.untracked("SALT", "SOUP").serials("CHIP", "UNIT");
        story.receive("SUP", "A", "10 SALT:", "10 R1", "10 UNUSED1", "CHIP1", "CHIP2");
        String product = Map.of("none", "SOUP:", "lot", "P1", "serial", "UNIT1").get(kind);
        story.run("MO")
                .uses("5 SALT:", "5 R1", "CHIP1")
                .makes(kind.equals("serial") ? product : "1 " + product)
                .done();

        if (!kind.equals("none")) {
            Told told = story.backward(product);
            assertThat(told.units())
                    .containsExactlyElementsOf(
                            kind.equals("lot") ? List.of("CHIP1", "P1", "R1") : List.of("CHIP1", "R1", "UNIT1"));
            assertThat(told.cuts()).as("untracked goods are named leaves").containsExactly("untracked SALT 5");
        }
        Told forward = story.forward("R1");
        assertThat(forward.units()).contains("R1").doesNotContain("CHIP1", "CHIP2", "UNUSED1");
        assertThat(forward.complete()).isEqualTo(!kind.equals("none"));
    }

    @Test
    void no2_byProductsLinkToTheirOwnSerialsOnly() {
        story.serials("RAW", "MAIN", "BY");
        story.receive("SUP", "A", "RAW1", "RAW2");
        story.run("MO")
                .uses("RAW1", "RAW2")
                .makes("MAIN1", "MAIN2", "BY1", "BY2")
                .link("RAW1", "MAIN1")
                .link("RAW1", "BY1")
                .link("RAW2", "MAIN2")
                .link("RAW2", "BY2")
                .done();
        assertThat(story.forward("RAW1").units()).containsExactly("BY1", "MAIN1", "RAW1");
        assertThat(story.backward("BY2").units()).containsExactly("BY2", "RAW2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    001+3                  | 001,002,003
                    bilou-87+2             | bilou-87,bilou-88
                    005-ccc+2              | 005-ccc,006-ccc
                    alpha-012-345-beta+2   | alpha-012-345-beta,alpha-012-346-beta
                    BAV023B00001S00001+2   | BAV023B00001S00001,BAV023B00001S00002
                    SN98-SN101             | SN98,SN99,SN100,SN101
                    X1-X2, Y9 ,Z1+2        | X1,X2,Y9,Z1,Z2
                    """)
    void no3_serialsCountUpInTheirLastDigits(String text, String numbers) {
        story.serials("SN");
        var act = story.act("receive");
        act.put("from", story.partner("SUP")).put("to", place("A"));
        act.putArray("lines").addObject().put("item", story.code("SN")).put("serials", text);
        story.send(act);

        assertThat(serialsOf("SN")).containsExactlyInAnyOrder(numbers.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001+0", "", ",", "A1,,A2", "SN5-SN1", "SN1-SN9999999999"})
    void no3_serialsThatMeanNothingAreRefused(String text) {
        story.serials("SN");
        Answer refused = story.refused(s -> {
            var act = s.act("receive");
            act.put("from", s.partner("SUP")).put("to", place("A"));
            act.putArray("lines").addObject().put("item", s.code("SN")).put("serials", text);
            s.send(act);
        });
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/lines/0/serials");
    }

    private String place(String name) {
        story.place(name, "\"kind\":\"bin\"");
        return story.code(name);
    }

    private List<String> serialsOf(String item) {
        JsonNode units = server.get("/api/v1/units?limit=1000&item=" + story.code(item))
                .json()
                .at("/items");
        return StreamSupport.stream(units.spliterator(), false)
                .map(unit -> unit.at("/serial").asString())
                .toList();
    }

    @Test
    void no5_aNumberIsUniqueForItsItemAndIssuerOnly() {
        story.receive("SUP", "A", "1 R:SAME", "1 Q:SAME");
        story.receive("OTHER", "A", "1 R:SAME issuer=OTHER");
        story.receive("SUP", "A", "2 R:SAME");

        assertThat(story.units("R:SAME").size()).isEqualTo(2);
        assertThat(story.units("Q:SAME").size()).isEqualTo(1);
        assertThat(story.forward("R:SAME", "issuer=OTHER").onHand()).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void no5_placeFollowsShipmentAndReturnAndNeedNotBeNamedWhenItIsTheOnlyOne() {
        story.serials("PUMP");
        story.receive("SUP", "A", "PUMP1");
        story.install("PUMP1", hostOf("RIG1"));
        story.remove("PUMP1", "RIG1", "B");
        assertThat(story.holdings("PUMP1")).containsExactly("1 at B");
        story.ship("B", "C1", "PUMP1");
        assertThat(story.holdings("PUMP1")).containsExactly("1 at C1");
        assertThat(story.unit("PUMP1").at("/status").asString()).isEqualTo("shipped");
        story.giveBack("C1", "A", "PUMP1");
        assertThat(story.holdings("PUMP1")).containsExactly("1 at A");
    }

    private String hostOf(String host) {
        story.serials("RIG");
        story.commission("A", host);
        return host;
    }

    @Test
    void no5_placeMustBeNamedWhenThereAreSeveral() {
        story.receive("SUP", "A", "10 R1");
        story.move("A", "B", "4 R1");
        String host = hostOf("RIG1");
        Answer refused = story.refused(s -> s.install("1 R1", host));
        assertThat(refused.code()).isEqualTo("from-needed");
        assertThat(refused.text("/detail")).contains(story.code("A"), story.code("B"));
    }

    @Test
    void no6_statedExpiryWinsOverShelfLifeAndShelfLifeFillsIn() {
        story.item("DRUG", "lot", ",\"shelfLifeDays\":30");
        story.receive(
                "SUP", "A", "1 DRUG1 manufactured=2025-01-01", "1 DRUG2 manufactured=2025-01-01 expiry=2027-05-05");
        assertThat(story.unit("DRUG1").at("/expiry").asString()).isEqualTo("2025-01-31");
        assertThat(story.unit("DRUG2").at("/expiry").asString()).isEqualTo("2027-05-05");
    }

    @Test
    void no6_aSecondReceiptMayFillInADateAndMayNotContradictIt() {
        story.receive("SUP", "A", "1 DRUG1");
        story.receive("SUP", "A", "1 DRUG1 expiry=2027-05-05");
        assertThat(story.unit("DRUG1").at("/expiry").asString()).isEqualTo("2027-05-05");
        Answer refused = story.refused(s -> s.receive("SUP", "A", "1 DRUG1 expiry=2027-06-05"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("contradiction");
        assertThat(refused.pointers()).containsExactly("/lines/0/expiry");
        assertThat(story.holdings("DRUG1")).containsExactly("2.000 at A");
    }

    @Test
    void no7_aReturnOfAReturnIsTracedOnceForEachEntry() {
        story.serials("DRILL");
        story.receive("SUP", "A", "DRILL1");
        for (int round = 0; round < 3; round++) {
            story.ship("A", "C1", "DRILL1");
            story.giveBack("C1", "A", "DRILL1");
        }
        String id = story.unit("DRILL1").at("/id").asString();
        assertThat(server.get("/api/v1/units/" + id + "/history").texts("/items", "/type"))
                .containsExactly("receive", "ship", "return", "ship", "return", "ship", "return");
        assertThat(story.backward("DRILL1").units()).containsExactly("DRILL1");
    }

    @Test
    void no8_theSameSerialTwiceInOneReceiptIsRefused() {
        story.serials("SN");
        Answer inOneLine = story.refused(s -> s.receive("SUP", "A", "SN: serials=SN1,SN2,SN1"));
        assertThat(inOneLine.code()).isEqualTo("duplicate-serial");
        Answer inTwoLines = story.refused(s -> s.receive("SUP", "A", "SN1", "SN1"));
        assertThat(inTwoLines.status()).isIn(409, 422);
        assertThat(story.units("SN1").isEmpty()).isTrue();
    }

    @Test
    void no9_aSerialOfLotAIsNotTakenAsOneOfLotB() {
        story.item("VALVE", "lot+serial", "");
        story.receive("SUP", "A", "VALVE: lot=LA serials=V1-V2", "VALVE: lot=LB serials=V3-V4");
        Answer refused = story.refused(s -> s.ship("A", "C1", "VALVE:V1 lot=LB"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("serial-of-another-lot");
        assertThat(refused.pointers()).containsExactly("/lines/0/lot");
        assertThat(refused.text("/errors/0/expected")).isEqualTo("LA");
    }

    @Test
    void no10_whatIsRecordedCannotBeRewritten() {
        Answer entry = story.receive("SUP", "A", "10 R1");
        String before = server.get("/api/v1/entries/" + entry.id()).body();
        for (String path : List.of("/api/v1/entries/" + entry.id(), "/api/v1/entries/" + entry.seq())) {
            for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
                Answer answer = server.send(server.request(path, RunningServer.ADMIN)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString("{\"lines\":[]}")));
                assertThat(answer.status()).as(method + " " + answer).isEqualTo(405);
                assertThat(answer.header("Allow")).isNotEmpty();
            }
        }
        assertThat(server.get("/api/v1/entries/" + entry.id()).body()).isEqualTo(before);
    }

    @Test
    void no11_takingFromLot2TakesOnlyLot2sSerials() {
        story.item("VALVE", "lot+serial", "");
        story.receive("SUP", "A", "VALVE: lot=L1 serials=V1-V3", "VALVE: lot=L2 serials=V4-V6");
        story.refused(s -> s.ship("A", "C1", "VALVE: lot=L2 serials=V4,V1"));
        assertThat(story.unit("VALVE:V4").at("/status").asString()).isEqualTo("inStock");
        story.ship("A", "C1", "VALVE: lot=L2 serials=V4-V5");

        var question = "item=" + story.code("VALVE");
        Told told = story.forward(question, "lot=L2");
        assertThat(told.units()).contains("V4", "V5", "V6").doesNotContain("V1");
        assertThat(told.consignees()).isEqualTo(Map.of("C1", "2"));
        assertThat(story.forward(question, "lot=L1").consignees()).isEmpty();
    }

    @Test
    void no12_cancellingTakesBackWhatWasRecordedAndRecordingAgainRestoresIt() {
        story.serials("SN");
        Answer wrong = story.receive("SUP", "A", "SN1", "SN2");
        story.voidOf(wrong);
        assertThat(story.unit("SN1").at("/status").asString()).isEqualTo("voided");
        assertThat(story.holdings("SN1")).isEmpty();
        assertThat(story.backward("SN1").units()).isEmpty();

        story.receive("OTHER", "B", "SN1", "SN2");
        assertThat(story.holdings("SN1")).containsExactly("1 at B");
        assertThat(story.unit("SN1").at("/suspectTwin").asBoolean()).isFalse();
        assertThat(story.backward("SN1").unit("SN1").at("/sources/0/partner").asString())
                .isEqualTo(story.code("OTHER"));
    }

    @Test
    void no13_backwardEndsAtTheReceiptAndForwardAtTheCustomer() {
        story.serials("BIKE");
        story.document("PO-7").receive("SUP", "A", "10 R1");
        story.run("MO").uses("10 R1").makes("BIKE1").done();
        story.document("SO-8").ship("A", "C1", "BIKE1");

        JsonNode source = story.backward("BIKE1").unit("R1").at("/sources/0");
        assertThat(source.at("/act").asString()).isEqualTo("receive");
        assertThat(source.at("/partner").asString()).isEqualTo(story.code("SUP"));
        assertThat(source.at("/document").asString()).isEqualTo(story.code("PO-7"));
        assertThat(story.forward("R1").consignees()).isEqualTo(Map.of("C1", "1"));
    }

    @Test
    void no14_aLotUsedForThreeSerialsStandsUnderAllThree() {
        story.serials("UNIT", "CHIP");
        story.receive("SUP", "A", "30 GLUE1", "CHIP1", "CHIP2");
        story.run("MO")
                .uses("3 GLUE1", "CHIP1", "CHIP2")
                .makes("UNIT1", "UNIT2", "UNIT3", "4 REST1")
                .link("CHIP1", "UNIT1")
                .link("CHIP2", "UNIT2")
                .done();
        for (String unit : List.of("UNIT1", "UNIT2", "UNIT3", "REST1")) {
            assertThat(story.backward(unit).units()).contains("GLUE1");
        }
        assertThat(story.backward("UNIT3").units()).containsExactly("GLUE1", "UNIT3");
        assertThat(story.backward("REST1").units()).containsExactly("GLUE1", "REST1");
        assertThat(story.forward("GLUE1").units()).containsExactly("GLUE1", "REST1", "UNIT1", "UNIT2", "UNIT3");
    }

    @Test
    void no15_serialsOfAnyLengthAndShapeSortByTheirNumbers() {
        story.serials("SN");
        String big = "9".repeat(52);
        List<String> serials = List.of("SN:" + big + "1", "SN:-123", "SN:2", "SN:10", "SN:" + big + "0");
        story.receive("SUP", "A", serials.toArray(String[]::new));
        story.pack("BOX", "A", serials.toArray(String[]::new));

        assertThat(story.forward("container=BOX").units()).endsWith("2", "10", big + "0", big + "1");
        assertThat(story.unit("SN:-123").at("/status").asString()).isEqualTo("packed");
    }

    @Test
    void no15_blanksAtTheEndsOfASerialAreRefusedAndNotCutOff() {
        story.serials("SN");
        Answer refused = story.refused(s -> {
            var act = s.act("receive");
            act.put("from", s.partner("SUP")).put("to", place("A"));
            act.putArray("lines").addObject().put("item", s.code("SN")).put("serial", " 12345 ");
            s.send(act);
        });
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/lines/0/serial");
    }

    @Test
    void no16_aLotBecomesSerialsPartByPartAndTheRemainderIsExact() {
        story.serials("TAG").item("SHEET", "lot", ",\"unit\":\"EA\"");
        story.receive("SUP", "A", "10 SHEET1");
        story.run("T1").uses("3 SHEET1").makes("TAG: serials=TAG1-TAG3").done();
        story.run("T2").uses("5 SHEET1").makes("TAG: serials=TAG4-TAG8").done();
        assertThat(onHand("SHEET1", "A")).isEqualTo("2");
        assertThat(story.refused(s -> s.run("T3")
                                .uses("3 SHEET1")
                                .makes("TAG: serials=TAG9-TAG11")
                                .done())
                        .code())
                .isEqualTo("not-there");
        assertThat(story.refused(s -> s.run("T3")
                                .uses("2 SHEET1")
                                .makes("TAG8", "TAG9")
                                .done())
                        .code())
                .isEqualTo("serial-exists");
        assertThat(story.refused(s -> s.run("T3")
                                .uses("2 SHEET1")
                                .makes("2 TAG: serials=TAG9-TAG11")
                                .done())
                        .code())
                .isEqualTo("quantity-differs");
        story.run("T3").uses("2 SHEET1").makes("TAG9", "TAG10").done();
        assertThat(onHand("SHEET1", "A")).isEqualTo("0");
        assertThat(story.forward("SHEET1").units()).hasSize(11);
    }

    private String onHand(String unit, String place) {
        for (String holding : story.holdings(unit)) {
            if (holding.endsWith(" at " + place)) {
                return holding.substring(0, holding.indexOf(' '));
            }
        }
        return "0";
    }

    @Test
    void no17_splitsAndMergesConserveAndSourcesStayFindable() {
        story.receive("SUP", "A", "10 R1", "5 R2");
        assertThat(story.refused(s -> s.move("A", "A", "10 R1")).code()).isEqualTo("same-place");
        story.run("MERGE").uses("10 R1", "5 R2").makes("15 M1").close().done();

        assertThat(onHand("R1", "A")).isEqualTo("0");
        assertThat(story.unit("R1").at("/status").asString()).isEqualTo("consumed");
        assertThat(story.forward("R1").units()).containsExactly("M1", "R1");
        assertThat(story.backward("M1", "amounts=true").amount("R2")).isEqualTo("5 5 5");
        story.ship("A", "C1", "6 M1");
        story.giveBack("C1", "A", "6 M1");
        assertThat(onHand("M1", "A")).isEqualTo("15.000");
    }

    @ParameterizedTest
    @CsvSource({"UTC", "Pacific/Kiritimati", "America/Los_Angeles"})
    void no18_expiryTodayIsNotExpiredAndYesterdayIs(String zone) {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of(zone)));
        story.place("SITE", "\"kind\":\"site\",\"timeZone\":\"" + zone + "\"");
        story.place("A", "\"kind\":\"bin\",\"parent\":\"" + story.code("SITE") + "\"");
        story.receive("SUP", "A", "2 R1 expiry=" + today, "2 R2 expiry=" + today.minusDays(1));

        assertThat(story.unit("R1").at("/usable/ship").asString()).isEqualTo("yes");
        assertThat(story.unit("R2").at("/usable/ship").asString()).isEqualTo("no");
        assertThat(story.unit("R2").at("/usable/why/0/code").asString()).isEqualTo("expired");
        String now = Clock.systemUTC().instant().toString();
        story.when(now).ship("A", "C1", "1 R1");
        assertThat(story.refused(s -> s.when(now).ship("A", "C1", "1 R2")).code())
                .isEqualTo("expired");
        story.move("A", "CAGE", "1 R2");
        story.scrap("A", "1 R2");
    }

    @Test
    void no19_shippingAPalletShipsEveryUnitOnItOnce() {
        story.serials("VIAL");
        story.commission("A", "VIAL1", "VIAL2", "VIAL3");
        story.pack("CASE", "A", "VIAL1", "VIAL2", "VIAL3");
        story.pack("PALLET", "A", "[CASE]");
        story.unpack("CASE", "A", "VIAL3");
        story.ship("A", "C1", "[PALLET]");

        assertThat(story.forward("VIAL1").consignees()).isEqualTo(Map.of("C1", "1"));
        assertThat(story.forward("VIAL3").consignees()).isEmpty();
        assertThat(story.holdings("VIAL3")).containsExactly("1 at A");
        JsonNode within = story.unit("VIAL1").at("/holdings/0/within");
        List<String> around = new ArrayList<>();
        within.forEach(place -> around.add(story.shortName(place.asString())));
        assertThat(around).containsExactly("PALLET", "C1");
        Answer refused = story.refused(s -> s.ship("A", "C2", "VIAL1"));
        assertThat(refused.code()).isEqualTo("not-there");
    }

    @Test
    void no20_aLotWithoutBestBeforeIsTracedAndALockAfterPackingStillBlocks() {
        story.receive("SUP", "A", "10 R1");
        story.pack("BOX", "A", "10 R1 from=A");
        story.hold("R1", "glass found", "ship");
        Answer refused = story.refused(s -> s.ship("A", "C1", "[BOX]"));
        assertThat(refused.code()).isEqualTo("held");
        assertThat(refused.text("/detail")).contains("glass found");
        assertThat(story.forward("R1").units()).containsExactly("R1");
        story.release("R1");
        story.ship("A", "C1", "[BOX]");
        assertThat(story.forward("R1").consignees()).isEqualTo(Map.of("C1", "10"));
    }

    @Test
    void no21_aLotOfOneDoesNotShipTwo() {
        story.receive("SUP", "A", "1 R1");
        Answer refused = story.refused(s -> s.ship("A", "C1", "2 R1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("not-there");
        assertThat(refused.pointers()).containsExactly("/lines/0/qty");
        assertThat(refused.text("/errors/0/expected")).contains("1.000 KGM");
        assertThat(story.refused(s -> {
                            var act = s.act("ship");
                            act.put("from", place("A")).put("to", s.partner("C1"));
                            act.putArray("lines")
                                    .addObject()
                                    .put("item", s.code("R"))
                                    .put("qty", "1");
                            s.send(act);
                        })
                        .pointers())
                .containsExactly("/lines/0/lot");
    }

    @Test
    void no22_drawsLeaveNoResidueAndTheShelfKeepsItsNumber() {
        story.receive("SUP", "A", "0.3 R1");
        String id = story.unit("R1").at("/id").asString();
        story.ship("A", "C1", "0.1 R1");
        story.ship("A", "C1", "0.2 R1");
        assertThat(onHand("R1", "A")).isEqualTo("0");
        assertThat(story.unit("R1").at("/id").asString()).isEqualTo(id);
        assertThat(story.forward("R1", "amounts=true").balance("sum")).isEqualTo("0.3");
    }

    @Test
    void no25_aCountPostsTheDifferenceOfManyLots() {
        story.serials("SN");
        story.receive("SUP", "A", "10 R1", "5 R2", "3 R3", "SN: serials=SN1-SN3");
        Answer counted = story.count("A", "8 R1", "5 R2", "0 R3", "SN: serials=SN1,SN3");
        assertThat(onHand("R1", "A")).isEqualTo("8.000");
        assertThat(onHand("R2", "A")).isEqualTo("5.000");
        assertThat(onHand("R3", "A")).isEqualTo("0");
        assertThat(story.unit("SN2").at("/status").asString()).isEqualTo("adjusted");
        assertThat(server.get("/api/v1/entries/" + counted.seq())
                        .json()
                        .at("/movements")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void no26_aSerialMadeAgainWhileTheFirstIsInsideAParentIsASuspectTwinAtOnce() {
        story.serials("PART", "CAR");
        story.run("P1").makes("PART1").done();
        story.commission("A", "CAR1");
        story.install("PART1", "CAR1");
        Answer again = story.run("P2").makes("PART1").done();

        assertThat(again.alerts()).containsExactly("suspect-twin");
        assertThat(story.units("PART1").size()).isEqualTo(2);
        assertThat(story.units("PART1").get(0).at("/status").asString()).isEqualTo("installed");
        assertThat(story.units("PART1").get(1).at("/suspectTwin").asBoolean()).isTrue();
    }

    @Test
    void no26_cancellingAnOldReceiptDoesNotBringADeliveredSerialBack() {
        story.serials("SN");
        Answer receipt = story.receive("SUP", "A", "SN1");
        story.ship("A", "C1", "SN1");
        Answer refused = story.refused(s -> s.voidOf(receipt));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("used-meanwhile");
        assertThat(story.holdings("SN1")).containsExactly("1 at C1");
    }

    @Test
    void no27_aLabelWithoutSeparatorsIsNeverReadAsOneWrongLotAlone() {
        Answer answer = server.get("/api/v1/lookup?code=1021072911172405310100693570007182");
        List<String> lots = answer.texts("/readings", "/values/lot");
        assertThat(lots).contains("21072911");
        assertThat(answer.texts("/readings", "/values/gtin").get(lots.indexOf("21072911")))
                .isEqualTo("00693570007182");
    }
}
