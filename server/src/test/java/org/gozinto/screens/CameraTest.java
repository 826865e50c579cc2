/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.gozinto.identify.HibcLabel;
import org.gozinto.identify.Options;
import org.gozinto.screens.Screen.Device;
import org.gozinto.story.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes by camera: the browser's own camera sees a film of symbols. */
class CameraTest {

    private static final String GTIN = "09506000198002";

    /** The film has 22 seconds and is seen several times: a camera takes a moment to see each label sharply. */
    private static final int FILM_PATIENCE_MS = 90_000;

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

    /** A label printed by the server, and what its symbol says. */
    private record Printed(String symbology, String content, String label, String scanned) {}

    @Test
    void readsEverySymbologyThatIsPrinted() throws IOException {
        Hall hall = Hall.open();
        String pack = item(hall, "PACK", "lot+serial", "09506000198033", "");
        String valve = item(
                hall,
                "VALVE",
                "lot",
                "00036000291452",
                ",\"codes\":[{\"scheme\":\"hibc\",\"value\":\"A999CAMERA71\"}]");
        String small = item(hall, "SMALL", "none", "00000096385074", "");
        String unit = "{\"item\":\"%s\",\"lot\":\"LOT/A\",\"serial\":\"SN-2\"}".formatted(pack);
        String lot = "{\"item\":\"%s\",\"lot\":\"LA1\"}".formatted(valve);
        String elements = "0109506000198033" + "10LOT/A\u001d21SN-2";
        String link = "https://id.gs1.org/01/09506000198033/10/LOT%2FA/21/SN-2";
        String hibc = new HibcLabel("A999", "CAMERA7", 1, "LA1", null, null, null, null)
                .concatenated(Options.on(LocalDate.EPOCH))
                .valueOrNull();
        String all = "(01){gtin}(10){lot}(21){serial}";
        List<Printed> printed = List.of(
                new Printed("gs1-128", all, unit, "]C1" + elements),
                new Printed("gs1-datamatrix", all, unit, "]d2" + elements),
                new Printed("gs1-qr", all, unit, "]Q3" + elements),
                new Printed("gs1-digital-link-qr", all, unit, "]Q1" + link),
                new Printed("code-128", "{lot}", unit, "]C0LOT/A"),
                new Printed("datamatrix", "{serial}", unit, "]d1SN-2"),
                new Printed("qr", "{serial}", unit, "]Q1SN-2"),
                new Printed("ean-13", "{gtin}", unit, "]E09506000198033"),
                new Printed("itf-14", "{gtin}", unit, "]I109506000198033"),
                new Printed("upc-a", "{gtin}", lot, "]E00036000291452"),
                new Printed("ean-8", "{gtin}", "{\"item\":\"" + small + "\"}", "]E496385074"),
                new Printed("hibc-128", "{hibc}", lot, "]C0" + hibc),
                new Printed("hibc-datamatrix", "{hibc}", lot, "]d1" + hibc),
                new Printed("hibc-qr", "{hibc}", lot, "]Q1" + hibc));
        FakeCamera camera = FakeCamera.lookingFor(3).atNothing();
        for (Printed one : printed) {
            camera.at(FakeCamera.onTable(picture(hall, one)));
        }
        Set<String> scanned = printed.stream().map(Printed::scanned).collect(Collectors.toCollection(TreeSet::new));
        Set<String> heard = new ConcurrentSkipListSet<>();
        try (Browser browser = Browsers.withCamera(camera.film(folder));
                Screen screen = Screen.open(browser, hall.root(), Device.DESK, ColorScheme.DARK)) {
            screen.signIn("viewer", Hall.PASSWORD).go("/trace");
            screen.page().onRequest(request -> {
                String query = URI.create(request.url()).getRawQuery();
                if (request.url().contains("/lookup?code=")) {
                    heard.add(URLDecoder.decode(query.substring("code=".length()), StandardCharsets.UTF_8));
                }
            });
            screen.page().locator("header").getByLabel("Camera").click();
            screen.page()
                    .waitForCondition(
                            () -> heard.containsAll(scanned),
                            new Page.WaitForConditionOptions().setTimeout(FILM_PATIENCE_MS));
            screen.isAccessible().picture("camera-desk-dark");
        } finally {
            assertThat(heard).containsExactlyElementsOf(scanned);
        }
    }

    private static String item(Hall hall, String name, String tracking, String gtin, String more) {
        String code = hall.code(name);
        String body = "{\"code\":\"%s\",\"name\":\"%s\",\"tracking\":\"%s\",\"gtin\":\"%s\"%s}";
        assertThat(hall.api()
                        .post("/api/v1/items", body.formatted(code, name, tracking, gtin, more))
                        .status())
                .isEqualTo(201);
        return code;
    }

    private static final String ONE_SYMBOL = """
            {"code":"%s","name":"Film","about":"case","widthMm":90,"heightMm":40,"elements":[
              {"kind":"symbol","x":2,"y":2,"width":86,"height":36,"symbology":"%s","content":"%s"}]}""";

    private static BufferedImage picture(Hall hall, Printed one) throws IOException {
        String template = hall.code("FILM-" + one.symbology()).toUpperCase(Locale.ROOT);
        String body = ONE_SYMBOL.formatted(template, one.symbology(), one.content());
        Answer kept = hall.api().put("/api/v1/label-templates/" + template, body);
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        Answer drawn = hall.api()
                .post(
                        "/api/v1/labels:preview",
                        "{\"template\":\"%s\",\"format\":\"png\",\"dpi\":300,\"label\":%s}"
                                .formatted(template, one.label()));
        assertThat(drawn.status()).as(one + " " + drawn).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(drawn.response().body()));
    }
}
