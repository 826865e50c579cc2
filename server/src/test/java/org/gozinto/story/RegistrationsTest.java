/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.RegistrationSteps.REGISTRATIONS;
import static org.gozinto.story.RegistrationSteps.id;
import static org.gozinto.story.RegistrationSteps.now;
import static org.gozinto.story.RegistrationSteps.png;
import static org.gozinto.story.RegistrationSteps.registers;
import static org.gozinto.story.RegistrationSteps.step;
import static org.gozinto.story.RegistrationSteps.text;
import static org.gozinto.story.RegistrationSteps.texts;
import static org.gozinto.story.RegistrationSteps.tries;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gozinto.care.registration.Registrations;
import org.gozinto.care.term.RegistrationFacts;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Owners register what they hold, see it, hand it on and are forgotten, over HTTP. */
class RegistrationsTest {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"");
    private static final int PAGE_BYTES_MAX = 30_000;

    private static final Map<Engine, RunningServer> SERVERS = new EnumMap<>(Engine.class);

    /** A server of this test, which asks for more pages a minute than visitors may. */
    private static RunningServer server(Engine engine) {
        return SERVERS.computeIfAbsent(
                engine,
                e -> RunningServer.open(e, "--gozinto.check.per-address=100000", "--gozinto.check.per-network=100000"));
    }

    @AfterAll
    static void close() {
        SERVERS.values().forEach(RunningServer::close);
    }

    // --- pages

    private static Answer page(RunningServer server, String path) {
        Answer page = server.send(
                server.request(path, null).header("Accept-Language", "en").GET());
        assertThat(page.response().body().length).as(path).isLessThan(PAGE_BYTES_MAX);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script");
        return page;
    }

    private static Answer sends(RunningServer server, String path, Map<String, String> fields) {
        List<String> encoded = new ArrayList<>();
        fields.forEach((name, value) -> encoded.add(name + "=" + RunningServer.encoded(value)));
        return server.form(path, String.join("&", encoded));
    }

    private static String form(RunningServer server) {
        Matcher form = FORM.matcher(page(server, "/register").body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    /** Registers on the page, and gives back the path of the owner's page. */
    private static String onThePage(RunningServer server, Map<String, String> fields) {
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        all.putIfAbsent("form", form(server));
        Answer sent = sends(server, "/register", all);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        String path = sent.header("Location");
        return path.substring(path.indexOf("/owner/"), path.indexOf('?'));
    }

    private static Answer upload(RunningServer server, String path, Map<String, String> fields, byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value))
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"bon.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return server.send(server.request(path, null)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String secret(RunningServer server, String item, String serial) {
        Answer made = server.post(
                "/api/v1/secrets",
                "{\"id\":\"%s\",\"item\":\"%s\",\"serials\":[\"%s\"]}".formatted(id(), item, serial));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get(0).get("secret").asString();
    }

    private static Story scooters(Engine engine) {
        Story story = new Story(server(engine)).serials("SCOOT");
        story.commission("A", "SCOOT:" + story.code("S1"), "SCOOT:" + story.code("S2"));
        return story;
    }

    // --- the desk

    @ParameterizedTest
    @EnumSource
    void theDeskRegistersAndKeepsUp(Engine engine) {
        Story story = scooters(engine);
        RunningServer server = story.server();
        String serial = story.code("S1");
        String mail = "Jo." + serial + "@example.org";
        String members = "\"item\":\"%s\",\"serial\":\"%s\",\"boughtOn\":\"2025-05-02\",\"channel\":\"shop\","
                        .formatted(story.code("SCOOT"), serial)
                + "\"seller\":\"Corner shop\",\"owner\":{\"name\":\"Jo Łąka\",\"email\":\"%s\",\"country\":\"DE\"}"
                        .formatted(mail);
        String body = "{\"id\":\"%s\",%s}".formatted(id(), members);
        Answer made = server.post(REGISTRATIONS, body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Answer again = server.post(REGISTRATIONS, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/number")).isEqualTo(made.text("/number")).matches("G-\\d{4}-\\d{5}");
        assertThat(server.post(REGISTRATIONS, body.replace("2025-05-02", "2025-05-03"))
                        .code())
                .isEqualTo("id-reused");
        String number = made.text("/number");
        assertThat(made.text("/state")).isEqualTo("matched");
        assertThat(made.text("/unit/serial")).isEqualTo(serial);
        assertThat(made.text("/owner/email")).isEqualTo(mail);
        assertThat(made.text("/proof")).isEqualTo("said");
        assertThat(server.get(REGISTRATIONS + "?q=" + RunningServer.encoded(mail.toUpperCase(Locale.ROOT)))
                        .texts("/items", "/number"))
                .containsExactly(number);
        assertThat(server.get(REGISTRATIONS + "?serial=" + serial + "&item=" + story.code("SCOOT"))
                        .texts("/items", "/number"))
                .containsExactly(number);

        long unit = made.json().at("/unit/unit").asLong();
        Instant before = server.room(Clock.class).instant();
        keepsUp(server, number, mail, unit);
        tellsTheRoomOfTerms(server, unit, before);
        anotherHolds(story, number, unit);
    }

    /** What the desk learns later, and what it must not say. */
    private static void keepsUp(RunningServer server, String number, String mail, long unit) {
        var facts = server.room(RegistrationFacts.class);
        long changes = facts.changes();
        assertThat(text(
                        step(server, number, "\"type\":\"verify\",\"proof\":\"receipt\",\"reason\":\"Seen\""),
                        "/proof"))
                .isEqualTo("receipt");
        assertThat(facts.changedSince(changes)).containsExactly(unit);
        step(server, number, "\"type\":\"correct\",\"boughtOn\":\"2025-05-04\",\"reason\":\"Misread\"");
        step(server, number, "\"type\":\"note\",\"text\":\"Jo called\"");
        assertThat(tries(server, number, "\"type\":\"correct\",\"serial\":\"X\"")
                        .code())
                .isEqualTo("matched-already");
        assertThat(tries(server, number, "\"type\":\"secret\"").code()).isEqualTo("invalid");
        assertThat(tries(server, number, "\"type\":\"transfer\",\"on\":\"2025-01-01\"")
                        .code())
                .isEqualTo("transfer-too-early");
        JsonNode sold = step(
                server,
                number,
                "\"type\":\"transfer\",\"on\":\"2025-08-01\",\"owner\":{\"name\":\"Kim\",\"country\":\"FR\"}");
        assertThat(text(sold, "/owner/name")).isEqualTo("Kim");
        assertThat(text(sold, "/seller")).isEmpty();
        assertThat(server.get(REGISTRATIONS + "?q=" + RunningServer.encoded(mail))
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    private static void tellsTheRoomOfTerms(RunningServer server, long unit, Instant before) {
        var facts = server.room(RegistrationFacts.class);
        RegistrationFacts.Registration known =
                facts.of(List.of(unit), null).get(unit).getFirst();
        assertThat(known.boughtOn()).hasToString("2025-05-04");
        assertThat(known.proof()).isEqualTo(RegistrationFacts.Proof.RECEIPT);
        assertThat(known.transfers()).hasToString("[2025-08-01]");
        assertThat(known.country()).isEqualTo("FR");
        RegistrationFacts.Registration then =
                facts.of(List.of(unit), before).get(unit).getFirst();
        assertThat(then.boughtOn()).hasToString("2025-05-02");
        assertThat(then.proof()).isEqualTo(RegistrationFacts.Proof.SAID);
        assertThat(then.transfers()).isEmpty();
        assertThat(facts.of(List.of(unit), Instant.parse("2020-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(server.room(Registrations.class)
                        .holders(List.of(unit))
                        .get(unit)
                        .name())
                .isEqualTo("Kim");
    }

    /** A second one says that it has the same piece, and the first ends. */
    private static void anotherHolds(Story story, String number, long unit) {
        RunningServer server = story.server();
        String serial = story.code("S1");
        JsonNode second = registers(
                server,
                "\"item\":\"%s\",\"serial\":\"%s\",\"owner\":{\"name\":\"Lu\"}".formatted(story.code("SCOOT"), serial));
        assertThat(texts(second.at("/warnings"), "/code")).containsExactly("other-registration");
        assertThat(server.room(Registrations.class)
                        .holders(List.of(unit))
                        .get(unit)
                        .name())
                .isEqualTo("Kim");
        step(server, number, "\"type\":\"end\",\"on\":\"2025-09-01\",\"reason\":\"Scrapped\"");
        assertThat(tries(server, number, "\"type\":\"verify\",\"proof\":\"said\"")
                        .code())
                .isEqualTo("registration-ended");
        assertThat(server.room(Registrations.class)
                        .holders(List.of(unit))
                        .get(unit)
                        .name())
                .isEqualTo("Lu");
        assertThat(server.get(REGISTRATIONS + "/" + number + "/steps").texts("/items", "/step/type"))
                .containsExactly("register", "verify", "correct", "note", "transfer", "end");
        // The words about the first owner went with the first owner.
        assertThat(server.get(REGISTRATIONS + "/" + number + "/steps").texts("/items", "/words"))
                .containsExactly("", "", "", "", "", "Scrapped");
        assertThat(server.post(REGISTRATIONS + "/" + number + ":verify", "")
                        .json()
                        .at("/ok")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownNumberIsMatchedWhenItsUnitComes(Engine engine) {
        Story story = new Story(server(engine)).serials("SCOOT");
        RunningServer server = story.server();
        String item = story.code("SCOOT");
        String named = story.code("N1");
        String bare = story.code("N2");
        JsonNode open = registers(server, "\"item\":\"%s\",\"serial\":\"%s\"".formatted(item, named));
        assertThat(text(open, "/state")).isEqualTo("open");
        assertThat(texts(open.at("/warnings"), "/code")).containsExactly("unknown-number");
        JsonNode loose = registers(server, "\"serial\":\"" + bare + "\"");
        assertThat(server.get(REGISTRATIONS + "?state=open&serial=" + named).texts("/items", "/number"))
                .containsExactly(text(open, "/number"));
        assertThat(server.post(REGISTRATIONS, "{\"id\":\"%s\",\"item\":\"NONE\",\"serial\":\"1\"}".formatted(id()))
                        .code())
                .isEqualTo("unknown-item");
        story.commission("A", "SCOOT:" + named, "SCOOT:" + bare);
        assertThat(text(now(server, text(open, "/number")), "/state")).isEqualTo("matched");
        assertThat(text(now(server, text(loose, "/number")), "/item")).isEqualTo(item);
        assertThat(server.get(REGISTRATIONS + "?state=open&serial=" + named)
                        .json()
                        .at("/items"))
                .isEmpty();

        JsonNode typo = registers(server, "\"serial\":\"" + story.code("TYPO") + "\"");
        JsonNode right = step(
                server,
                text(typo, "/number"),
                "\"type\":\"correct\",\"item\":\"%s\",\"serial\":\"%s\"".formatted(item, named));
        assertThat(text(right, "/state")).isEqualTo("matched");
        story.ship("A", "SHOP", "SCOOT:" + named);
        story.receive("OTHER", "A", "SCOOT:" + named);
        assertThat(texts(now(server, text(open, "/number")).at("/warnings"), "/code"))
                .containsExactlyInAnyOrder("other-registration", "suspect-twin");
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreShownOnce(Engine engine) {
        Story story = scooters(engine);
        RunningServer server = story.server();
        String item = story.code("SCOOT");
        String body = "{\"id\":\"%s\",\"item\":\"%s\",\"from\":\"ES0098\",\"count\":3}".formatted(id(), item);
        Answer made = server.post("/api/v1/secrets", body);
        assertThat(made.texts("", "/serial")).containsExactly("ES0098", "ES0099", "ES0100");
        assertThat(made.texts("", "/secret"))
                .allMatch(secret -> secret.matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
        assertThat(server.post("/api/v1/secrets", body).code()).isEqualTo("secrets-shown");
        String more = "{\"id\":\"%s\",\"item\":\"%s\",\"serials\":[\"ES0100\",\"ES0101\"]%s}";
        assertThat(server.post("/api/v1/secrets", more.formatted(id(), item, ""))
                        .code())
                .isEqualTo("secret-exists");
        Answer csv = server.post("/api/v1/secrets?format=csv", more.formatted(id(), item, ",\"replace\":true"));
        assertThat(csv.header("Content-Type")).as(csv.toString()).startsWith("text/csv");
        assertThat(csv.body().lines().toList())
                .as(csv.toString())
                .hasSize(3)
                .first()
                .isEqualTo("item,serial,secret");
        // Only a keyed hash is in the book, and the key is not.
        String old = made.json().get(2).get("secret").asString();
        String owner = onThePage(server, Map.of("number", "ES0100"));
        assertThat(sends(server, owner, Map.of("do", "secret", "secret", old)).status())
                .isEqualTo(422);
        String fresh = csv.body().lines().toList().get(1).split(",", -1)[2];
        String misread = fresh.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace("-", " ");
        assertThat(sends(server, owner, Map.of("do", "secret", "secret", misread))
                        .status())
                .isEqualTo(303);
    }

    // --- the public pages

    @ParameterizedTest
    @EnumSource
    void aStrangerRegistersOnThePage(Engine engine) {
        Story story = scooters(engine);
        RunningServer server = story.server();
        String serial = story.code("S1");
        String secret = secret(server, story.code("SCOOT"), serial);
        Map<String, String> typed = new java.util.LinkedHashMap<>(Map.of(
                "number",
                serial.toLowerCase(Locale.ROOT),
                "secret",
                secret,
                "boughtOn",
                "2025-06-01",
                "seller",
                "Rad & Tat <GmbH>",
                "email",
                "Ana." + serial + "@example.org",
                "lang",
                "de",
                "form",
                form(server)));
        Answer sent = upload(server, "/register", typed, png());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        String path = sent.header("Location").replaceFirst("\\?.*", "");
        // The same form again is the same registration.
        assertThat(onThePage(server, typed)).isEqualTo(path);
        Answer mine = page(server, path + "?new=1");
        assertThat(mine.body())
                .contains("Danke. Es ist registriert.", serial, "Rad &amp; Tat &lt;GmbH&gt;", "bon.png", "1. Juni 2025")
                .doesNotContain("G-20");

        String q = RunningServer.encoded("ana." + serial + "@example.org");
        JsonNode desk = server.get(REGISTRATIONS + "?q=" + q).json().at("/items/0");
        assertThat(text(desk, "/state")).isEqualTo("matched");
        assertThat(desk.at("/secret").asBoolean()).isTrue();
        assertThat(text(desk, "/channel")).isEqualTo("web");
        assertThat(text(desk, "/link")).endsWith(path);
        Answer proof = server.get(REGISTRATIONS + "/" + text(desk, "/number") + "/proof/1");
        assertThat(proof.response().body()).isEqualTo(png());

        assertThat(sends(server, path, Map.of("do", "details", "name", "Ana", "email", "nobody"))
                        .status())
                .isEqualTo(422);
        assertThat(sends(server, path, Map.of("do", "details", "name", "Ana", "email", "new@example.org"))
                        .status())
                .isEqualTo(303);
        Answer export = server.send(server.request(path + "/export", null).GET());
        assertThat(export.text("/owner/email")).isEqualTo("new@example.org");
        assertThat(export.text("/files/0/name")).isEqualTo("bon.png");
        assertThat(export.header("Content-Disposition")).contains("attachment");

        assertThat(sends(server, path, Map.of("do", "transfer", "on", "2025-05-01", "sure", "yes"))
                        .status())
                .isEqualTo(422);
        Answer handed = sends(server, path, Map.of("do", "transfer", "on", "2025-07-01", "sure", "yes"));
        Matcher next = Pattern.compile("/owner/[A-Za-z0-9_-]{43}").matcher(handed.body());
        assertThat(next.find()).as(handed.body()).isTrue();
        assertThat(page(server, path).status()).isEqualTo(404);
        assertThat(page(server, next.group()).body()).contains("My product").doesNotContain("Rad &amp; Tat", "bon.png");

        assertThat(sends(server, next.group(), Map.of("do", "erase")).status()).isEqualTo(422);
        assertThat(sends(server, next.group(), Map.of("do", "erase", "sure", "yes"))
                        .status())
                .isEqualTo(200);
        assertThat(page(server, next.group()).status()).isEqualTo(404);
        JsonNode erased = now(server, text(desk, "/number"));
        assertThat(text(erased, "/erased/by")).isEqualTo("owner");
        assertThat(text(erased, "/boughtOn")).isEqualTo("2025-06-01");
        assertThat(erased.has("owner")).isFalse();
    }

    @Test
    void whatIsCoveredShowsToWhoHasTheSecretAndWhatFitsToEverybody() {
        Story story = scooters(Engine.SQLITE).serials("PACK");
        RunningServer server = story.server();
        story.commission("A", "PACK:1");
        String item = story.code("SCOOT");
        String serial = story.code("S1");
        Answer term = server.post("/api/v1/terms", """
                {"code":"%s","name":"Two years","active":true,"kind":"commercial","scope":{"items":["%s"]},
                 "start":[{"event":"registration"}],"coverages":[{"what":"parts","period":"P2Y"}],
                 "parts":[],"exclusions":[],"transferable":true,"stopInRepair":false,"public":"secret"}
                """.formatted(story.code("T"), item));
        assertThat(term.status()).as(term.toString()).isEqualTo(201);
        Answer rule = server.post("/api/v1/fit-rules", """
                {"code":"%s","name":"Pack","active":true,"subject":{"item":"%s","madeFrom":"2001-01-01"},
                 "relation":"fits",
                 "object":{"item":"%s"}}
                """.formatted(story.code("F"), item, story.code("PACK")));
        assertThat(rule.status()).as(rule.toString()).isEqualTo(201);
        String secret = secret(server, item, serial);
        String path = onThePage(server, Map.of("number", serial));
        assertThat(page(server, path).body())
                .contains("once the code under the label")
                .doesNotContain("Two years");
        assertThat(sends(server, path, Map.of("do", "secret", "secret", secret)).status())
                .isEqualTo(303);
        assertThat(page(server, path).body())
                .contains("Covered until", "Two years: parts")
                .doesNotContain("not known; please ask us");
        String known = onThePage(server, Map.of("number", serial, "secret", secret));
        assertThat(page(server, known).body())
                .contains("What fits", "fits", "Covered until")
                .as("when it was made is recorded, and may be seen by who has the secret")
                .doesNotContain("not known; please ask us");
    }

    /** What two answers have in common: all but the number itself, the secret of the form and the token. */
    private static String shape(Answer answer, String number) {
        return answer.status()
                + answer.response().headers().map().keySet().stream()
                        .sorted()
                        .toList()
                        .toString()
                + answer.body()
                        .replace(number, "NUMBER")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "FORM")
                        .replaceAll("/owner/[A-Za-z0-9_-]{43}", "/owner/TOKEN");
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatExistAndNumbersThatDoNotAreAnsweredAlike(Engine engine) {
        Story story = scooters(engine);
        RunningServer server = story.server();
        String real = story.code("S1");
        String sealed = story.code("S2");
        String none = story.code("S9");
        secret(server, story.code("SCOOT"), sealed);
        List<String> shapes = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> exports = new ArrayList<>();
        for (String number : List.of(real, sealed, none)) {
            String path = onThePage(server, Map.of("number", number));
            shapes.add(shape(page(server, path), number));
            wrong.add(shape(
                    sends(server, "/register", Map.of("number", number, "secret", "AAAAA-AAAAA", "lang", "en")),
                    number));
            wrong.add(shape(sends(server, path, Map.of("do", "secret", "secret", "AAAAAAAAAA")), number)
                    .replace("My product", ""));
            exports.add(server.send(server.request(path + "/export", null).GET())
                    .body()
                    .replace(number, "NUMBER")
                    .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:]+Z", "TIME"));
        }
        assertThat(shapes).allMatch(shapes.getFirst()::equals);
        assertThat(List.of(wrong.get(0), wrong.get(2), wrong.get(4))).allMatch(wrong.get(0)::equals);
        assertThat(List.of(wrong.get(1), wrong.get(3), wrong.get(5))).allMatch(wrong.get(1)::equals);
        assertThat(wrong.get(0)).contains("The number and the code do not belong together.");
        assertThat(exports).allMatch(exports.getFirst()::equals);
        Answer said = sends(
                server, "/register", Map.of("number", "", "secret", "123", "email", "x", "boughtOn", "2999-01-01"));
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.body()).contains("number-fault", "secret-fault", "email-fault", "boughtOn-fault");
    }

    @Test
    void guessesAreSlowedDownByNumber() {
        try (RunningServer server = RunningServer.open(Engine.SQLITE, "--gozinto.check.per-address=100000")) {
            int tried = 0;
            while (tried < 20 && guess(server, "sn " + "1") == 422) {
                tried++;
            }
            assertThat(tried).isEqualTo(10);
            assertThat(guess(server, "SN1")).isEqualTo(429);
            assertThat(guess(server, "SN2")).isEqualTo(422);
        }
    }

    private static int guess(RunningServer server, String number) {
        return sends(server, "/register", Map.of("number", number, "secret", "ABCDEABCDE"))
                .status();
    }

    @Test
    void aComplaintComesFromThePage() {
        Story story = scooters(Engine.SQLITE);
        RunningServer server = story.server();
        String serial = story.code("S1");
        assertThat(page(server, "/complain?number=" + serial).body()).contains("value=\"" + serial + "\"");
        Answer empty = sends(server, "/complain", Map.of("number", serial, "text", ""));
        assertThat(empty.status()).isEqualTo(422);
        Answer known = sends(server, "/complain", Map.of("number", serial, "text", "It smokes", "email", "a@b.org"));
        Answer none = sends(server, "/complain", Map.of("number", story.code("S9"), "text", "It smokes"));
        assertThat(known.status()).as(known.body()).isEqualTo(200);
        assertThat(none.body().replaceAll("/complaint/[A-Za-z0-9_-]{43}", ""))
                .isEqualTo(known.body().replaceAll("/complaint/[A-Za-z0-9_-]{43}", ""));
        Matcher link = Pattern.compile("/complaint/[A-Za-z0-9_-]{43}").matcher(known.body());
        assertThat(link.find()).isTrue();
        assertThat(server.send(server.request(link.group(), null).GET()).body()).contains("It smokes");
        JsonNode complaint = server.get("/api/v1/complaints?item=" + story.code("SCOOT"))
                .json()
                .at("/items/0");
        assertThat(text(complaint, "/title")).isEqualTo("It smokes");
    }

    @Test
    void everyPageSpeaksAllLanguages() {
        RunningServer server = server(Engine.SQLITE);
        for (String language : List.of("en", "de", "fr", "es", "it", "pl")) {
            for (String path : List.of("/register", "/complain")) {
                Answer page = page(server, path + "?lang=" + language);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body()).contains("<html lang=\"" + language + "\"");
                assertThat(page.header("Content-Language")).isEqualTo(language);
            }
        }
        assertThat(page(server, "/owner/" + "B".repeat(43)).status()).isEqualTo(404);
    }
}
