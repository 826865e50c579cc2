/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import com.microsoft.playwright.options.ColorScheme;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;

/** A scanner that thinks of an American keyboard, at a device with a German one. */
class ScannerScreensTest {

    private static final String ALL = "91!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
            + "abcdefghijklmnopqrstuvwxyz|92AbCdEf9876543210/-|93Z";

    @Test
    void aScannerIsReadRightOnceItWasCalibrated() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/settings").press("Right");
            screen.page().getByText("Calibrate the scanner").click();
            screen.shows("Scan symbol 1 of 1 now").isAccessible().picture("calibrate-desk");
            german(screen, "]d2" + ALL);
            screen.shows("It is read right from now on")
                    .shows("another keyboard layout")
                    .shows("comes as |");
            screen.isAccessible().picture("calibrated-desk");
            screen.go("/lookup");
            german(screen, "XYZ-0001_z");
            screen.that(screen.page()).hasURL(java.util.regex.Pattern.compile(".*code=XYZ-0001_z"));
            screen.go("/settings/scanner").press("Forget the calibration").shows("No scanner was calibrated");
        }
    }

    @Test
    void saysWhatCannotBeHelped() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.PHONE, ColorScheme.DARK)) {
            screen.go("/settings/scanner").shows("Scan symbol 1 of 1 now");
            german(screen, ALL.replace("|", ""));
            screen.shows("The separator does not come at all").shows("Does not come");
            screen.isAccessible().picture("calibrated-phone-dark");
            german(screen, "0109506000134352");
            screen.shows("This was not the test symbol").isAccessible();
            screen.page().getByText("Bars only").click();
            screen.shows("Scan symbol 1 of 5 now").isAccessible().picture("calibrate-bars-phone");
        }
    }

    @Test
    void printsTheCommands() {
        Hall hall = Hall.open();
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/settings/commands").shows("GZ-DONE").isAccessible().picture("commands-desk");
            screen.page()
                    .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                            .setMedia(com.microsoft.playwright.options.Media.PRINT));
            screen.picture("commands-print");
        }
    }

    /** Presses the keys of an American keyboard; what they type is German. */
    private static void german(Screen screen, String text) {
        screen.page().evaluate("""
                text => {
                  const german = {
                    'y': 'z', 'Y': 'Z', 'z': 'y', 'Z': 'Y', '-': 'ß', '_': '?', '=': 'Dead', '+': 'Dead', ';': 'ö',
                    ':': 'Ö', "'": 'ä', '"': 'Ä', '<': ';', '>': ':', '/': '-', '?': '_', '&': '/', '*': '(',
                    '(': ')', ')': '=', '[': 'ü', ']': '+', '|': "'", '@': '"', '^': '&',
                  }
                  const codes = {
                    '-': 'Minus', '_': 'Minus', '=': 'Equal', '+': 'Equal', ';': 'Semicolon', ':': 'Semicolon',
                    "'": 'Quote', '"': 'Quote', ',': 'Comma', '<': 'Comma', '.': 'Period', '>': 'Period', '/': 'Slash',
                    '?': 'Slash', '[': 'BracketLeft', ']': 'BracketRight', '|': 'Backslash', ' ': 'Space',
                  }
                  const shiftedDigits = ')!@#$%^&*('
                  const press = (key, code, shiftKey) => document.body.dispatchEvent(
                    new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))
                  for (const c of text) {
                    const digit = shiftedDigits.indexOf(c)
                    const code = /[a-z]/i.test(c) ? `Key${c.toUpperCase()}`
                      : /\\d/.test(c) ? `Digit${c}` : digit >= 0 ? `Digit${digit}` : codes[c]
                    const shift = /[A-Z_+:"<>?|]/.test(c) || digit >= 0
                    press(german[c] ?? c, code, shift)
                  }
                  press('Enter', 'Enter', false)
                }
                """, text);
    }
}
