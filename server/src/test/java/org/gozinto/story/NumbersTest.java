/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Numbers of items: how they are made, reserved, printed on, used and voided. */
@ParameterizedClass
@EnumSource(Engine.class)
class NumbersTest {

    private final RunningServer server;
    private final Story story;

    NumbersTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private String numbering(String item) {
        return "/api/v1/items/" + story.code(item) + "/numbering";
    }

    /** An item that is tracked by serial, whose serials have this rule. */
    private void serials(String item, String rule) {
        story.serials(item);
        Answer put = server.put(numbering(item), "{\"serial\":" + rule + "}");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
    }

    private static String rule(String template, String more) {
        return "{\"template\":\"" + template + "\"" + more + "}";
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private String order(String id, String item, int count, String more) {
        return "{\"id\":\"%s\",\"item\":\"%s\",\"kind\":\"serial\",\"count\":%d%s}"
                .formatted(id, story.code(item), count, more);
    }

    private Answer take(String item, int count, String more) {
        return server.post("/api/v1/numbers", order(id(), item, count, more));
    }

    private List<String> taken(String item, int count, String more) {
        Answer taken = take(item, count, more);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return numbers(taken);
    }

    private static List<String> numbers(Answer answer) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode number : answer.json().at("/numbers")) {
            numbers.add(number.asString());
        }
        return numbers;
    }

    private Answer voided(String item, String numbers) {
        return server.post(
                "/api/v1/numbers:void",
                "{\"id\":\"%s\",\"item\":\"%s\",\"kind\":\"serial\",\"numbers\":[\"%s\"],\"reason\":\"torn\"}"
                        .formatted(id(), story.code(item), numbers));
    }

    private List<String> states(String item) {
        Answer list = server.get("/api/v1/numbers?kind=serial&item=" + story.code(item));
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        List<String> states = new ArrayList<>();
        for (JsonNode number : list.json().at("/items")) {
            states.add(
                    number.at("/number").asString() + " " + number.at("/state").asString());
        }
        return states;
    }

    private JsonNode report(String item) {
        Answer report = server.get(numbering(item) + "/report?kind=serial");
        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        return report.json();
    }

    @Test
    void aNumberingIsKeptAndShownWithItsVersion() {
        story.serials("BIKE");
        Answer none = server.get(numbering("BIKE"));
        assertThat(none.json().at("/version").asLong()).isZero();
        assertThat(none.json().has("serial")).isFalse();
        Answer put = server.put(
                numbering("BIKE"),
                "{\"serial\":{\"template\":\"{YY}{DDD}-{line}-{n:3}\",\"reset\":\"day\"},\"version\":0}");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        Answer kept = server.get(numbering("BIKE"));
        assertThat(kept.text("/serial/template")).isEqualTo("{YY}{DDD}-{line}-{n:3}");
        assertThat(kept.text("/serial/reset")).isEqualTo("day");
        assertThat(kept.text("/serial/per/0")).isEqualTo("line");
        Answer late = server.put(numbering("BIKE"), "{\"version\":0}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("changed-meanwhile");
        assertThat(server.put(numbering("BIKE"), "{}", "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(server.get(numbering("BIKE")).json().at("/version").asLong()).isEqualTo(2);
    }

    @Test
    void aTemplateThatRepeatsIsRefusedWithTheDay() {
        story.serials("BIKE");
        Answer put = server.put(numbering("BIKE"), "{\"serial\":" + rule("{WW}{E}", "") + "}");
        assertThat(put.status()).isEqualTo(422);
        assertThat(put.code()).isEqualTo("numbers-repeat");
        assertThat(put.text("/detail")).matches(".*would come again on 20\\d\\d-\\d\\d-\\d\\d: .*");
        assertThat(put.pointers()).containsExactly("/serial/template");
    }

    @Test
    void whatIsWrongWithATemplateIsNamed() {
        story.serials("BIKE");
        Answer put = server.put(numbering("BIKE"), "{\"serial\":" + rule("AB{yy}", "") + "}");
        assertThat(put.code()).isEqualTo("template-invalid");
        assertThat(put.text("/detail")).contains("at character 3");
        for (String bad : List.of(
                rule("{line}{n}", ""),
                rule("{n:3}", ",\"reset\":\"hour\""),
                rule("{n:3}", ",\"per\":[\"item\"]"),
                rule("{n:3}", ",\"lengthMax\":65"),
                rule("{random:2}", ""),
                rule("{n:18}ABC", ""),
                rule("#", ""),
                rule("GZ-{n:3}", ""),
                "{}")) {
            Answer refused = server.put(numbering("BIKE"), "{\"serial\":" + bad + "}");
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.code()).as(bad).isEqualTo("template-invalid");
        }
        Answer lot = server.put(numbering("BIKE"), "{\"lot\":" + rule("{n:3}", "") + "}");
        assertThat(lot.pointers()).containsExactly("/lot");
        assertThat(server.get(numbering("BIKE")).json().at("/version").asLong()).isZero();
    }

    @Test
    void aTrialShowsSamplesAndFaults() {
        Answer good = server.post(
                "/api/v1/numbering:preview",
                "{\"template\":\"{line}-{n:3}\",\"kind\":\"lot\",\"line\":\"L1\",\"count\":3}");
        assertThat(good.status()).as(good.toString()).isEqualTo(200);
        assertThat(good.text("/samples/2")).isEqualTo("L1-003");
        assertThat(good.text("/capacity")).isEqualTo("999");
        assertThat(good.json().has("repeatsOn")).isFalse();
        Answer repeats = server.post("/api/v1/numbering:preview", "{\"template\":\"{WW}{E}{n:2}\",\"reset\":\"day\"}");
        assertThat(repeats.text("/repeatsOn")).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(repeats.json().at("/samples")).hasSize(3);
        Answer broken = server.post("/api/v1/numbering:preview", "{\"template\":\"A{n\"}");
        assertThat(broken.text("/faults/0/code")).isEqualTo("brace");
        assertThat(broken.json().at("/faults/0/position").asInt()).isEqualTo(1);
        assertThat(broken.json().at("/samples")).isEmpty();
        Answer long1 = server.post("/api/v1/numbering:preview", "{\"template\":\"{n:18}XYZ\",\"lengthMax\":30}");
        assertThat(long1.json().at("/warnings")).hasSize(1);
    }

    @Test
    void blocksFollowEachOtherWithoutGaps() {
        serials("BIKE", rule("B{n:5}", ""));
        Answer first = take("BIKE", 3, ",\"lot\":\"L-1\"");
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(numbers(first)).containsExactly("B00001", "B00002", "B00003");
        assertThat(first.text("/first")).isEqualTo("B00001");
        assertThat(first.text("/last")).isEqualTo("B00003");
        assertThat(taken("BIKE", 2, "")).containsExactly("B00004", "B00005");
        Answer block = server.get(first.header("Location"));
        assertThat(block.json().at("/reserved").asLong()).isEqualTo(3);
        assertThat(block.text("/lot")).isEqualTo("L-1");
        Answer blocks = server.get("/api/v1/number-blocks?limit=1&item=" + story.code("BIKE"));
        assertThat(blocks.text("/items/0/first")).isEqualTo("B00004");
        Answer more = server.get(
                "/api/v1/number-blocks?limit=1&item=" + story.code("BIKE") + "&cursor=" + blocks.text("/nextCursor"));
        assertThat(more.text("/items/0/first")).isEqualTo("B00001");
        assertThat(more.json().has("nextCursor")).isFalse();
    }

    @Test
    void theSameRequestAgainReservesNothing() {
        serials("BIKE", rule("B{n:5}", ""));
        String id = id();
        Answer first = server.post("/api/v1/numbers", order(id, "BIKE", 2, ""));
        Answer again = server.post("/api/v1/numbers", order(id, "BIKE", 2, ""));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = server.post("/api/v1/numbers", order(id, "BIKE", 3, ""));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id-reused");
        assertThat(taken("BIKE", 1, "")).containsExactly("B00003");
    }

    @Test
    void manyWhoTakeAtOnceShareWithoutGapsOrDoubles() throws Exception {
        serials("BIKE", rule("B{n:5}", ""));
        Set<String> all = new HashSet<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> taken = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                taken.add(executor.submit(() -> taken("BIKE", 25, "")));
            }
            for (Future<List<String>> each : taken) {
                List<String> block = each.get();
                assertThat(all.addAll(block)).isTrue();
                int first = Integer.parseInt(block.getFirst().substring(1));
                assertThat(block.getLast()).isEqualTo("B%05d".formatted(first + 24));
            }
        }
        assertThat(all).hasSize(500).contains("B00001", "B00500");
    }

    @Test
    void eachLineHasItsCounterAndEachDayBeginsAgain() {
        serials("BIKE", rule("{YY}{DDD}-{line}-{n:2}", ",\"reset\":\"day\""));
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
        String tomorrow =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1).toString();
        String onL1 =
                taken("BIKE", 1, ",\"line\":\"L1\",\"on\":\"" + today + "\"").getFirst();
        assertThat(onL1).endsWith("-L1-01");
        assertThat(taken("BIKE", 1, ",\"line\":\"L2\",\"on\":\"" + today + "\"").getFirst())
                .endsWith("-L2-01");
        assertThat(taken("BIKE", 1, ",\"line\":\"L1\",\"on\":\"" + today + "\"").getFirst())
                .endsWith("-L1-02");
        String next =
                taken("BIKE", 1, ",\"line\":\"L1\",\"on\":\"" + tomorrow + "\"").getFirst();
        assertThat(next).endsWith("-L1-01").isNotEqualTo(onL1);
        Answer none = take("BIKE", 1, "");
        assertThat(none.code()).isEqualTo("template-value");
        assertThat(none.pointers()).containsExactly("/line");
        Answer hyphen = take("BIKE", 1, ",\"line\":\"L-1\"");
        assertThat(hyphen.pointers()).containsExactly("/line");
    }

    @Test
    void aCounterThatIsFullIsAnAnswerAndNothingIsTaken() {
        serials("BIKE", rule("B{n:1}", ""));
        Answer many = take("BIKE", 10, "");
        assertThat(many.status()).isEqualTo(409);
        assertThat(many.code()).isEqualTo("numbers-exhausted");
        assertThat(many.text("/detail")).contains("9");
        assertThat(taken("BIKE", 9, "")).hasSize(9);
        assertThat(take("BIKE", 1, "").code()).isEqualTo("numbers-exhausted");
        assertThat(report("BIKE").at("/free").asString()).isEqualTo("0");
    }

    @Test
    void randomNumbersAreNeverDenserThanOneOfTenThousand() {
        serials("BIKE", rule("{random:4}", ""));
        // 32 characters to the power of four are 1,048,576 numbers, of which 104 may be given.
        assertThat(new HashSet<>(taken("BIKE", 100, ""))).hasSize(100);
        Answer more = take("BIKE", 5, "");
        assertThat(more.code()).isEqualTo("numbers-exhausted");
        assertThat(taken("BIKE", 4, "")).hasSize(4);
        assertThat(report("BIKE").at("/capacity").asString()).isEqualTo("104");
    }

    @Test
    void aMistypedSerialDoesNotDerailTheCounterAndIsNotGivenAgain() {
        serials("BIKE", rule("B{n:3}", ""));
        assertThat(taken("BIKE", 1, "")).containsExactly("B001");
        story.commission("A", "BIKE:B900", "BIKE:B003");
        assertThat(taken("BIKE", 3, "")).containsExactly("B002", "B004", "B005");
    }

    @Test
    void whatIsRecordedIsCommissioned() {
        serials("BIKE", rule("B{n:3}", ""));
        taken("BIKE", 3, "");
        story.commission("A", "BIKE:B002");
        assertThat(states("BIKE")).containsExactly("B001 reserved", "B002 commissioned", "B003 reserved");
        JsonNode report = report("BIKE");
        assertThat(report.at("/used").asString()).isEqualTo("3");
        assertThat(report.at("/free").asString()).isEqualTo("996");
        assertThat(report.at("/pool/commissioned").asLong()).isEqualTo(1);
        assertThat(report.at("/gaps")).hasSize(1);
        assertThat(report.at("/gaps/0/from").asString()).isEqualTo("B001");
        assertThat(report.at("/complete").asBoolean()).isTrue();
        assertThat(report.has("perDay")).isFalse();
    }

    @Test
    void aVoidNumberIsNeverGivenAgainAndRefusedInActs() {
        serials("BIKE", rule("B{n:3}", ""));
        taken("BIKE", 3, "");
        Answer done = voided("BIKE", "B001-B002");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().at("/count").asLong()).isEqualTo(2);
        assertThat(voided("BIKE", "B001").code()).isEqualTo("number-void");
        assertThat(voided("BIKE", "B777").code()).isEqualTo("unknown-number");
        assertThat(taken("BIKE", 1, "")).containsExactly("B004");
        Answer refused = story.refused(s -> s.commission("A", "BIKE:B001"));
        assertThat(refused.code()).isEqualTo("number-void");
        assertThat(refused.status()).isEqualTo(409);
        story.commission("A", "BIKE:B003");
        assertThat(voided("BIKE", "B003").code()).isEqualTo("number-used");
        assertThat(states("BIKE")).containsExactly("B001 void", "B002 void", "B003 commissioned", "B004 reserved");
        JsonNode report = report("BIKE");
        assertThat(report.at("/gaps/0/state").asString()).isEqualTo("void");
        assertThat(report.at("/gaps/0/count").asLong()).isEqualTo(2);
        // Who says that history is missing may record it all the same.
        story.with("shortfall", "unknown").commission("A", "BIKE:B001");
        assertThat(states("BIKE").getFirst()).isEqualTo("B001 commissioned");
    }

    @Test
    void aSuppliersRangeIsTakenOver() {
        story.serials("CELL");
        story.receive("ACME", "A", "CELL:A0002 issuer=ACME");
        String id = id();
        String ranges = "\"ranges\":[\"A0001-A0003\",\"X9\"]";
        String body = "{\"id\":\"%s\",\"item\":\"%s\",\"kind\":\"serial\",\"supplier\":\"%s\",%s}"
                .formatted(id, story.code("CELL"), story.code("ACME"), ranges);
        Answer adopted = server.post("/api/v1/numbers:adopt", body);
        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(numbers(adopted)).containsExactly("A0001", "A0002", "A0003", "X9");
        assertThat(server.post("/api/v1/numbers:adopt", body).status()).isEqualTo(200);
        Answer twice = server.post("/api/v1/numbers:adopt", body.replace(id, id()));
        assertThat(twice.code()).isEqualTo("number-known");
        story.receive("ACME", "A", "CELL:A0001 issuer=ACME");
        assertThat(states("CELL"))
                .containsExactly("A0001 commissioned", "A0002 commissioned", "A0003 reserved", "X9 reserved");
        JsonNode report = report("CELL");
        assertThat(report.at("/capacity").asString()).isEqualTo("4");
        assertThat(report.at("/used").asString()).isEqualTo("2");
    }

    @Test
    void listsNarrowAndFollowEachOther() {
        serials("BIKE", rule("B{n:3}", ""));
        taken("BIKE", 25, "");
        voided("BIKE", "B010-B012");
        String all = "/api/v1/numbers?kind=serial&item=" + story.code("BIKE");
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = server.get(all + "&limit=7" + cursor);
            page.texts("/items", "/number").forEach(n -> assertThat(seen.add(n)).isTrue());
            cursor = page.json().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(25);
        assertThat(pages).isEqualTo(4);
        Answer voids = server.get(all + "&state=void");
        assertThat(voids.texts("/items", "/number")).containsExactly("B010", "B011", "B012");
        assertThat(voids.text("/items/0/reason")).isEqualTo("torn");
        assertThat(server.get(all + "&prefix=B02").texts("/items", "/number")).hasSize(6);
        String block = voids.text("/items/0/block");
        Answer ofBlock = server.get("/api/v1/numbers?limit=20&block=" + block);
        assertThat(ofBlock.texts("/items", "/number")).hasSize(20).startsWith("B001");
        assertThat(server.get("/api/v1/numbers?limit=20&block=" + block + "&cursor=" + ofBlock.text("/nextCursor"))
                        .texts("/items", "/number"))
                .hasSize(5);
    }

    @Test
    void badRequestsAreRefusedWithWhatIsExpected() {
        serials("BIKE", rule("B{n:3}", ""));
        story.item("GLUE", "lot", "");
        story.partner("ACME");
        story.item("CELL", "serial", ",\"issuer\":\"" + story.code("ACME") + "\"");
        assertThat(server.post("/api/v1/numbers", "{}").pointers()).contains("/id", "/kind", "/item");
        assertThat(take("BIKE", 0, "").pointers()).containsExactly("/count");
        assertThat(take("BIKE", 100_001, "").pointers()).containsExactly("/count");
        assertThat(take("BIKE", 1, ",\"on\":\"tomorrow\"").pointers()).containsExactly("/on");
        assertThat(take("BIKE", 1, ",\"on\":\"1999-01-01\"").pointers()).containsExactly("/on");
        assertThat(take("BIKE", 1, ",\"site\":\"NOWHERE\"").code()).isEqualTo("unknown-place");
        assertThat(take("GLUE", 1, "").code()).isEqualTo("not-serial-tracked");
        assertThat(take("CELL", 1, "").code()).isEqualTo("numbered-by-supplier");
        story.serials("PLAIN");
        assertThat(take("PLAIN", 1, "").code()).isEqualTo("no-template");
        String adopt = "{\"id\":\"%s\",\"item\":\"%s\",\"kind\":\"serial\",\"supplier\":\"%s\",\"ranges\":[%s]}";
        for (String ranges : List.of("", "\"\"", "\"A1+200000\"", "\"A1\",\"A1\"", "null", "\"A9-A1\"")) {
            Answer refused = server.post(
                    "/api/v1/numbers:adopt", adopt.formatted(id(), story.code("CELL"), story.code("ACME"), ranges));
            assertThat(refused.status()).as(ranges).isEqualTo(422);
            assertThat(refused.pointers()).as(ranges).isNotEmpty().allMatch(p -> p.startsWith("/ranges"));
        }
        assertThat(server.get("/api/v1/numbers?item=" + story.code("BIKE")).status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/numbers?kind=x&item=" + story.code("BIKE"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/numbers?kind=serial&state=x&item=" + story.code("BIKE"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/numbers?kind=serial&cursor=x&item=" + story.code("BIKE"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/number-blocks/" + id()).status()).isEqualTo(404);
        assertThat(server.get("/api/v1/items/NOTHING/numbering").status()).isEqualTo(404);
        assertThat(server.get(numbering("BIKE") + "/report").status()).isEqualTo(400);
    }

    @Test
    void aBlockOfTheMostIsReservedAtOnce() {
        serials("BIKE", rule("B{n:7}", ""));
        List<String> numbers = taken("BIKE", 100_000, "");
        assertThat(numbers).hasSize(100_000).doesNotHaveDuplicates();
        assertThat(numbers.getLast()).isEqualTo("B0100000");
    }
}
