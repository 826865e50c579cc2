/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gozinto.identify.CheckDigit;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;

class LabelScreensTest {

    @Test
    void printsTheLabelOfASerialWhichReadsAsThatSerial() throws IOException {
        Hall hall = Hall.open();
        String gtin = numbered(hall, "B");
        received(hall);
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            openLabel(screen, unit(hall));
            screen.that(drawn(screen)).isVisible();
            screen.isAccessible().picture("label-drawer");
            select(screen, "Template", "Unit, GS1-128");
            choose(screen, "PNG");
            choose(screen, "600");
            screen.press("Make 1 label").shows("The labels are ready").isAccessible();
            assertThat(read(hall, saved(screen)))
                    .anyMatch(text -> text.contains("01" + gtin) && text.contains("21" + serial(hall)));
        }
        Answer prints = hall.get("/api/v1/prints?unit=" + unit(hall));
        assertThat(prints.text("/items/0/by")).isEqualTo("operator");
    }

    @Test
    void asksWhyALabelIsPrintedAgainAndTellsWhoPrintedItLast() throws IOException {
        Hall hall = Hall.open();
        numbered(hall, "B");
        received(hall);
        try (Screen screen = hall.screen("operator", Device.PHONE, ColorScheme.DARK)) {
            openLabel(screen, unit(hall));
            screen.press("Make 1 label").shows("The labels are ready");
            screen.shows("Printed 1 time").shows("last by operator").isAccessible();
            screen.that(screen.button("Make 1 label")).isDisabled();
            screen.fill("Reason", "The first one is torn").picture("label-again-phone");
            screen.press("Make 1 label").shows("Printed 2 times");

            screen.page().getByText("all prints").click();
            screen.shows("The first one is torn").isAccessible().picture("print-log-phone");
            link(screen, "1 label").first().click();
            screen.shows("copy 2").shows(serial(hall)).isAccessible();
        }
    }

    @Test
    void printsOnTheRestOfASheetAndGoesOnWhereItEnded() throws IOException {
        Hall hall = Hall.open();
        numbered(hall, "B");
        received(hall);
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            openLabel(screen, unit(hall));
            select(screen, "Sheet", "A4 · 3 × 8 · 70 × 36 mm");
            screen.page().getByLabel("Position 5: row 2, column 2").check(new Locator.CheckOptions().setForce(true));
            screen.shows("One sheet").isAccessible().picture("label-sheet");
            screen.press("Make 1 label").shows("The labels are ready");
            assertThat(new String(saved(screen), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            screen.that(screen.page().getByLabel("Position 6: row 2, column 3")).isChecked();
        }
        assertThat(hall.get("/api/v1/prints?unit=" + unit(hall)).text("/items/0/sheet"))
                .isEqualTo("A4-3x8");
    }

    @Test
    void saysAtTheFieldWhatWouldMakeALabelWrong() {
        Hall hall = Hall.open();
        numbered(hall, "C");
        try (Screen screen = hall.screen("operator", Device.DESK)) {
            screen.go("/items/" + hall.code("C")).press("Print label");
            drawer(screen).getByLabel("Lot").fill("CHÄRGE");
            screen.shows("This label would be wrong");
            screen.that(drawer(screen).getByLabel("Lot")).hasAttribute("aria-invalid", "true");
            screen.that(screen.button("Make 1 label")).isDisabled();
            screen.isAccessible().picture("label-faults");
            drawer(screen).getByLabel("Lot").fill("CHARGE-1");
            screen.that(drawn(screen)).isVisible();
        }
    }

    @Test
    void sendsLabelsToAPrinterAndSaysWhenItIsOff() throws IOException {
        Hall hall = Hall.open();
        numbered(hall, "B");
        received(hall);
        String code = hall.code("PRN");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Screen screen = hall.screen("administrator", Device.DESK)) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> heardBy(socket));
            screen.go("/labels/printers");
            link(screen, "New printer").click();
            screen.fill("Code", code)
                    .fill("Address", "not a name")
                    .fill("Port", String.valueOf(socket.getLocalPort()))
                    .press("Create")
                    .shows("is not the name or address of a machine")
                    .isAccessible();
            screen.fill("Address", "127.0.0.1").press("Create").shows("Printer " + code + " is saved");
            screen.isAccessible().picture("printers");

            openLabel(screen, unit(hall));
            select(screen, "Where to", code);
            screen.press("Print 1 label").shows("Sent").shows("1 label to " + code);
            screen.isAccessible();
            assertThat(heard.join()).startsWith("^XA").contains("^XZ");
            socket.close();

            screen.fill("Reason", "Ribbon ran out").press("Print 1 label").shows("refused the connection");
            screen.isAccessible().picture("printer-off");
            screen.go("/labels/printers/" + code).press("Remove this printer");
            screen.shows("Nothing can be sent to it then").press("Remove").shows(code + " is removed");
        }
    }

    @Test
    void copiesATemplateAndChangesItWithTheLabelInSight() {
        Hall hall = Hall.open();
        numbered(hall, "B");
        received(hall);
        String code = hall.code("OWN");
        try (Screen screen = hall.screen("administrator", Device.DESK)) {
            screen.go("/labels").shows("unit-50x25").isAccessible().picture("label-templates");
            screen.go("/labels/templates/unit-50x25").press("Copy");
            screen.fill("Code", code).fill("Name", "Our label");
            screen.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy"))
                    .click();
            screen.shows("What it looks like");
            screen.that(screen.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Our label");
            fillBox(screen, "Item", hall.code("B"));
            screen.fill("Serial", serial(hall));
            screen.that(drawn(screen)).isVisible();

            content(screen).fill("{nothing}");
            screen.shows("nothing").press("Save");
            screen.that(content(screen)).hasAttribute("aria-invalid", "true");
            screen.isAccessible().picture("template-fault");
            content(screen).fill("Pack {name}");
            screen.that(drawn(screen)).isVisible();
            screen.isAccessible().picture("template-editor");
            screen.press("Save").shows("Our label is saved");
        }
        assertThat(hall.get("/api/v1/label-templates/" + code).text("/elements/0/content"))
                .isEqualTo("Pack {name}");
    }

    @Test
    void printsLabelsForWhatWasJustReceived() throws IOException {
        Hall hall = Hall.open();
        numbered(hall, "B");
        try (Screen screen = hall.screen("operator", Device.PHONE)) {
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.scan(hall.code("B")).shows("Now scanning").scan("RCL-001-RCL-003");
            screen.shows("3 pieces").press("Finish receipt · 3").shows("Recorded");
            screen.isAccessible().picture("received-phone").press("Print labels for these");
            screen.that(drawn(screen)).isVisible();
            screen.press("Make 3 labels").shows("The labels are ready").isAccessible();
        }
        String first = hall.get("/api/v1/prints?item=" + hall.code("B")).text("/items/0/print");
        assertThat(hall.get("/api/v1/prints/" + first).texts("/lines", "/serial"))
                .containsExactly("RCL-001", "RCL-002", "RCL-003");
    }

    @Test
    void printsTheLabelOfAPlaceAndOfAContainer() throws IOException {
        Hall hall = Hall.open();
        numbered(hall, "B");
        received(hall);
        String place = hall.code("DOCK");
        try (Screen screen = hall.screen("operator", Device.TABLET)) {
            screen.go("/places/" + place).press("Print label");
            screen.that(drawn(screen)).isVisible();
            choose(screen, "PNG");
            screen.press("Make 1 label").shows("The labels are ready").isAccessible();
            assertThat(read(hall, saved(screen))).anyMatch(text -> text.endsWith(place));

            String box = sscc(hall);
            screen.go("/tasks/pack")
                    .scan(box)
                    .scan(serial(hall))
                    .shows(serial(hall))
                    .press("Pack · 1");
            screen.shows("Recorded").press("Print labels for these");
            screen.that(drawn(screen)).isVisible();
            choose(screen, "PNG");
            screen.press("Make 1 label").shows("The labels are ready").picture("pallet-label");
            assertThat(read(hall, saved(screen))).anyMatch(text -> text.contains("00" + box));
        }
    }

    @Test
    void readersSeeWhatWasPrintedAndPrintNothing() {
        Hall hall = Hall.open();
        received(hall);
        try (Screen screen = hall.screen("viewer", Device.PHONE)) {
            screen.go("/units/" + unit(hall));
            screen.that(screen.page().getByText("Print label")).hasCount(0);
            screen.go("/labels/prints").isAccessible();
            screen.go("/labels/printers");
            screen.that(screen.page().getByText("New printer")).hasCount(0);
        }
    }

    /** A serial of B, in the dock. */
    private static void received(Hall hall) {
        hall.record("""
                {"type":"receive","from":'ACME',"to":'DOCK',"lines":[{"item":'B',"serial":"%s"}]}""".formatted(serial(hall)));
    }

    private static String serial(Hall hall) {
        return hall.code("LBL");
    }

    private static String unit(Hall hall) {
        return hall.get("/api/v1/units?serial=" + serial(hall) + "&item=" + hall.code("B"))
                .text("/items/0/id");
    }

    /** Gives an item a GTIN that no other has, and returns it. */
    private static String numbered(Hall hall, String name) {
        String code = hall.code(name);
        String digits = "095060%07d".formatted(number(hall) * 10 + name.charAt(0) - 'A');
        String gtin = digits + CheckDigit.of(digits);
        Answer item = hall.get("/api/v1/items/" + code);
        String body = item.body().replaceFirst("\\{", "{\"gtin\":\"" + gtin + "\",");
        assertThat(hall.api().put("/api/v1/items/" + code, body).status()).isEqualTo(200);
        return gtin;
    }

    private static String sscc(Hall hall) {
        String digits = "0950600%010d".formatted(number(hall));
        return digits + CheckDigit.of(digits);
    }

    private static int number(Hall hall) {
        return Integer.parseInt(hall.code("").substring(1));
    }

    private static void openLabel(Screen screen, String unit) {
        screen.go("/units/" + unit).press("Print label");
        screen.that(drawer(screen)).isVisible();
    }

    private static Locator drawer(Screen screen) {
        return screen.page().getByRole(AriaRole.DIALOG).last();
    }

    private static Locator drawn(Screen screen) {
        return screen.page().getByAltText("Label of");
    }

    private static Locator content(Screen screen) {
        return screen.page().getByLabel("Content");
    }

    private static void choose(Screen screen, String words) {
        drawer(screen)
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void select(Screen screen, String label, String words) {
        screen.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .click();
        screen.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .click();
    }

    private static void fillBox(Screen screen, String label, String code) {
        Locator field = screen.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label));
        field.fill(code);
        field.press("Tab");
    }

    private static Locator link(Screen screen, String name) {
        return screen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static byte[] saved(Screen screen) throws IOException {
        Download download =
                screen.page().waitForDownload(() -> link(screen, "Save").click());
        return Files.readAllBytes(download.path());
    }

    /** What a scanner would give for the symbols in a picture. */
    private static List<String> read(Hall hall, byte[] png) {
        return hall.api().post("/api/v1/codes:image", "image/png", png).texts("/codes", "");
    }

    private static String heardBy(ServerSocket socket) {
        try (var line = socket.accept()) {
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
