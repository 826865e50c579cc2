/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gozinto.paper.Languages;
import org.gozinto.web.AccessServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the public is told of a number, over HTTP. */
class CheckTest {

    private static final List<String> LANGUAGES = Languages.ALL;

    @TempDir
    static Path directory;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(
                directory,
                AccessServer.ADMIN,
                "gozinto.company=Voltride",
                "gozinto.check.embed-origins=https://shop.example,https://*.other.example:8443");
        GivenUnits.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void publishAnew() {
        GivenUnits.publish(server);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer get(String path, String... headers) {
        HttpRequest.Builder request = server.request(path, null).GET();
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode api(String query) {
        Answer answer = get("/check/api?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String answer(String code) {
        return api("code=" + encoded(code)).at("/answer").asString();
    }

    private static String page(String number) {
        Answer answer = get("/check?number=" + encoded(number));
        assertThat(answer.status()).as(number).isEqualTo(200);
        return answer.response().body();
    }

    @ParameterizedTest
    @CsvSource({
        "P1001/item, affected",
        "(01)09506000134369(21)P1001, affected",
        "]d2010950600013436921P1001, affected",
        "https://example.com/01/09506000134369/21/P1001, affected",
        "(01)09506000134369(21)P1002, notAffected",
        "(01)09506000134369(21)P9999, notAffected",
        "P1002, notAffected",
        "L-77, affected",
        " l-77 , affected",
        "L-78, notAffected",
        "(01)09506000134376(10)L-77, affected",
        "(01)09506000134376, possibly",
        "9506000134376, possibly",
        "(01)09506000134376(10)L-99, notAffected",
        "(01)09506000134352, possibly",
        "(01)09506000134383(21)BR-1, affected",
        "(01)09506000134383(10)B7, affected",
        "(01)09506000134383(10)B7(21)BR-5, possibly",
        "(01)09506000134383(10)B7(21)BR-9, possibly",
        "(01)09506000134383(10)B8(21)BR-9, notAffected",
        "(01)09506000134383(21)BR-9, notAffected",
        "(01)09506000134360, unknown",
        "(01)09506000134352(21)VR-12345, unknown",
        "9506000134377, unknown",
        "never seen, notAffected",
        "012345678905, notAffected"
    })
    void answersWhatIsAsked(String code, String expected) {
        String asked = code.endsWith("/item") ? code.replace("/item", "") : code;
        JsonNode answer = api("code=" + encoded(asked) + (code.endsWith("/item") ? "&item=PACK" : ""));
        assertThat(answer.at("/answer").asString()).isEqualTo(expected);
    }

    @Test
    void partsAreCheckedLikeTheWhole() {
        assertThat(api("gtin=9506000134369&serial=P1001").at("/answer").asString())
                .isEqualTo("affected");
        assertThat(api("gtin=9506000134369&serial=P1002").at("/answer").asString())
                .isEqualTo("notAffected");
        assertThat(api("gtin=09506000134383&lot=B7&serial=X").at("/answer").asString())
                .isEqualTo("possibly");
        assertThat(api("gtin=9506000134360&serial=P1002").at("/answer").asString())
                .isEqualTo("unknown");
        assertThat(api("lot=L-77").at("/answer").asString()).isEqualTo("affected");
        assertThat(api("gtin=" + GivenUnits.SCOOTER + "&serial=+").at("/answer").asString())
                .isEqualTo("unknown");
        assertThat(api("").at("/answer").asString()).isEqualTo("unknown");
        assertThat(api("").at("/hint/code").asString()).isEqualTo("empty");
    }

    @Test
    void affectedSaysWhatToDoAndNothingOfTheUnit() {
        String page = page("(01)" + GivenUnits.SCOOTER + "(21)" + GivenUnits.number(1));
        assertThat(page)
                .contains(
                        "Stop using this product",
                        "catch fire",
                        "Unplug the charger",
                        "voucher of 30 EUR",
                        "0800 000 000",
                        "https://voltride.example/exchange",
                        "VR-2026-03",
                        "5 November 2026",
                        "Germany, France")
                .doesNotContain(GivenUnits.number(2), "P1001");
    }

    @Test
    void remediedSaysWhen() {
        server.bean(GivenRecalls.class).remedy(GivenUnits.PACK_1, "2026-11-22");
        JsonNode answer = api("gtin=" + GivenUnits.PACK + "&serial=P1001");
        assertThat(answer.at("/answer").asString()).isEqualTo("remedied");
        assertThat(answer.at("/recalls/0/remediedOn").asString()).isEqualTo("2026-11-22");
        assertThat(page("(01)" + GivenUnits.PACK + "(21)P1001"))
                .contains("This product was put right on 22 November 2026")
                .doesNotContain("Stop using");
    }

    @Test
    void allRecallsOfANumberAreShownTheGravestDecides() {
        GivenRecalls recalls = server.bean(GivenRecalls.class);
        recalls.remedy(GivenUnits.PACK_1, "2026-11-22");
        recalls.publish(GivenRecalls.recall("R-2026-009", "Charger plug can break", null), GivenUnits.PACK_1 + 1);
        recalls.publish(GivenRecalls.recall("R-2026-010", "Housing has sharp edges", null), GivenUnits.CELL_1);
        JsonNode answer = api("code=L-77");
        assertThat(answer.at("/answer").asString()).isEqualTo("affected");
        assertThat(answer.at("/recalls").size()).isEqualTo(2);
        assertThat(answer.at("/recalls/0/recall/number").asString()).isEqualTo("R-2026-010");
        assertThat(page("L-77")).contains("R-2026-001", "R-2026-010");
    }

    /** Two items have P1001; only the pack is recalled. */
    @Test
    void severalItemsWithTheNumberAreAChoiceOfTheRecalledNames() {
        JsonNode answer = api("code=P1001");
        assertThat(answer.at("/answer").asString()).isEqualTo("possibly");
        assertThat(answer.at("/products").size()).isEqualTo(1);
        assertThat(answer.at("/products/0/name").asString()).isEqualTo("Battery pack");
        assertThat(answer.at("/recalls").size()).isZero();
        String page = page("P1001");
        assertThat(page)
                .contains("Which product do you have?", "Another product")
                .doesNotContain("Brake lever");
        assertThat(get("/check?number=P1001&item=PACK").response().body()).contains("Stop using");
        assertThat(get("/check?number=P1001&item=" + encoded(CheckQuestion.OTHER))
                        .response()
                        .body())
                .contains("No recall names this number");
    }

    /**
     * Numbers that count up must not tell how many were made: the page and the JSON of a number that exists and is in
     * no recall are, to the byte, those of one that does not exist, but for the number itself.
     */
    @Test
    void unknownAndUnaffectedGetTheSameBytes() {
        for (String language : LANGUAGES) {
            String known =
                    get("/check?number=P1002&lang=" + language).response().body();
            String unknown =
                    get("/check?number=P9002&lang=" + language).response().body();
            assertThat(unknown.replace("P9002", "P1002")).isEqualTo(known);
        }
        assertThat(get("/check/api?code=P9002").response().body())
                .isEqualTo(get("/check/api?code=P1002").response().body());
        String gtin = "/check/api?gtin=" + GivenUnits.PACK + "&serial=";
        assertThat(get(gtin + "P9002").response().body())
                .isEqualTo(get(gtin + "P1002").response().body());
        String scooter = "/check/api?gtin=" + GivenUnits.SCOOTER + "&serial=";
        assertThat(get(scooter + GivenUnits.number(777)).response().body())
                .isEqualTo(get(scooter + GivenUnits.number(2)).response().body());
        assertThat(headers(get("/check?number=P9002"))).isEqualTo(headers(get("/check?number=P1002")));
    }

    private static Set<String> headers(Answer answer) {
        Set<String> headers = new HashSet<>();
        answer.response().headers().map().forEach((name, values) -> headers.add(name + values));
        headers.removeIf(header -> header.startsWith("date"));
        return headers;
    }

    /** Whoever walks through all serials finds the recalled ones, which the notice lists, and nothing else. */
    @Test
    void walkingThroughSerialsTellsNothing() {
        Set<String> bodies = new HashSet<>();
        List<String> affected = new ArrayList<>();
        for (int n = 990; n <= 1060; n++) {
            Answer answer = get("/check/api?gtin=" + GivenUnits.PACK + "&serial=P" + n);
            if (answer.text("/answer").equals("affected")) {
                affected.add("P" + n);
            } else {
                bodies.add(answer.response().body());
            }
        }
        assertThat(affected).containsExactly("P1001");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void mistypedSaysWhatIsProbablyWrong() {
        String right = GivenUnits.number(3);
        String scooter = "gtin=" + GivenUnits.SCOOTER + "&serial=";
        assertThat(api(scooter + right).at("/answer").asString()).isEqualTo("notAffected");
        JsonNode wrong = api(scooter + right.replace("VR-0000", "VR-0001"));
        assertThat(wrong.at("/answer").asString()).isEqualTo("unknown");
        assertThat(wrong.at("/hint/code").asString()).isEqualTo("checkDigit");
        JsonNode letter = api(scooter + "VR-0O0038");
        assertThat(letter.at("/hint/code").asString()).isEqualTo("form");
        assertThat(letter.at("/hint/position").asInt()).isEqualTo(5);
        assertThat(api(scooter + "VR-00").at("/hint/code").asString()).isEqualTo("length");
        assertThat(page("(01)" + GivenUnits.SCOOTER + "(21)VR-0O0038"))
                .contains("This number does not look right", "In VR-0O0038, character 5 (O)");
    }

    /** It is in a recall, whatever its form. */
    @Test
    void recallStandsAboveTheForm() {
        server.bean(org.gozinto.ledger.Database.class)
                .write(transaction -> transaction
                        .sql("insert into unit (id, kind, item_id, issuer_id, number, twin, lot_id, first_seq,"
                                + " first_us) values (99, 2, 1, 0, 'OLD-7', 0, 0, 1, 1)")
                        .update());
        server.bean(GivenRecalls.class).publish(GivenRecalls.recall("R-2026-011", "Old scooters", null), 99L);
        assertThat(api("gtin=" + GivenUnits.SCOOTER + "&serial=OLD-7")
                        .at("/answer")
                        .asString())
                .isEqualTo("affected");
        assertThat(api("gtin=" + GivenUnits.SCOOTER + "&serial=OLD-8")
                        .at("/answer")
                        .asString())
                .isEqualTo("unknown");
    }

    @Test
    void shapeOfTheJsonIsConstant() {
        for (String code : List.of("P1002", "L-77", "P1001", "(01)09506000134360", "")) {
            JsonNode answer = api("code=" + encoded(code));
            assertThat(answer.propertyNames()).containsExactly("answer", "knownAt", "recalls", "products", "hint");
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyAnswerIsLightAndWellFormedInEveryLanguage(String language) throws Exception {
        server.bean(GivenRecalls.class).remedy(GivenUnits.CELL_1, "2026-11-22");
        for (String path : List.of(
                "/check?",
                "/check?number=P1002&",
                "/check?number=P1001&",
                "/check?number=P1001&item=PACK&",
                "/check?number=L-77&",
                "/check?number=" + encoded("(01)09506000134383(10)B7(21)BR-5") + "&",
                "/check?number=" + encoded("(01)09506000134352(21)VR-1") + "&",
                "/check?number=%3Cb%3E&",
                "/check?embed=1&number=P1002&",
                "/check/recalls?",
                "/check/recalls/VR-2026-03?",
                "/check/recalls/nothing?")) {
            Answer answer = get(path + "lang=" + language);
            String page = answer.response().body();
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(30_000);
            assertThat(page).contains("<html lang=\"" + language + "\">").doesNotContain("<script", " onclick", "{{");
            parse(page);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("script");
        }
    }

    private static void parse(String page) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void speaksTheVisitorsLanguage() {
        assertThat(get("/check", "Accept-Language", "pl, en;q=0.5").response().body())
                .contains("Sprawdź mój produkt");
        assertThat(get("/check?lang=fr", "Accept-Language", "pl").response().body())
                .contains("Vérifier");
        assertThat(get("/check?lang=xx", "Accept-Language", "xx, de-CH;q=0.5")
                        .response()
                        .body())
                .contains("Prüfen");
        assertThat(get("/check", "Accept-Language", "tlh;q=?").response().body())
                .contains("Check my product");
        String german = get("/check?number=P1001&item=PACK&lang=de").response().body();
        assertThat(german).contains("Der Akku kann beim Laden überhitzen", "5. November 2026");
        String spanish = get("/check?number=P1001&item=PACK&lang=es").response().body();
        assertThat(spanish).contains("lang=\"en\"", "The battery can overheat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'; drop table unit; --",
                "a\u0000b",
                "a\u001d\u001e\u0004\u0007b",
                "\u202eevil\u200b",
                "%00%ED%A0%80",
                "emoji \ud83d\ude00",
                "{{w.title}}{{>head}}",
                "   "
            })
    void strangeInputIsAnsweredAndHarmless(String number) throws Exception {
        String page = page(number);
        parse(page);
        assertThat(page).doesNotContain("<script", "<img", "\u202e");
        assertThat(api("code=" + encoded(number)).at("/answer").asString()).isIn("notAffected", "unknown");
    }

    @Test
    void brokenEncodingAndHugeInputAreAnswered() throws Exception {
        for (String raw : List.of("%ED%A0%80", "%E4", "%zz", "%", "x".repeat(2_000), "9".repeat(3_000))) {
            Answer answer = raw(("/check?number=" + raw));
            assertThat(answer.status()).as(raw).isEqualTo(200);
            parse(answer.response().body());
        }
        assertThat(answer("9".repeat(3_000))).isEqualTo("unknown");
        assertThat(api("code=" + "9".repeat(3_000)).at("/hint/code").asString()).isEqualTo("tooLong");
        assertThat(get("/check?number=" + "x".repeat(10_000)).status()).isIn(400, 414, 431);
        assertThat(server.post("/check", null, "{}").status()).isEqualTo(405);
        Answer head = server.send(
                server.request("/check?number=P1001&item=PACK", null).HEAD());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
    }

    /** An address that java.net.URI refuses. */
    private static Answer raw(String path) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", server.uri("").getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            int status = Integer.parseInt(all.substring(9, 12));
            return new Answer(new Said(status, unchunked(all.substring(end + 4))));
        }
    }

    private static String unchunked(String body) {
        return body.substring(body.indexOf("<!DOCTYPE"), body.indexOf("</html>") + 7);
    }

    /** As much of an answer as {@link #raw} reads. */
    private record Said(int statusCode, String body) implements HttpResponse<String> {
        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Optional<HttpResponse<String>> previousResponse() {
            return java.util.Optional.empty();
        }

        @Override
        public java.net.http.HttpHeaders headers() {
            return java.net.http.HttpHeaders.of(java.util.Map.of(), (a, b) -> true);
        }

        @Override
        public java.util.Optional<javax.net.ssl.SSLSession> sslSession() {
            return java.util.Optional.empty();
        }

        @Override
        public URI uri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Test
    void answersFillWholeStepsAlsoWhenCompressed() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            Set<Integer> sizes = new HashSet<>();
            for (String number : List.of("P1002", "P9999999999999", "L-78", "P1001&item=PACK", "L-77", "%3Cb%3E")) {
                HttpResponse<byte[]> zipped = client.send(
                        server.request("/check?number=" + number, null)
                                .header("Accept-Encoding", "gzip")
                                .GET()
                                .build(),
                        BodyHandlers.ofByteArray());
                assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
                sizes.add(zipped.body().length);
                String page = new String(
                        new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(),
                        StandardCharsets.UTF_8);
                String plain = get("/check?number=" + number).response().body();
                assertThat(page.strip()).isEqualTo(plain.strip());
                assertThat(plain.getBytes(StandardCharsets.UTF_8).length % SameSize.STEP_BYTES)
                        .isZero();
            }
            assertThat(sizes).containsExactly(SameSize.STEP_BYTES);
        }
    }

    @Test
    void frameIsAllowedToTheNamedShopsOnly() {
        assertThat(get("/check").header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(get("/check?embed=1").header("Content-Security-Policy"))
                .contains("frame-ancestors https://shop.example https://*.other.example:8443");
        assertThat(get("/check?embed=1").header("X-Frame-Options")).isEmpty();
        assertThat(get("/check?embed=1").response().body()).contains("class=\"embed\"");
    }

    @Test
    void otherSitesMayReadTheJson() {
        Answer answer = get("/check/api?code=P1002", "Origin", "https://shop.example");
        assertThat(answer.response().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(get("/check/api?code=P1002").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void shortWayToTheJsonIsNoOtherAnswer() {
        for (String query :
                List.of("code=P1002", "code=%2801%2909506000134369%2821%29P1001", "code=", "serial=x", "")) {
            for (String coding : List.of("identity", "gzip")) {
                Answer plain = get("/check/api?" + query, "Accept-Encoding", coding);
                // Where another site asks, the long way answers.
                Answer other = get("/check/api?" + query, "Accept-Encoding", coding, "Origin", "https://shop.example");
                assertThat(plain.status()).isEqualTo(200).isEqualTo(other.status());
                assertThat(plain.response().body())
                        .as(query)
                        .isEqualTo(other.response().body());
                for (String name : List.of(
                        "Content-Type",
                        "Content-Length",
                        "Content-Encoding",
                        "Cache-Control",
                        "Access-Control-Allow-Origin",
                        "Content-Security-Policy",
                        "Permissions-Policy",
                        "Referrer-Policy",
                        "X-Content-Type-Options")) {
                    assertThat(plain.header(name)).as(query + " " + name).isEqualTo(other.header(name));
                }
                assertThat(String.join(",", plain.response().headers().allValues("Vary")))
                        .containsIgnoringCase("Accept-Language")
                        .containsIgnoringCase("Accept-Encoding");
            }
        }
    }

    @Test
    void numberMayStandInThePath() {
        assertThat(get("/check/P1002").response().body()).contains("No recall names this number");
        assertThat(get("/check/%2801%2909506000134369%2821%29P1001").response().body())
                .contains("Stop using");
        assertThat(get("/check/M8%2F20").response().body()).contains("M8/20");
    }

    @Test
    void recallsAreListedWithTheirNumbers() {
        assertThat(get("/check/recalls").response().body())
                .contains("VR-2026-03", "R-2026-001", "R-2026-002", "L-77", "5 November 2026");
        assertThat(get("/check/recalls/VR-2026-03").response().body())
                .contains("Battery can overheat", "P1001", GivenUnits.number(1), "Affected numbers");
        assertThat(get("/check/recalls/R-0").status()).isEqualTo(404);
        JsonNode json = get("/check/recalls.json?lang=de").json();
        assertThat(json.at("/recalls").size()).isEqualTo(3);
        assertThat(json.at("/recalls/0/recall/title").asString()).isEqualTo("Akku kann überhitzen");
        assertThat(json.at("/recalls/0/affected/1/serials/0/from").asString()).isEqualTo("P1001");
        assertThat(json.at("/recalls/2/affected/0/lots/0").asString()).isEqualTo("L-77");
        server.bean(GivenRecalls.class).none();
        assertThat(get("/check/recalls").response().body()).contains("There are no recalls.");
    }

    @Test
    void feedIsAtomWithStableIds() throws Exception {
        Answer answer = get("/check/feed.atom");
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        String atom = "http://www.w3.org/2005/Atom";
        assertThat(feed.getNamespaceURI()).isEqualTo(atom);
        var entries = feed.getElementsByTagNameNS(atom, "entry");
        assertThat(entries.getLength()).isEqualTo(3);
        Set<String> ids = new HashSet<>();
        var all = feed.getElementsByTagNameNS(atom, "id");
        for (int i = 0; i < all.getLength(); i++) {
            ids.add(all.item(i).getTextContent());
        }
        assertThat(ids).hasSize(4).allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(feed.getElementsByTagNameNS(atom, "updated").item(0).getTextContent())
                .isEqualTo("2026-11-20T12:00:00Z");
        assertThat(get("/check/feed.atom?lang=de").response().body())
                .contains(ids.iterator().next());
    }
}
