/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.gozinto.exchange.ImportHouse.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of cell is taken for what it is, or refused with its address. */
class CellKindsTest {

    @TempDir
    static Path directory;

    private static ImportHouse house;

    @BeforeAll
    static void open() {
        house = new ImportHouse(directory);
        house.csv("", "code,kind", "HALL,site");
        house.csv("", "code,roles", "ACME,supplier");
        house.csv("", "code,tracking,decimals", "RESIN,lot,3", "4711,lot,3");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Answer send(java.util.function.Consumer<Worksheet> content) {
        Answer answer = house.send("", Workbooks.XLSX, Workbooks.with(content));
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qty|1,5",
                "qty|1.234,5",
                "qty|1,234.5",
                "qty|1 234",
                "qty|ten",
                "qty|1e3",
                "expiry|01.02.2027",
                "expiry|02/01/2027",
                "expiry|2027-02-30",
                "expiry|46000",
                "occurredAt|yesterday",
                "occurredAt|2026-13",
                "occurredAt|01.02.2027 10:15",
                "occurredAt|2027-01-01 25:00"
            })
    void aCellThatHasNotOneMeaningIsRefusedByItsAddress(String field, String text) {
        var answer = house.csv("", "from,to,item,lot," + field, "ACME,HALL,RESIN,BAD,\"" + text + "\"");
        assertThat(answer.text("/rows/0/status")).isEqualTo("refused");
        assertThat(answer.text("/rows/0/errors/0/pointer")).isEqualTo("E2");
        assertThat(answer.text("/rows/0/errors/0/detail")).contains(text);
    }

    @Test
    void wordsThatAreNoFlagsOrNumbersAreRefused() {
        var answer =
                house.csv("", "code,tracking,active,decimals,shelfLifeDays,units", "BAD-1,lot,maybe,1.5,-3,BOX 12");
        List<String> cells = new ArrayList<>();
        answer.json()
                .at("/rows/0/errors")
                .forEach(e -> cells.add(e.at("/pointer").asString()));
        assertThat(cells).containsExactly("C2", "D2", "E2", "F2");
    }

    @Test
    void realDatesAndNumbersOfAWorkbookAreTaken() {
        var answer = send(sheet -> {
            Workbooks.row(sheet, 0, "From", "To", "Item", "Lot", "Qty", "Expiry", "Occurred At");
            Workbooks.row(sheet, 1, "ACME", "HALL", "RESIN", "007");
            sheet.value(1, 4, 0.1);
            sheet.value(1, 5, LocalDate.of(2027, 3, 1));
            sheet.style(1, 5).format("dd.mm.yyyy").set();
            sheet.value(1, 6, LocalDateTime.of(2026, 3, 1, 10, 15, 7));
            sheet.style(1, 6).format("yyyy-mm-dd hh:mm:ss").set();
            Workbooks.row(sheet, 3, "ACME", "HALL", "RESIN", "008", "2.125", "2027-03-02", "2026-03");
        });
        assertThat(answer.number("/counts/recorded"))
                .as(answer.json().toPrettyString())
                .isEqualTo(2);
        assertThat(answer.number("/rows/1/row")).isEqualTo(4);
        var entry = house.get("/api/v1/entries/" + answer.text("/rows/0/id"));
        assertThat(entry.text("/act/lines/0/qty")).isEqualTo("0.1");
        assertThat(entry.text("/act/lines/0/lot")).isEqualTo("007");
        assertThat(entry.text("/act/lines/0/expiry")).isEqualTo("2027-03-01");
        assertThat(entry.text("/occurredAt")).isEqualTo("2026-03-01T10:15:07Z");
    }

    @Test
    void aCodeInANumberCellIsTakenWithAWarning() {
        var answer = send(sheet -> {
            Workbooks.row(sheet, 0, "code", "tracking", "gtin", "decimals");
            Workbooks.row(sheet, 1, "NUM-1", "none");
            sheet.value(1, 2, 9506000134352L);
            sheet.value(1, 3, 2);
        });
        assertThat(answer.text("/rows/0/status")).isEqualTo("created");
        assertThat(answer.text("/rows/0/warnings/0")).startsWith("C2 is a number");
        assertThat(house.get("/api/v1/items/NUM-1").text("/gtin")).isEqualTo("09506000134352");
        var lines = send(sheet -> {
            Workbooks.row(sheet, 0, "from", "to", "item", "lot", "qty");
            Workbooks.row(sheet, 1, "ACME", "HALL", "", "L", "1");
            sheet.value(1, 2, 4711);
        });
        assertThat(lines.text("/rows/0/status")).isEqualTo("recorded");
        assertThat(lines.number("/counts/warned")).isEqualTo(1);
    }

    @Test
    void aCodeThatASpreadsheetHasSpoiltIsRefused() {
        var answer = send(sheet -> {
            Workbooks.row(sheet, 0, "from", "to", "item", "lot", "qty", "serial");
            Workbooks.row(sheet, 1, "ACME", "HALL", "RESIN", "", "1");
            sheet.value(1, 3, LocalDate.of(2026, 1, 3));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            Workbooks.row(sheet, 2, "ACME", "HALL", "RESIN", "", "1");
            sheet.value(2, 3, new java.math.BigDecimal("106141412345678900"));
            Workbooks.row(sheet, 3, "ACME", "HALL", "RESIN", "", "1");
            sheet.formula(3, 3, "A1+B1");
        });
        for (int i = 0; i < 3; i++) {
            assertThat(answer.text("/rows/" + i + "/status")).isEqualTo("refused");
            assertThat(answer.text("/rows/" + i + "/errors/0/pointer")).isEqualTo("D" + (i + 2));
        }
        assertThat(answer.text("/rows/0/errors/0/detail")).contains("date");
        assertThat(answer.text("/rows/1/errors/0/detail")).contains("digits");
        assertThat(answer.text("/rows/2/errors/0/detail")).contains("formula");
    }

    @Test
    void aNumberIsNoDateAndTrueIsAFlag() {
        var answer = send(sheet -> {
            Workbooks.row(sheet, 0, "from", "to", "item", "lot", "qty", "expiry");
            Workbooks.row(sheet, 1, "ACME", "HALL", "RESIN", "D", "1");
            sheet.value(1, 5, 46_000);
        });
        assertThat(answer.text("/rows/0/errors/0/action")).contains("Format the cell as a date");
        var items = send(sheet -> {
            Workbooks.row(sheet, 0, "code", "tracking", "active");
            Workbooks.row(sheet, 1, "FLAG", "none");
            sheet.value(1, 2, Boolean.FALSE);
        });
        assertThat(items.text("/rows/0/status")).isEqualTo("created");
        assertThat(house.get("/api/v1/items/FLAG").json().at("/active").asBoolean())
                .isFalse();
    }

    @Test
    void onlyTheFirstSheetIsReadAndSaid() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Test", null)) {
            Workbooks.row(workbook.newWorksheet("Partners"), 0, "code", "roles");
            Workbooks.row(workbook.newWorksheet("Other"), 0, "code", "roles");
        }
        var answer = house.send("?dryRun=true", Workbooks.XLSX, bytes.toByteArray());
        assertThat(answer.number("/of")).isZero();
        assertThat(answer.text("/sheet/remarks/0"))
                .contains("first of 2 sheets")
                .contains("Partners");
    }
}
