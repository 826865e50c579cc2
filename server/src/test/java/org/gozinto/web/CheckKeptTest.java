/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.web.AccessServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is made of the published recalls is made once, over HTTP. */
class CheckKeptTest {

    @TempDir
    static Path directory;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, AccessServer.ADMIN, "gozinto.company=Voltride");
        GivenUnits.in(server);
        GivenUnits.publish(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer get(String path, String... headers) {
        HttpRequest.Builder request = server.request(path, null).GET();
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void whatIsMadeOfTheRecallsIsKeptUntilTheyChange() {
        List<String> paths = List.of(
                "/check/recalls.json",
                "/check/recalls.json?lang=de",
                "/check/feed.atom",
                "/check/feed.atom?lang=de",
                "/check/recalls",
                "/check/recalls?lang=de",
                "/check/recalls?embed=1",
                "/check/recalls?from=1",
                "/check/recalls/VR-2026-03",
                "/check/recalls/R-2026-001");
        Map<String, String> tags = new HashMap<>();
        for (String path : paths) {
            Answer answer = get(path);
            String tag = answer.header("ETag");
            assertThat(tag).as(path).startsWith("W/\"");
            assertThat(tags.put(path, tag)).isNull();
            assertThat(get(path).response().body())
                    .as(path)
                    .isEqualTo(answer.response().body());
            Answer again = get(path, "If-None-Match", tag);
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.response().body()).isEmpty();
            assertThat(get(path, "Accept-Encoding", "gzip").status()).isEqualTo(200);
        }
        assertThat(tags.values()).as("each is something else").doesNotHaveDuplicates();
        server.clock().pass(Duration.ofMinutes(2));
        assertThat(get("/check/recalls.json", "If-None-Match", tags.get("/check/recalls.json"))
                        .status())
                .as("only the time is another one")
                .isEqualTo(304);
        server.bean(GivenRecalls.class)
                .publish(GivenRecalls.recall(
                        "R-2026-004",
                        "Lever can break",
                        null,
                        new PublicRecalls.Affected(
                                "BRAKE", "Brake lever", GivenUnits.BRAKE, List.of("B8"), List.of())));
        for (String path : paths) {
            // A notice says nothing of other recalls.
            assertThat(get(path, "If-None-Match", tags.get(path)).status())
                    .as(path)
                    .isEqualTo(path.startsWith("/check/recalls/") ? 304 : 200);
        }
        assertThat(get("/check/recalls").response().body()).contains("Lever can break", "B8");
        assertThat(get("/check/feed.atom").response().body()).contains("Lever can break");
        JsonNode json = get("/check/recalls.json").json();
        assertThat(json.at("/recalls").size()).isEqualTo(4);
        assertThat(json.at("/recalls/0/affected/0/lots/0").asString()).isEqualTo("B8");
        server.bean(GivenRecalls.class).none();
        assertThat(get("/check/recalls.json").json().at("/recalls").size()).isZero();
        assertThat(get("/check/recalls/VR-2026-03").status()).isEqualTo(404);
    }
}
