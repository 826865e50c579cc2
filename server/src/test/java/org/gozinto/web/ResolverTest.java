/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gozinto.item.GivenItems;
import org.gozinto.item.Items;
import org.gozinto.web.AccessServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digital Links in the address bar: what anybody gets who opens the code on a product. */
class ResolverTest {

    private static final String GTIN = "09506000134352";
    private static final String BARE = "09506000134369";
    private static final String CARTON = "19506000134359";
    private static final String VOC = "https://ref.gs1.org/voc/";

    @TempDir
    static Path directory;

    private static AccessServer server;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, AccessServer.ADMIN);
        GivenItems.in(server.bean(Items.class), """
                {"code":"VALVE","tracking":"lot+serial","gtin":"%s",
                 "codes":[{"scheme":"gtin","value":"%s","contains":"12"}],
                 "links":[
                  {"type":"gs1:defaultLink","href":"https://example.com/valve","title":"Valve"},
                  {"type":"gs1:pip","href":"https://example.com/de","title":"Ventil","language":"de"},
                  {"type":"gs1:pip","href":"https://example.com/en","title":"Valve","language":"en"},
                  {"type":"gs1:instructions","href":"https://example.com/how#top"},
                  {"type":"gs1:recallStatus","href":"https://example.com/r?lot={lot}","title":"Recall","level":"lot"},
                  {"type":"gs1:certificationInfo","href":"https://example.com/c/{serial}","level":"serial"},
                  {"type":"gs1:handledBy","href":"https://example.com/1"},
                  {"type":"gs1:handledBy","href":"https://example.com/2"}]}
                """.formatted(GTIN, CARTON), """
                {"code":"BARE","tracking":"serial","gtin":"%s"}""".formatted(BARE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer get(String path, String... headers) {
        HttpRequest.Builder request = server.request(path, null).GET();
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String location(String path, String... headers) {
        Answer answer = get(path, headers);
        assertThat(answer.status()).as(path + ": " + answer.response().body()).isEqualTo(307);
        return answer.header("Location");
    }

    @Test
    void leadsToTheDefaultLinkWithTheQueryThatWasSent() {
        assertThat(location("/01/" + GTIN)).isEqualTo("https://example.com/valve");
        assertThat(location("/01/" + GTIN + "/10/A/21/B")).isEqualTo("https://example.com/valve");
        assertThat(location("/01/" + GTIN + "?17=271231&a=b%20c"))
                .isEqualTo("https://example.com/valve?17=271231&a=b%20c");
        assertThat(location("/01/" + GTIN + "?linkType=gs1:instructions"))
                .isEqualTo("https://example.com/how?linkType=gs1:instructions#top");
        assertThat(location("/01/" + GTIN + "/10/A%2FB?linkType=gs1:recallStatus"))
                .isEqualTo("https://example.com/r?lot=A%2FB&linkType=gs1:recallStatus");
    }

    @Test
    void trailingSlashIsTolerated() {
        assertThat(location("/01/" + GTIN + "/")).isEqualTo("https://example.com/valve");
    }

    @Test
    void headAnswersAsGetDoes() {
        Answer head = server.send(server.request("/01/" + GTIN, null).HEAD());
        assertThat(head.status()).isEqualTo(307);
        assertThat(head.header("Location")).isEqualTo("https://example.com/valve");
    }

    @Test
    void choosesTheLanguage() {
        String pip = "/01/" + GTIN + "?linkType=gs1:pip";
        assertThat(location(pip, "Accept-Language", "de-CH, en;q=0.5")).startsWith("https://example.com/de");
        assertThat(location(pip, "Accept-Language", "en")).startsWith("https://example.com/en");
        assertThat(location(pip, "Accept-Language", "fr, de;q=0.3")).startsWith("https://example.com/de");
    }

    @Test
    void severalThatAreEquallyGoodAreListed() {
        for (String wanted : List.of("gs1:pip", "gs1:handledBy")) {
            Answer answer = get("/01/" + GTIN + "?linkType=" + wanted, "Accept-Language", "fr;q=x");
            assertThat(answer.status()).as(wanted).isEqualTo(300);
            assertThat(answer.header("Location")).isEmpty();
            assertThat(answer.json()
                            .at("/linkset/0")
                            .get(VOC + wanted.substring(4))
                            .size())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gs1:certificationInfo",
                "https://ref.gs1.org/voc/certificationInfo",
                "https://gs1.org/voc/certificationInfo",
                "http://gs1.org/voc/certificationInfo"
            })
    void everySpellingOfATypeIsUnderstood(String type) {
        String path = "/01/" + GTIN + "/21/%22100%25%22%2F7";
        assertThat(location(path + "?linkType=" + type)).startsWith("https://example.com/c/%22100%25%22%2F7?");
    }

    @Test
    void unknownTypeIsNotFound() {
        Answer answer = get("/01/" + GTIN + "?linkType=gs1:nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no-such-link");
        assertThat(answer.header("Link")).contains("rel=\"linkset\"");
        assertThat(get("/01/" + GTIN + "/10/A?linkType=gs1:certificationInfo").status())
                .as("a serial's link without a serial")
                .isEqualTo(404);
    }

    @Test
    void linksetHasEveryLevelUpToTheKey() {
        for (Answer answer : List.of(
                get("/01/" + GTIN + "/10/A/21/B", "Accept", "application/linkset+json"),
                get("/01/" + GTIN + "/10/A/21/B?linkType=linkset"),
                get("/01/" + GTIN + "/10/A/21/B?linkType=all&17=271231"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/linkset+json");
            var set = answer.json().at("/linkset");
            String root = server.uri("").toString();
            assertThat(set.at("/0/anchor").asString()).isEqualTo(root + "/01/" + GTIN + "/10/A/21/B");
            assertThat(set.at("/1/anchor").asString()).isEqualTo(root + "/01/" + GTIN + "/10/A");
            assertThat(set.at("/2/anchor").asString()).isEqualTo(root + "/01/" + GTIN);
            assertThat(set.get(0)
                            .get(VOC + "certificationInfo")
                            .get(0)
                            .at("/href")
                            .asString())
                    .isEqualTo("https://example.com/c/B");
            assertThat(set.get(1).get(VOC + "recallStatus").get(0).at("/title").asString())
                    .isEqualTo("Recall");
            assertThat(set.get(2).get(VOC + "pip").get(0).at("/hreflang/0").asString())
                    .isEqualTo("de");
            assertThat(set.get(2).get(VOC + "defaultLink").size()).isEqualTo(1);
        }
        assertThat(get("/01/" + GTIN + "?linkType=linkset", "Accept", "application/json")
                        .header("Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void everyAnswerNamesTheLinkset() {
        Answer answer = get("/01/" + GTIN + "/21/B");
        assertThat(answer.header("Link"))
                .startsWith("<" + server.uri("/01/" + GTIN + "/21/B?linkType=linkset") + ">; rel=\"linkset\"");
        assertThat(answer.response().headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
    }

    /** Known or not, published or not: nobody can find out what is in the book. */
    @Test
    void whatHasNoLinksLeadsToTheCheckAlsoWhenNothingIsKnownOfIt() {
        for (String gtin : List.of(BARE, "09506000134376")) {
            String path = "/01/" + gtin + "/10/L/21/S%2F1?17=271231";
            String location = location(path);
            assertThat(location).startsWith("/check?number=");
            assertThat(URLDecoder.decode(location, StandardCharsets.UTF_8))
                    .startsWith("/check?number=(01)" + gtin + "(10)L(21)S/1(17)271231");
            Answer set = get(path + "&linkType=linkset");
            assertThat(set.response().body().replace(gtin, "GTIN"))
                    .isEqualTo(get("/01/" + BARE + "/10/L/21/S%2F1?17=271231&linkType=linkset")
                            .response()
                            .body()
                            .replace(BARE, "GTIN"));
            assertThat(set.json().at("/linkset").get(0).has(VOC + "defaultLink"))
                    .isTrue();
        }
    }

    @Test
    void whoIsSignedInIsLedToTheLookup() {
        Answer answer = server.get("/01/" + BARE + "/21/S", AccessServer.ADMIN);
        assertThat(answer.header("Location")).startsWith("/lookup?code=");
        assertThat(server.get("/01/" + GTIN, AccessServer.ADMIN).header("Location"))
                .as("what the owner published counts for all")
                .isEqualTo("https://example.com/valve");
    }

    @Test
    void recallStatusIsTheOwnersLinkElseOurCheck() {
        String root = server.uri("").toString();
        assertThat(location("/01/" + GTIN + "/10/A?linkType=gs1:recallStatus")).startsWith("https://example.com/r?");
        assertThat(location("/01/" + GTIN + "?linkType=gs1:recallStatus"))
                .startsWith(root + "/check?number=%2801%29" + GTIN + "&");
        assertThat(location("/01/" + BARE + "/21/S%2F1?linkType=gs1:recallStatus"))
                .startsWith(root + "/check?number=%2801%29" + BARE + "%2821%29S%2F1&");
        assertThat(get(location("/01/" + BARE + "/21/S").replace(root, ""))
                        .response()
                        .body())
                .contains("No recall names this number");
        var set = get("/01/" + BARE + "/21/S?linkType=linkset").json().at("/linkset");
        assertThat(set.get(0).get(VOC + "recallStatus").size()).isEqualTo(1);
        assertThat(set.get(1).has(VOC + "recallStatus")).isFalse();
    }

    @Test
    void packageHasTheItemsLinksButNotThoseOfAPiece() {
        assertThat(location("/01/" + CARTON)).isEqualTo("https://example.com/valve");
        assertThat(get("/01/" + CARTON + "/21/B?linkType=gs1:certificationInfo").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/00/195060001343520007",
                "/253/9506000134352DOC",
                "/255/95060001343521",
                "/401/9506000A",
                "/402/95060001343520000",
                "/414/9506000134352/254/A",
                "/415/9506000134352/8020/A",
                "/417/9506000134352",
                "/8003/09506000134352A",
                "/8004/9506000A",
                "/8006/09506000134369" + "0102/21/A",
                "/8010/9506000A/8011/1",
                "/8017/950600013435200008",
                "/8018/950600013435200008/8019/1"
            })
    void everyKeyIsAnswered(String path) {
        assertThat(location(path)).startsWith(path.startsWith("/8006/") ? "/check?number=%28" : "/lookup?code=%28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09506000134353",
                "/01/9506000134352",
                "/01/",
                "/01/09506000134352/21",
                "/01/09506000134352/17/271231",
                "/01/09506000134352/21/a%00b",
                "/01/09506000134352/21/a%E4b",
                "/01/09506000134352?10=A",
                "/01/09506000134352?99999=A",
                "/414/950600013435",
                "/01/09506000134352//21/A"
            })
    void badSyntaxIsRefused(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void neverLeadsWhereARequestSays() {
        for (String query : List.of(
                "?url=https://evil.example",
                "?code=https://evil.example",
                "?linkType=https://evil.example/",
                "?//evil")) {
            for (String gtin : List.of(GTIN, BARE)) {
                String location = get("/01/" + gtin + query).header("Location");
                assertThat(location.isEmpty()
                                || location.startsWith("https://example.com/valve?")
                                || location.startsWith("/check?number=%28"))
                        .as(location)
                        .isTrue();
            }
        }
    }

    @Test
    void compressedLinksAreTakenApart() {
        for (String path : List.of("/ARFKk4XBoA", "/ARFKk4XBoA/")) {
            Answer answer = get(path);
            if (answer.status() == 307) {
                assertThat(answer.header("Location")).isEqualTo("https://example.com/valve");
                assertThat(answer.response().headers().allValues("Link"))
                        .contains("<" + server.uri("/01/" + GTIN) + ">; rel=\"owl:sameAs\"");
            }
        }
        assertThat(get("/ARFKk4XBoA").status()).isEqualTo(307);
        assertThat(get("/no-page-of-ours").status()).isEqualTo(404);
        assertThat(get("/no-page-of-ours").code()).isEqualTo("no-such-page");
    }

    @Test
    void compressedLinksTakeNoAddressOfTheScreens() {
        for (String screen : Screens.open()) {
            String first = screen.split("/", -1)[1];
            assertThat(first.matches("[A-Za-z0-9_-]{10,}")).as(screen).isFalse();
        }
    }

    @Test
    void otherSitesMayRead() {
        Answer preflight = server.send(server.request("/01/" + GTIN, null)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET"));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Answer plain = get("/01/" + GTIN, "Origin", "https://shop.example");
        assertThat(plain.response().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(plain.header("Access-Control-Expose-Headers")).contains("Link");
        assertThat(get("/01/" + GTIN).response().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        Answer options =
                server.send(server.request("/01/" + GTIN, null).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).contains("GET", "HEAD", "OPTIONS");
        assertThat(server.post("/01/" + GTIN, null, "{}").status()).isEqualTo(401);
    }

    @Test
    void describesItself() {
        Answer answer = get("/.well-known/gs1resolver");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.text("/resolverRoot")).isEqualTo(server.uri("").toString());
        assertThat(answer.json().at("/supportedPrimaryKeys").size()).isEqualTo(16);
        assertThat(answer.text("/supportedLinkType/0/prefix")).isEqualTo("gs1:");
    }
}
