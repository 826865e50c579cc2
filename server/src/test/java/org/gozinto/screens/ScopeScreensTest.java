/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

/** Answers that are checked, frozen, asked again and compared. */
class ScopeScreensTest {

    /** 100 cells come, and 40 of them go into four packs. */
    private static Hall cellsInPacks() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"2026-01-01T10:00:00Z",
                 "lines":[{"item":'C',"lot":'X9',"qty":"100","expiry":"2031-01-01"}]}""");
        packs(hall, "MO", "0001+4");
        return hall;
    }

    private static Answer packs(Hall hall, String run, String serials) {
        return hall.record("""
                {"type":"produce","run":'%s',"occurredAt":"2026-01-02T10:00:00Z",
                 "consume":[{"item":'C',"lot":'X9',"qty":"40","from":'DOCK'}],
                 "produce":[{"item":'B',"serials":"%s","to":'BIN'}],"close":true}""".formatted(run, pack(hall, serials)));
    }

    private static String pack(Hall hall, String number) {
        return hall.code("PK") + "-" + number;
    }

    private static String forward(Hall hall) {
        return "/trace?direction=forward&item=" + hall.code("C") + "&lot=" + hall.code("X9");
    }

    private static Screen tab(Screen screen, String name) {
        screen.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
        return screen;
    }

    private static Locator link(Screen screen, String name) {
        return screen.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    @Test
    void aFrozenAnswerIsAskedAgainAndComparedEntryByEntry() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go(forward(hall)).shows("Hash of the answer").press("Check").shows("The reference read all entries");
            screen.isAccessible();
            String proof = screen.page().locator(".trace-proof").innerText();

            screen.press("Freeze as a scope").fill("What it is called", "Cells of " + hall.code("X9"));
            screen.isAccessible().button("Freeze").click();
            screen.that(screen.page().locator("h1")).hasText("Cells of " + hall.code("X9"));
            screen.shows("Version 1").shows("5 units").isAccessible();
            assertThat(screen.page().locator(".trace-proof").innerText()).isEqualTo(proof);
            tab(screen, "What changed").shows("There is one version so far");

            screen.press("Ask again").shows("The answer is the same");
            Answer late = packs(hall, "MO2", "0005+2");
            screen.press("Ask again").shows("The answer is another one");
            screen.that(screen.page()).hasURL(Pattern.compile("version=2&tab=changes&from=1&to=2$"));
            screen.shows("2 added").shows("1 changed").shows("recorded late").shows("40 EA used in");
            screen.that(screen.page().locator(".scope-change").filter(new Locator.FilterOptions().setHasText("Added")))
                    .hasCount(2);
            screen.isAccessible().picture("scope-desk");
            screen.press("Verify").shows("All 2 versions are what the reference answers");

            link(screen, "Entry " + late.seq()).click();
            screen.that(screen.page()).hasURL(Pattern.compile("/entries/" + late.seq() + "$"));
        }
    }

    @Test
    void whoMayOnlyReadSeesScopesAndWhatTheyNameOnAPhone() {
        Hall hall = cellsInPacks();
        String id = UUID.randomUUID().toString();
        String name = "Scope" + hall.code("");
        Answer frozen = hall.api().post("/api/v1/scopes", """
                {"id":"%s","name":"%s","question":{"direction":"forward","item":"%s","lot":"%s"}}""".formatted(id, name, hall.code("C"), hall.code("X9")));
        assertThat(frozen.status()).as(frozen::body).isEqualTo(201);
        try (Screen screen = hall.screen("viewer", Device.PHONE, ColorScheme.DARK)) {
            screen.go("/scopes").shows(name).isAccessible();
            link(screen, name).click();
            screen.shows("Versions").shows("Hash of the answer");
            assertThat(screen.button("Ask again").count()).isZero();
            assertThat(screen.button("Verify").count()).isZero();
            tab(screen, "Units of 1").shows(pack(hall, "0004")).isAccessible().picture("scope-phone-dark");
            assertThat(screen.page().url()).contains("tab=units");
            assertThat(screen.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            screen.press("Why? " + pack(hall, "0004")).shows("Went into the run");
            screen.go(forward(hall)).shows("Hash of the answer");
            assertThat(screen.button("Freeze as a scope").count()).isZero();
            assertThat(screen.button("Check").count()).isZero();
            screen.go("/scopes/" + UUID.randomUUID()).shows("No such scope");
        }
    }
}
