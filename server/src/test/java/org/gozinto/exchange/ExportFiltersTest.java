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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file has what the list with the same parameters has, in its order. */
class ExportFiltersTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    static Path directory;

    private static ImportHouse house;

    @BeforeAll
    static void open() {
        house = new ImportHouse(directory);
        house.csv("", "code,kind,parent", "MAIN,site,", "A-01,bin,MAIN", "B-01,bin,MAIN", "BULK,site,");
        house.csv("", "code,roles", "ACME,supplier", "CUST,customer");
        house.csv("", "code,tracking,decimals", "RESIN,lot,3", "GLUE,lot,3", "PACK,serial,0", "BOX,serial,0");
        var rows = house.csv(
                "",
                "type,from,to,item,lot,serials,qty,expiry,document,shortfall",
                "receive,ACME,A-01,RESIN,R-1,,10," + TODAY.minusDays(3) + ",PO-1,",
                "receive,ACME,A-01,RESIN,R-2,,10," + TODAY.plusDays(3) + ",PO-1,",
                "receive,ACME,B-01,RESIN,R-3,,10," + TODAY.plusDays(90) + ",PO-2,",
                "receive,ACME,A-01,PACK,,P1-P9,,,PO-2,",
                "commission,,A-01,BOX,,X1-X2,,,,",
                "move,B-01,A-01,RESIN,R-7,,3,,,unknown",
                "ship,A-01,CUST,PACK,,P2,,,SO-1,",
                "receive,ACME,B-01,PACK,,P2,,,PO-3,",
                "scrap,A-01,,RESIN,R-1,,1,,,",
                "move,A-01,B-01,PACK,,P3,,,,");
        assertThat(rows.number("/counts/recorded"))
                .as(rows.json().toPrettyString())
                .isEqualTo(10);
        house.act("\"type\":\"hold\",\"units\":[{\"item\":\"RESIN\",\"lot\":\"R-3\"}],\"blocks\":[\"ship\"],"
                + "\"reason\":\"odd smell\"");
        house.act("\"type\":\"pack\",\"container\":\"CARTON\",\"from\":\"A-01\","
                + "\"lines\":[{\"item\":\"PACK\",\"serial\":\"P4\"}]");
        house.act("\"type\":\"install\",\"host\":{\"item\":\"BOX\",\"serial\":\"X1\"},\"from\":\"A-01\","
                + "\"lines\":[{\"item\":\"PACK\",\"serial\":\"P5\"}]");
        house.act("\"type\":\"produce\",\"run\":\"MO\","
                + "\"consume\":[{\"item\":\"RESIN\",\"lot\":\"R-2\",\"qty\":\"2\",\"from\":\"A-01\"}],"
                + "\"produce\":[{\"item\":\"GLUE\",\"lot\":\"G-1\",\"qty\":\"2\",\"to\":\"A-01\"}]");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** A member of all rows of a list, page by page. */
    private static List<String> listed(String path, String filter, String member, int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            var page = house.get(path + "?limit=" + limit + "&" + filter + cursor);
            assertThat(page.status()).as(page.json().toPrettyString()).isEqualTo(200);
            page.json().at("/items").forEach(i -> all.add(i.at(member).asString()));
            cursor = page.json().hasNonNull("nextCursor")
                    ? "&cursor=" + ImportHouse.encoded(page.text("/nextCursor"))
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** The first cell of all rows of a file; a unit in two places, or an entry of two movements, counts once. */
    private static List<String> exported(ImportHouse of, String path, String filter) {
        return new String(of.file(path + ".csv?" + filter), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "item=PACK",
                "lot=R-2",
                "item=PACK&serial=P2",
                "container=CARTON",
                "place=A-01",
                "place=CARTON",
                "item=PACK&place=B-01",
                "kind=lot",
                "kind=serial",
                "kind=container",
                "kind=lot&item=GLUE",
                "number=p",
                "number=R-&place=A-01",
                "state=inStock",
                "state=expiring",
                "state=expiring&days=120",
                "state=expired",
                "state=held",
                "state=twin",
                "state=unknown",
                "state=installed",
                "state=shipped",
                "state=consumed",
                "state=scrapped",
                "below=MAIN",
                "below=A-01",
                "item=PACK&state=inStock&below=B-01"
            })
    void unitsAreThoseOfTheList(String filter) {
        List<String> listed = listed("/api/v1/units", filter, "/id", 2);
        assertThat(listed).isNotEmpty();
        assertThat(exported(house, "/api/v1/units", filter)).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type=ship",
                "type=receive&after=2",
                "place=A-01",
                "place=CUST",
                "place=CARTON",
                "type=receive&place=B-01",
                "document=PO-2",
                "document=PO-2&type=receive&place=B-01",
                "after=9"
            })
    void entriesAreThoseOfTheList(String filter) {
        List<String> listed = listed("/api/v1/entries", filter, "/seq", 2);
        assertThat(listed).isNotEmpty();
        assertThat(exported(house, "/api/v1/entries", filter)).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "units?state=lost",
                "units?kind=host",
                "units?kind=lot&serial=P1",
                "units?days=9",
                "units?state=expiring&days=-1",
                "units?state=expiring&days=soon",
                "units?number=",
                "units?item=NONE",
                "units?place=NOWHERE",
                "units?below=NOWHERE",
                "entries?type=eat",
                "entries?place=NOWHERE",
                "entries?after=noon"
            })
    void whatTheListRefusesTheFileRefuses(String asked) {
        var list = house.get("/api/v1/" + asked);
        assertThat(list.status()).isBetween(400, 404);
        for (String format : List.of(".csv?", ".xlsx?")) {
            var file = house.get("/api/v1/" + asked.replace("?", format));
            assertThat(file.status()).isEqualTo(list.status());
            assertThat(file.text("/code")).isEqualTo(list.text("/code"));
            assertThat(file.json().at("/errors/0/pointer"))
                    .isEqualTo(list.json().at("/errors/0/pointer"));
        }
    }

    @Test
    void aWorkbookIsNarrowedToo() throws IOException {
        byte[] file = house.file("/api/v1/units.xlsx?state=held");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read())
                    .extracting(r -> r.getCellText(4))
                    .containsExactly("lot", "R-3");
        }
    }

    /** The list looks at so many units for a page; what is wanted stands behind more than these. */
    @Test
    void aPageThatIsEmptyIsNotTheEnd(@TempDir Path another) {
        try (var bulk = new ImportHouse(another)) {
            bulk.csv("", "code,kind", "BULK,site");
            bulk.csv("", "code,roles", "ACME,supplier");
            bulk.csv("", "code,tracking", "PACK,serial", "GLUE,lot");
            bulk.csv("", "from,to,item,serials", "ACME,BULK,PACK,Q00001-Q25000");
            bulk.csv("", "from,to,item,lot,qty", "ACME,BULK,GLUE,LATE,1");
            var first = bulk.get("/api/v1/units?place=BULK&kind=lot");
            assertThat(first.json().at("/items").size()).isZero();
            assertThat(first.text("/nextCursor")).isNotEmpty();
            assertThat(exported(bulk, "/api/v1/units", "place=BULK&kind=lot")).hasSize(1);
        }
    }
}
