/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemTest {

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
    void refusalIsAProblemDocumentToTheLetter() {
        var answer = server.get("/api/v1/users?limit=0", ADMIN);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.response().body()).isEqualTo("""
                        {"type":"https://gozinto.org/problems/bad-parameter","title":"A parameter is wrong",\
                        "status":400,\
                        "code":"bad-parameter","detail":"limit is 0.",\
                        "errors":[{"pointer":"limit","detail":"A parameter is wrong",\
                        "expected":"1 to 1000","action":"Correct the parameter."}]}""");
    }

    @Test
    void bothWritersOfProblemsWriteTheSame() {
        var refusal = org.gozinto.ledger.Refusal.of("a", "b", "c\n\"").at("/x", "y", "z");
        var mapper = server.bean(tools.jackson.databind.json.JsonMapper.class);
        assertThat(Problem.of(refusal).json()).isEqualTo(mapper.writeValueAsString(Problem.of(refusal)));
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumn() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\n  oops}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
        assertThat(answer.text("/detail")).contains("line 2, column").doesNotContain("org.gozinto");
    }

    @Test
    void emptyBodyIsRefused() {
        var answer = server.post("/api/v1/tokens", ADMIN, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
    }

    @Test
    void fieldGivenTwiceIsRefused() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"name\":\"b\",\"role\":\"viewer\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
    }

    @Test
    void secondValueBehindTheBodyIsRefused() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"role\":\"viewer\"} {}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void unknownFieldIsRefusedWithTheFieldsThatExist() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"rolle\":\"viewer\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unknown-field");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/rolle");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("acts, expiresAt, name, role");
    }

    @Test
    void wrongWordIsRefusedWithTheWordsThatExist() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"role\":\"boss\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/role");
        assertThat(answer.text("/errors/0/expected"))
                .isEqualTo("one of viewer, operator, quality, recallManager, administrator");
    }

    @Test
    void wrongTypeIsRefusedWithItsPlace() {
        var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"role\":\"viewer\",\"acts\":[{}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/acts/0");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("text");
        var number = server.post("/api/v1/tokens", ADMIN, "{\"name\":17,\"role\":\"viewer\"}");
        assertThat(number.status()).isEqualTo(400);
        assertThat(number.text("/errors/0/pointer")).isEqualTo("/name");
    }

    @Test
    void nestingWithoutEndAndNumbersWithoutEndAreRefused() {
        for (String acts : java.util.List.of("[".repeat(100_000), "9".repeat(100_000), "\"\\ud800\"")) {
            var answer = server.post("/api/v1/tokens", ADMIN, "{\"name\":\"a\",\"role\":\"viewer\",\"acts\":[" + acts);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("unreadable");
        }
    }

    @Test
    void otherMediaTypeIsRefusedWithTheOneThatIsTaken() {
        var answer = server.send(server.request("/api/v1/tokens", ADMIN)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a,b")));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("media-type");
        assertThat(answer.text("/errors/0/expected")).contains("application/json");
    }

    @Test
    void otherMethodIsRefusedWithTheOnesThatArePossible() {
        var answer = server.delete("/api/v1/users", ADMIN);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void unknownAddressIsNoSuchPage() {
        var answer = server.get("/api/v1/nothing", ADMIN);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-such-page");
        assertThat(answer.text("/detail")).isEqualTo("There is no page /api/v1/nothing.");
        assertThat(server.get("/error", ADMIN).code()).isEqualTo("no-such-page");
    }

    @Test
    void missingAndWrongParametersAreNamed() {
        var missing = server.get("/probe/number", ADMIN);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("bad-parameter");
        assertThat(missing.text("/errors/0/pointer")).isEqualTo("number");
        var wrong = server.get("/probe/number?number=many", ADMIN);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("bad-parameter");
        assertThat(wrong.text("/detail")).isEqualTo("number is not a whole number.");
        assertThat(wrong.text("/errors/0/expected")).isEqualTo("a whole number");
    }

    @Test
    void formThatDoesNotExistIsNotAcceptable() {
        var answer = server.send(server.request("/api/v1/me", ADMIN).header("Accept", "image/png"));
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not-acceptable");
    }

    @Test
    void faultOfOursTellsATraceAndNothingElse() {
        var answer = server.get("/probe/fail", ADMIN);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.text("/detail")).matches("The server's log has it under trace [0-9a-f]{16}\\.");
        assertThat(answer.response().body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void bodyAboveTheLimitIsRefusedWhetherItsLengthIsToldOrNot() {
        byte[] much = new byte[(int) WebConfiguration.BODY_BYTES_MAX + 1];
        java.util.Arrays.fill(much, (byte) ' ');
        var untold = server.send(server.request("/api/v1/tokens", ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much))));
        assertThat(untold.status()).isEqualTo(413);
        assertThat(untold.code()).isEqualTo("too-large");
    }

    @Test
    void bodyThatIsAnnouncedTooLongIsRefusedBeforeItIsSent() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", server.uri("/").getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n"
                                    + "Content-Type: application/json\r\nAuthorization: Bearer " + ADMIN + "\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var head = new String(socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void brokenAddressIsRefusedWithoutAStackTrace() {
        var answer = rawGet("/api/v1/users/%2e%2e/x;y");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception").doesNotContain("at org.");
        assertThat(rawGet("/api/v1/users/%zz"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"code\":\"bad-request\"");
    }

    static String rawGet(String path) {
        try (var socket = new java.net.Socket("127.0.0.1", server.uri("/").getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + ADMIN + "\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
