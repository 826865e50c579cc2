/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How requests are taken: ids and repeats, batches, media types, sizes, tokens, and codes of any shape. */
class RequestsTest {

    private final RunningServer server = Engine.SQLITE.shared();
    private final Story story = new Story(server);

    private String receipt(String id, String line) {
        story.place("A", "\"kind\":\"bin\"");
        String head = "{\"type\":\"receive\",\"id\":\"" + id + "\",\"occurredAt\":\"2025-03-03T08:00:00Z\"";
        return head
                + ",\"from\":\"%s\",\"to\":\"%s\",\"lines\":[%s]}"
                        .formatted(story.partner("SUP"), story.code("A"), story.line(line));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static List<String> verdicts(Answer batch) {
        assertThat(batch.status()).as(batch.toString()).isEqualTo(200);
        assertThat(batch.contentType()).startsWith("application/x-ndjson");
        return batch.lines().stream()
                .map(line -> line.at("/line").asInt() + " " + line.at("/status").asInt() + " "
                        + line.at("/code").asString(""))
                .map(String::strip)
                .toList();
    }

    @Test
    void theSameIdAndBodyAgainGetsTheSameBytes() {
        String act = receipt(newId(), "1 R1");
        Answer first = server.post("/api/v1/entries", act);
        Answer again = server.post("/api/v1/entries", act);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(story.holdings("R1")).containsExactly("1.000 at A");
    }

    @Test
    void theSameIdWithAnotherBodyIsRefused() {
        String id = newId();
        server.post("/api/v1/entries", receipt(id, "1 R1"));
        Answer other = server.post("/api/v1/entries", receipt(id, "2 R1"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id-reused");
        assertThat(story.holdings("R1")).containsExactly("1.000 at A");
    }

    @Test
    void theIdOfARefusedActMayBeUsedForTheMendedOne() {
        String id = newId();
        assertThat(server.post("/api/v1/entries", receipt(id, "0 R1")).status()).isEqualTo(422);
        assertThat(server.post("/api/v1/entries", receipt(id, "1 R1")).status()).isEqualTo(201);
    }

    @Test
    void everyLineOfABatchHasItsVerdictInOrderAndABadOneTakesNoOtherWithIt() {
        String id = newId();
        Answer batch = server.batch(
                false,
                receipt(newId(), "1 R1"),
                "{broken",
                "",
                receipt(newId(), "-1 R1"),
                receipt(id, "1 R1"),
                receipt(id, "1 R1"),
                receipt(id, "2 R1"),
                "[]",
                "null",
                "\u0000",
                receipt(newId(), "1 R1"));
        assertThat(verdicts(batch))
                .containsExactly(
                        "1 201",
                        "2 400 unreadable",
                        "4 422 not-positive",
                        "5 201",
                        "6 200",
                        "7 409 id-reused",
                        "8 422 invalid",
                        "9 422 invalid",
                        "10 400 unreadable",
                        "11 201");
        JsonNode refused = batch.lines().get(2);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/qty");
        assertThat(refused.at("/id").asString()).isNotEmpty();
        assertThat(story.holdings("R1")).containsExactly("3.000 at A");
    }

    @Test
    void anAtomicBatchLeavesNothingBehindWhenOneLineIsBad() {
        story.receive("SUP", "A", "5 R1");
        long before = server.entryCount();
        String good = newId();
        Answer batch = server.batch(true, receipt(good, "1 R1"), receipt(newId(), "0 R1"), receipt(newId(), "1 NEW1"));
        assertThat(batch.lines()).hasSize(3);
        assertThat(batch.lines())
                .allSatisfy(line -> assertThat(line.at("/status").asInt()).isGreaterThanOrEqualTo(400));
        assertThat(batch.lines().get(1).at("/code").asString()).isEqualTo("not-positive");
        assertThat(server.entryCount()).isEqualTo(before);
        assertThat(story.holdings("R1")).containsExactly("5.000 at A");
        assertThat(story.units("NEW1").isEmpty()).isTrue();
        assertThat(server.post("/api/v1/entries", receipt(good, "1 R1")).status())
                .isEqualTo(201);
    }

    @Test
    void anAtomicBatchThatIsGoodIsRecordedWhole() {
        assertThat(verdicts(server.batch(true, receipt(newId(), "1 R1"), receipt(newId(), "2 R1"))))
                .containsExactly("1 201", "2 201");
        assertThat(story.holdings("R1")).containsExactly("3.000 at A");
    }

    @Test
    void aLineOfTenMegabytesIsRefusedAloneAndTheOthersAreTaken() {
        String huge =
                receipt(newId(), "1 R1").replace("\"lines\"", "\"reason\":\"" + "x".repeat(10 << 20) + "\",\"lines\"");
        Answer batch = server.batch(false, receipt(newId(), "1 R1"), huge, receipt(newId(), "1 R1"));
        assertThat(verdicts(batch)).containsExactly("1 201", "2 413 line-too-long", "3 201");
        assertThat(server.post("/api/v1/entries", huge).code()).isEqualTo("invalid");
    }

    @Test
    void anEmptyBatchHasNoVerdicts() {
        assertThat(server.batch(false, "").body()).isEmpty();
        assertThat(server.batch(true, "", "  ", "").body()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsTooLargeWhetherItsLengthIsToldOrNot() {
        byte[] body = new byte[(64 << 20) + 1];
        java.util.Arrays.fill(body, (byte) ' ');
        Answer told = server.post("/api/v1/entries", "application/json", body);
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.code()).isEqualTo("too-large");
        Answer chunked = server.send(server.request("/api/v1/entries", RunningServer.ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "entries, text/plain, 415",
        "entries, application/xml, 415",
        "entries, application/x-ndjson, 415",
        "entries, application/json;charset=utf-8, 201",
        "entries:batch, application/json, 415",
        "entries:batch, text/csv, 415",
        "items, text/plain, 415"
    })
    void contentOfAnotherKindIsNotTaken(String path, String type, int status) {
        byte[] act = receipt(newId(), "1 R1").getBytes(StandardCharsets.UTF_8);
        Answer answer = server.post("/api/v1/" + path, type, act);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 415) {
            assertThat(answer.code()).isEqualTo("media-type");
            assertThat(answer.text("/errors/0/expected")).contains("json");
        }
    }

    @Test
    void contentOfNoKindIsNotTaken() {
        Answer answer = server.send(server.request("/api/v1/entries", RunningServer.ADMIN)
                .POST(HttpRequest.BodyPublishers.ofString(receipt(newId(), "1 R1"))));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "gzt_", "gzt_00000000_0000000000000000000000000000000000000000000", "Bearer"})
    void aTokenThatIsNoneLetsNobodyIn(String token) {
        for (String path : List.of("/api/v1/entries", "/api/v1/units", "/api/v1/trace", "/api/v1/lookup?code=x")) {
            Answer answer = server.send(server.request(path, null).header("Authorization", "Bearer " + token));
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(server.get("/api/v1/entries", null).status()).isEqualTo(401);
    }

    private Answer newToken(String members) {
        Answer made = server.post("/api/v1/tokens", "{\"name\":\"scanner\"," + members + "}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    @Test
    void aTokenEndsWhenItIsRevokedAndWhenItExpires() {
        Answer made = newToken("\"role\":\"viewer\"");
        assertThat(server.get("/api/v1/units", made.text("/token")).status()).isEqualTo(200);
        assertThat(server.delete("/api/v1/tokens/" + made.id()).status()).isEqualTo(204);
        assertThat(server.get("/api/v1/units", made.text("/token")).code()).isEqualTo("token-revoked");

        var soon = java.time.Clock.systemUTC().instant().plusMillis(1_500);
        String brief =
                newToken("\"role\":\"viewer\",\"expiresAt\":\"" + soon + "\"").text("/token");
        assertThat(server.get("/api/v1/units", brief).status()).isEqualTo(200);
        while (java.time.Clock.systemUTC().instant().isBefore(soon)) {
            Thread.onSpinWait();
        }
        Answer expired = server.get("/api/v1/units", brief);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.code()).isEqualTo("token-expired");
    }

    @Test
    void aTokenMayDoWhatItsRoleMayAndNoMore() {
        story.receive("SUP", "A", "10 R1");
        String viewer = newToken("\"role\":\"viewer\"").text("/token");
        String operator = newToken("\"role\":\"operator\"").text("/token");
        String receiver =
                newToken("\"role\":\"operator\",\"acts\":[\"receive\"]").text("/token");
        String receipt = receipt(newId(), "1 R1");
        String scrap = receipt(newId(), "1 R1")
                .replace("\"receive\"", "\"scrap\"")
                .replace("\"from\":\"" + story.code("SUP") + "\",\"to\"", "\"from\"");
        String move = scrap.replace("\"scrap\"", "\"move\"");
        long before = server.entryCount();

        forbidden(server.post("/api/v1/entries", viewer, receipt));
        forbidden(server.post("/api/v1/entries", operator, scrap));
        forbidden(server.post("/api/v1/entries", receiver, move));
        forbidden(server.post("/api/v1/items", operator, "{\"code\":\"X\",\"tracking\":\"lot\"}"));
        forbidden(server.post("/api/v1/verify", operator, ""));
        forbidden(server.post("/api/v1/tokens", operator, "{\"name\":\"x\",\"role\":\"administrator\"}"));
        assertThat(server.get("/api/v1/units", viewer).status()).isEqualTo(200);
        assertThat(server.entryCount()).isEqualTo(before);

        assertThat(server.post("/api/v1/entries", receiver, receipt).status()).isEqualTo(201);
        Answer batch = server.send(server.request("/api/v1/entries:batch", operator)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(scrap + "\n" + receipt(newId(), "1 R1"))));
        assertThat(verdicts(batch)).containsExactly("1 403 forbidden", "2 201");
        String name = server.get(
                        "/api/v1/entries/" + batch.lines().get(1).at("/seq").asLong())
                .text("/actor");
        assertThat(name).contains("scanner");
    }

    private static void forbidden(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table entry; --",
                "\" or \"\"=\"",
                "${jndi:ldap://x}",
                "<script>",
                "Größe-Ü",
                "部品-1",
                "A😀B",
                "a b",
                "x.y",
                "M8/20",
                "a\\b",
                "100%",
                "a;b",
                "a?b#c",
                "../../etc/passwd",
                "..",
                "%2e%2e"
            })
    void aCodeOfAnyPrintableShapeIsTakenLiterally(String shape) {
        String code = shape + story.code("");
        String json = "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String item = "{\"code\":" + json + ",\"tracking\":\"lot\"}";
        assertThat(server.post("/api/v1/items", item).status()).isEqualTo(201);
        assertThat(server.get("/api/v1/items?q=" + RunningServer.encoded(code)).texts("/items", "/code"))
                .containsExactly(code);
        assertThat(server.get("/api/v1/lookup?code=" + RunningServer.encoded(code))
                        .texts("/found", "/item"))
                .contains(code);
        String act = receipt(newId(), "1 R1").replace("\"R1\"", json);
        Answer entry = server.post("/api/v1/entries", act);
        assertThat(entry.status()).as(entry.toString()).isEqualTo(201);
        assertThat(story.forward("lot=" + code, "item=" + story.code("R")).units())
                .hasSize(1);
        Answer one = server.get("/api/v1/items/" + RunningServer.encoded(code));
        assertThat(one.status()).as(one.toString()).isEqualTo(200);
        assertThat(one.text("/code")).isEqualTo(code);
    }

    @Test
    void aChangeOnAnOldVersionIsRefused() {
        story.item("R", "lot", "");
        String path = "/api/v1/items/" + story.code("R");
        String etag = server.get(path).header("ETag");
        String body = "{\"code\":\"%s\",\"name\":\"NAME\",\"tracking\":\"lot\"}".formatted(story.code("R"));

        Answer first = server.put(path, body.replace("NAME", "One"), "If-Match", etag);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(etag);
        Answer second = server.put(path, body.replace("NAME", "Two"), "If-Match", etag);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("changed-meanwhile");
        assertThat(server.put(path, body, "If-Match", "\"x\"").status()).isEqualTo(400);
        assertThat(server.put(path, body.replace("NAME", "Three"), "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(server.put(path, body.replace("NAME", "Four")).text("/name")).isEqualTo("Four");
        assertThat(server.get(path + "/changes").json().size()).isEqualTo(4);
    }
}
