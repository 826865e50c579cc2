/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The one browser of a test run: the Chromium that is installed here. */
final class Browsers {

    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser shared;

    private Browsers() {}

    /** The browser; without one the test is skipped, or fails where CI runs. */
    static synchronized Browser shared() {
        if (shared == null) {
            shared = launch(ARGUMENTS);
        }
        return shared;
    }

    /** A browser of its own, whose camera sees a film; whoever opens it closes it. */
    static synchronized Browser withCamera(Path film) {
        var arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--use-fake-device-for-media-stream");
        arguments.add("--use-fake-ui-for-media-stream");
        arguments.add("--use-file-for-fake-video-capture=" + film.toAbsolutePath());
        return launch(arguments);
    }

    private static Browser launch(List<String> arguments) {
        Path chromium = installed();
        if (playwright == null) {
            Playwright made = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                            "1",
                            "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS",
                            "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            playwright = made;
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(arguments)
                        .setTimeout(120_000));
    }

    private static Path installed() {
        @Nullable
        Path found = Stream.of(
                        System.getenv("GOZINTO_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found == null) {
            String lacking = "No browser was found: install chromium, or name one in GOZINTO_CHROMIUM.";
            if (System.getenv("CI") != null) {
                throw new AssertionError(lacking);
            }
            Assumptions.abort(lacking);
        }
        return found;
    }
}
