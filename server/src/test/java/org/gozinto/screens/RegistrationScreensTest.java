/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.gozinto.story.Answer;
import org.gozinto.story.RunningServer;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of owners on the phone of somebody who has just unpacked a product. */
class RegistrationScreensTest {

    private static final Pattern OWNERS = Pattern.compile(".*/owner/[A-Za-z0-9_-]{43}.*");
    private static final byte[] PDF = "%PDF-1.4 receipt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static RunningServer server;
    private static String secret;

    @BeforeAll
    static void start() {
        server = RunningServer.open(Engine.SQLITE, "--gozinto.company=Voltride");
        server.post("/api/v1/items", "{\"code\":\"SCOOTER\",\"name\":\"Scooter S1\",\"tracking\":\"serial\"}");
        Answer made = server.post(
                "/api/v1/secrets",
                "{\"id\":\"0190f3a0-0000-7000-8000-000000000001\",\"item\":\"SCOOTER\",\"serials\":[\"ES1\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        secret = made.text("/0/secret");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Screen at(Screen.Device device, ColorScheme scheme, String path) {
        Screen screen = Screen.open("http://127.0.0.1:" + server.port(), device, scheme);
        screen.page().navigate(path);
        return screen;
    }

    private static void fits(Screen screen) {
        assertThat(screen.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void aScooterIsRegisteredOnAPhone() {
        try (Screen screen = at(Screen.Device.PHONE, ColorScheme.LIGHT, "/register?lang=de")) {
            screen.shows("Mein Produkt registrieren").isAccessible().picture("register-phone-light");
            fits(screen);
            screen.page().getByLabel("Seriennummer").fill("ES1");
            screen.page().getByLabel("Code unter dem Etikett, falls vorhanden").fill("ABCDE-ABCDE");
            screen.page().getByLabel("Gekauft am").fill("2026-01-15");
            screen.button("Registrieren").click();
            screen.shows("Nummer und Code gehören nicht zusammen.")
                    .isAccessible()
                    .picture("register-phone-fault");
            assertThat(screen.page().getByLabel("Gekauft am").inputValue()).isEqualTo("2026-01-15");
            screen.page()
                    .getByLabel("Code unter dem Etikett, falls vorhanden")
                    .fill(secret.toLowerCase(java.util.Locale.ROOT));
            screen.page().locator("#proof").setInputFiles(new FilePayload("bon.pdf", "application/pdf", PDF));
            screen.button("Registrieren").click();
            screen.shows("Danke. Es ist registriert.").isAccessible().picture("owner-phone-light");
            fits(screen);
            screen.that(screen.page()).hasURL(OWNERS);
            screen.shows("Scooter S1");
            screen.shows("15. Januar 2026");
            screen.page().getByText("Ich habe es weitergegeben").click();
            screen.page().locator("summary").last().click();
            screen.isAccessible();
            screen.page().getByLabel("Ja, meine Angaben und Dateien löschen").check();
            screen.page().getByText("Français").click();
            screen.shows("Mon produit").isAccessible();
            screen.page().locator("summary").last().click();
            screen.page().getByLabel("Oui, effacer mes données et fichiers").check();
            screen.button("Effacer").click();
            screen.shows("Vos données sont effacées").isAccessible().picture("owner-erased");
        }
    }

    @Test
    void inTheDarkAndAtADeskItIsAsReadable() {
        try (Screen screen = at(Screen.Device.PHONE, ColorScheme.DARK, "/complain?number=ES7&lang=en")) {
            screen.shows("Something is wrong").isAccessible().picture("complain-phone-dark");
            fits(screen);
            assertThat(screen.page().getByLabel("Serial number").inputValue()).isEqualTo("ES7");
            screen.page().getByLabel("What happened?").fill("It smells of smoke");
            screen.button("Send").click();
            screen.shows("Thank you. It has arrived").isAccessible().picture("complain-phone-sent");
            screen.page().getByText("See what became of it").click();
            screen.shows("It smells of smoke");
        }
        try (Screen screen = at(Screen.Device.DESK, ColorScheme.LIGHT, "/register?lang=pl")) {
            screen.shows("Zarejestruj mój produkt").isAccessible().picture("register-desk");
        }
    }
}
