/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.gozinto.screens.Screen.Device;
import org.gozinto.web.AccessServer;
import org.gozinto.web.GivenRecalls;
import org.gozinto.web.GivenUnits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public check in the hand of somebody who is worried about a product. */
class CheckScreensTest {

    @TempDir
    static Path directory;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, AccessServer.ADMIN, "gozinto.company=Voltride");
        GivenUnits.in(server);
        server.bean(GivenRecalls.class)
                .publish(GivenRecalls.recall("R-2026-010", "Cells: wrong label", null), GivenUnits.CELL_1, 42L)
                .remedy(42L, "2026-11-22");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String number(String code) {
        return "/check?number=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    private static Map<String, String> pages() {
        return Map.ofEntries(
                Map.entry("form", "/check"),
                Map.entry("affected", number("(01)" + GivenUnits.SCOOTER + "(21)" + GivenUnits.number(1))),
                Map.entry("affected-de", number("(01)" + GivenUnits.PACK + "(21)P1001") + "&lang=de"),
                Map.entry("several", number("L-77")),
                Map.entry("not-affected", number("P1002")),
                Map.entry("unknown", number("(01)" + GivenUnits.SCOOTER + "(21)VR-0O0038")),
                Map.entry("possibly", number("(01)" + GivenUnits.BRAKE + "(10)B7(21)X")),
                Map.entry("which", number("P1001")),
                Map.entry("remedied", number("(01)" + GivenUnits.BRAKE + "(21)BR-1")),
                Map.entry("embed", number("P1002") + "&embed=1"),
                Map.entry("polish", number("P1002") + "&lang=pl"),
                Map.entry("recalls", "/check/recalls"),
                Map.entry("notice", "/check/recalls/VR-2026-03"),
                Map.entry("no-notice", "/check/recalls/R-0"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsAccessibleOnAPhone(ColorScheme scheme) {
        try (var screen = Screen.open(server.uri("").toString(), Device.PHONE, scheme)) {
            pages().forEach((name, path) -> {
                screen.go(path);
                screen.picture("check-" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                screen.isAccessible();
                Object wide = screen.page()
                        .evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
                assertThat(wide).as("%s is wider than the phone", name).isEqualTo(false);
            });
        }
    }

    @Test
    void numberIsTypedAndAnswered() {
        try (var screen = Screen.open(server.uri("").toString(), Device.PHONE)) {
            screen.go("/check?lang=de");
            screen.fill("Serien- oder Chargennummer", "P1001");
            screen.press("Prüfen");
            screen.shows("Welches Produkt haben Sie?");
            screen.page().getByText("Battery pack").click();
            screen.shows("Benutzen Sie dieses Produkt nicht mehr");
            screen.page().getByText("VR-2026-03").first().click();
            screen.shows("Betroffene Nummern");
            screen.page().getByText("English").click();
            screen.shows("Affected numbers");
        }
    }

    @Test
    void everyPageIsAccessibleAtADesk() {
        try (var screen = Screen.open(server.uri("").toString(), Device.DESK)) {
            for (String name : new String[] {"affected", "recalls", "notice"}) {
                screen.go(pages().get(name));
                screen.picture("check-" + name + "-desk");
                screen.isAccessible();
            }
        }
    }
}
