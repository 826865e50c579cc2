/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

class SettingsScreensTest {

    @Test
    void keepsLanguageAndColoursOnTheDevice() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/settings").isAccessible();
            screen.page().getByText("Deutsch").click();
            screen.shows("Einstellungen").shows("Bediener");
            screen.page().getByText("Dunkel").click();
            screen.that(screen.page().locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
            screen.isAccessible().picture("settings-phone-dark");
            screen.go("/settings").shows("Wer ich bin");
            screen.that(screen.page().locator("html")).hasAttribute("lang", "de");
            screen.that(screen.page().locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
        }
    }

    @Test
    void keepsTheSoundOff() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.TABLET)) {
            screen.go("/settings").shows("Right");
            screen.press("Right");
            screen.page().getByLabel("Sound after a scan").uncheck(new Locator.UncheckOptions().setForce(true));
            screen.that(screen.button("Right")).hasCount(0);
            screen.go("/settings");
            screen.that(screen.page().getByLabel("Sound after a scan")).not().isChecked();
        }
    }

    @Test
    void changesOnesOwnPasswordAndStaysSignedIn() {
        Hall hall = Hall.open();
        String name = hall.code("paul").toLowerCase(Locale.ROOT);
        String made = "{\"name\":\"%s\",\"role\":\"operator\",\"password\":\"%s\"}".formatted(name, Hall.PASSWORD);
        assertThat(hall.api().post("/api/v1/users", made).status()).isEqualTo(201);
        try (Screen screen = hall.screen(name, Device.DESK)) {
            screen.go("/settings").shows("Password until now");
            password(screen, "Password until now", "something-else-17");
            password(screen, "New password", "lantern-otter-99");
            screen.press("Change the password").shows("The current password of").isAccessible();
            password(screen, "Password until now", Hall.PASSWORD);
            screen.press("Change the password").shows("The password is changed");
            screen.go("/settings").shows("Who I am");
        }
        try (Screen again = Screen.open(hall.root(), Device.PHONE)) {
            again.signIn(name, "lantern-otter-99");
        }
    }

    @Test
    void verifiesTheLedgerOnceAtATime() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("administrator", Device.DESK, ColorScheme.DARK)) {
            screen.go("/settings").shows("Verify the ledger");
            screen.press("Verify");
            screen.shows("The ledger is whole").isAccessible().picture("settings-desk-dark");
        }
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/settings").shows("Who I am");
            screen.that(screen.page().getByText("Verify the ledger")).hasCount(0);
        }
    }

    private static void password(Screen screen, String label, String value) {
        screen.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }
}
