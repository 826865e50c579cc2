/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipment of the DSCSA guideline of GS1 US: 12 packs in 3 cases on a pallet, made, packed and shipped. */
class PharmaShipmentTest {

    private static final String FILE = "1.2-xml/GS1_US_Pharma_Example_2_2_1_1.xml";
    private static final String PACK = "00300010123455";
    private static final String CASE = "10300010123452";
    private static final String PALLET = "403000112345678901";
    private static final String SELLER = "0300011111116";
    private static final String SELLERS_SITE = "0300011111215";
    private static final String BUYER = "0399999999991";

    @TempDir
    static Path directory;

    static byte[] document;
    static ImportHouse house;
    static ImportHouse.Answer first;

    @BeforeAll
    static void send() {
        document = ImportHouse.real(FILE);
        house = new ImportHouse(directory);
        first = house.send(ImportHouse.XML, document);
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    private static List<String> units(ImportHouse.Answer trace) {
        List<String> units = new ArrayList<>();
        trace.json().path("units").forEach(u -> {
            if (u.has("serial")) {
                units.add(u.path("item").asString() + " " + u.path("serial").asString());
            }
        });
        return units;
    }

    @Test
    void everyEventIsRecorded() {
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("/kind")).isEqualTo("epcis-1.2-xml");
        assertThat(first.counts()).as(first.json().toPrettyString()).isEqualTo("8 0 0 0");
    }

    @Test
    void theHeaderBecomesItemsSitesAndPartners() {
        assertThat(first.texts("/masters/items")).containsExactly(PACK, CASE);
        assertThat(first.texts("/masters/places")).containsExactly(SELLERS_SITE, "0399993456780");
        assertThat(first.texts("/masters/partners")).containsExactly(SELLER, BUYER);
        var item = house.get("/api/v1/items/" + PACK);
        assertThat(item.text("/name")).isEqualTo("Epcistra");
        assertThat(item.text("/tracking")).isEqualTo("lot+serial");
        assertThat(item.text("/gtin")).isEqualTo(PACK);
        assertThat(item.text("/attributes/strengthDescription")).isEqualTo("100mg");
        var seller = house.get("/api/v1/partners/" + SELLER);
        assertThat(seller.text("/name")).isEqualTo("GS1 Pharma");
        assertThat(seller.texts("/roles")).containsExactlyInAnyOrder("supplier", "manufacturer");
        assertThat(seller.text("/attributes/city")).isEqualTo("Thousand Oaks");
        assertThat(house.get("/api/v1/partners/" + BUYER).texts("/roles")).containsExactly("customer");
        assertThat(house.get("/api/v1/places/" + SELLERS_SITE).text("/name")).isEqualTo("GS1 Pharma DC");
    }

    @Test
    void thePalletForwardListsItsFifteenSerials() {
        var trace = house.trace("direction=forward&container=" + PALLET);
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(11, 22).forEach(n -> expected.add(PACK + " " + n));
        List.of(110, 111, 121).forEach(n -> expected.add(CASE + " " + n));
        assertThat(units(trace)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(trace.number("/summary/serials")).isEqualTo(15);
    }

    @Test
    void onePackBackwardReachesCasePalletAndSeller() {
        var trace = house.trace("direction=backward&item=" + PACK + "&serial=11");
        var pack = trace.json()
                .path("units")
                .valueStream()
                .filter(u -> "11".equals(u.path("serial").stringValue(null)))
                .findFirst()
                .orElseThrow();
        assertThat(pack.at("/containers/0/in/item").asString()).isEqualTo(CASE);
        assertThat(pack.at("/containers/0/in/serial").asString()).isEqualTo("110");
        assertThat(pack.at("/containers/1/in/container").asString()).isEqualTo(PALLET);
        assertThat(pack.at("/sources/0/partner").asString()).isEqualTo(SELLER);
        assertThat(trace.text("/summary/sources/0/name")).isEqualTo("GS1 Pharma");
    }

    @Test
    void thePalletIsWithTheBuyerUnderItsDespatchAdvice() {
        var entry = house.get("/api/v1/entries/" + first.text("/events/7/id"));
        assertThat(entry.text("/type")).isEqualTo("ship");
        assertThat(entry.text("/act/to")).isEqualTo(BUYER);
        assertThat(entry.text("/act/reference/type")).isEqualTo("desadv");
        assertThat(entry.text("/act/reference/number")).isEqualTo("DEL100");
    }

    @Test
    void timesKeepTheirOffset() {
        var entry = house.get("/api/v1/entries/" + first.text("/events/0/id"));
        assertThat(entry.text("/occurredAt")).isEqualTo("2023-03-27T01:45:16-05:00");
    }

    @Test
    void whatWeHaveNoFieldForIsKept() {
        var entry = house.get("/api/v1/entries/" + first.text("/events/7/id"));
        var kept = entry.json().at("/act/extension/epcis");
        assertThat(kept.path("gs1ushc:dropShipment").asString()).isEqualTo("false");
        assertThat(kept.path("disposition").asString()).isEqualTo("urn:epcglobal:cbv:disp:in_transit");
        assertThat(kept.at("/destinationList/1/destination").asString()).isEqualTo("urn:epc:id:sgln:039999.345678.0");
        assertThat(kept.at("/bizTransactionList/0/bizTransaction").asString())
                .isEqualTo("urn:epcglobal:cbv:bt:0399999999991:XYZPO189");
    }

    @Test
    void theSameDocumentAgainChangesNothing() {
        int before = house.get("/api/v1/entries?limit=100").json().path("items").size();
        var again = house.send(ImportHouse.XML, document);
        assertThat(again.counts()).isEqualTo("0 8 0 0");
        assertThat(again.texts("/masters/items")).isEmpty();
        assertThat(again.texts("/masters/places")).isEmpty();
        assertThat(again.texts("/masters/partners")).isEmpty();
        assertThat(again.text("/events/3/id")).isEqualTo(first.text("/events/3/id"));
        assertThat(again.number("/events/3/seq")).isEqualTo(first.number("/events/3/seq"));
        assertThat(house.get("/api/v1/entries?limit=100").json().path("items").size())
                .isEqualTo(before);
    }
}
