/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.exchange.ImportHouse.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables become items, places, partners and acts, with a verdict on each row. */
class SheetImportsTest {

    private static final String ACTS = "from,to,item,lot,serials,qty,expiry";

    @TempDir
    static Path directory;

    private static ImportHouse house;

    @BeforeAll
    static void open() {
        house = new ImportHouse(directory);
        assertThat(house.csv("", "code,kind", "HALL,site").status()).isEqualTo(200);
        assertThat(house.csv("", "code,roles", "ACME,supplier").status()).isEqualTo(200);
        assertThat(statuses(house.csv("", "code,tracking,decimals", "RESIN,lot,3", "PACK,serial,0", "CABLE,none,0")))
                .containsExactly("2 created", "3 created", "4 created");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Row and status of every row. */
    private static List<String> statuses(Answer answer) {
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        List<String> statuses = new ArrayList<>();
        answer.json()
                .at("/rows")
                .forEach(r -> statuses.add(
                        r.at("/row").asInt() + " " + r.at("/status").asString()));
        return statuses;
    }

    private static long entries() {
        return house.get("/api/v1/entries?limit=1000").json().at("/items").size();
    }

    @Test
    void makesChangesAndLeavesAloneItems() {
        String[] first = {"Code;Name;Tracking;Shelf Life Days;attributes.colour", "I-1;One;lot;30;red", "I-2;Two;none;;"
        };
        assertThat(statuses(house.csv("", first))).containsExactly("2 created", "3 created");
        assertThat(statuses(house.csv("", first))).containsExactly("2 unchanged", "3 unchanged");
        assertThat(statuses(house.csv(
                        "", "CODE,tracking,shelf_life_days,attributes.colour", "I-1,lot,60,red", "I-2,none,,blue")))
                .containsExactly("2 changed", "3 changed");
        var item = house.get("/api/v1/items/I-1");
        assertThat(item.text("/name"))
                .as("a column that is not there changes nothing")
                .isEqualTo("One");
        assertThat(item.number("/shelfLifeDays")).isEqualTo(60);
        assertThat(item.number("/version")).isEqualTo(2);
        assertThat(house.get("/api/v1/items/I-2").text("/attributes/colour")).isEqualTo("blue");
    }

    @Test
    void anEmptyCellTakesAway() {
        house.csv("", "code,tracking,name,attributes.a", "I-3,none,Three,x");
        assertThat(statuses(house.csv("", "code,tracking,name,attributes.a", "I-3,none,,")))
                .containsExactly("2 changed");
        var item = house.get("/api/v1/items/I-3");
        assertThat(item.text("/name")).isEqualTo("I-3");
        assertThat(item.json().at("/attributes").size()).isZero();
    }

    @Test
    void placesMayStandBeforeThoseThatTheyAreIn() {
        String[] rows = {"code,kind,parent", "B-1,bin,AREA-1", "AREA-1,area,SITE-1", "SITE-1,site,", "B-2,bin,NOWHERE"};
        assertThat(statuses(house.csv("?dryRun=true", rows)))
                .containsExactly("2 created", "3 created", "4 created", "5 refused");
        assertThat(house.get("/api/v1/places/B-1").status()).isEqualTo(404);
        assertThat(statuses(house.csv("", rows))).containsExactly("2 created", "3 created", "4 created", "5 refused");
        assertThat(house.get("/api/v1/places/B-1").text("/parent")).isEqualTo("AREA-1");
        assertThat(statuses(house.csv("", rows)))
                .containsExactly("2 unchanged", "3 unchanged", "4 unchanged", "5 refused");
    }

    @Test
    void placesThatAreInEachOtherAreRefused() {
        assertThat(statuses(house.csv("", "code,kind,parent", "C-1,area,C-2", "C-2,area,C-1")))
                .containsExactly("2 refused", "3 refused");
    }

    @Test
    void theSecondRowOfACodeIsRefused() {
        for (String query : List.of("?dryRun=true", "")) {
            var answer =
                    house.csv(query, "code,roles", "P-" + query.length() + ",customer", "P-" + query.length() + ",");
            assertThat(statuses(answer)).containsExactly("2 created", "3 refused");
            assertThat(answer.text("/rows/1/code")).isEqualTo("row-twice");
            assertThat(answer.text("/rows/1/errors/0/pointer")).isEqualTo("A3");
        }
    }

    @Test
    void theRulesOfTheMastersHoldInAPreviewToo() {
        house.csv("", ACTS, "ACME,HALL,RESIN,FIXED-1,,1,");
        for (String query : List.of("?dryRun=true", "")) {
            var answer = house.csv(
                    query,
                    "code,tracking,decimals,gtin,issuer",
                    "RESIN,lot,2,,",
                    "NEW-1,lot,0,09506000134350,",
                    "NEW-2,lot,0,,NOBODY",
                    "NEW-3,sometimes,0,,");
            assertThat(statuses(answer)).containsExactly("2 refused", "3 refused", "4 refused", "5 refused");
            assertThat(answer.text("/rows/0/errors/0/pointer")).isEqualTo("C2");
            assertThat(answer.text("/rows/1/errors/0/pointer")).isEqualTo("D3");
            assertThat(answer.text("/rows/2/errors/0/pointer")).isEqualTo("E4");
            assertThat(answer.text("/rows/3/errors/0/pointer")).isEqualTo("B5");
        }
    }

    @Test
    void aPartnerDoesNotBecomeAPlace() {
        var answer = house.csv("", "code,kind", "ACME,site");
        assertThat(answer.text("/rows/0/code")).isEqualTo("exists");
    }

    @Test
    void aBadRowTakesNoOtherWithIt() {
        long before = entries();
        var answer = house.csv(
                "",
                ACTS,
                "ACME,HALL,RESIN,L-1,,1.5,2027-03-01",
                "ACME,NOWHERE,RESIN,L-2,,1,",
                "ACME,HALL,PACK,,X9-X1,,",
                "",
                "ACME,HALL,PACK,,X01-X05,,",
                "ACME,HALL,RESIN,L-1,,2,2028-03-01");
        assertThat(statuses(answer)).containsExactly("2 recorded", "3 refused", "4 refused", "6 recorded", "7 refused");
        assertThat(answer.text("/rows/1/errors/0/pointer")).isEqualTo("B3");
        assertThat(answer.text("/rows/4/errors/0/pointer")).isEqualTo("G7");
        assertThat(entries()).isEqualTo(before + 2);
        assertThat(house.placesOf("RESIN", "lot=L-1")).containsExactly("HALL=1.500");
        assertThat(house.placesOf("PACK", "serial=X05")).containsExactly("HALL=1");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherFileIsRecorded() {
        String[] rows = {ACTS + ",document", "ACME,HALL,RESIN,AGAIN,,1,,PO-1", "ACME,HALL,CABLE,,,7,,PO-1"};
        assertThat(statuses(house.csv("", rows))).containsExactly("2 recorded", "3 recorded");
        long before = entries();
        for (String query : List.of("?dryRun=true", "")) {
            var again = house.csv(query, rows);
            assertThat(statuses(again)).containsExactly("2 repeated", "3 repeated");
            assertThat(again.json().at("/rows/0/warnings").isMissingNode()).isTrue();
        }
        assertThat(entries()).isEqualTo(before);
        rows[2] = "ACME,HALL,CABLE,,,8,,PO-1";
        var other = house.csv("", rows);
        assertThat(statuses(other)).containsExactly("2 recorded", "3 recorded");
        assertThat(other.text("/rows/0/warnings/0")).contains("PO-1 has entries already");
        assertThat(other.number("/counts/warned")).isEqualTo(2);
    }

    @Test
    void aPreviewChangesNothing() {
        long before = entries();
        var answer = house.csv(
                "?dryRun=true", ACTS, "ACME,HALL,RESIN,PREVIEW,,1,", "ACME,HALL,PACK,,,,", "ACME,HALL,RESIN,P,,,");
        assertThat(statuses(answer)).containsExactly("2 recorded", "3 refused", "4 refused");
        assertThat(answer.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(statuses(house.csv("?dryRun=true", "code,tracking", "GHOST,lot")))
                .containsExactly("2 created");
        assertThat(statuses(house.csv("?dryRun=true", "code,roles", "GHOST,carrier")))
                .containsExactly("2 created");
        assertThat(entries()).isEqualTo(before);
        assertThat(house.get("/api/v1/items/GHOST").status()).isEqualTo(404);
        assertThat(house.get("/api/v1/partners/GHOST").status()).isEqualTo(404);
        assertThat(house.get("/api/v1/units?item=RESIN&lot=PREVIEW")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void otherActsThanReceiptsCanBeStated() {
        var answer = house.csv(
                "",
                "type,from,to,item,lot,qty,document,referenceType,occurredAt,reason",
                "commission,,HALL,RESIN,O-1,10,,,2026-01-05,opening stock",
                "ship,HALL,ACME,RESIN,O-1,4,SO-9,order,2026-01-06 10:15,",
                "count,,HALL,RESIN,O-1,5,,,,",
                "produce,HALL,HALL,RESIN,O-1,5,,,,");
        assertThat(statuses(answer)).containsExactly("2 recorded", "3 recorded", "4 recorded", "5 refused");
        assertThat(answer.text("/rows/3/errors/0/pointer")).isEqualTo("A5");
        assertThat(house.placesOf("RESIN", "lot=O-1")).contains("HALL=5.000");
        var entry = house.get("/api/v1/entries/" + answer.text("/rows/1/id"));
        assertThat(entry.text("/document")).isEqualTo("SO-9");
        assertThat(entry.text("/occurredAt")).isEqualTo("2026-01-06T10:15Z");
        assertThat(entry.text("/act/extension/sheet/row")).isEqualTo("3");
    }

    @Test
    void aTimeWithoutAnOffsetCountsWhereTheGoodsAre() {
        house.csv("", "code,kind,timeZone", "TOKYO,site,Asia/Tokyo");
        var answer = house.csv("", ACTS + ",occurredAt", "ACME,TOKYO,RESIN,T-1,,1,,2026-01-06 10:15");
        assertThat(house.get("/api/v1/entries/" + answer.text("/rows/0/id")).text("/occurredAt"))
                .isEqualTo("2026-01-06T10:15+09:00");
    }

    @Test
    void delimiterAndEncodingAreRecognised() {
        String table = "code;name;roles\nU-%1$s;Käse, süß €;supplier\n";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            String mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
            byte[] bytes = (mark + table.formatted(charset)).getBytes(Charset.forName(charset));
            var answer = house.send("", "text/csv", bytes);
            assertThat(statuses(answer)).containsExactly("2 created");
            assertThat(answer.text("/sheet/encoding")).isEqualToIgnoringCase(charset);
            assertThat(answer.json().at("/sheet/remarks").size()).isEqualTo(charset.startsWith("w") ? 1 : 0);
            assertThat(house.get("/api/v1/partners/U-" + charset).text("/name")).isEqualTo("Käse, süß €");
        }
        byte[] marked = "\ufeffsep=|\r\ncode|roles\r\nU-SEP|\"a carrier\"\r\n".getBytes(StandardCharsets.UTF_8);
        var answer = house.send("", "application/octet-stream", marked);
        assertThat(statuses(answer)).as("row numbers as Excel shows them").containsExactly("2 refused");
        assertThat(answer.text("/sheet/delimiter")).isEqualTo("|");
    }

    @Test
    void aFieldInQuotesMayHoldLinesAndRowNumbersStayThoseOfTheSpreadsheet() {
        var answer = house.csv("", "code,name,roles", "Q-1,\"two", "lines; here\",", "Q-2,,nobody");
        assertThat(statuses(answer)).containsExactly("2 created", "3 refused");
    }

    @Test
    void unknownColumnsAreReportedAndCellsBehindTheLastHeadingRefused() {
        var answer = house.csv("", "code,colour,roles", "W-1,red,supplier", "W-2,red,supplier,customer");
        assertThat(answer.texts("/sheet/unknownColumns")).containsExactly("colour");
        assertThat(statuses(answer)).containsExactly("2 created", "3 refused");
        assertThat(answer.text("/rows/1/errors/0/pointer")).isEqualTo("D3");
    }

    @Test
    void whatIsNoTableIsRefusedAsAWhole() {
        assertThat(house.csv("", "code,foo", "1,2").text("/code")).isEqualTo("unknown-columns");
        assertThat(house.csv("", "code,C o d e,roles", "1,2").text("/code")).isEqualTo("column-twice");
        assertThat(house.csv("", "code,roles", "1,\"2").text("/code")).isEqualTo("unreadable");
        assertThat(house.csv("").text("/code")).isEqualTo("unknown-columns");
        assertThat(house.send("application/octet-stream", "hello").status()).isEqualTo(415);
        assertThat(house.send("", Workbooks.XLSX, "PK\3\4 no workbook".getBytes(StandardCharsets.UTF_8))
                        .text("/code"))
                .isEqualTo("unreadable");
        assertThat(house.send("?dryRun=true", ImportHouse.JSON, "{}".getBytes(StandardCharsets.UTF_8))
                        .text("/code"))
                .isEqualTo("bad-parameter");
        assertThat(house.csv("?dryRun=true&background=true", "code,roles", "1,").text("/code"))
                .isEqualTo("bad-parameter");
        assertThat(house.csv("?kind=goods", "code,roles", "1,").text("/code")).isEqualTo("bad-parameter");
    }

    @Test
    void whoMayNotImportIsRefused() {
        String user = "{\"name\":\"vera\",\"password\":\"a long password 123\",\"role\":\"quality\"}";
        assertThat(house.post("/api/v1/users", user).status()).isEqualTo(201);
        var session = house.post("/api/v1/sessions", "{\"name\":\"vera\",\"password\":\"a long password 123\"}");
        var vera = house.as(session.text("/token"));
        assertThat(vera.csv("?dryRun=true", "code,roles", "1,").status()).isEqualTo(403);
        assertThat(vera.get("/api/v1/imports").status()).isEqualTo(403);
        assertThat(vera.get("/api/v1/imports/1/rows").status()).isEqualTo(403);
        assertThat(vera.delete("/api/v1/imports/1").status()).isEqualTo(403);
    }
}
