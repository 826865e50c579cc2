/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.gozinto.identify.CheckDigit;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

/** Looking things up: whatever is scanned leads to its page, and the page says what it is and what happened to it. */
class LookupScreensTest {

    private static final String RECEIVED = """
            {"type":"receive","from":'ACME',"to":'DOCK',"reference":{"type":"order","number":'PO'},
            "lines":[{"item":'C',"lot":'LOT',"qty":"500","supplierLot":"X9-4471","expiry":"2031-06-30"}]}
            """;

    private static Hall withLot() {
        Hall hall = Hall.open();
        hall.record(RECEIVED);
        hall.record("""
                {"type":"move","from":'DOCK',"to":'BIN',"lines":[{"item":'C',"lot":'LOT',"qty":"120"}]}
                """);
        return hall;
    }

    @Test
    void scanOfOneThingLeadsToItsPageAtOnce() {
        Hall hall = withLot();
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/lookup").scan(hall.code("LOT")).shows("In date to").shows("What happened");
            assertThat(screen.page().url()).contains("/units/");
            screen.shows(Pattern.compile("Received"))
                    .shows("Acme Cells")
                    .shows(hall.code("PO"))
                    .isAccessible()
                    .picture("unit-phone");
            screen.go("/lookup").shows("Looked up on this device").shows(hall.code("LOT"));
        }
    }

    @Test
    void numberThatSeveralThingsHaveIsChosenFrom() {
        Hall hall = Hall.open();
        for (String item : new String[] {"B", "S"}) {
            hall.record(
                    "{\"type\":\"commission\",\"to\":'DOCK',\"lines\":[{\"item\":'" + item + "',\"serial\":'SAME'}]}");
        }
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/lookup")
                    .scan(hall.code("SAME"))
                    .shows("2 things have this number")
                    .isAccessible();
            screen.page()
                    .getByText("Scooter · ")
                    .or(screen.page().getByText("Serial · Scooter"))
                    .first()
                    .click();
            screen.shows("May I use it?");
            assertThat(screen.page().url()).contains("/units/");
        }
    }

    @Test
    void unknownCodeSaysWhatItReadsAndWhatToDo() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/lookup");
            Locator box = screen.page().getByLabel("Number or code");
            box.fill("010950600013435217280630104711ABC");
            box.press("Enter");
            screen.shows("Nothing known has this number")
                    .shows("4711ABC")
                    .shows("30 Jun 2028")
                    .shows("Receive it")
                    .isAccessible()
                    .picture("lookup-unknown-desk");
            screen.page().getByText("Find numbers that begin so").click();
            screen.shows("No lot, serial or container fits");
            assertThat(screen.page().url()).contains("number=4711ABC");
        }
    }

    @Test
    void codeThatContradictsTheBooksIsShownAndNotTaken() {
        Hall hall = Hall.open();
        String digits = "195061%07d".formatted(Math.floorMod(hall.code("").hashCode(), 10_000_000));
        String gtin = digits + CheckDigit.of(digits);
        String item = "/api/v1/items/" + hall.code("L");
        String body = hall.get(item).body().replaceFirst("\\{", "{\"gtin\":\"" + gtin + "\",");
        assertThat(hall.api().put(item, body).status()).isEqualTo(200);
        hall.record("""
                {"type":"commission","to":'DOCK',"lines":[{"item":'L',"lot":'LOT',"serial":'ONE'}]}
                """);
        try (Screen screen = hall.screen("operator", Device.PHONE, ColorScheme.DARK)) {
            screen.go("/lookup?code=(01)" + gtin + "(10)WRONG(21)" + hall.code("ONE"))
                    .shows("It contradicts what is recorded")
                    .shows("Another lot is recorded")
                    .isAccessible()
                    .picture("lookup-contradiction-phone");
            screen.that(screen.page().locator(".lookup-place mark")).hasText("W");
        }
    }

    @Test
    void saysAtWhichCharacterACodeIsWrong() {
        try (Screen screen = Hall.open().screen("viewer", Device.DESK)) {
            screen.go("/lookup?code=%2BA123BJC5D6E71H")
                    .shows("Wrong check character")
                    .isAccessible();
            screen.that(screen.page().locator(".lookup-place mark")).hasText("H");
        }
    }

    @Test
    void filtersOfTheListStandInTheAddress() {
        Hall hall = withLot();
        hall.record("""
                {"type":"hold","blocks":["ship"],"reason":"voltage drift","units":[{"item":'C',"lot":'LOT'}]}
                """);
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go("/lookup?state=held&item=" + hall.code("C")).shows(hall.code("LOT"));
            Locator rows = screen.page().locator("tbody tr");
            screen.that(rows).hasCount(1);
            screen.isAccessible().picture("lookup-desk");
            screen.fill("Number begins with", "no-such");
            screen.shows("No lot, serial or container fits");
            assertThat(screen.page().url()).contains("number=no-such").contains("state=held");
        }
    }

    @Test
    void thousandsOfSerialsScrollInFewRows() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"commission","to":'DOCK',"lines":[{"item":'B',"serials":"LONG-0001+3000"}]}
                """);
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go("/lookup?kind=serial&item=" + hall.code("B")).shows("LONG-0001");
            Locator box = screen.page().locator(".unit-scroll");
            Locator last = screen.page().getByText("LONG-3000", new Page.GetByTextOptions().setExact(true));
            for (int i = 0; i < 100 && !last.isVisible(); i++) {
                box.evaluate("box => box.scrollTop = box.scrollHeight");
                screen.page().waitForTimeout(100);
            }
            screen.that(last).isVisible();
            assertThat(screen.page().locator("tbody tr").count()).isLessThan(100);
        }
    }

    @Test
    void heldLotSaysSinceWhenAndWhy() {
        Hall hall = withLot();
        hall.record("""
                {"type":"hold","blocks":["ship","consume"],"reason":"voltage drift","units":[{"item":'C',"lot":'LOT'}]}
                """);
        try (Screen screen = hall.screen("quality", Device.DESK)) {
            screen.go("/lookup?code=" + hall.code("LOT")).shows("Held for: ship, build in");
            screen.shows(Pattern.compile("held since"))
                    .shows("voltage drift")
                    .shows("X9-4471")
                    .shows("Release");
            screen.isAccessible().picture("unit-held-desk");
            screen.that(screen.page().getByText("Trace").last()).isVisible();
        }
        try (Screen screen = hall.screen("viewer", Device.DESK, ColorScheme.DARK)) {
            screen.go("/lookup?code=" + hall.code("LOT"))
                    .shows("Held for: ship, build in")
                    .isAccessible();
            assertThat(screen.page()
                            .getByText("Release", new Page.GetByTextOptions().setExact(true))
                            .count())
                    .as("a viewer cannot release")
                    .isZero();
        }
    }

    @Test
    void qualityVoidsAnEntryAndSeesBeforeWhatGoesBack() {
        Hall hall = withLot();
        try (Screen screen = hall.screen("quality", Device.DESK)) {
            screen.go("/lookup?code=" + hall.code("LOT"));
            screen.page().getByText(Pattern.compile("^Entry ")).first().click();
            screen.shows("In the chain").isAccessible().picture("entry-desk");
            screen.press("Void…")
                    .shows("What will happen")
                    .shows("recorded backwards")
                    .isAccessible();
            screen.page().getByLabel("Reason").fill("moved the wrong lot");
            screen.picture("void-desk").press("Void entry");
            screen.shows(Pattern.compile("Voids entry")).shows("moved the wrong lot");
            screen.go("/lookup?code=" + hall.code("LOT")).shows(Pattern.compile("Voided by entry"));
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("BIN")).json().at("/items"))
                .isEmpty();
    }

    @Test
    void voidThatCannotBeIsRefusedInWords() {
        Hall hall = withLot();
        hall.record("""
                {"type":"ship","from":'DOCK',"to":'SHOP',"lines":[{"item":'C',"lot":'LOT',"qty":"300"}]}
                """);
        long receipt = hall.get("/api/v1/entries?view=short&type=receive&place=" + hall.code("ACME"))
                .json()
                .at("/items/0/seq")
                .asLong();
        try (Screen screen = hall.screen("quality", Device.PHONE)) {
            screen.go("/entries/" + receipt).press("Void…");
            screen.that(screen.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .isVisible();
            assertThat(screen.page().getByLabel("Reason").count()).isZero();
            screen.isAccessible();
        }
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/entries/" + receipt).shows("In the chain");
            assertThat(screen.page().getByText("Void…").count()).isZero();
        }
    }

    @Test
    void itemsPlacesPartnersAndDocumentsHavePages() {
        Hall hall = withLot();
        try (Screen screen = hall.screen("viewer", Device.TABLET)) {
            screen.go("/items/" + hall.code("C"))
                    .shows("Tracked by lot")
                    .shows(hall.code("BIN"))
                    .isAccessible();
            screen.go("/places/" + hall.code("MAIN"))
                    .shows("Places in it")
                    .shows("500")
                    .isAccessible();
            screen.go("/partners/" + hall.code("ACME"))
                    .shows("Supplier")
                    .shows("Received")
                    .isAccessible();
            screen.go("/documents/" + hall.code("PO")).shows("Received").isAccessible();
            screen.go("/entries").shows("Moved").isAccessible();
        }
    }

    @Test
    void pageOfAPlaceThatIsAContainerLeadsToTheContainer() {
        Hall hall = withLot();
        hall.record("""
                {"type":"pack","container":'BOX',"from":'BIN',"lines":[{"item":'C',"lot":'LOT',"qty":"20"}]}
                """);
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/places/" + hall.code("BOX")).shows("What is in it").shows(hall.code("LOT"));
            assertThat(screen.page().url()).contains("/units/");
            screen.isAccessible();
        }
    }
}
