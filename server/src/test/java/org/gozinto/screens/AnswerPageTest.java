/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.gozinto.story.AnswerLink;
import org.junit.jupiter.api.Test;

/** The page by which consignees answer, on the phone of somebody who has no account. */
class AnswerPageTest {

    private static final Pattern LOCAL = Pattern.compile(".*/answer/[A-Za-z0-9_-]{43}.*");

    private static Screen at(AnswerLink link, Screen.Device device, ColorScheme scheme) {
        Screen screen = Screen.open("http://127.0.0.1:" + link.port(), device, scheme);
        screen.page().navigate(link.path());
        return screen;
    }

    @Test
    void aShopAnswersOnItsPhone() {
        AnswerLink link = AnswerLink.make("de");
        try (Screen screen = at(link, Screen.Device.PHONE, ColorScheme.LIGHT)) {
            screen.shows("Was jetzt zu tun ist").isAccessible().picture("answer-phone-light");
            assertThat(screen.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            screen.page().getByLabel("Noch da").first().fill("99");
            screen.page().getByLabel("Ihr Name").fill("Anna Łapińska");
            screen.button("Empfänger hinzufügen").click();
            screen.shows("Empfänger 2").isAccessible();
            assertThat(screen.page().getByLabel("Noch da").first().inputValue()).isEqualTo("99");
            screen.button("Antwort senden").last().click();
            screen.shows("Bitte berichtigen Sie, was markiert ist.")
                    .isAccessible()
                    .picture("answer-phone-faults");
            screen.page()
                    .getByText("Bestätigen Sie, dass Sie die Mitteilung gelesen haben.")
                    .first()
                    .click();
            screen.page().getByLabel("Ich habe die Mitteilung gelesen.").check();
            screen.button("Antwort senden").last().click();
            screen.shows("Zusammen mehr, als Sie erhalten haben (1,5 kg).");
            screen.page().getByLabel("Noch da").first().fill("1");
            screen.page().getByLabel("Verkauft, weitergegeben").first().fill("0,5");
            // Enter in a field sends the answer, and does not add a row or change the language.
            screen.page().getByLabel("Ihr Name").press("Enter");
            screen.shows("Danke. Ihre Antwort ist angekommen.").isAccessible().picture("answer-phone-sent");
            screen.that(screen.page()).hasURL(LOCAL);
            screen.page().getByText("Français").click();
            screen.shows("Ce que sont devenues les marchandises").isAccessible();
        }
    }

    @Test
    void inTheDarkAndAtADeskItIsAsReadable() {
        AnswerLink link = AnswerLink.make("en");
        try (Screen screen = at(link, Screen.Device.PHONE, ColorScheme.DARK)) {
            screen.shows("What to do now").isAccessible().picture("answer-phone-dark");
            screen.button("Send the answer").last().click();
            screen.shows("Please correct what is marked.").isAccessible().picture("answer-phone-dark-faults");
        }
        try (Screen screen = at(link, Screen.Device.DESK, ColorScheme.LIGHT)) {
            screen.shows("What to do now").isAccessible().picture("answer-desk");
        }
    }

    @Test
    void aLinkThatDoesNotWorkSaysSo() {
        AnswerLink link = AnswerLink.make("en");
        try (Screen screen = Screen.open("http://127.0.0.1:" + link.port(), Screen.Device.PHONE)) {
            screen.page().navigate("/answer/" + "B".repeat(43));
            screen.shows("This link does not work").isAccessible().picture("answer-wrong");
        }
    }
}
