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
import java.util.List;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class TraceScreensTest {

    private static final String PACKS = "PK";

    /** 100 cells come, 40 of them go into eight packs, and three of these to a customer. */
    private static Hall cellsInPacks() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',
                 "lines":[{"item":'C',"lot":'X9',"qty":"100","expiry":"2031-01-01","supplierLot":'KE'}]}""");
        hall.record("""
                {"type":"produce","run":'MO',"consume":[{"item":'C',"lot":'X9',"qty":"40","from":'DOCK'}],
                 "produce":[{"item":'B',"serials":"%s","to":'BIN'}],"close":true}""".formatted(packs(hall, "0001+8")));
        ship(hall, "0001+3");
        return hall;
    }

    private static String packs(Hall hall, String numbers) {
        return hall.code(PACKS) + "-" + numbers;
    }

    private static void ship(Hall hall, String numbers) {
        hall.record("""
                {"type":"ship","from":'BIN',"to":'SHOP',"lines":[{"item":'B',"serials":"%s"}]}""".formatted(packs(hall, numbers)));
    }

    private static String forward(Hall hall) {
        return "/trace?direction=forward&item=" + hall.code("C") + "&lot=" + hall.code("X9");
    }

    private static Locator figure(Screen screen, String label) {
        return screen.page()
                .locator(".figure")
                .filter(new Locator.FilterOptions().setHas(screen.page().getByText(label)));
    }

    private static Screen tab(Screen screen, String name) {
        screen.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .click();
        return screen;
    }

    @Test
    void tellsWhereAScannedLotWentAndWhy() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go("/trace").shows("Scan what the trace begins at").scan(hall.code("X9"));
            screen.that(screen.page().getByText("Complete", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            screen.that(figure(screen, "Affected")).containsText("9");
            screen.that(figure(screen, "Still in stock")).containsText("60 EA");
            screen.that(figure(screen, "With customers")).containsText("3 EA");
            screen.shows("Corner Shop").isAccessible().picture("trace-desk");
            tab(screen, "Units").press("Why? " + packs(hall, "0001"));
            screen.shows("Went into the run")
                    .shows(hall.code("MO"))
                    .shows("Made")
                    .isAccessible();
            assertThat(screen.page().url()).contains("show=units").contains("why=");
        }
    }

    @Test
    void tellsWhatIsInASerialOnAPhoneWithTheTableFirst() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/trace?direction=backward").scan(packs(hall, "0002")).shows("Taking part");
            screen.shows("Acme Cells").shows("Comes from").isAccessible().picture("trace-phone");
            assertThat(screen.page().locator(".trace-drawing").count()).isZero();
            screen.page()
                    .getByText("Drawing", new Page.GetByTextOptions().setExact(true))
                    .click();
            screen.that(screen.page().locator(".trace-drawing > svg")).isVisible();
            assertThat(screen.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void aCopiedLinkHasTheSameAnswerWhateverIsRecordedLater() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            screen.go(forward(hall)).shows("Corner Shop").press("Copy link").shows("Copied");
            String link = (String) screen.page().evaluate("navigator.clipboard.readText()");
            assertThat(link).contains("knownAt=");
            String proof = screen.page().locator(".trace-proof").innerText();
            ship(hall, "0004+5");

            screen.go(link.substring(hall.root().length()));
            screen.that(figure(screen, "With customers")).containsText("3 EA");
            screen.that(screen.page().locator(".trace-proof")).hasText(proof);
            screen.press("Ask with what is known now");
            screen.that(figure(screen, "With customers")).containsText("8 EA");
        }
    }

    @Test
    void settingsStandInTheAddressAndAmountsAddUp() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("viewer", Device.TABLET)) {
            screen.go(forward(hall)).shows("Corner Shop");
            screen.page().locator("summary").click();
            screen.page().getByLabel("Amounts").check();
            screen.page().getByLabel("Where it ends").selectOption("shipment");
            screen.isAccessible()
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trace"))
                    .click();
            screen.shows("Mass balance")
                    .shows("100 EA entered")
                    .shows("2 settings")
                    .isAccessible();
            assertThat(screen.page().url()).contains("amounts=true").contains("stop=shipment");
        }
    }

    @Test
    void aFoldOpensByKeyboardAndClosesAgain() {
        Hall hall = cellsInPacks();
        try (Screen screen = hall.screen("viewer", Device.DESK, ColorScheme.DARK)) {
            screen.go(forward(hall)).shows("Corner Shop");
            Locator fold = screen.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^5 serials")));
            fold.focus();
            screen.page().keyboard().press("Enter");
            screen.press("Fold with " + packs(hall, "0004"));
            screen.that(fold).isVisible();
            screen.isAccessible().picture("trace-dark");
        }
    }

    @Test
    void saysPlainlyWhatItCouldNotFollow() {
        Hall hall = cellsInPacks();
        hall.record("""
                {"type":"ship","from":'DOCK',"to":'SHOP',"shortfall":"unknown",
                 "lines":[{"item":'C',"lot":'X9',"qty":"70"}]}""");
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go("/trace?direction=backward&item=" + hall.code("C") + "&lot=" + hall.code("X9"));
            screen.shows("Not complete").shows("What could not be followed").isAccessible();
        }
    }

    @Test
    void anAmbiguousNumberIsAskedAboutAndAnUnknownOneRefused() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"lines":[
                 {"item":'C',"lot":'SAME',"qty":"5","expiry":"2031-01-01"},
                 {"item":'L',"lot":'SAME',"serials":"1-2"}]}""");
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/trace").scan("nothing-has-this").shows("is no lot, serial or container");
            screen.scan(hall.code("SAME")).shows("is more than one thing").isAccessible();
            screen.press("Lot · Brake lever");
            screen.that(screen.page().locator("h1")).containsText("Brake lever");
            screen.go("/trace?direction=forward&item=" + hall.code("C") + "&lot=" + hall.code("SAME")
                            + "&hosts=sometimes")
                    .shows("hosts");
        }
    }
}
