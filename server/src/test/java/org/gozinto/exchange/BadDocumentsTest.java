/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.exchange.Epcis.at;
import static org.gozinto.exchange.Epcis.document;
import static org.gozinto.exchange.Epcis.event;
import static org.gozinto.exchange.Epcis.text;
import static org.gozinto.exchange.Epcis.texts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is refused as a whole, and nothing of it is left. */
class BadDocumentsTest {

    private static final String OPEN =
            "<e:EPCISDocument xmlns:e=\"urn:epcglobal:epcis:xsd:1\" schemaVersion=\"1.2\"><EPCISBody><EventList>";
    private static final String CLOSE = "</EventList></EPCISBody></e:EPCISDocument>";

    @TempDir
    static Path directory;

    static ImportHouse house;

    @BeforeAll
    static void start() {
        house = new ImportHouse(directory);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(house.get("/api/v1/entries?limit=10").json().path("items").size())
                .isZero();
        assertThat(house.get("/api/v1/items?limit=10").json().path("items").size())
                .isZero();
    }

    private static ImportHouse.Answer refused(String document, int status, String code) {
        var answer = house.send(document.stripLeading().startsWith("<") ? ImportHouse.XML : ImportHouse.JSON, document);
        assertThat(answer.text("/code")).as(answer.json().toPrettyString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }

    @Test
    void brokenXmlNamesLineAndColumn() {
        assertThat(refused("<a>\n<b>\n</a>", 400, "broken-xml").text("/detail")).startsWith("Line 3, column ");
    }

    @Test
    void brokenJsonNamesLineAndColumn() {
        assertThat(refused("{\n\"a\": nul }", 400, "broken-json").text("/detail"))
                .startsWith("Line 2, column ");
    }

    @Test
    void aMemberThatStandsTwiceIsRefused() {
        refused("{\"type\":\"EPCISDocument\",\"type\":\"EPCISDocument\"}", 400, "broken-json");
    }

    @Test
    void aDoctypeIsRefused() {
        refused("<!DOCTYPE a><a/>", 400, "doctype");
    }

    @Test
    void anExternalEntityIsRefusedAndNotFetched() {
        refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>", 400, "doctype");
    }

    @Test
    void billionLaughsAreRefusedBeforeTheyAreExpanded() {
        var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused("<!DOCTYPE a [" + entities + "]><a>&l19;</a>", 400, "doctype");
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        refused(OPEN + "<x>&nothing;</x>" + CLOSE, 400, "broken-xml");
    }

    @Test
    void anotherRootIsRefused() {
        assertThat(refused("<invoice/>", 400, "not-epcis").text("/detail")).contains("invoice");
        refused("<EPCISDocument/>", 400, "not-epcis");
        refused("{\"type\":\"Invoice\"}", 400, "not-epcis");
        refused("[1,2]", 400, "not-epcis");
        refused("{\"type\":\"EPCISDocument\",\"@context\":[]}", 400, "not-epcis");
    }

    @Test
    void deepNestingIsRefused() {
        refused(OPEN + "<x>".repeat(100_000) + "</x>".repeat(100_000) + CLOSE, 400, "too-deep");
        refused("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 400, "too-large-inside");
    }

    @Test
    void aLineOfTenMegabytesIsRefused() {
        String line = "x".repeat(10_000_000);
        refused(OPEN + "<x>" + line + "</x>" + CLOSE, 400, "too-long");
        refused("{\"a\":\"" + line + "\"}", 400, "too-large-inside");
    }

    @Test
    void aNumberWithAHugeExponentIsRefusedByItsEvent() {
        var answer = house.take(document(event(
                "ObjectEvent",
                1,
                text("action", "ADD"),
                at("00001"),
                Epcis.amounts("quantityList", Epcis.lgtin("100001", "L"), "1e999999999", null))));
        assertThat(answer.number("/events/0/status")).isEqualTo(422);
    }

    @Test
    void whatIsNeitherXmlNorJsonIsRefused() {
        refused("time;epc;action", 415, "unknown-kind");
        refused("", 415, "unknown-kind");
    }

    @Test
    void theKindIsRecognisedWhateverTheMediaTypeSays() {
        var answer = house.send("application/octet-stream", "<invoice/>");
        assertThat(answer.text("/code")).isEqualTo("not-epcis");
        assertThat(house.send(ImportHouse.JSON, "<invoice/>").text("/code")).isEqualTo("not-epcis");
    }

    @Test
    void aFormMayCarryTheFile() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\""
                + "\r\n\r\n<invoice/>\r\n--b--\r\n";
        assertThat(house.send("multipart/form-data; boundary=b", form).text("/code"))
                .isEqualTo("not-epcis");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertThat(house.send("text/csv", "a;b").status()).isEqualTo(415);
    }

    @Test
    void tooLargeADocumentIsRefused() {
        byte[] large = new byte[64 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(house.send(ImportHouse.XML, large).status()).isEqualTo(413);
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        var answer = house.send(ImportHouse.XML, ("\uFEFF" + OPEN + CLOSE).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
    }

    @Test
    void timesAndOffsetsAreNeeded() {
        String good = event(
                "ObjectEvent", 1, text("action", "ADD"), texts("epcList", Epcis.sgtin("100001", "1")), at("00001"));
        var noOffset = house.take(document(good.replace("eventTimeZoneOffset", "offset")));
        assertThat(noOffset.text("/events/0/errors/0/pointer")).isEqualTo("/epcisBody/eventList/0/eventTimeZoneOffset");
        var noTime = house.take(document(good.replace("2026-01-01T10:00:00Z", "yesterday")));
        assertThat(noTime.text("/events/0/errors/0/pointer")).isEqualTo("/epcisBody/eventList/0/eventTime");
    }

    @Test
    void anXmlEventThatIsWrongNamesItsLine() {
        var answer = house.take(OPEN + "\n<ObjectEvent>\n<action>ADD</action></ObjectEvent>" + CLOSE);
        assertThat(answer.text("/events/0/detail")).contains("line 2");
    }

    @Test
    void anEventWithoutAPlaceIsRefused() {
        var answer = house.take(
                document(event("ObjectEvent", 1, text("action", "ADD"), texts("epcList", Epcis.sgtin("100001", "1")))));
        assertThat(answer.text("/events/0/code")).isEqualTo("no-place");
    }
}
