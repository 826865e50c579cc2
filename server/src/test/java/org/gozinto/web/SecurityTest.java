/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityTest {

    private static final String ADMIN = AccessServer.ADMIN;

    @TempDir
    static Path directory;

    static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void healthAndDescriptionAreOpenToAnybody() {
        var health = server.get("/actuator/health", null);
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("/status")).isEqualTo("UP");
        assertThat(health.json().has("components")).isFalse();
        assertThat(server.get("/openapi.json", null).status()).isEqualTo(200);
        var head = server.send(server.request("/actuator/health", null).HEAD());
        assertThat(head.status()).isEqualTo(200);
    }

    @Test
    void everythingElseAsksForAToken() {
        for (String path : List.of(
                "/nothing", "/api/v1/me", "/api/v1/users", "/api/v1/nothing", "/actuator", "/actuator/env", "/error")) {
            var answer = server.get(path, null);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(server.post("/actuator/health", null, "{}").status()).isEqualTo(401);
    }

    @Test
    void tokenThatIsNotGoodIsRefusedWithTheReason() {
        assertThat(server.get("/api/v1/me", "gzt_0123456789_nonsense").text("/detail"))
                .isEqualTo("The token was mistyped or cut off: its check sum is wrong.");
        assertThat(server.get("/api/v1/me", ADMIN + "x").status()).isEqualTo(401);
        assertThat(server.get("/api/v1/me", ADMIN.substring(1)).status()).isEqualTo(401);
        assertThat(server.get("/api/v1/me", "x".repeat(2_000)).status()).isEqualTo(401);
    }

    @Test
    void openPagesDoNotMindABadToken() {
        assertThat(server.get("/actuator/health", "nonsense").status()).isEqualTo(200);
    }

    @Test
    void headerOfManyKilobytesIsRefusedAndTheServerLives() {
        assertThat(server.get("/api/v1/me", "x".repeat(50_000)).status()).isBetween(400, 431);
        assertThat(server.get("/api/v1/me", ADMIN).status()).isEqualTo(200);
    }

    @Test
    void otherSchemesAndSecondHeadersAreRefused() {
        var basic = server.send(HttpRequest.newBuilder(server.uri("/api/v1/me")).header("Authorization", "Basic YTpi"));
        assertThat(basic.status()).isEqualTo(401);
        var two = server.send(server.request("/api/v1/me", ADMIN).header("Authorization", "Bearer " + ADMIN));
        assertThat(two.status()).isEqualTo(401);
        assertThat(two.text("/detail")).isEqualTo("There are 2 Authorization headers.");
    }

    @Test
    void schemeIsReadInAnyCase() {
        var answer = server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/me")).header("Authorization", "bEARER " + ADMIN));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tokenInAnAddressIsRefusedEvenWithAGoodOneInTheHeader() {
        for (String query : List.of(
                "?x=gzt_0123456789_abc", "?x=%67zt_0123456789_abc", "?access_token=abc", "?a=b&access_token=abc")) {
            var answer = server.get("/api/v1/me" + query, ADMIN);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("token-in-address");
        }
    }

    @Test
    void answersCarrySecurityHeadersAndNoCookie() {
        for (var answer : List.of(server.get("/api/v1/me", ADMIN), server.get("/api/v1/me", null))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self' 'wasm-unsafe-eval';");
            assertThat(answer.header("Permissions-Policy")).isEqualTo("camera=(self), microphone=(), geolocation=()");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void otherSitesMayNotCall() {
        var answer = server.send(server.request("/api/v1/me", ADMIN).header("Origin", "https://evil.example"));
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void descriptionNamesTheSchemeTheProblemAndTheOperations() {
        var api = server.get("/openapi.json", null).json();
        assertThat(api.at("/info/title").asString()).isEqualTo("Gozinto");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0/bearer").isArray()).isTrue();
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode())
                .isFalse();
        assertThat(api.at("/paths/~1api~1v1~1me/get/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/paths/~1api~1v1~1me/get/parameters").isMissingNode())
                .isTrue();
        assertThat(api.at("/paths/~1error").isMissingNode()).isTrue();
        assertThat(api.at("/paths/~1api~1v1~1sessions/post/security").size()).isZero();
        assertThat(api.at("/components/schemas/Role").isMissingNode()
                        && api.toString().contains("\"VIEWER\""))
                .isFalse();
    }
}
