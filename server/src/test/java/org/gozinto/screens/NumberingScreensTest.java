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
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

class NumberingScreensTest {

    @Test
    void givesAnItemATemplateAndRefusesOneThatRepeats() {
        Hall hall = Hall.open();
        String item = hall.code("L");
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/items/" + item).shows("No template").press("Change");
            screen.shows("What can be put in").isAccessible();
            Locator lots = kind(screen, "Lots");
            Locator template = lots.getByLabel("Template");
            template.fill("{WW}{E}-{n:2}");
            choose(screen, lots, "The counter begins again", "Each day");
            screen.shows("A number would come again on").isAccessible().picture("numbering-repeats");
            screen.press("Save").shows("The numbers would repeat");
            assertThat(hall.get("/api/v1/items/" + item + "/numbering").text("/lot/template"))
                    .isEmpty();

            template.fill("{GG}{WW}{E}-");
            lots.getByText("What can be put in").click();
            lots.getByText("{n:4}").click();
            screen.that(template).hasValue("{GG}{WW}{E}-{n:4}");
            screen.shows("Enough for").isAccessible();
            kind(screen, "Serials").getByLabel("Template").fill("{random:12}");
            screen.picture("numbering-drawer").press("Save");
            screen.that(screen.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            screen.shows("{GG}{WW}{E}-{n:4}")
                    .shows("{random:12}")
                    .isAccessible()
                    .picture("item-numbering");
        }
        Answer kept = hall.get("/api/v1/items/" + item + "/numbering");
        assertThat(kept.text("/lot/reset")).isEqualTo("day");
        assertThat(kept.text("/serial/template")).isEqualTo("{random:12}");
    }

    @Test
    void takesNumbersPrintsThemVoidsOneAndTellsWhatIsMissing() {
        Hall hall = Hall.open();
        String item = numbered(hall, "B", "\"serial\":{\"template\":\"P%s-{line}-{n:4}\"}");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/numbers/" + item).shows("No numbers were taken yet").isAccessible();
            screen.press("Take numbers").fill("How many", "20").press("Take 20 numbers");
            screen.shows("the template needs the line").isAccessible();
            screen.fill("Line", "L1").press("Take 20 numbers").shows("20 numbers are yours");
            screen.isAccessible().picture("numbers-taken");
            screen.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Print these labels"))
                    .click();
            screen.that(screen.page().getByAltText("Label of")).isVisible();
            screen.press("Make 20 labels").shows("The labels are ready").isAccessible();

            String first = "P" + item.substring(1) + "-L1-0001";
            screen.go("/numbers/" + item + "?kind=serial").shows("20 printed");
            screen.press("More");
            screen.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Void numbers"))
                    .click();
            screen.page()
                    .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Numbers"))
                    .fill(first);
            screen.fill("Reason", "Smudged").isAccessible();
            screen.press("Void 1 number").shows("1 number is void");
            screen.shows("19 printed")
                    .shows("1 void")
                    .shows("Smudged")
                    .isAccessible()
                    .picture("number-pool");
        }
        assertThat(hall.get("/api/v1/numbers?item=" + item + "&kind=serial&state=void")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void takesOverTheRangeOfASupplier() {
        Hall hall = Hall.open();
        String item = hall.code("B");
        try (Screen screen = hall.screen("operator", Device.PHONE, ColorScheme.DARK)) {
            screen.go("/numbers/" + item).press("More");
            screen.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Take over a supplier's numbers"))
                    .click();
            Locator supplier =
                    screen.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Supplier"));
            supplier.fill(hall.code("ACME"));
            supplier.press("Tab");
            screen.fill("Ranges and numbers", "A0001-A0250\nB77");
            screen.isAccessible().press("Take over").shows("251 numbers were taken over");
            screen.shows("251 reserved").isAccessible().picture("number-pool-phone");
        }
        assertThat(hall.get("/api/v1/number-blocks?item=" + item).text("/items/0/supplier"))
                .isEqualTo(hall.code("ACME"));
    }

    @Test
    void makesAPieceWithTheNextNumber() {
        Hall hall = Hall.open();
        String item = numbered(hall, "S", "\"serial\":{\"template\":\"N%s-{n:4}\"}");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/make").scan(hall.code("RUN")).scan(item).scan(hall.code("BIN"));
            screen.press("Next number").shows("-0001").isAccessible().picture("next-number-phone");
            screen.press("Record this piece · 1").shows("Recorded");
        }
        String first = "N" + item.substring(1) + "-0001";
        assertThat(hall.get("/api/v1/units?serial=" + first).text("/items/0/serial"))
                .isEqualTo(first);
        assertThat(hall.get("/api/v1/number-blocks?item=" + item)
                        .json()
                        .at("/items/0/commissioned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void receivesALotUnderTheNextNumberOfItsLine() {
        Hall hall = Hall.open();
        String item = numbered(hall, "C", "\"lot\":{\"template\":\"K%s-{line}{n:3}\"}");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.scan(item).shows("Now scanning Cell");
            screen.page()
                    .getByText("More", new Page.GetByTextOptions().setExact(true))
                    .click();
            screen.press("Next number");
            screen.fill("Line", "7").isAccessible().press("Take 1 number");
            String lot = "K" + item.substring(1) + "-7001";
            Locator field = screen.page().getByLabel("Lot", new Page.GetByLabelOptions().setExact(true));
            screen.that(field).hasValue(lot);
            screen.isAccessible();
        }
    }

    @Test
    void listsTheBlocksOfAllItems() {
        Hall hall = Hall.open();
        String item = numbered(hall, "B", "\"serial\":{\"template\":\"A%s-{n:4}\"}");
        String order = "{\"id\":\"%s\",\"item\":\"%s\",\"kind\":\"serial\",\"count\":5}"
                .formatted(java.util.UUID.randomUUID(), item);
        assertThat(hall.api().post("/api/v1/numbers", order).status()).isEqualTo(201);
        try (Screen screen = hall.screen("viewer", Device.TABLET)) {
            screen.go("/numbers").shows(item).shows("5 reserved").isAccessible();
            screen.go("/numbers/" + item);
            screen.that(screen.page().getByText("Take numbers")).hasCount(0);
        }
    }

    /** Gives an item a numbering; {@code %s} in it is the hall's own ending, so that no two halls share numbers. */
    private static String numbered(Hall hall, String name, String rules) {
        String item = hall.code(name);
        String body = "{" + rules.formatted(item.substring(name.length())) + ",\"version\":0}";
        Answer answer = hall.api().put("/api/v1/items/" + item + "/numbering", body);
        assertThat(answer.status()).as(answer::body).isEqualTo(200);
        return item;
    }

    private static Locator kind(Screen screen, String name) {
        return screen.page()
                .getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(Screen screen, Locator within, String label, String words) {
        within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .click();
        screen.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }
}
