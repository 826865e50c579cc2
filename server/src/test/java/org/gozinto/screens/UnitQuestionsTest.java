/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

/** What the page of a unit works out at the reader's word: its mass balance and its siblings. */
class UnitQuestionsTest {

    private static Answer receive(Hall hall, String day) {
        return hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"%s",
                 "lines":[{"item":'C',"lot":'X9',"qty":"100","expiry":"2031-01-01"}]}""".formatted(day));
    }

    private static String pack(Hall hall, String number) {
        return hall.code("PK") + "-" + number;
    }

    private static String page(Hall hall, String item, String number) {
        return "/units/"
                + hall.get("/api/v1/units?item=" + hall.code(item) + "&" + number)
                        .text("/items/0/id");
    }

    private static Locator card(Screen screen, String title) {
        return screen.page()
                .locator("section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))));
    }

    @Test
    void theBalanceNamesTheEntryAfterWhichSomethingIsMissing() {
        Hall hall = Hall.open();
        receive(hall, "2026-01-02T10:00:00Z");
        Answer tooMuch = hall.record("""
                {"type":"ship","from":'DOCK',"to":'SHOP',"occurredAt":"2026-02-03T10:00:00Z","shortfall":"unknown",
                 "lines":[{"item":'C',"lot":'X9',"qty":"104"}]}""");
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            String path = page(hall, "C", "lot=" + hall.code("X9"));
            screen.go(path).press("Add it up").shows("4 EA came from nowhere");
            Locator card = card(screen, "Mass balance");
            screen.that(card).containsText("100 EA");
            screen.that(card).containsText("Entry " + tooMuch.seq());
            screen.that(card).containsText("Corner Shop");
            screen.isAccessible().picture("balance-phone");
            assertThat(screen.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            screen.page().getByLabel("As of the end of a day (UTC)").fill("2026-01-31");
            screen.shows("It adds up");
            assertThat(screen.page().url()).endsWith(path + "?balance=2026-01-31");
            screen.that(card).not().containsText("Corner Shop");
        }
    }

    @Test
    void siblingsAreLookedForByWhatTheyShare() {
        Hall hall = Hall.open();
        receive(hall, "2026-01-02T10:00:00Z");
        hall.record("""
                {"type":"produce","run":'MO',"occurredAt":"2026-01-03T10:00:00Z",
                 "consume":[{"item":'C',"lot":'X9',"qty":"20","from":'DOCK'}],
                 "produce":[{"item":'B',"serials":"%s","to":'BIN'}],"close":true}""".formatted(pack(hall, "0001+2")));
        hall.record("""
                {"type":"commission","to":'BIN',"occurredAt":"2026-01-04T10:00:00Z",
                 "lines":[{"item":'S',"serial":'S1'}]}""");
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go(page(hall, "B", "serial=" + pack(hall, "0001")));
            Locator card = card(screen, "Siblings at risk");
            screen.that(card).not().containsText("As known at entry");
            screen.press("Look for them").shows("What it shares, and since when");
            screen.that(card).containsText("From one lot: 1");
            screen.that(card).containsText("Both out of run " + hall.code("MO"));
            screen.that(card).not().containsText(hall.code("S1"));

            screen.press("At one place").press("Look for them");
            screen.that(card).containsText(hall.code("S1"));
            assertThat(screen.page().url()).contains("siblings=input%2Cvessel%2Crun%2Cplace");
            screen.isAccessible().picture("siblings-desk");
            card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(pack(hall, "0002")))
                    .first()
                    .click();
            screen.that(screen.page().locator("h1")).hasText(pack(hall, "0002"));
        }
    }
}
