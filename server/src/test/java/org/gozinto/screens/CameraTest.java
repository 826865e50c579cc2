/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes by camera: the browser's own camera sees a film of symbols. */
class CameraTest {

    private static final String GTIN = "09506000198002";

    @TempDir
    private Path folder;

    @Test
    void receivesTenSerialsOneAfterTheOther() throws IOException {
        Hall hall = Hall.open();
        String item = hall.code("CAM");
        String made =
                "{\"code\":\"%s\",\"name\":\"Camera pack\",\"tracking\":\"serial\",\"unit\":\"EA\",\"gtin\":\"%s\"}";
        assertThat(hall.api().post("/api/v1/items", made.formatted(item, GTIN)).status())
                .isEqualTo(201);
        FakeCamera camera = FakeCamera.lookingFor(2);
        for (int i = 1; i <= 10; i++) {
            camera.at(FakeCamera.gs1DataMatrix("[01]" + GTIN + "[21]CAM-%02d".formatted(i)));
        }
        try (Browser browser = Browsers.withCamera(camera.film(folder));
                Screen screen = Screen.open(browser, hall.root(), Device.PHONE, ColorScheme.LIGHT)) {
            screen.signIn("operator", Hall.PASSWORD);
            screen.go("/tasks/receive").scan(hall.code("ACME")).scan(hall.code("DOCK"));
            screen.shows(Pattern.compile("Acme Cells → " + hall.code("DOCK")));
            screen.page().locator(".entry-box").getByLabel("Camera").click();
            screen.shows(Pattern.compile("\\d scanned")).isAccessible().picture("camera-phone");
            screen.that(screen.page().getByTestId("counter")).hasText("10");
            // The film begins again: what was seen before is a scan too many, and not counted.
            screen.shows("Scanned twice, not counted");
            screen.that(screen.page().getByTestId("counter")).hasText("10");
            screen.page().getByLabel("Close the camera").click();
            screen.press("Finish receipt · 10").shows("Recorded");
        }
        assertThat(hall.get("/api/v1/units?place=" + hall.code("DOCK")).json().at("/items"))
                .hasSize(10);
    }

    @Test
    void readsEachSymbologyAsItIsPrinted() throws IOException {
        var labels = new LinkedHashMap<String, java.awt.image.BufferedImage>();
        String address = "https://id.example.com/01/09506000134352/21/SN1";
        labels.put("]C10109506000134352" + "21SN1", FakeCamera.gs1Code128("[01]09506000134352[21]SN1"));
        labels.put(
                "]d20109506000134352" + "10LOT/A\u001d21SN2",
                FakeCamera.gs1DataMatrix("[01]09506000134352[10]LOT/A[21]SN2"));
        labels.put("]Q1" + address, FakeCamera.qr(address));
        labels.put("]C0B36-0041877", FakeCamera.code128("B36-0041877"));
        labels.put("]Q1PLAIN-QR-7", FakeCamera.qr("PLAIN-QR-7"));
        labels.put("]E09506000134352", FakeCamera.ean13("950600013435"));
        labels.put("]I109506000134352", FakeCamera.itf14("0950600013435"));
        labels.put("]C0+A99912345/$$52001510X3G", FakeCamera.code128("+A99912345/$$52001510X3G"));
        FakeCamera camera = FakeCamera.lookingFor(3).atNothing();
        labels.values().forEach(camera::at);
        try (Browser browser = Browsers.withCamera(camera.film(folder));
                Screen screen = Screen.open(browser, Hall.open().root(), Device.DESK, ColorScheme.DARK)) {
            screen.signIn("viewer", Hall.PASSWORD).go("/trace");
            screen.page().evaluate("() => { window.heard = [] }");
            screen.page().onRequest(request -> {
                if (request.url().contains("/lookup?code=")) {
                    screen.page()
                            .evaluate("url => window.heard.push(new URL(url).searchParams.get('code'))", request.url());
                }
            });
            screen.page().locator("header").getByLabel("Camera").click();
            for (Map.Entry<String, ?> label : labels.entrySet()) {
                screen.page().waitForFunction("code => window.heard.includes(code)", label.getKey());
            }
            screen.isAccessible().picture("camera-desk-dark");
            assertThat((java.util.List<?>) screen.page().evaluate("() => [...new Set(window.heard)].sort()"))
                    .isEqualTo(labels.keySet().stream().sorted().toList());
        }
    }
}
