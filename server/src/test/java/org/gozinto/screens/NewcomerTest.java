/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

/** A first day with a phone and a scanner, from the supplier's pallet to the question where the cells are. */
class NewcomerTest {

    @Test
    void receivesBuildsShipsFindsAndTraces() {
        Hall hall = Hall.open();
        try (Screen screen = Screen.open(hall.root(), Device.PHONE).signIn("operator", Hall.PASSWORD)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.scan(hall.code("B")).shows("Now scanning Battery pack");
            for (int i = 1; i <= 20; i++) {
                screen.scan("NEW-%04d".formatted(i));
            }
            screen.press("Finish receipt · 20").shows("Recorded");
            screen.scan(hall.code("C")).shows("Now scanning Cell").scan("NEW-CELLS");
            screen.fill("Use by", "2028-06-30").fill("Quantity", "200").press("OK");
            screen.press("Finish receipt · 200 EA").shows("Recorded");

            screen.go("/tasks/make")
                    .scan(hall.code("NEW-RUN"))
                    .scan(hall.code("S"))
                    .scan(hall.code("BIN"));
            screen.scan("NEW-0001").scan("NEW-CELLS").fill("Quantity", "40").press("OK");
            screen.scan("NEW-SCOOTER").press("Record this piece · 1").shows("Recorded");

            screen.go("/tasks/ship").scan(hall.code("SHOP")).scan("NEW-SCOOTER").shows("from");
            screen.press("Ship · 1").shows("Recorded");

            screen.go("/").scan("NEW-SCOOTER");
            screen.that(screen.page()).hasURL(Pattern.compile(".*/units/\\d+"));
            screen.shows("Corner Shop").isAccessible();
            screen.page()
                    .locator("#main")
                    .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Trace"))
                    .first()
                    .click();
            screen.page()
                    .getByText("What is in it?", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            screen.that(screen.page()).hasURL(Pattern.compile(".*direction=backward.*"));
            screen.shows("Complete").shows("Acme Cells").isAccessible();
        }
    }
}
