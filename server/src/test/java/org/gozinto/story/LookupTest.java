/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1/lookup}: any scanned or typed code says everything that it can mean. */
class LookupTest {

    private static final char FNC1 = '\u001d';
    private static final AtomicInteger ARTICLES = new AtomicInteger(10_000);

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);
    private int article;
    private String gtin;

    @BeforeEach
    void makeAnItem() {
        article = ARTICLES.incrementAndGet();
        gtin = withCheckDigit("09506000" + article);
        story.item("VALVE", "lot+serial", ",\"gtin\":\"" + gtin + "\"");
        story.receive("SUP", "A", "VALVE: lot=L7 serials=S1-S3 supplierLot=" + story.code("SUPPLIERS"));
    }

    /** Any GS1 number of digits alone, with the digit that closes it. */
    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }

    private Answer lookup(String code) {
        Answer answer = server.get("/api/v1/lookup?code=" + RunningServer.encoded(code));
        assertThat(answer.status()).as("%s: %s", code, answer).isEqualTo(200);
        return answer;
    }

    private List<String> found(Answer answer) {
        return StreamSupport.stream(answer.json().at("/found").spliterator(), false)
                .map(found -> found.at("/match").asString() + " " + named(found))
                .toList();
    }

    private String named(JsonNode found) {
        for (String name : List.of("serial", "container", "lot", "place", "partner", "document", "item")) {
            if (found.has(name)) {
                return story.shortName(found.get(name).asString());
            }
        }
        return "";
    }

    @Test
    void elementStringWithFnc1NamesLotAndSerial() {
        for (String start : List.of("", "]d2", "]C1", String.valueOf(FNC1))) {
            Answer answer = lookup(start + "01" + gtin + "10L7" + FNC1 + "21S2");
            assertThat(found(answer)).as(answer.toString()).startsWith("serial S2", "lot L7");
            assertThat(answer.text("/readings/0/family")).isEqualTo("elementString");
            assertThat(answer.text("/readings/0/values/gtin")).isEqualTo(gtin);
            assertThat(answer.text("/readings/0/values/lot")).isEqualTo("L7");
            assertThat(answer.text("/readings/0/values/serial")).isEqualTo("S2");
            assertThat(answer.json().at("/readings/0/known").asBoolean()).isTrue();
        }
    }

    @Test
    void elementStringInBracketsMeansTheSame() {
        assertThat(found(lookup("(01)" + gtin + "(10)L7(21)S2")))
                .isEqualTo(found(lookup("]d201" + gtin + "10L7" + FNC1 + "21S2")));
    }

    @Test
    void digitalLinkMeansTheSameWhateverItsHost() {
        for (String host : List.of("https://id.gs1.org", "http://example.com/some/where", "HTTPS://ID.GS1.ORG")) {
            Answer answer = lookup(host + "/01/" + gtin + "/10/L7/21/S2?17=270131");
            assertThat(found(answer)).as(host).startsWith("serial S2", "lot L7");
            assertThat(answer.text("/readings/0/family")).isEqualTo("digitalLink");
        }
    }

    @Test
    void epcMeansTheSerial() {
        Answer answer = lookup("urn:epc:id:sgtin:9506000.0" + article + ".S3");
        assertThat(found(answer)).as(answer.toString()).startsWith("serial S3");
        assertThat(answer.text("/readings/0/family")).isEqualTo("epc");
    }

    @Test
    void tellsTheDaysThatACodeSays() {
        Answer answer = lookup("(01)" + gtin + "(11)250301(15)270131(17)270228(10)L7");
        assertThat(answer.text("/readings/0/values/expiry")).isEqualTo("2027-02-28");
        assertThat(answer.text("/readings/0/values/bestBefore")).isEqualTo("2027-01-31");
        assertThat(answer.text("/readings/0/values/manufactured")).isEqualTo("2025-03-01");
    }

    @Test
    void gtinAloneMeansTheItem() {
        assertThat(found(lookup(gtin))).contains("gtin VALVE");
        assertThat(found(lookup(gtin.substring(1)))).contains("gtin VALVE");
    }

    @Test
    void ssccMeansTheContainer() {
        String sscc = withCheckDigit("19506000" + "0000" + article);
        var pack = story.act("pack");
        pack.put("container", sscc).putArray("lines").add(story.line("VALVE:S1"));
        story.send(pack);

        for (String scanned : List.of(sscc, "00" + sscc, "(00)" + sscc, "]C100" + sscc)) {
            assertThat(found(lookup(scanned))).as(scanned).contains("container " + sscc);
        }
        String epc = "urn:epc:id:sscc:9506000.1" + sscc.substring(8, 17);
        assertThat(found(lookup(epc))).contains("container " + sscc);
    }

    @Test
    void supplierLotMeansOurLot() {
        Answer answer = lookup(story.code("SUPPLIERS"));
        assertThat(found(answer)).containsExactly("supplierLot L7");
        assertThat(found(lookup("(01)" + gtin + "(10)" + story.code("SUPPLIERS"))))
                .contains("supplierLot L7");
    }

    @Test
    void documentPlacePartnerItemAndEntryAreFoundByTheirNumbers() {
        Answer moved = story.document("SO-17").move("A", "B", "VALVE:S1");

        assertThat(found(lookup(story.code("SO-17")))).containsExactly("document SO-17");
        assertThat(found(lookup(story.code("A")))).containsExactly("place A");
        assertThat(found(lookup(story.code("SUP")))).containsExactly("partner SUP");
        assertThat(found(lookup(story.code("VALVE")))).containsExactly("item VALVE");
        assertThat(lookup(moved.id()).json().at("/found/0/entry").asLong()).isEqualTo(moved.seq());
    }

    @Test
    void glnMeansThePlaceOrPartner() {
        String gln = withCheckDigit("9506000" + article);
        story.place("DOCK", "\"kind\":\"site\",\"gln\":\"" + gln + "\"");
        assertThat(found(lookup(gln))).contains("gln DOCK");
        assertThat(found(lookup("(414)" + gln))).contains("gln DOCK");
    }

    @Test
    void textThatNamesSeveralThingsNamesThemAll() {
        String text = story.code("SAME");
        story.receive("SUP", "A", "1 R:" + text, "1 Q:" + text);
        story.place("SAME", "\"kind\":\"bin\"");
        story.item("SAME", "lot", "");
        story.document("SAME").receive("SUP", "A", "1 R1");

        Answer answer = lookup(text);
        assertThat(found(answer))
                .containsExactlyInAnyOrder("lot SAME", "lot SAME", "item SAME", "place SAME", "document SAME");
        assertThat(answer.json().at("/complete").asBoolean()).isTrue();
    }

    @Test
    void digitsThatCanBeReadInSeveralWaysHaveSeveralReadings() {
        story.receive("SUP", "A", "1 R:" + gtin);
        Answer answer = lookup(gtin);
        assertThat(answer.texts("/readings", "/family")).contains("gtin", "text");
        assertThat(found(answer)).contains("gtin VALVE", "lot " + gtin);
    }

    @Test
    void lotThatSwallowedTheRestIsToldApartOrNamedAsInDoubt() {
        Answer answer = lookup("1021072911172405310100693570007182");
        assertThat(answer.texts("/readings", "/values/lot"))
                .as(answer.toString())
                .contains("21072911");
        int split = answer.texts("/readings", "/values/lot").indexOf("21072911");
        assertThat(answer.texts("/readings", "/values/gtin").get(split)).isEqualTo("00693570007182");
        assertThat(answer.json().at("/readings").size()).isGreaterThan(1);
    }

    @Test
    void saysWhatIsInTheCodeAndWhere() {
        Answer answer = lookup("(01)" + gtin + "(10)L7(21)S2(30)12");
        assertThat(answer.texts("/readings/0/said", "/id")).containsExactly("01", "10", "21", "30");
        assertThat(answer.texts("/readings/0/said", "/title")).contains("GTIN", "BATCH/LOT");
        assertThat(answer.json().at("/readings/0/said/1/position").asInt()).isEqualTo(22);
        assertThat(answer.text("/readings/0/keys/0/scheme")).isEqualTo("gtin");
        assertThat(answer.text("/readings/0/keys/0/value")).isEqualTo(gtin);
        assertThat(answer.text("/readings/0/values/quantity")).isEqualTo("12");
        assertThat(answer.json().at("/readings/0/guessed").asBoolean()).isFalse();
    }

    @Test
    void saysWhereACodeIsWrong() {
        Answer answer = lookup("(01)" + gtin.substring(0, 13) + (gtin.charAt(13) == '0' ? '1' : '0'));
        JsonNode fault = answer.json().at("/readings/0/faults/0");
        assertThat(fault.at("/code").asString()).as(answer.toString()).isEqualTo("checkDigit");
        assertThat(fault.at("/position").asInt()).isBetween(4, 17);
        assertThat(answer.texts("/readings", "/family")).containsExactly("text");
    }

    @Test
    void lostSeparatorsAreResolvedByWhatIsKnownAndStillShown() {
        Answer answer = lookup("01" + gtin + "10L721S2");
        assertThat(answer.json().at("/readings").size()).isGreaterThan(2);
        assertThat(answer.json().at("/readings/0/guessed").asBoolean()).isTrue();
        assertThat(answer.json().at("/readings/0/resolved").asBoolean()).isTrue();
        assertThat(answer.text("/readings/0/values/lot")).isEqualTo("L7");
        assertThat(answer.text("/readings/0/values/serial")).isEqualTo("S2");
        assertThat(answer.texts("/readings", "/values/lot")).contains("L721S2");
        assertThat(found(answer)).startsWith("serial S2", "lot L7");
    }

    @Test
    void lostSeparatorsStayOpenWhenTwoReadingsAreKnown() {
        story.receive("SUP", "A", "VALVE: lot=L721S2 serials=S9");
        Answer answer = lookup("01" + gtin + "10L721S2");
        for (JsonNode reading : answer.json().at("/readings")) {
            assertThat(reading.has("resolved")).as(reading.toString()).isFalse();
        }
        assertThat(found(answer)).contains("serial S2", "lot L7", "lot L721S2");
    }

    @Test
    void lostSeparatorsStayOpenWhenNothingIsKnown() {
        Answer answer = lookup("01" + gtin + "10X121Y2");
        for (JsonNode reading : answer.json().at("/readings")) {
            assertThat(reading.has("resolved")).as(reading.toString()).isFalse();
        }
        assertThat(answer.texts("/readings", "/values/lot")).contains("X1", "X121Y2");
    }

    @Test
    void labelThatContradictsTheBookIsNamed() {
        story.receive("SUP", "A", "VALVE: lot=L8 serials=S8 expiry=2027-01-31");
        Answer otherLot = lookup("(01)" + gtin + "(10)L8(21)S2");
        assertThat(otherLot.texts("/readings/0/faults", "/code")).contains("otherLot");
        Answer otherDay = lookup("(01)" + gtin + "(17)280131(10)L8");
        assertThat(otherDay.texts("/readings/0/faults", "/code")).contains("otherExpiry");
        String supplier = story.code("SUPPLIERS");
        Answer suppliers = lookup("(01)" + gtin + "(10)" + supplier + "(21)S2");
        assertThat(suppliers.texts("/readings/0/faults", "/code")).doesNotContain("otherLot");
    }

    @Test
    void capsLockIsSeenThrough() {
        story.receive("SUP", "A", "1 R:aBc-" + article);
        for (String typed : List.of("AbC-" + article, "ABC-" + article, "abc-" + article, "Abc-" + article)) {
            Answer answer = lookup(typed);
            assertThat(found(answer)).as(typed).containsExactly("lot aBc-" + article);
            assertThat(answer.json().at("/found/0/near").asBoolean()).isTrue();
            assertThat(answer.json().at("/readings/0/known").asBoolean()).isFalse();
        }
        assertThat(lookup("aBc-" + article).json().at("/found/0").has("near")).isFalse();
        Answer ofItem = lookup("(01)" + gtin + "(21)s2");
        assertThat(found(ofItem)).startsWith("serial S2");
        assertThat(ofItem.json().at("/found/0/near").asBoolean()).isTrue();
        assertThat(found(lookup(story.code("VALVE").toLowerCase(java.util.Locale.ROOT))))
                .containsExactly("item VALVE");
        assertThat(found(lookup(story.code("SUP").toLowerCase(java.util.Locale.ROOT))))
                .containsExactly("partner SUP");
    }

    @Test
    void furtherNumbersOfAnItemMeanTheItem() {
        String package12 = withCheckDigit("19506000" + article);
        String hibc = "A" + article % 1000 + "0VALVE" + article + "1";
        String part = "PN-" + article;
        String shared = "{\"scheme\":\"part\",\"value\":\"" + part + "\"}";
        String own = "{\"scheme\":\"gtin\",\"value\":\"" + package12 + "\",\"contains\":\"12\"},"
                + "{\"scheme\":\"hibc\",\"value\":\"" + hibc + "\"},";
        story.item("TAP", "lot+serial", ",\"codes\":[" + own + shared + "]");
        story.item("COCK", "lot", ",\"codes\":[" + shared + "]");
        story.receive("SUP", "A", "TAP: lot=T1 serials=S1-S2");

        Answer carton = lookup("(01)" + package12 + "(10)T1(21)S1");
        assertThat(found(carton)).as("a carton's serial is no piece's").containsExactly("lot T1", "gtin TAP");
        assertThat(carton.text("/found/1/contains")).isEqualTo("12");
        assertThat(carton.texts("/readings/0/faults", "/code")).contains("packageSerial");
        assertThat(found(lookup(hibc))).containsExactly("hibc TAP");
        assertThat(found(lookup("[)>\u001e06\u001d1P" + part + "\u001d1TT1\u001e\u0004")))
                .as("a label of data identifiers")
                .startsWith("lot T1");
        assertThat(found(lookup(part))).containsExactly("part TAP", "part COCK");
    }

    @Test
    void symbolWithoutAnItemFindsItsNumberWhereItIsSureToBeOne() {
        story.receive("SUP", "A", "1 R:N" + article);
        assertThat(found(lookup("(10)N" + article))).containsExactly("lot N" + article);
        assertThat(found(lookup("10N" + article))).as("a typed number").isEmpty();
    }

    @Test
    void glnWithAnExtensionMeansThePlaceWithinThePlace() {
        String gln = withCheckDigit("9506000" + article);
        story.place("PLANT", "\"kind\":\"site\",\"gln\":\"" + gln + "\"");
        story.place("R7", "\"kind\":\"bin\",\"parent\":\"" + story.code("PLANT") + "\"");
        assertThat(found(lookup("(414)" + gln + "(254)" + story.code("R7")))).containsExactly("gln R7", "gln PLANT");
        assertThat(found(lookup("(414)" + gln + "(254)elsewhere"))).containsExactly("gln PLANT");
    }

    @Test
    void assetAndDocumentKeysMeanUnitsAndDocuments() {
        story.receive("SUP", "A", "1 R:9506000A" + article);
        story.document("95060" + article).receive("SUP", "A", "1 R1");
        assertThat(found(lookup("(8004)9506000A" + article))).containsExactly("lot 9506000A" + article);
        assertThat(found(lookup("urn:epc:id:giai:9506000.A" + article))).containsExactly("lot 9506000A" + article);
        assertThat(found(lookup("(400)" + story.code("95060" + article)))).containsExactly("document 95060" + article);
    }

    private Answer together(String... codes) {
        String query = java.util.Arrays.stream(codes)
                .map(code -> "code=" + RunningServer.encoded(code))
                .collect(java.util.stream.Collectors.joining("&"));
        Answer answer = server.get("/api/v1/lookup?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void symbolsOfOneItemAreReadTogether() {
        Answer answer = together("]E0" + gtin.substring(1), "]C110L7" + FNC1 + "21S2");
        assertThat(found(answer)).as(answer.toString()).startsWith("serial S2", "lot L7");
        assertThat(answer.text("/together/values/gtin")).isEqualTo(gtin);
        assertThat(answer.text("/together/values/serial")).isEqualTo("S2");
        assertThat(answer.json().at("/together/known").asBoolean()).isTrue();
        assertThat(answer.json().at("/together/conflicts").isEmpty()).isTrue();
        assertThat(answer.texts("/together/said", "/symbol")).containsOnly("1");
        assertThat(answer.texts("/readings", "/symbol")).contains("0", "1");
        assertThat(answer.json().at("/codes").size()).isEqualTo(2);
    }

    @Test
    void symbolsThatContradictEachOtherAreNamed() {
        Answer answer = together("(01)" + gtin + "(10)L7", "(10)L8");
        assertThat(answer.text("/together/conflicts/0/code")).isEqualTo("lot");
        assertThat(answer.json().at("/together/conflicts/0/first").asInt()).isZero();
        assertThat(answer.json().at("/together/conflicts/0/second").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/together/values").isEmpty()).isTrue();
        assertThat(found(answer)).as("what each says by itself").contains("lot L7", "gtin VALVE");
    }

    @Test
    void guessedSymbolIsReadSoThatTheWholeIsKnown() {
        Answer answer = together(gtin, "10L721S2");
        assertThat(answer.text("/together/values/lot")).as(answer.toString()).isEqualTo("L7");
        assertThat(found(answer)).startsWith("serial S2", "lot L7");
        assertThat(answer.json().at("/together/guessed").asBoolean()).isTrue();
    }

    @Test
    void codeWithCommasIsOneCode() {
        story.receive("SUP", "A", "1 R:a,b," + article);
        assertThat(found(lookup("a,b," + article))).containsExactly("lot a,b," + article);
    }

    @Test
    void moreSymbolsThanAnItemHasAreRefused() {
        Answer answer = server.get("/api/v1/lookup?code=1" + "&code=1".repeat(16));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.get("/api/v1/lookup?code=1&code=").status()).isEqualTo(400);
    }

    @Test
    void vehicleAndTelephoneNumbersAreSerials() {
        String vin = "1M8GDM9AXKP0" + article;
        String imei = "490154203237518";
        story.item("CAR", "serial", "");
        story.receive("SUP", "A", "CAR:" + vin, "CAR:" + imei);
        assertThat(found(lookup(vin))).startsWith("serial " + vin);
        assertThat(found(lookup(imei))).startsWith("serial " + imei);
    }

    @Test
    void memoryOfATagMeansItsSerial() {
        Answer answer = lookup("3074257BF7194E4000001A85");
        assertThat(answer.texts("/readings", "/family")).contains("epc");
        assertThat(answer.texts("/readings", "/values/gtin")).contains("80614141123458");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001\u001e\u0004",
                "javascript:alert(1)",
                "javascript://x/01/09506000134352",
                "https://",
                "]C1",
                "data:text/html,<script>",
                "http://[::1]/01/09506000134352/21/%00",
                "\ufffe",
                "]d201\u001d\u001d\u001d"
            })
    void hostileTextIsReadAsText(String code) {
        Answer answer = lookup(code);
        assertThat(answer.texts("/readings", "/family")).contains("text");
    }

    @Test
    void neitherHalvesOfCharactersNorLongTextsBreakIt() {
        for (String query : List.of("%ED%A0%80", "%00", "%F0%9F%98", "x".repeat(8_000), "%25".repeat(600))) {
            assertThat(server.get("/api/v1/lookup?code=" + query).status())
                    .as(query.substring(0, 3))
                    .isIn(200, 400, 414, 431);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nobody has it", "' or 1=1 --", "../../etc/passwd", "%", "_", "\u0000", "(01)123", "]", "😀"})
    void whatIsUnknownIsReadAndNothingIsFound(String code) {
        Answer answer = lookup(code);
        assertThat(answer.json().at("/readings").isEmpty()).isFalse();
        assertThat(answer.json().at("/found").isEmpty()).as(answer.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/lookup", "/api/v1/lookup?code=", "/api/v1/lookup?code=%ff"})
    void whatIsNoCodeIsRefused(String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void codeOfAnUnlikelyLengthIsRefused() {
        Answer answer = server.get("/api/v1/lookup?code=" + "9".repeat(2_001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-parameter");
    }
}
