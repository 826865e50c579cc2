/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gozinto.screens.Screen.Device;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Codes from photos, good and bad; this browser has no camera, and says so. */
class PhotoTest {

    @TempDir
    private Path folder;

    @Test
    void readsAPhotoAndSaysWhatIsWrongWithAFileThatIsNone() throws IOException {
        byte[] good = png(FakeCamera.code128("PHOTO-0001"));
        try (Screen screen = Hall.open().screen("viewer", Device.PHONE)) {
            screen.go("/lookup");
            screen.page().locator("header").getByLabel("Camera").click();
            screen.shows("There is no camera").isAccessible().picture("camera-none-phone");
            choose(screen, "label.png", good);
            screen.shows("]C0PHOTO-0001").isAccessible().picture("photo-phone");
            screen.page()
                    .getByText("]C0PHOTO-0001")
                    .locator("visible=true")
                    .first()
                    .click();
            screen.that(screen.page()).hasURL(Pattern.compile(".*/lookup\\?code=%5DC0PHOTO-0001"));

            choose(screen, "notes.png", "Lot;Serial;Quantity and more".getBytes(StandardCharsets.UTF_8));
            screen.shows("This is not a picture");
            choose(screen, "cut.png", Arrays.copyOf(good, good.length / 2));
            screen.shows(Pattern.compile("The file is damaged|No code found"));
            choose(screen, "huge.png", claiming(good, 60_000, 60_000));
            screen.shows("more than 40 million pixels");
            Path heavy = Files.write(folder.resolve("heavy.jpg"), new byte[26_000_000]);
            screen.page().locator(".camera input[type=file]").setInputFiles(heavy);
            screen.shows("more than 25 MB").isAccessible().picture("photo-bad-phone");
            choose(screen, "empty.png", png(FakeCamera.nothing()));
            screen.shows("No code found");
        }
    }

    @Test
    void readsSeveralCodesOfOnePhoto() throws IOException {
        try (Screen screen = Hall.open().screen("viewer", Device.DESK)) {
            screen.go("/lookup");
            screen.page().locator("header").getByLabel("Camera").click();
            BufferedImage two = FakeCamera.above(
                    FakeCamera.gs1Code128("[01]09506000134352"), FakeCamera.gs1Code128("[17]271231[10]LOT-A"));
            choose(screen, "two.png", png(two));
            screen.shows("2 codes are in the photo").isAccessible().picture("photo-two-desk");
            screen.press("All of them are of one thing");
            screen.that(screen.page()).hasURL(Pattern.compile(".*/lookup\\?code=[^&]+&code=[^&]+"));
        }
    }

    @Test
    void readsThePicturesOfOthers() throws IOException {
        String folder = System.getenv("GOZINTO_REAL_DATA");
        Assumptions.assumeTrue(folder != null, "GOZINTO_REAL_DATA is not set: pictures made by others are not tried");
        Path images = Path.of(folder, "images");
        var mapper = new JsonMapper();
        try (Screen screen = Hall.open().screen("viewer", Device.DESK)) {
            screen.go("/lookup");
            screen.page().locator("header").getByLabel("Camera").click();
            for (String line : Files.readAllLines(images.resolve("expected.jsonl"))) {
                var expected = mapper.readTree(line);
                String file = expected.at("/file").asString();
                choose(screen, file, Files.readAllBytes(images.resolve(file)));
                screen.shows(file);
                String code = expected.at("/symbologyIdentifier").asString()
                        + expected.at("/text").asString();
                var button = screen.page().locator(".camera-photo-codes button").first();
                screen.that(button).hasText(code.replace('\u001d', '␝'));
            }
        }
    }

    private static void choose(Screen screen, String name, byte[] content) {
        screen.page().locator(".camera input[type=file]").setInputFiles(new FilePayload(name, "image/png", content));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }

    /** A small file that says that it is a huge picture. */
    private static byte[] claiming(byte[] png, int width, int height) {
        var huge = java.nio.ByteBuffer.wrap(png.clone());
        huge.putInt(16, width).putInt(20, height);
        return huge.array();
    }
}
