/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreensTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @TempDir
    static Path directory;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, AccessServer.ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/setup",
                "/lookup?code=X",
                "/units/17",
                "/items/A%2FB",
                "/tasks/receive",
                "/trace",
                "/scopes/0190a0b0-0000-7000-8000-000000000001",
                "/masters/places/A-01",
                "/imports",
                "/settings"
            })
    void everyAddressOfTheScreensIsTheSamePageForAnybody(String path) {
        var answer = server.send(server.request(path, null).GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(answer.response().body()).contains("<div id=\"root\">");
    }

    @Test
    void scriptsMayBeKeptForEver() {
        String page = server.send(server.request("/", null).GET()).response().body();
        var script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        var answer = server.send(server.request(script.group(1), null).GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void scriptsComeAsSmallAsTheBrowserTakesThem() {
        String page = server.send(server.request("/", null).GET()).response().body();
        var script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        var answer = server.send(server.request(script.group(1), null)
                .header("Accept-Encoding", "gzip, br")
                .GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("br");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void whatIsNoScreenIsNoPage() {
        assertThat(server.send(server.request("/nothing", null).GET()).status()).isEqualTo(401);
        assertThat(server.send(server.request("/assets/nothing.js", null).GET()).status())
                .isEqualTo(404);
    }
}
