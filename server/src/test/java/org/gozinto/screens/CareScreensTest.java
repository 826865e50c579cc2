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
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

/** The service desk on screen: from the number that a customer reads out to what a supplier pays back. */
class CareScreensTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneOffset.UTC);

    private static Screen write(Screen screen, String label, String words) {
        screen.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .last()
                .fill(words);
        return screen;
    }

    private static Screen choose(Screen screen, String label, String words) {
        screen.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .last()
                .click();
        screen.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
        return screen;
    }

    /** The button of the form that is open. */
    private static void confirm(Screen screen, String name) {
        screen.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** A scooter with a battery whose cells came from a supplier, sold to the shop a month ago. */
    private static Hall sold() {
        Hall hall = Hall.open();
        String day = TODAY.minusDays(40).toString();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"occurredAt":"%sT10:00:00Z",
                 "lines":[{"item":'C',"lot":'X9',"qty":"60","expiry":"2031-01-01"}]}""".formatted(day));
        hall.record("""
                {"type":"produce","run":'MO1',"occurredAt":"%sT11:00:00Z",
                 "consume":[{"item":'C',"lot":'X9',"qty":"20","from":'DOCK'}],
                 "produce":[{"item":'B',"serial":'PK1',"to":'BIN'}],"close":true}""".formatted(day));
        hall.record("""
                {"type":"commission","to":'BIN',"occurredAt":"%sT12:00:00Z",
                 "lines":[{"item":'S',"serial":'ES1'}]}""".formatted(day));
        hall.record("""
                {"type":"install","host":{"item":'S',"serial":'ES1'},"position":"battery","from":'BIN',
                 "occurredAt":"%sT13:00:00Z","lines":[{"item":'B',"serial":'PK1'}]}""".formatted(day));
        hall.record("""
                {"type":"ship","from":'BIN',"to":'SHOP',"occurredAt":"%sT10:00:00Z",
                 "lines":[{"item":'S',"serial":'ES1'}]}""".formatted(TODAY.minusDays(30)));
        assertThat(hall.api()
                        .post("/api/v1/terms", """
                                {"code":"%s","name":"Three years on cells","kind":"supplier","supplier":"%s","rank":0,
                                 "scope":{"items":["%s"]},"start":[{"event":"receipt"}],"transferable":true,
                                 "coverages":[{"what":"parts","period":"P3Y"}],"public":"no"}""".formatted(hall.code("SUP"), hall.code("ACME"), hall.code("C")))
                        .status())
                .isEqualTo(201);
        return hall;
    }

    @Test
    void theDeskTakesANumberAndAClaimAndTheSupplierIsAskedBack() {
        Hall hall = sold();
        try (Screen quality = hall.screen("quality", Device.DESK)) {
            quality.go("/care/new-term");
            write(quality, "Code", hall.code("T"));
            write(quality, "Name", "Two years on the scooter");
            Locator items = quality.page()
                    .getByRole(
                            AriaRole.COMBOBOX,
                            new Page.GetByRoleOptions().setName("Items").setExact(true))
                    .first();
            items.fill(hall.code("S"));
            items.press("Tab");
            quality.shows("For " + hall.code("S")).shows("Parts: 2 years.").isAccessible();
            quality.scan(hall.code("ES1")).shows("Is for it").shows("Covered until");
            quality.isAccessible().picture("care-term");
            quality.button("Save").click();
            quality.shows("version 1").shows(hall.code("T"));
            quality.go("/care/terms").shows("Two years on the scooter").isAccessible();
        }
        try (Screen operator = hall.screen("operator", Device.PHONE)) {
            operator.go("/care/desk").isAccessible();
            operator.scan(hall.code("ES1")).shows("Covered until").shows("What is in it now");
            operator.shows(hall.code("PK1")).shows("Not registered.").isAccessible();
            operator.picture("care-desk-phone");
            operator.press("Register").isAccessible();
            write(operator, "E-mail", "kim@example.com");
            operator.fill("Bought on", TODAY.minusDays(10).toString());
            confirm(operator, "Register");
            operator.shows("kim@example.com").shows("As said");
            operator.press("Add a reading");
            write(operator, "Value", "1200");
            confirm(operator, "Add a reading");
            operator.shows("1,200 km").isAccessible();
            operator.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take a claim"))
                    .click();
            choose(operator, "Part", "Battery pack");
            write(operator, "What happened", "It stopped charging " + hall.code("today"));
            operator.press("Add a line");
            write(operator, "Amount", "180");
            operator.isAccessible().button("Submit the claim").click();
            operator.shows("Submitted").shows("What the rules say").isAccessible();
            operator.picture("care-claim-phone");
        }
        settled(hall);
    }

    private static void settled(Hall hall) {
        try (Screen quality = hall.screen("quality", Device.DESK, ColorScheme.DARK)) {
            quality.go("/care/claims")
                    .shows("It stopped charging " + hall.code("today"))
                    .isAccessible();
            quality.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("It stopped charging " + hall.code("today")))
                    .click();
            quality.shows("Rules say: covered").shows(Pattern.compile("180(\\.00)? EUR"));
            quality.press("Approve").isAccessible();
            confirm(quality, "Approve");
            quality.shows("Approved");
            quality.button("Paid").click();
            confirm(quality, "Paid");
            quality.shows(hall.code("X9")).isAccessible();
            quality.picture("care-claim");
            quality.go("/care/recoveries?supplier=" + hall.code("ACME"))
                    .shows("Acme Cells")
                    .isAccessible();
            quality.button("Ask it back").click();
            quality.that(quality.page()).hasURL(Pattern.compile("/recoveries/V-\\d{4}-\\d+"));
            quality.shows("Claims and evidence").isAccessible();
            quality.picture("care-recovery");
            quality.button("Sent").click();
            confirm(quality, "Sent");
            quality.button("Enter the answer").click();
            quality.isAccessible();
            confirm(quality, "Enter the answer");
            quality.shows("Accepted");
            quality.go("/care/costs").shows("Cost of claims in EUR").isAccessible();
            quality.go("/care/standings").shows("Judging of all serials").isAccessible();
        }
        try (Screen viewer = hall.screen("viewer", Device.PHONE)) {
            viewer.go("/care/desk?code=" + hall.code("ES1")).shows("Covered until");
            assertThat(viewer.page().getByText("kim@example.com").count()).isZero();
            viewer.isAccessible();
        }
    }
}
