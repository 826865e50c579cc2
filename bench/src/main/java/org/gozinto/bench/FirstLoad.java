/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What comes over the wire when a browser that knows nothing opens the screens, as it was sent: compressed. */
final class FirstLoad {

    private static final List<String> ADDRESSES = List.of("/", "/tasks/receive", "/lookup");

    private enum Part {
        PROGRAM,
        TYPEFACES,
        ANSWERS;

        static Part of(String path) {
            return path.startsWith("/api/") ? ANSWERS : path.endsWith(".woff2") ? TYPEFACES : PROGRAM;
        }
    }

    private FirstLoad() {}

    static void measure(Server server, Chromium chromium, Table table) {
        for (String address : ADDRESSES) {
            try (BrowserContext visitor = chromium.visitor(server)) {
                Page page = visitor.newPage();
                CDPSession inside = visitor.newCDPSession(page);
                Map<String, String> paths = new HashMap<>();
                Map<String, Double> kb = new HashMap<>();
                inside.on("Network.responseReceived", event -> paths.put(id(event), path(event)));
                inside.on(
                        "Network.loadingFinished",
                        event -> kb.merge(
                                paths.getOrDefault(id(event), ""),
                                event.get("encodedDataLength").getAsDouble() / 1_000,
                                Double::sum));
                inside.send("Network.enable");
                Chromium.go(page, address);
                page.locator("h1").first().waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                double program = sum(kb, Part.PROGRAM);
                table.row(
                        address,
                        Table.number(program),
                        Table.number(sum(kb, Part.TYPEFACES)),
                        Table.number(sum(kb, Part.ANSWERS)),
                        Table.number((long) paths.size()));
                Lab.say("%s: %.0f kB of program, most of it %s", address, program, largest(kb));
            }
        }
    }

    private static double sum(Map<String, Double> kb, Part part) {
        return kb.entrySet().stream()
                .filter(e -> Part.of(e.getKey()) == part)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String largest(Map<String, Double> kb) {
        return kb.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(12)
                .map(e -> String.format(Locale.ROOT, "%s %.0f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static String path(JsonObject event) {
        // A picture within a style has no path and comes over no wire.
        return Objects.requireNonNullElse(
                URI.create(event.getAsJsonObject("response").get("url").getAsString())
                        .getPath(),
                "");
    }
}
