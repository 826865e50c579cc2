/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class ImportScreensTest {

    /** Enough for several portions of rows, and for more than a window of them. */
    private static final int ROWS = 1_200;

    @Test
    void previewsAListThenImportsItWhileOneLeavesAndComesBack() {
        Hall hall = Hall.open();
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> "%s,Part %d,%s".formatted(hall.code("P" + n), n, n % 400 == 0 ? "perhaps" : "lot"))
                .collect(Collectors.joining("\n"));
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/imports").isAccessible();
            choose(screen, "parts.csv", "code,name,tracking\n" + rows);
            screen.shows("Import 1,197 rows").shows("3 rows will be refused").isAccessible();
            assertThat(hall.get("/api/v1/items/" + hall.code("P1")).status()).isEqualTo(404);
            screen.press("Will be refused").shows("C401").isAccessible().picture("import-preview");

            screen.press("Import 1,197 rows").shows("of 1,200 rows");
            String job = screen.page().url();
            screen.go("/").go("/imports");
            screen.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("parts.csv"))
                    .first()
                    .click();
            screen.page().waitForURL(job::equals);
            screen.shows("1,200 of 1,200 rows").shows("Done").shows("C401").isAccessible();
            screen.picture("import-done");
        }
        assertThat(hall.get("/api/v1/items/" + hall.code("P1199")).text("/name"))
                .isEqualTo("Part 1199");
        assertThat(hall.get("/api/v1/items/" + hall.code("P400")).status()).isEqualTo(404);
    }

    @Test
    void receivesGoodsFromAListAndLeadsToTheEntries() {
        Hall hall = Hall.open();
        String rows = "from,to,item,serials\n%s,%s,%s,IM-0001-IM-0005\n%s,%s,%s,IM-0006\n"
                .formatted(
                        hall.code("ACME"),
                        hall.code("DOCK"),
                        hall.code("B"),
                        hall.code("ACME"),
                        hall.code("NOWHERE"),
                        hall.code("B"));
        try (Screen screen = hall.screen("administrator", Device.PHONE)) {
            screen.go("/imports");
            choose(screen, "receive.csv", rows);
            screen.shows("Import 1 row");
            screen.isAccessible()
                    .press("Import 1 row")
                    .shows("Done")
                    .shows("Refused")
                    .isAccessible();
            screen.picture("import-phone");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(5);
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("administrator", Device.TABLET)) {
            screen.go("/imports");
            choose(screen, "notes.csv", "to whom it may concern\nthe lorry is late\n");
            screen.shows("The columns are unknown").isAccessible();
            screen.press("Another file").shows("Drop a file here");
        }
    }

    @Test
    void importsADocumentOfEvents() {
        Hall hall = Hall.open();
        String document = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-11-01T10:00:00Z",
                 "epcisBody":{"eventList":[{"type":"ObjectEvent","action":"ADD","bizStep":"commissioning",
                   "eventTime":"2026-11-01T10:00:00Z","eventTimeZoneOffset":"+00:00",
                   "epcList":["urn:epc:id:sgtin:9506000.077001.%s"],
                   "bizLocation":{"id":"urn:epc:id:sgln:9506000.00001.0"}}]}}
                """.formatted(hall.code("E").replace("-", ""));
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/imports");
            choose(screen, "events.jsonld", document);
            screen.shows("There is no preview of it").press("Import the document");
            screen.shows("ObjectEvent").isAccessible();
            screen.that(screen.page().getByText("Recorded", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
        }
    }

    private static void choose(Screen screen, String name, String content) {
        screen.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        name,
                        name.endsWith(".csv") ? "text/csv" : "application/ld+json",
                        content.getBytes(StandardCharsets.UTF_8)));
    }
}
