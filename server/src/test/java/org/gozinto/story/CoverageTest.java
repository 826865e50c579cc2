/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Terms and coverage over HTTP, from the shipment of a scooter to its second battery. */
class CoverageTest {

    private static final String TERM = "'name':'Two years','kind':'commercial','scope':{'items':['<S>']},"
            + "'start':[{'event':'sale'},{'event':'shipment','plus':'P30D'}],'timeZone':'Europe/Berlin',"
            + "'coverages':[{'what':'parts','period':'P2Y'},{'what':'labour','period':'P1Y'}],"
            + "'parts':[{'positions':['battery'],'replacement':'longer','period':'P1Y'},{'replacement':'remainder'}],"
            + "'exclusions':[{'state':'opened'}],'stopInRepair':true,'public':'serial'";

    private final List<Answer> answers = new ArrayList<>();

    private static String body(Story story, String members) {
        return "{" + members.replace("<S>", story.code("S")).replace('\'', '"') + "}";
    }

    private static Answer term(Story story, String code, String members) {
        Answer made = story.server().post("/api/v1/terms", body(story, "'code':'" + story.code(code) + "'," + members));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    /** Two scooters with a battery each; the first goes to a consumer late in the evening of the last day of March. */
    private static Story scooters(Engine engine) {
        Story story = new Story(engine.shared()).serials("S", "BAT");
        Answer consumer = story.server()
                .post(
                        "/api/v1/partners",
                        body(
                                story,
                                "'code':'" + story.partnerOfName("C")
                                        + "','name':'C','roles':['customer','consumer'],'contact':{'country':'DE'}"));
        assertThat(consumer.status()).as(consumer.toString()).isEqualTo(201);
        story.receive("ACME", "A", "BAT1", "BAT2", "BAT3");
        story.commission("A", "S1", "S2");
        story.install("BAT1", "S1", "battery");
        story.install("BAT2", "S2", "battery");
        story.when("2025-03-31T23:30:00Z").ship("A", "C", "S1");
        return story;
    }

    private static String query(Story story, String unit, String parameters) {
        return "/api/v1/coverage?unit=" + story.unit(unit).at("/id").asString() + parameters;
    }

    private Answer coverage(Story story, String unit, String parameters) {
        Answer answer = story.server().get(query(story, unit, parameters));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        answers.add(answer);
        return answer;
    }

    private static String days(JsonNode line) {
        return line.at("/what").asString() + " " + line.at("/state").asString() + " "
                + line.at("/start").asString("-") + ".." + line.at("/end").asString("-");
    }

    private static List<String> days(Answer answer, String list) {
        List<String> days = new ArrayList<>();
        answer.json().at(list).forEach(line -> days.add(days(line)));
        return days;
    }

    private static String serial(Story story, String unit) {
        return "'item':'" + story.unit(unit).at("/item").asString() + "','serial':'"
                + story.unit(unit).at("/serial").asString() + "'";
    }

    private static Answer send(Story story, String path, int status, String members) {
        Answer answer = story.server().post(path, body(story, "'id':'" + UUID.randomUUID() + "'," + members));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void termsAreKeptWithEveryVersion(Engine engine) {
        Story story = new Story(engine.shared()).serials("S");
        RunningServer server = story.server();
        term(story, "T", TERM);
        String path = "/api/v1/terms/" + story.code("T");
        assertThat(server.post("/api/v1/terms", body(story, "'code':'" + story.code("T") + "'," + TERM))
                        .code())
                .isEqualTo("exists");
        Answer changed = server.put(path, body(story, TERM.replace("P2Y", "P3Y")), "If-Match", "\"1\"");
        assertThat(changed.text("/version")).as(changed.toString()).isEqualTo("2");
        assertThat(server.put(path, body(story, TERM), "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(server.get(path + "/versions").texts("", "/body/coverages/0/period"))
                .containsExactly("P2Y", "P3Y");
        assertThat(server.get("/api/v1/terms?limit=1000").texts("/items", "/code"))
                .contains(story.code("T"));
        Answer wrong = server.post(
                "/api/v1/terms",
                body(
                        story,
                        "'code':'W','name':'W','kind':'extension','scope':{'markets':['XX']},'start':[],"
                                + "'coverages':[{'what':'parts','period':'-P1Y'},{'what':'hope'}],'timeZone':'Mars'"));
        assertThat(wrong.pointers())
                .contains("/timeZone", "/extends", "/scope/markets", "/coverages/0/period", "/coverages/1");
        term(
                story,
                "X",
                "'name':'X','kind':'extension','scope':{'items':['<S>']},'extends':{'mode':'append','term':'"
                        + story.code("Y")
                        + "'},'coverages':[{'what':'parts','period':'P1Y'}]");
        Answer circle = server.post(
                "/api/v1/terms",
                body(
                        story,
                        "'code':'" + story.code("Y") + "','name':'Y','kind':'extension','extends':{'mode':'append',"
                                + "'term':'" + story.code("X")
                                + "'},'coverages':[{'what':'parts','period':'P1Y'}]"));
        assertThat(circle.pointers()).containsExactly("/extends/term");
    }

    @ParameterizedTest
    @EnumSource
    void aNewBatteryHasItsOwnEndAndTheOldOneItsOwnRecord(Engine engine) {
        Story story = scooters(engine);
        term(story, "T", TERM);
        Answer sold = coverage(story, "S1", "&asOf=2025-06-01");
        assertThat(days(sold, "/coverages"))
                .containsExactly("parts covered 2025-04-01..2027-04-01", "labour covered 2025-04-01..2026-04-01");
        assertThat(sold.text("/coverages/0/startedBy/event")).isEqualTo("sale");
        assertThat(sold.text("/until")).isEqualTo("2027-04-01");
        assertThat(sold.text("/coverages/0/left/days")).isEqualTo("669");
        assertThat(sold.text("/facts/market")).isEqualTo("DE");
        assertThat(days(sold, "/parts/0/coverages")).isEqualTo(days(sold, "/coverages"));
        assertThat(sold.text("/parts/0/replacement")).isEqualTo("false");
        story.when("2026-10-01T08:00:00Z").giveBack("C", "A", "S1");
        story.when("2026-10-02T08:00:00Z").remove("BAT1", "S1", "A");
        story.when("2026-10-03T08:00:00Z").install("BAT3", "S1", "battery");
        Answer here = coverage(story, "S1", "&asOf=2026-10-09");
        assertThat(days(here, "/coverages").getFirst()).isEqualTo("parts covered 2025-04-01..2027-04-09");
        assertThat(here.text("/coverages/0/running")).isEqualTo("true");
        story.when("2026-10-11T08:00:00Z").ship("A", "C", "S1");
        Answer swapped = coverage(story, "S1", "&asOf=2026-12-01");
        assertThat(days(swapped, "/coverages").getFirst()).isEqualTo("parts covered 2025-04-01..2027-04-11");
        assertThat(swapped.text("/parts/0/unit/serial"))
                .isEqualTo(story.unit("BAT3").at("/serial").asString());
        assertThat(swapped.text("/parts/0/replacement")).isEqualTo("true");
        assertThat(days(swapped, "/parts/0/coverages").getFirst()).isEqualTo("parts covered 2026-10-03..2027-10-03");
        assertThat(swapped.text("/parts/0/until")).isEqualTo("2027-10-03");
        assertThat(coverage(story, "BAT1", "").text("/state")).isEqualTo("none");
        Answer before = coverage(story, "S1", "&asOf=2026-09-30");
        assertThat(before.text("/parts/0/unit/serial"))
                .isEqualTo(story.unit("BAT1").at("/serial").asString());
        story.when("2026-11-05T08:00:00Z").remove("BAT3", "S1", "A");
        assertThat(days(coverage(story, "S1", "&asOf=2026-11-20"), "/coverages").getFirst())
                .startsWith("parts excluded");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKnownThenIsAnsweredAgain(Engine engine) {
        Story story = scooters(engine);
        term(story, "T", TERM);
        Answer first = coverage(story, "S2", "&asOf=2025-09-01");
        assertThat(first.text("/state")).isEqualTo("unknown");
        assertThat(first.texts("/coverages/0/why", "/code")).containsExactly("no-sale", "no-shipment");
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        story.pack("BOX", "A", "S2");
        story.when("2025-05-05T10:00:00Z").ship("A", "D", "[BOX]");
        Answer shipped = coverage(story, "S2", "&asOf=2025-09-01");
        assertThat(days(shipped, "/coverages").getFirst()).isEqualTo("parts covered 2025-06-04..2027-06-04");
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        Answer longer =
                story.server().put("/api/v1/terms/" + story.code("T"), body(story, TERM.replace("'P2Y'", "'P4Y'")));
        assertThat(longer.status()).isEqualTo(200);
        assertThat(days(coverage(story, "S2", "&asOf=2025-09-01"), "/coverages").getFirst())
                .isEqualTo("parts covered 2025-06-04..2029-06-04");
        for (Answer answer : List.of(first, shipped)) {
            Answer again =
                    story.server().get(query(story, "S2", "&asOf=2025-09-01&knownAt=" + answer.text("/knownAt")));
            assertThat(again.json()).isEqualTo(answer.json());
        }
        Answer tooEarly = coverage(story, "S2", "&knownAt=2020-01-01T00:00:00Z");
        assertThat(tooEarly.text("/state")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @EnumSource
    void contractsAndReadingsAreKeptOnceAndCount(Engine engine) {
        Story story = scooters(engine);
        term(story, "T", TERM.replace("'period':'P1Y'}],", "'meters':[{'meter':'km','most':'1000'}]}],"));
        term(
                story,
                "X",
                "'name':'X','kind':'extension','perSerial':true,'extends':{'mode':'append','term':'" + story.code("T")
                        + "'},'coverages':[{'what':'parts','period':'P1Y'}]");
        String contract = "'id':'" + UUID.randomUUID() + "'," + serial(story, "S1") + ",'term':'" + story.code("X")
                + "','soldOn':'2025-05-01','reference':'SO-1'";
        RunningServer server = story.server();
        assertThat(server.post("/api/v1/contracts", body(story, contract)).status())
                .isEqualTo(201);
        assertThat(server.post("/api/v1/contracts", body(story, contract)).status())
                .isEqualTo(200);
        assertThat(server.post("/api/v1/contracts", body(story, contract.replace("SO-1", "SO-2")))
                        .code())
                .isEqualTo("id-reused");
        send(
                story,
                "/api/v1/contracts",
                422,
                serial(story, "S1") + ",'term':'" + story.code("T") + "','soldOn':'2025-05-01'");
        send(
                story,
                "/api/v1/readings",
                201,
                serial(story, "S1") + ",'name':'km','kind':'meter','value':'900','on':'2025-06-01'");
        Answer wrong = send(
                story,
                "/api/v1/readings",
                201,
                serial(story, "S1") + ",'name':'km','kind':'meter','value':'9000','on':'2025-06-02'");
        Answer back = send(
                story,
                "/api/v1/readings",
                201,
                serial(story, "S1") + ",'name':'km','kind':'meter','value':'950.5','on':'2025-07-01'");
        assertThat(back.texts("/warnings", "/code")).containsExactly("meter-back");
        Answer ended = coverage(story, "S1", "&asOf=2025-07-01");
        assertThat(days(ended, "/coverages"))
                .containsExactly(
                        "parts covered 2025-04-01..2027-04-01",
                        "labour expired 2025-04-01..2025-06-01",
                        "parts notStarted 2027-04-02..2028-04-01");
        Answer struck =
                send(story, "/api/v1/readings/" + wrong.text("/id") + "/strike", 201, "'reason':'a digit too much'");
        assertThat(struck.text("/struck")).isEqualTo("a digit too much");
        Answer mended = coverage(story, "S1", "&asOf=2025-07-01");
        assertThat(days(mended, "/coverages").get(1)).isEqualTo("labour covered 2025-04-01..-");
        assertThat(mended.text("/coverages/1/left/meters/0/left")).isEqualTo("49.5");
        assertThat(server.get("/api/v1/readings?unit="
                                + story.unit("S1").at("/id").asString())
                        .texts("/items", "/value"))
                .containsExactly("900", "9000", "950.5");
        Answer tried = server.post(
                "/api/v1/coverage:try",
                body(
                        story,
                        serial(story, "S1") + ",'asOf':'2025-07-01','terms':[{'code':'" + story.code("T") + "',"
                                + TERM.replace("P2Y", "P5Y") + "}]"));
        assertThat(days(tried, "/coverages").getFirst()).isEqualTo("parts covered 2025-04-01..2030-04-01");
        assertThat(days(coverage(story, "S1", "&asOf=2025-07-01"), "/coverages").getFirst())
                .isEqualTo("parts covered 2025-04-01..2027-04-01");
        String viewer = new QualityStory(story).token("viewer");
        assertThat(server.post("/api/v1/contracts", viewer, body(story, contract))
                        .status())
                .isEqualTo(403);
        assertThat(server.get(query(story, "S1", ""), viewer).status()).isEqualTo(200);
    }

    private static JsonNode judged(RunningServer server) {
        long endNs = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        JsonNode view = server.get("/api/v1/standings/judging").json();
        while (!view.at("/state").asString().equals("idle") && System.nanoTime() < endNs) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            view = server.get("/api/v1/standings/judging").json();
        }
        assertThat(view.at("/state").asString()).as(view.toString()).isEqualTo("idle");
        return view;
    }

    private static List<String> standings(Story story, String parameters) {
        Answer list = story.server().get("/api/v1/standings?item=" + story.code("S") + parameters);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        List<String> rows = new ArrayList<>();
        list.json()
                .at("/items")
                .forEach(row -> rows.add(row.at("/unit/serial").asString() + " "
                        + row.at("/state").asString() + " "
                        + row.at("/start").asString("-") + ".." + row.at("/end").asString("-")));
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void standingsFollowTermsAndEntries(Engine engine) {
        Story story = scooters(engine);
        RunningServer server = story.server();
        term(story, "T", TERM.replace("P2Y", "P50Y"));
        judged(server);
        String first = story.unit("S1").at("/serial").asString();
        String second = story.unit("S2").at("/serial").asString();
        assertThat(standings(story, ""))
                .containsExactly(first + " covered 2025-04-01..2075-04-01", second + " unknown -..-");
        assertThat(standings(story, "&state=covered&endsFrom=2075-04-01&endsTo=2075-04-01"))
                .hasSize(1);
        assertThat(standings(story, "&state=expired")).isEmpty();
        story.when("2025-05-05T10:00:00Z").ship("A", "D", "S2");
        assertThat(standings(story, "&state=covered")).contains(second + " covered 2025-06-04..2075-06-04");
        server.put("/api/v1/terms/" + story.code("T"), body(story, TERM.replace("P2Y", "P40Y")));
        judged(server);
        assertThat(standings(story, ""))
                .containsExactly(first + " covered 2025-04-01..2065-04-01", second + " covered 2025-06-04..2065-06-04");
        String id = UUID.randomUUID().toString();
        String asked = body(story, "'id':'" + id + "','items':['<S>']");
        assertThat(server.post("/api/v1/standings:judge", asked).status()).isEqualTo(202);
        JsonNode view = judged(server);
        assertThat(view.at("/changed/longer").asLong()).isZero();
        assertThat(view.at("/judged").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatExistsTwiceIsSaid(Engine engine) {
        Story story = scooters(engine);
        term(story, "T", TERM);
        String item = story.code("S");
        String number = story.unit("S1").at("/serial").asString();
        story.commission("A", "S1");
        String path = "/api/v1/coverage?item=" + item + "&serial=" + number + "&asOf=2025-06-01";
        Answer twin = story.server().get(path);
        assertThat(twin.text("/facts/twins")).as(twin.toString()).isEqualTo("1");
        assertThat(twin.text("/state")).isEqualTo("covered");
        assertThat(twin.texts("/coverages/0/why", "/code")).contains("twin");
        Answer refused = send(
                story,
                "/api/v1/readings",
                422,
                "'item':'" + item + "','serial':'" + number
                        + "','name':'km','kind':'meter','value':'1','on':'2025-06-01'");
        assertThat(refused.code()).isEqualTo("ambiguous-unit");
        assertThat(story.server()
                        .get("/api/v1/coverage?item=" + item + "&serial=NOBODY")
                        .status())
                .isEqualTo(404);
        assertThat(story.server().get(path + "&knownAt=never").status()).isEqualTo(400);
    }
}
