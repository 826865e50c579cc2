/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.gozinto.web.AccessServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessApiTest {

    private static final String ADMIN = AccessServer.ADMIN;
    private static final String PASSWORD = "seven green bottles";

    @TempDir
    static Path directory;

    static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, ADMIN);
        server.createUser("boss", "administrator", PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static AccessServer.Answer newToken(String token, String body) {
        return server.post("/api/v1/tokens", token, body);
    }

    @Test
    void signingInGivesATokenForTwelveHours() {
        var answer = server.post("/api/v1/sessions", null, "{\"name\":\"Boss\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("token", "expiresAt");
        assertThat(answer.text("/expiresAt"))
                .isEqualTo(server.clock().instant().plus(Duration.ofHours(12)).toString());
        var me = server.get("/api/v1/me", answer.text("/token"));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/name")).isEqualTo("boss");
        assertThat(me.text("/role")).isEqualTo("administrator");
        assertThat(me.json().at("/may").toString()).contains("\"masters\"");
        assertThat(me.json().at("/records").size()).isEqualTo(17);
    }

    @Test
    void signingOutEndsTheSession() {
        String session = server.signIn("boss", PASSWORD);
        assertThat(server.delete("/api/v1/sessions", session).status()).isEqualTo(204);
        var answer = server.get("/api/v1/me", session);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token-revoked");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(server.delete("/api/v1/sessions", ADMIN).code()).isEqualTo("not-a-session");
    }

    @Test
    void wrongPasswordAndUnknownNameLookTheSame() {
        var wrong = server.post("/api/v1/sessions", null, "{\"name\":\"boss\",\"password\":\"nine purple bottles\"}");
        var unknown =
                server.post("/api/v1/sessions", null, "{\"name\":\"ghost\",\"password\":\"nine purple bottles\"}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("sign-in-failed");
        assertThat(wrong.response().body()).isEqualTo(unknown.response().body());
        var huge = server.post(
                "/api/v1/sessions", null, "{\"name\":\"boss\",\"password\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(huge.code()).isEqualTo("sign-in-failed");
    }

    @Test
    void nothingToSignInWithIsRefused() {
        var answer = server.post("/api/v1/sessions", null, "{\"name\":\" \"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").size()).isEqualTo(2);
    }

    @Test
    void manyWrongPasswordsAreSlowedAndTellHowLong() {
        server.createUser("slow", "viewer", PASSWORD);
        String wrong = "{\"name\":\"slow\",\"password\":\"nine purple bottles\"}";
        AccessServer.Answer answer = server.post("/api/v1/sessions", null, wrong);
        for (int i = 0; i < 10 && answer.status() == 401; i++) {
            answer = server.post("/api/v1/sessions", null, wrong);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-tries");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
        assertThat(server.signIn("boss", PASSWORD)).startsWith("gzt_");
        server.clock().pass(Duration.ofMinutes(5));
        assertThat(server.signIn("slow", PASSWORD)).startsWith("gzt_");
    }

    @Test
    void userIsMadeReadAndChanged() {
        var made = server.createUser("Erika", "operator", PASSWORD);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/users/erika");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.json().propertyNames())
                .containsExactlyInAnyOrder("name", "role", "active", "version", "createdAt");
        assertThat(server.createUser("erika", "operator", PASSWORD).code()).isEqualTo("exists");
        var changed = server.put("/api/v1/users/Erika", ADMIN, "{\"role\":\"quality\",\"active\":true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/role")).isEqualTo("quality");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        var late = server.send(server.request("/api/v1/users/erika", ADMIN)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"role\":\"viewer\",\"active\":true}")));
        assertThat(late.status()).isEqualTo(412);
        assertThat(server.put("/api/v1/users/erika", ADMIN, "{\"role\":\"viewer\"}")
                        .status())
                .isEqualTo(422);
        assertThat(server.put("/api/v1/users/nobody", ADMIN, "{\"role\":\"viewer\",\"active\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/users?limit=1000", ADMIN)
                        .json()
                        .at("/items")
                        .toString())
                .contains("\"erika\"")
                .doesNotContain("bcrypt");
    }

    @Test
    void userListHasPages() {
        server.createUser("page-a", "viewer", PASSWORD);
        server.createUser("page-b", "viewer", PASSWORD);
        var first = server.get("/api/v1/users?limit=1", ADMIN);
        assertThat(first.json().at("/items").size()).isEqualTo(1);
        var second = server.get("/api/v1/users?limit=1&cursor=" + first.text("/nextCursor"), ADMIN);
        assertThat(second.text("/items/0/name")).isGreaterThan(first.text("/items/0/name"));
        assertThat(server.get("/api/v1/users?cursor=!", ADMIN).code()).isEqualTo("bad-parameter");
    }

    @Test
    void lastAdministratorIsNotTakenAway() {
        var answer = server.put("/api/v1/users/boss", ADMIN, "{\"role\":\"administrator\",\"active\":false}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("last-administrator");
    }

    @Test
    void whoIsNotAdministratorKeepsNoUsersAndNoTokens() {
        server.createUser("otto", "operator", PASSWORD);
        String session = server.signIn("otto", PASSWORD);
        for (var answer : java.util.List.of(
                server.get("/api/v1/users", session),
                server.get("/api/v1/tokens", session),
                server.delete("/api/v1/tokens/x", session),
                newToken(session, "{\"name\":\"x\",\"role\":\"viewer\"}"),
                server.post(
                        "/api/v1/users",
                        session,
                        "{\"name\":\"x\",\"role\":\"viewer\",\"password\":\"" + PASSWORD + "\"}"),
                server.put("/api/v1/users/boss", session, "{\"role\":\"viewer\",\"active\":true}"),
                server.put("/api/v1/users/otto", session, "{\"role\":\"administrator\",\"active\":true}"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("forbidden");
            assertThat(answer.text("/detail")).contains("must be administrator");
        }
    }

    @Test
    void anybodyMayChangeTheirOwnPasswordWithTheCurrentOne() {
        server.createUser("paula", "viewer", PASSWORD);
        String session = server.signIn("paula", PASSWORD);
        var wrong = server.put(
                "/api/v1/users/paula", session, "{\"password\":\"nine purple bottles\",\"currentPassword\":\"guess\"}");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.code()).isEqualTo("wrong-password");
        assertThat(server.put("/api/v1/users/paula", session, "{\"password\":\"nine purple bottles\"}")
                        .status())
                .isEqualTo(422);
        var right = server.put(
                "/api/v1/users/paula",
                session,
                "{\"password\":\"nine purple bottles\",\"currentPassword\":\"" + PASSWORD + "\"}");
        assertThat(right.status()).isEqualTo(200);
        assertThat(server.get("/api/v1/me", session).code()).isEqualTo("token-revoked");
        assertThat(server.signIn("paula", "nine purple bottles")).startsWith("gzt_");
    }

    @Test
    void administratorsTooNeedTheirCurrentPassword() {
        server.createUser("ada", "administrator", PASSWORD);
        String session = server.signIn("ada", PASSWORD);
        var without = server.put("/api/v1/users/ada", session, "{\"password\":\"nine purple bottles\"}");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text("/errors/0/pointer")).isEqualTo("/currentPassword");
        assertThat(server.signIn("ada", PASSWORD)).startsWith("gzt_");
    }

    @Test
    void aBrowsersSessionIsACookieThatScriptsCannotRead() {
        server.createUser("clara", "viewer", PASSWORD);
        var signedIn = server.post(
                "/api/v1/sessions", null, "{\"name\":\"clara\",\"password\":\"" + PASSWORD + "\",\"cookie\":true}");
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.response().body()).doesNotContain("gzt_");
        String cookie = signedIn.header("Set-Cookie");
        assertThat(cookie).startsWith("gozinto-session=gzt_").contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(withCookie(cookie, "/api/v1/me").text("/user")).isEqualTo("clara");
    }

    @Test
    void aCookieChangesNothingWithoutTheHeaderThatOtherSitesCannotSend() {
        server.createUser("carl", "viewer", PASSWORD);
        String cookie = server.post(
                        "/api/v1/sessions",
                        null,
                        "{\"name\":\"carl\",\"password\":\"" + PASSWORD + "\",\"cookie\":true}")
                .header("Set-Cookie");
        var foreign = server.send(server.request("/api/v1/sessions", null)
                .header("Cookie", cookie.split(";")[0])
                .DELETE());
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo("foreign-request");
        assertThat(withCookie(cookie, "/api/v1/me").status()).isEqualTo(200);
        var ours = server.send(server.request("/api/v1/sessions", null)
                .header("Cookie", cookie.split(";")[0])
                .header("X-Gozinto", "screens")
                .DELETE());
        assertThat(ours.status()).isEqualTo(204);
        assertThat(ours.header("Set-Cookie")).startsWith("gozinto-session=;").contains("Max-Age=0");
        assertThat(withCookie(cookie, "/api/v1/me").status()).isEqualTo(401);
    }

    private static AccessServer.Answer withCookie(String cookie, String path) {
        return server.send(server.request(path, null)
                .header("Cookie", cookie.split(";")[0])
                .GET());
    }

    @Test
    void guessingTheCurrentPasswordInAnOpenSessionIsSlowedToo() {
        server.createUser("left-open", "viewer", PASSWORD);
        String session = server.signIn("left-open", PASSWORD);
        String guess = "{\"password\":\"nine purple bottles\",\"currentPassword\":\"guess\"}";
        AccessServer.Answer answer = server.put("/api/v1/users/left-open", session, guess);
        for (int i = 0; i < 10 && answer.status() == 403; i++) {
            answer = server.put("/api/v1/users/left-open", session, guess);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        server.clock().pass(Duration.ofMinutes(5));
    }

    @Test
    void tokenIsShownOnceListedAndRevoked() {
        var made = newToken(
                ADMIN,
                "{\"name\":\"scanner 3\",\"role\":\"operator\",\"acts\":[\"ship\",\"move\"],"
                        + "\"expiresAt\":\"2030-01-01T00:00:00+01:00\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/expiresAt")).isEqualTo("2029-12-31T23:00:00Z");
        assertThat(made.header("Cache-Control")).contains("no-store");
        String token = made.text("/token");
        String id = made.text("/id");
        assertThat(token).startsWith("gzt_" + id + "_");
        assertThat(server.get("/api/v1/me", token).json().at("/records").toString())
                .isEqualTo("[\"move\",\"ship\"]");
        var list = server.get("/api/v1/tokens", ADMIN);
        assertThat(list.response().body()).contains(id).doesNotContain(token);
        assertThat(server.delete("/api/v1/tokens/" + id, ADMIN).status()).isEqualTo(204);
        var answer = server.get("/api/v1/me", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token-revoked");
        assertThat(server.delete("/api/v1/tokens/none", ADMIN).code()).isEqualTo("no-such-token");
    }

    @Test
    void narrowedTokenOfAnAdministratorKeepsNoUsers() {
        String token = newToken(ADMIN, "{\"name\":\"x\",\"role\":\"administrator\",\"acts\":[\"ship\"]}")
                .text("/token");
        var answer = server.get("/api/v1/users", token);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/detail")).contains("may only read and record ship");
    }

    @Test
    void tokenStopsWhenItsUserIsDeactivated() {
        server.createUser("short", "administrator", PASSWORD);
        String token = newToken(server.signIn("short", PASSWORD), "{\"name\":\"x\",\"role\":\"viewer\"}")
                .text("/token");
        assertThat(server.get("/api/v1/me", token).text("/name")).isEqualTo("short/x");
        server.put("/api/v1/users/short", ADMIN, "{\"role\":\"administrator\",\"active\":false}");
        assertThat(server.get("/api/v1/me", token).code()).isEqualTo("token-revoked");
    }

    @Test
    void tokenEndsAtItsTime() {
        String token = newToken(
                        ADMIN,
                        "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\""
                                + server.clock().instant().plusSeconds(60) + "\"}")
                .text("/token");
        assertThat(server.get("/api/v1/me", token).status()).isEqualTo(200);
        server.clock().pass(Duration.ofSeconds(61));
        assertThat(server.get("/api/v1/me", token).code()).isEqualTo("token-expired");
    }

    @Test
    void wrongActsAreNamedByTheirPlace() {
        var answer = newToken(ADMIN, "{\"name\":\"x\",\"role\":\"operator\",\"acts\":[\"ship\",null,\"hold\"]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/acts/1");
        assertThat(answer.text("/errors/1/pointer")).isEqualTo("/acts/2");
    }

    @Test
    void setupIsClosedWhenThereIsATokenInTheEnvironment() {
        var answer =
                server.post("/api/v1/setup", null, "{\"token\":\"\",\"name\":\"x\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("setup-token");
    }
}
