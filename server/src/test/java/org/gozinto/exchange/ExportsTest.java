/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gozinto.paper.CsvTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as files, and back again. */
class ExportsTest {

    @TempDir
    static Path directory;

    private static ImportHouse house;

    @BeforeAll
    static void open() {
        house = new ImportHouse(directory);
        house.csv("", "code,kind,parent,timeZone", "A-01,bin,MAIN,", "MAIN,site,,Europe/Berlin");
        house.csv("", "code,roles,name", "ACME,supplier customer,\"=cmd|'/c calc'!A1\"", "'-x,,@home");
        house.csv(
                "",
                "code,tracking,decimals,units,gtin,shelfLifeDays,attributes.colour,attributes.note",
                "007,lot,3,BAG=25; PAL=1000,09506000134352,30,red,+49 1",
                "PACK,serial,,,,,,");
        var lines = new StringBuilder("from,to,item,lot,serials,qty,document\n");
        for (int i = 0; i < 1_200; i++) {
            lines.append("ACME,A-01,007,L")
                    .append(i)
                    .append(",,0.5,PO-")
                    .append(i % 2)
                    .append('\n');
        }
        lines.append("ACME,A-01,PACK,,S1-S3,,PO-9\n");
        assertThat(house.csv("", lines.toString()).number("/counts/recorded")).isEqualTo(1_201);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static List<String> lines(String path) {
        String text = new String(house.file(path), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        return text.substring(1).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"items.csv", "items.xlsx", "places.csv", "places.xlsx", "partners.csv", "partners.xlsx"})
    void whatWasExportedComesBackUnchanged(String list) {
        byte[] file = house.file("/api/v1/" + list);
        var answer = house.send("", "application/octet-stream", file);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        assertThat(answer.number("/counts/unchanged"))
                .as(answer.json().toPrettyString())
                .isEqualTo(2)
                .isEqualTo(answer.number("/of"));
        assertThat(answer.json().at("/sheet/unknownColumns").size()).isZero();
    }

    @Test
    void whatASpreadsheetWouldRunGetsAnApostrophe() {
        var partners = lines("/api/v1/partners.csv");
        assertThat(partners.get(1)).isEqualTo("'-x,'@home,,,true,,,,,,");
        assertThat(partners.get(2)).isEqualTo("ACME,'=cmd|'/c calc'!A1,\"supplier, customer\",,true,,,,,,");
        assertThat(house.get("/api/v1/partners/ACME").text("/name")).isEqualTo("=cmd|'/c calc'!A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+a", "-a", "@a", "\tx", "\rx", "\nx", "'=1", "''+x", "-1-2"})
    void theApostropheComesOffAgain(String text) {
        assertThat(CsvTable.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-1", "-1.25", "'a", "1=2"})
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(CsvTable.guarded(text)).isEqualTo(text);
    }

    @Test
    void unitsAreListedWithTheirPlacesAndFilters() {
        assertThat(lines("/api/v1/units.csv")).hasSize(1 + 1_200 + 3);
        assertThat(lines("/api/v1/units.csv?item=PACK&delimiter=semicolon"))
                .hasSize(4)
                .element(1)
                .asString()
                .contains(";serial;PACK;")
                .contains(";S1;")
                .contains(";A-01;bin;");
        assertThat(lines("/api/v1/units.csv?item=007&lot=L7")).hasSize(2);
        assertThat(lines("/api/v1/units.csv?place=MAIN")).hasSize(1);
        assertThat(lines("/api/v1/units.csv?place=A-01")).hasSize(1 + 1_203);
        assertThat(house.get("/api/v1/units.csv?item=NONE").status()).isEqualTo(404);
        assertThat(house.get("/api/v1/units.csv?delimiter=dot").text("/code")).isEqualTo("bad-parameter");
    }

    @Test
    void entriesHaveARowForEachMovement() {
        assertThat(lines("/api/v1/entries.csv")).hasSize(1 + 1_200 + 3);
        assertThat(lines("/api/v1/entries.csv?document=PO-1")).hasSize(1 + 600);
        assertThat(lines("/api/v1/entries.csv?after=1200")).hasSize(1 + 3);
    }

    @Test
    void aWorkbookKeepsCodesAsText() throws IOException {
        byte[] file = house.file("/api/v1/units.xlsx?item=007");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1_201);
            assertThat(rows.getFirst().getCellText(2)).isEqualTo("item");
            assertThat(rows.get(1).getCell(2).getType()).isEqualTo(org.dhatim.fastexcel.reader.CellType.STRING);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("007");
            assertThat(rows.get(1).getCellText(18)).isEqualTo("0.500");
        }
    }

    @Test
    void templatesAreRecognised() {
        for (String name : List.of("items", "places", "partners", "receive")) {
            byte[] file = house.file("/api/v1/imports/templates/" + name + ".csv");
            var answer = house.send("?dryRun=true", "text/csv", file);
            assertThat(answer.text("/kind")).isEqualTo(name.equals("receive") ? "acts" : name);
            assertThat(answer.json().at("/sheet/unknownColumns").size()).isZero();
        }
        assertThat(house.get("/api/v1/imports/templates/goods.csv").text("/code"))
                .isEqualTo("unknown-template");
    }
}
