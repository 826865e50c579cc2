/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Cases, from a suspicion to the end. */
@ParameterizedClass
@EnumSource(Engine.class)
class RecallsTest {

    private final RunningServer server;
    private final Story story;

    RecallsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private String lot(String item, String number) {
        return "{\"item\":\"%s\",\"lot\":\"%s\"}".formatted(story.code(item), number);
    }

    private String supplierLot(String number) {
        return "{\"supplierLot\":\"" + story.code(number) + "\"}";
    }

    /** Ten bikes of two cell lots: 1 to 6 of R1, which is bad; 1 and 2 are sold to C1, 3 to C2, 7 to C3. */
    private void bikes() {
        story.serials("BIKE");
        story.receive("SUP", "A", "6 R1 supplierLot=" + story.code("X9"), "6 Q1");
        story.run("MO1")
                .uses("6 R1")
                .makes("BIKE1", "BIKE2", "BIKE3", "BIKE4", "BIKE5", "BIKE6")
                .done();
        story.run("MO2").uses("4 Q1").makes("BIKE7", "BIKE8", "BIKE9", "BIKE10").done();
        story.ship("A", "C1", "BIKE1", "BIKE2");
        story.ship("A", "C2", "BIKE3");
        story.ship("A", "C3", "BIKE7");
    }

    private void whoRegisteredItIsNamed(RecallCase recall) {
        Answer registered = server.post(
                "/api/v1/registrations",
                "{\"id\":\"%s\",\"item\":\"%s\",\"serial\":\"BIKE2\",\"owner\":{\"name\":\"Jo\"}}"
                        .formatted(UUID.randomUUID(), story.code("BIKE")));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(server.get(recall.path("/goods?consignee=" + story.code("C1")))
                        .texts("/items", "/holder/name"))
                .as("who registered what the consignee sold")
                .containsExactly("", "Jo");
    }

    @Test
    void aCaseIsCarriedThroughToItsEnd() {
        bikes();
        story.place("CAGE", "\"kind\":\"bin\"");
        RecallCase recall = RecallCase.open(server, "recall").prepared(supplierLot("X9"));
        assertThat(recall.stage()).isEqualTo("hazardEvaluation");
        recall.decided(",\"cage\":\"" + story.code("CAGE") + "\"");
        JsonNode scoped = recall.now();
        assertThat(scoped.at("/stage").asString()).isEqualTo("scoped");
        assertThat(scoped.at("/scope/serials").asInt()).isEqualTo(6);
        assertThat(scoped.at("/scope/complete").asBoolean()).isTrue();
        assertThat(scoped.at("/stop/inForce").asBoolean()).isTrue();

        assertThat(story.refused(s -> s.ship("A", "C3", "BIKE4")).code()).isEqualTo("recalled");
        assertThat(server.get(recall.path("/consignees")).texts("/items", "/code"))
                .containsExactly(story.code("C1"), story.code("C2"));
        assertThat(server.get(recall.path("/goods?consignee=" + story.code("C1")))
                        .texts("/items", "/serial"))
                .containsExactly("BIKE1", "BIKE2");
        whoRegisteredItIsNamed(recall);

        Answer pulls = server.get(recall.path("/pulls"));
        assertThat(pulls.texts("/rows", "/serial")).containsExactly("BIKE4", "BIKE5", "BIKE6");
        story.move("A", "CAGE", "BIKE4", "BIKE5");
        recall.takes(
                "pull",
                "\"lines\":[{\"unit\":\"%s\",\"place\":\"%s\"}]"
                        .formatted(pulls.text("/rows/2/unit"), story.code("A")));
        assertThat(server.get(recall.path("/pulls")).json().at("/done").asInt()).isEqualTo(3);
        assertThat(recall.stage()).isEqualTo("inProgress");

        Answer open = recall.tries("advance", "\"to\":\"reconciled\"");
        assertThat(open.code()).isEqualTo("not-reconciled");
        story.giveBack("C1", "CAGE", "BIKE1");
        recall.takes(
                "answer",
                "\"consignee\":\"%s\",\"channel\":\"phone\",\"by\":\"Mrs Lund\",".formatted(story.code("C1"))
                        + "\"lines\":[{\"item\":\"%s\",\"onHand\":\"1\"}]".formatted(story.code("BIKE")));
        recall.takes(
                "remedy",
                "\"item\":\"%s\",\"serials\":[\"BIKE3\"],\"what\":\"Battery exchanged\",\"day\":\"2025-04-01\","
                                .formatted(story.code("BIKE"))
                        + "\"inspected\":1,\"defective\":1");
        story.scrap("CAGE", "BIKE4");
        recall.takes(
                "dispose",
                "\"how\":\"destroyed\",\"item\":\"%s\",\"qty\":\"1\",".formatted(story.code("BIKE"))
                        + "\"witness\":\"H. Ek\",\"certificate\":\"D-1\",\"day\":\"2025-04-02\"");
        JsonNode bike = item(server.get(recall.path("/reconciliation")).json(), "BIKE");
        assertThat(bike.at("/inScope").asString()).isEqualTo("6");
        assertThat(bike.at("/difference").asString()).isEqualTo("0");
        assertThat(bike.at("/states/stock").asString()).isEqualTo("2");
        assertThat(bike.at("/states/returned").asString()).isEqualTo("1");
        assertThat(bike.at("/states/destroyed").asString()).isEqualTo("1");
        assertThat(bike.at("/states/heldByConsignees").asString()).isEqualTo("1");
        assertThat(bike.at("/states/remedied").asString()).isEqualTo("1");
        assertThat(bike.at("/states/open").asString()).isEqualTo("0");

        recall.takes("advance", "\"to\":\"reconciled\"").takes("close", "");
        assertThat(recall.stage()).isEqualTo("closed");
        assertThat(recall.tries("answer", "\"consignee\":\"C1\",\"channel\":\"phone\"")
                        .code())
                .isEqualTo("wrong-stage");
        assertThat(server.post(recall.path(":verify"), "").json().at("/ok").asBoolean())
                .isTrue();
        assertThat(story.refused(s -> s.ship("CAGE", "C3", "BIKE5")).code()).isEqualTo("recalled");
    }

    private JsonNode item(JsonNode view, String name) {
        for (JsonNode item : view.at("/items")) {
            if (item.at("/item").asString().equals(story.code(name))) {
                return item;
            }
        }
        throw new AssertionError(name + " is not in " + view);
    }

    @Test
    void whatARunUsedUpIsCountedOnce() {
        story.receive("SUP", "A", "100 R1");
        story.run("MO1").uses("60 R1").makes("50 M1").done();
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(lot("R", "R1")).decided("");
        JsonNode raw = item(server.get(recall.path("/reconciliation")).json(), "R");
        assertThat(new BigDecimal(raw.at("/inScope").asString())).isEqualByComparingTo("100");
        assertThat(new BigDecimal(raw.at("/states/stock").asString())).isEqualByComparingTo("40");
        assertThat(new BigDecimal(raw.at("/states/consumed").asString())).isEqualByComparingTo("60");
        assertThat(new BigDecimal(raw.at("/difference").asString())).isEqualByComparingTo("0");
    }

    @Test
    void whatArrivesTomorrowIsStoppedToo() {
        bikes();
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(supplierLot("X9")).decided("");
        Answer tomorrow = story.receive("SUP", "B", "5 R2 supplierLot=" + story.code("X9"));
        assertThat(tomorrow.alerts()).contains("recalled");
        assertThat(story.refused(s -> s.ship("B", "C3", "1 R2")).code()).isEqualTo("recalled");
        assertThat(server.get(recall.path("/pulls")).texts("/rows", "/lot")).contains("R2");
        JsonNode drift = recall.now().at("/scope/drift");
        assertThat(drift.at("/added").asInt()).isEqualTo(1);
        Answer again = server.post(recall.path(":evaluate"), "");
        assertThat(again.json().at("/added").asBoolean()).isTrue();
        JsonNode version = again.json().at("/recall/versions/1");
        assertThat(version.at("/added").asInt()).isEqualTo(1);
        assertThat(version.at("/because/0").asLong()).isEqualTo(tomorrow.seq());
    }

    @Test
    void whatLeavesTheScopeStaysStoppedUntilItIsReleased() {
        story.serials("BIKE");
        story.receive("SUP", "A", "9 R1", "9 Q1");
        story.run("MO1").uses("3 R1").makes("BIKE1").done();
        Answer wrong = story.run("MO2").uses("3 R1").makes("BIKE2").done();
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(lot("R", "R1")).decided("");
        story.voidOf(wrong);
        story.run("MO3").uses("3 Q1").makes("BIKE2").done();
        server.post(recall.path(":evaluate"), "");
        JsonNode version = recall.now().at("/versions/1");
        assertThat(version.at("/removed").asInt()).isEqualTo(1);
        assertThat(story.refused(s -> s.ship("A", "C1", "BIKE2")).code()).isEqualTo("recalled");
        assertThat(recall.tries("release", "\"version\":1,\"reason\":\"old\"").code())
                .isEqualTo("old-version");
        recall.takes("release", "\"version\":2,\"reason\":\"It was made of Q1\"");
        assertThat(story.ship("A", "C1", "BIKE2").status()).isEqualTo(201);
        assertThat(story.refused(s -> s.ship("A", "C1", "BIKE1")).code()).isEqualTo("recalled");
    }

    /** What came under the stop because it lay in a tank with the bad lot stays stopped when it is known better. */
    @Test
    void nothingGetsFreeByItself() {
        story.vessel("T", "\"wellMixed\"");
        story.receive("SUP", "A", "100 R1");
        story.receive("SUP", "A", "100 Q1");
        Answer wrong = story.move("A", "T", "50 R1");
        story.move("A", "T", "50 Q1");
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(lot("R", "R1")).decided("");
        assertThat(story.refused(s -> s.ship("A", "C1", "1 Q1")).code()).isEqualTo("recalled");
        story.voidOf(wrong);
        String other =
                server.get("/api/v1/units?item=" + story.code("R") + "&lot=R1").text("/items/0/id");
        recall.takes("free", "\"units\":[\"" + other + "\"],\"reason\":\"Tested\"");
        assertThat(story.refused(s -> s.ship("A", "C1", "1 Q1")).code()).isEqualTo("recalled");
    }

    @Test
    void whatWasReworkedIsFreedByName() {
        bikes();
        RecallCase recall = RecallCase.open(server, "stockRecovery")
                .prepared(supplierLot("X9"))
                .decided("");
        String unit = server.get("/api/v1/units?item=" + story.code("BIKE") + "&serial=BIKE4")
                .text("/items/0/id");
        recall.takes("free", "\"units\":[\"" + unit + "\"],\"reason\":\"The cells were exchanged\"");
        assertThat(story.ship("A", "C3", "BIKE4").status()).isEqualTo(201);
        assertThat(story.refused(s -> s.ship("A", "C3", "BIKE5")).code()).isEqualTo("recalled");
    }

    @Test
    void aDecisionThatIsUndoneStopsNothing() {
        bikes();
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(supplierLot("X9")).decided("");
        long step = recall.now().at("/decision/step").asLong();
        recall.takes("undo", "\"step\":" + step + ",\"reason\":\"The wrong supplier\"");
        assertThat(recall.stage()).isEqualTo("hazardEvaluation");
        assertThat(story.ship("A", "C3", "BIKE4").status()).isEqualTo(201);
        recall.decided("");
        assertThat(recall.stage()).isEqualTo("scoped");
        assertThat(story.refused(s -> s.ship("A", "C3", "BIKE5")).code()).isEqualTo("recalled");
    }

    @Test
    void thePullListIsPagedToItsEndWhileGoodsMove() {
        story.place("B-2", "\"kind\":\"bin\"");
        story.place("B-10", "\"kind\":\"bin\"");
        story.receive("SUP", "B-10", "6 R1 supplierLot=" + story.code("X9"), "2 R2 supplierLot=" + story.code("X9"));
        story.move("B-10", "B-2", "3 R1");
        story.pack("CARTON1", "B-10", "1 R1");
        story.pack("CARTON2", "B-10", "1 R1");
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(supplierLot("X9")).decided("");
        List<String> places = new ArrayList<>();
        List<String> lots = new ArrayList<>();
        List<Integer> within = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = server.get(recall.path("/pulls?limit=1" + cursor));
            assertThat(page.json().at("/open").asInt()).isEqualTo(places.isEmpty() ? 5 : 4);
            page.json().at("/rows").forEach(row -> {
                places.add(row.at("/place").asString());
                lots.add(row.at("/lot").asString());
                within.add(row.at("/within").size());
            });
            if (places.size() == 1) {
                // What the first page showed is gone; the next one begins where it ended all the same.
                story.scrap("B-2", "3 R1");
            }
            JsonNode next = page.json().at("/nextCursor");
            cursor = next.isMissingNode() ? null : "&cursor=" + next.asString();
        }
        assertThat(places)
                .startsWith(story.code("B-2"))
                .hasSize(5)
                .endsWith(story.code("B-10"), story.code("B-10"), story.code("B-10"), story.code("B-10"));
        assertThat(lots).containsExactly("R1", "R1", "R1", "R1", "R2");
        assertThat(within).containsExactly(0, 1, 1, 0, 0);
        assertThat(server.get(recall.path("/pulls?cursor=bm9uZQ")).code()).isEqualTo("bad-parameter");
    }

    @Test
    void everyAnswerThatShowsAUnitSaysThatItIsRecalled() {
        bikes();
        story.pack("CARTON", "A", "BIKE4");
        String question = "/api/v1/trace?direction=forward&supplierLot=" + story.code("X9");
        Answer before = server.get(question);
        assertThat(before.body()).doesNotContain("recalls");
        RecallCase recall =
                RecallCase.open(server, "recall").prepared(supplierLot("X9")).decided("");
        Answer after = server.get(question);
        assertThat(tags(after.json().at("/units"))).hasSize(7).containsOnly(recall.number());
        assertThat(after.text("/hash")).isEqualTo(before.text("/hash"));
        assertThat(after.text("/proof/answerHash")).isEqualTo(before.text("/proof/answerHash"));
        String frozen = recall.now().at("/scope/id").asString();
        assertThat(tags(server.get("/api/v1/scopes/" + frozen + "/versions/1/units")
                        .json()
                        .at("/items")))
                .hasSize(7)
                .containsOnly(recall.number());
        assertThat(server.post("/api/v1/scopes/" + frozen + ":verify", "").text("/ok"))
                .isEqualTo("true");

        String lot =
                server.get("/api/v1/units?item=" + story.code("R") + "&lot=R1").text("/items/0/id");
        assertThat(tags(server.get("/api/v1/units/" + lot + "/uses").json().at("/rows")))
                .hasSize(6)
                .containsOnly(recall.number());
        String bike = server.get("/api/v1/units?item=" + story.code("BIKE") + "&serial=BIKE5")
                .text("/items/0/id");
        assertThat(tags(server.get("/api/v1/units/" + bike + "/parts").json().at("/rows")))
                .contains(recall.number());
        assertThat(tags(server.get("/api/v1/units/" + bike + "/siblings?kinds=run")
                        .json()
                        .at("/units")))
                .hasSize(5)
                .containsOnly(recall.number());
    }

    /** The number of the first recall of each row; empty for a row without. */
    private static List<String> tags(JsonNode rows) {
        List<String> tags = new ArrayList<>();
        rows.forEach(row -> tags.add(row.at("/recalls/0/recall").asString("")));
        return tags;
    }

    @Test
    void aDrillStopsNothing() {
        bikes();
        RecallCase drill =
                RecallCase.open(server, "mock").prepared(supplierLot("X9")).decided("");
        assertThat(drill.number()).startsWith("M-");
        assertThat(drill.now().at("/scope/serials").asInt()).isEqualTo(6);
        assertThat(server.get(drill.path("/pulls")).texts("/rows", "/serial"))
                .containsExactly("BIKE4", "BIKE5", "BIKE6");
        assertThat(story.ship("A", "C3", "BIKE4").status()).isEqualTo(201);
    }

    @Test
    void theSameStepAgainGetsItsFirstAnswer() {
        RecallCase recall = RecallCase.open(server, "recall");
        String id = UUID.randomUUID().toString();
        String body = "{\"id\":\"" + id + "\",\"step\":{\"type\":\"note\",\"text\":\"%s\"}}";
        Answer first = server.post(recall.path("/steps"), body.formatted("Called the lab"));
        Answer again = server.post(recall.path("/steps"), body.formatted("Called the lab"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/step")).isEqualTo(first.json().at("/step"));
        assertThat(server.post(recall.path("/steps"), body.formatted("Something else"))
                        .code())
                .isEqualTo("id-reused");
        assertThat(server.get(recall.path("/steps")).json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void whatIsKnownOfPublicRecallsFollowsTheCase() {
        bikes();
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared(supplierLot("X9"))
                .decided("")
                .takes(
                        "publish",
                        "\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"Stop using it\",\"product\":\"Bike\","
                                + "\"hazard\":\"Its cells can burn.\",\"whatToDo\":\"Leave it outside.\"}}");
        assertThat(recall.now().at("/published/languages/0").asString()).isEqualTo("en");
        Answer soft = recall.tries(
                "publish",
                "\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"Voluntary recall\",\"product\":\"Bike\","
                        + "\"hazard\":\"Its cells can burn.\",\"whatToDo\":\"Leave it outside.\"}}");
        assertThat(soft.pointers()).containsExactly("/step/texts/en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "note           |                                        | /text",
                "note           | \"text\":\" \"                          | /text",
                "evaluateHazard | \"hazard\":\"Fire\"                     | /severity,/likelihood,/conclusion",
                "decide         | \"action\":\"act\",\"reason\":\"x\"       | /depth,/level",
                "decide         | \"action\":\"perhaps\",\"reason\":\"x\"   | /action,/depth,/level",
                "answer         | \"channel\":\"pigeon\"                  | /consignee,/channel",
                "pull           | \"lines\":[]                           | /lines",
                "pull           | \"lines\":[{}]                         | /lines/0/unit,/lines/0/place",
                "dispose        | \"how\":\"destroyed\",\"item\":\"B\",\"qty\":\"1\",\"day\":\"2025-01-01\""
                        + "                                              | /certificate,/witness",
                "dispose        | \"how\":\"reworked\",\"item\":\"B\",\"qty\":\"-1\",\"day\":\"2025-01-01\" | /qty",
                "remedy         | \"item\":\"B\",\"what\":\"x\",\"day\":\"soon\" | /day,/serials",
                "drawSample     | \"level\":\"B\",\"percent\":5           | /percent",
                "drawSample     | \"level\":\"A\",\"consignees\":[\"C1\"]  | /consignees",
                "advance        | \"to\":\"closed\"                       | /to",
                "undo           |                                        | /reason,/step",
                "notified       | \"kind\":\"first\",\"channel\":\"email\",\"notices\":[],\"consignees\":[] | /type",
            })
    void everyFaultOfAStepIsNamed(String type, String members, String pointers) {
        RecallCase recall = RecallCase.open(server, "recall");
        Answer refused = recall.tries(type, members == null ? "" : members);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.pointers().stream().sorted().toList())
                .isEqualTo(List.of(pointers.split(",")).stream()
                        .map(pointer -> "/step" + pointer)
                        .sorted()
                        .toList());
    }

    @Test
    void stagesComeInTheirOrder() {
        RecallCase recall = RecallCase.open(server, "recall");
        assertThat(recall.tries(
                                "evaluateHazard",
                                "\"hazard\":\"Fire\",\"severity\":\"minor\",\"likelihood\":\"remote\","
                                        + "\"conclusion\":\"x\"")
                        .code())
                .isEqualTo("wrong-stage");
        assertThat(recall.tries("decide", "\"action\":\"none\",\"reason\":\"x\"")
                        .code())
                .isEqualTo("wrong-stage");
        assertThat(recall.tries("close", "").code()).isEqualTo("wrong-stage");
        assertThat(server.get(recall.path("/pulls")).code()).isEqualTo("wrong-stage");
        assertThat(server.get("/api/v1/recalls/R-1999-001").code()).isEqualTo("unknown-recall");
        assertThat(server.get("/api/v1/recalls?state=lost").code()).isEqualTo("bad-parameter");
    }

    @Test
    void whatIsNotDangerousIsClosedWithoutAScope() {
        RecallCase recall = RecallCase.open(server, "recall")
                .takes("investigate", "\"findings\":\"A customer dropped it.\"")
                .takes(
                        "evaluateHazard",
                        "\"hazard\":\"None\",\"severity\":\"negligible\",\"likelihood\":\"remote\","
                                + "\"conclusion\":\"Safe\"")
                .takes("decide", "\"action\":\"none\",\"reason\":\"There is no hazard\"")
                .takes("close", "");
        assertThat(recall.stage()).isEqualTo("closed");
        recall.takes("reopen", "\"reason\":\"Another complaint\"");
        assertThat(recall.stage()).isEqualTo("decision");
    }
}
