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

class MastersScreensTest {

    @Test
    void makesAnItemAndSaysAtItsFieldWhatIsWrong() {
        Hall hall = Hall.open();
        String code = hall.code("RESIN");
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/masters/items?new=1").fill("Code", code).fill("Name", "Resin");
            screen.button("Add a unit").click();
            screen.fill("Unit 1", "DRUM").fill("Factor 1", "many").fill("GTIN", "123");
            screen.press("Create")
                    .shows("is not a factor")
                    .shows("is not a GTIN")
                    .isAccessible();
            assertThat(hall.get("/api/v1/items/" + code).status()).isEqualTo(404);

            screen.fill("Factor 1", "200").fill("GTIN", "09506000134352").press("Create");
            screen.shows(code + " is saved").shows("Take out of use").isAccessible();
            at(screen, hall.root() + "/masters/items/" + code);
        }
        Answer item = hall.get("/api/v1/items/" + code);
        assertThat(item.text("/units/0/factor")).isEqualTo("200");
        assertThat(item.text("/gtin")).isEqualTo("09506000134352");
    }

    @Test
    void aScanFillsTheGtinOfAFormAndLeadsNowhereElse() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("administrator", Device.TABLET)) {
            screen.go("/masters/items/" + hall.code("B"));
            screen.shows("Take out of use");
            screen.page().evaluate("() => document.activeElement?.blur()");
            screen.scan("010950600013435221SN-1");
            screen.that(field(screen, "GTIN")).hasValue("09506000134352");
            at(screen, hall.root() + "/masters/items/" + hall.code("B"));
        }
    }

    @Test
    void showsWhatSomebodyElseChangedAndKeepsMineOnTop() {
        Hall hall = Hall.open();
        String path = "/api/v1/items/" + hall.code("B");
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/masters/items/" + hall.code("B")).shows("Take out of use");
            field(screen, "Shelf life in days").fill("90");
            String theirs = "{\"code\":\"%s\",\"name\":\"Battery 36 V\",\"tracking\":\"serial\",\"unit\":\"EA\"}";
            assertThat(hall.api().put(path, theirs.formatted(hall.code("B"))).status())
                    .isEqualTo(200);

            screen.press("Save").shows("changed it").shows("Battery 36 V").isAccessible();
            screen.press("Keep my changes on top");
            screen.that(field(screen, "Name")).hasValue("Battery 36 V");
            screen.press("Save").shows("is saved");
        }
        assertThat(hall.get(path).text("/name")).isEqualTo("Battery 36 V");
        assertThat(hall.get(path).json().at("/shelfLifeDays").asInt()).isEqualTo(90);
    }

    @Test
    void keepsFurtherNumbersAndLinksOfAnItem() {
        Hall hall = Hall.open();
        String code = hall.code("C");
        try (Screen screen = hall.screen("administrator", Device.PHONE)) {
            screen.go("/masters/items/" + code).press("Add a number");
            screen.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Kind of number 1"))
                    .click();
            screen.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Customer's part number"))
                    .click();
            screen.fill("Number 1", hall.code("4711/A")).fill("Holds 1", "0");
            screen.press("Add a link").fill("Address 1", "ftp://example.com");
            screen.press("Save")
                    .shows("is no amount")
                    .shows("is missing or no address")
                    .isAccessible();
            screen.fill("Holds 1", "12").fill("Address 1", "https://example.com/cell?lot={lot}");
            screen.press("Save").shows("is saved").picture("item-numbers-phone");
            screen.go("/items/" + code)
                    .shows("package of 12 EA")
                    .shows("Public link")
                    .isAccessible();
        }
        assertThat(hall.get("/api/v1/items/" + code).text("/codes/0/value")).isEqualTo(hall.code("4711/A"));
    }

    @Test
    void takesARecordOutOfUseAndTellsItsHistory() {
        Hall hall = Hall.open();
        String code = hall.code("SHOP");
        try (Screen screen = hall.screen("administrator", Device.PHONE)) {
            screen.go("/masters/partners/" + code).shows("Take out of use");
            screen.fill("Name", "Corner Shop Ltd");
            screen.press("Save").shows("is saved");
            screen.press("Take out of use").shows("Put into use");
            screen.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History"))
                    .click();
            screen.shows("Made").shows("Corner Shop Ltd").isAccessible().picture("partner-history-phone");
            screen.that(screen.page().getByText("1 field changed")).hasCount(2);
        }
        assertThat(hall.get("/api/v1/partners/" + code).json().at("/active").asBoolean())
                .isFalse();
    }

    @Test
    void drawsPlacesAsATreeAndFindsThemInTheList() {
        Hall hall = Hall.open();
        // The first in the order of codes, so that it is in sight whatever other tests made.
        String top = hall.code("0-TOP");
        String made = "{\"code\":\"" + top + "\",\"kind\":\"site\"}";
        assertThat(hall.api().post("/api/v1/places", made).status()).isEqualTo(201);
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/masters/places?new=1").fill("Code", hall.code("TANK"));
            Locator parent = screen.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Is in"));
            parent.fill(top);
            parent.press("Tab");
            screen.page()
                    .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Kind"))
                    .click();
            screen.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Vessel"))
                    .click();
            screen.press("Create").shows("is saved");
            screen.page().keyboard().press("Escape");

            Locator site = screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(top + ":"));
            screen.that(site).hasAccessibleName(top + ": 1 below");
            screen.isAccessible();
            screen.fill("Search by code or name", hall.code("tank")).shows("Vessel");
            at(screen, hall.root() + "/masters/places?q=" + hall.code("tank"));
            screen.isAccessible();
        }
        assertThat(hall.get("/api/v1/places/" + hall.code("TANK")).text("/mixing"))
                .isEqualTo("wellMixed");
    }

    @Test
    void readersReadAndChangeNothing() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("viewer", Device.TABLET)) {
            screen.go("/masters/items/" + hall.code("C")).shows("365 days").isAccessible();
            screen.that(screen.button("Save")).hasCount(0);
            screen.go("/masters/items");
            screen.that(screen.page().getByText("New item")).hasCount(0);
            screen.that(screen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Users")))
                    .hasCount(0);
            screen.go("/masters/users").shows("must be administrator");
        }
    }

    @Test
    void makesAUserWhoCanSignInAndKeepsThemOut() {
        Hall hall = Hall.open();
        String name = hall.code("olga").toLowerCase(java.util.Locale.ROOT);
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/masters/users?new=1").fill("Name", name).fill("Password", "short");
            screen.press("Create").shows("at least 12 characters;").isAccessible();
            screen.fill("Password", Hall.PASSWORD).press("Create").shows(name + " is saved");
            try (Screen theirs = hall.screen(name, Device.PHONE)) {
                theirs.go("/settings").shows("Operator");
            }
            screen.go("/masters/users/" + name).shows("May sign in").isAccessible();
            screen.press("Keep out").shows("Let in");
        }
        String attempt = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, Hall.PASSWORD);
        assertThat(hall.api().post("/api/v1/sessions", attempt).status()).isEqualTo(401);
    }

    @Test
    void showsANewTokenOnceAndRevokesIt() {
        Hall hall = Hall.open();
        String name = hall.code("scanner");
        String token;
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/masters/tokens?new=1").fill("What it is for", name);
            screen.page().getByLabel("Only some acts").check(new Locator.CheckOptions().setForce(true));
            screen.page()
                    .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Receive"))
                    .check(new Locator.CheckOptions().setForce(true));
            screen.isAccessible().press("Create").shows("Shown this once").isAccessible();
            token = screen.page().getByText("gzt_").textContent();
            Answer me = hall.api().get("/api/v1/me", token);
            assertThat(me.texts("/records", "")).containsExactly("receive");

            screen.press("I have kept it");
            Locator row = screen.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
            row.getByText("Revoke").click();
            screen.shows("locked out at once");
            screen.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                    .click();
            screen.that(row).containsText("Revoked");
            screen.isAccessible();
        }
        assertThat(hall.api().get("/api/v1/me", token).status()).isEqualTo(401);
    }

    private static void at(Screen screen, String address) {
        screen.page().waitForURL(address::equals);
    }

    private static Locator field(Screen screen, String label) {
        return screen.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
