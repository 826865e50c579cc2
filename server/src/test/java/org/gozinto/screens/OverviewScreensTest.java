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
import org.gozinto.story.RunningServer;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;

class OverviewScreensTest {

    private static final String USERS = "/api/v1/users";

    private static Hall withGoods() {
        Hall hall = Hall.open();
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',
                 "lines":[{"item":'C',"lot":'OLD',"qty":"7","expiry":"2020-01-01"}]}""");
        hall.record("""
                {"type":"hold","units":[{"item":'C',"lot":'OLD'}],"blocks":["ship"],"reason":"too old"}""");
        return hall;
    }

    @Test
    void everyFigureLeadsToItsRows() {
        Hall hall = withGoods();
        try (Screen screen = hall.screen("viewer", Device.DESK)) {
            screen.go("/").shows("Suspect twins").shows("Last entries");
            String[][] links = {
                {"Expiring", "/lookup?state=expiring&days=30"},
                {"Expired", "/lookup?state=expired"},
                {"Held", "/lookup?state=held"},
                {"Suspect twins", "/lookup?state=twin"},
                {"Unknown origin", "/lookup?state=unknown"},
                {"Entries", "/entries"}
            };
            for (String[] link : links) {
                screen.that(screen.page()
                                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("The book today"))
                                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link[0])))
                        .hasAttribute("href", link[1]);
            }
            screen.shows(hall.code("OLD")).isAccessible().picture("overview-desk");
        }
    }

    @Test
    void plotsHaveATableOfTheSameFigures() {
        Hall hall = withGoods();
        try (Screen screen = hall.screen("operator", Device.PHONE, ColorScheme.DARK)) {
            screen.go("/");
            screen.that(screen.page().locator("svg.plot").last()).isVisible();
            screen.isAccessible().picture("overview-phone");
            screen.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Table"))
                    .last()
                    .click();
            screen.that(screen.page().locator(".plot-table tbody tr")).hasCount(30);
            screen.isAccessible();
        }
    }

    @Test
    void anEmptyBookSaysTheNextSteps() {
        try (RunningServer server = RunningServer.open(Engine.SQLITE)) {
            String root = "http://127.0.0.1:" + server.port();
            for (String role : new String[] {"administrator", "viewer"}) {
                String body =
                        "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, role, Hall.PASSWORD);
                assertThat(server.post(USERS, body).status()).isEqualTo(201);
            }
            try (Screen screen = Screen.open(root, Device.TABLET).signIn("administrator", Hall.PASSWORD)) {
                screen.shows("Welcome").shows("Make items").shows("Receive the first goods");
                assertThat(screen.page().getByText("done").count())
                        .as("nobody has made anything")
                        .isZero();
                screen.isAccessible().picture("overview-empty");
            }
            try (Screen screen = Screen.open(root, Device.PHONE).signIn("viewer", Hall.PASSWORD)) {
                screen.shows("An administrator makes them first");
                assertThat(screen.page().getByText("Make items").count()).isZero();
            }
        }
    }
}
