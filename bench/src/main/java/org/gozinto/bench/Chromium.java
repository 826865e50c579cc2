/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The Chromium that is installed here, without a window. It ends with this object. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String USER = "scanner";
    private static final String PASSWORD = "harbour-crane-17";
    private static final int PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS)
                        .setTimeout(120_000));
    }

    static Chromium start() {
        Path program = Stream.of(
                        System.getenv("GOZINTO_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no browser was found: install chromium, or name one in GOZINTO_CHROMIUM"));
        return new Chromium(program);
    }

    String version() {
        return browser.version();
    }

    /** Makes the user that all visitors are. */
    static void user(Server server) throws java.io.IOException {
        server.master("users", "{\"name\":\"" + USER + "\",\"role\":\"operator\",\"password\":\"" + PASSWORD + "\"}");
    }

    /** A browser that was never here, signed in, at a desk; its stopwatch runs in every page. */
    BrowserContext visitor(Server server) {
        String root = "http://127.0.0.1:" + server.port();
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(root)
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
        visitor.setDefaultTimeout(PATIENCE_MS);
        visitor.addInitScript(Stopwatch.SCRIPT);
        var answer = visitor.request()
                .post(
                        root + "/api/v1/sessions",
                        RequestOptions.create()
                                .setData(Map.of("name", USER, "password", PASSWORD, "cookie", Boolean.TRUE)));
        if (answer.status() != 201) {
            throw new IllegalStateException("not signed in: " + answer.text());
        }
        return visitor;
    }

    /** Opens an address of the screens. */
    static void go(Page page, String path) {
        var answer = page.navigate(path);
        if (answer == null || !answer.ok()) {
            throw new IllegalStateException("no screens at " + path + ": was the server built without them?");
        }
    }

    /** What the page's objects take once all that nobody holds is gone. */
    static double heapMib(Page page) {
        CDPSession inside = page.context().newCDPSession(page);
        try {
            inside.send("HeapProfiler.enable");
            inside.send("HeapProfiler.collectGarbage");
            JsonObject usage = inside.send("Runtime.getHeapUsage");
            return usage.get("usedSize").getAsDouble() / (1 << 20);
        } finally {
            inside.detach();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
