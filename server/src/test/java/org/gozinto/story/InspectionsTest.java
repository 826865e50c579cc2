/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.QualityStory.expect;

import java.util.UUID;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an item asks to be inspected is usable when an inspection has accepted it. */
@ParameterizedClass
@EnumSource(Engine.class)
class InspectionsTest {

    private static final String PLAN =
            "'item':'<R>','stage':'received','sampling':{'type':'aql','level':'II','aql':'1.0'},"
                    + "'characteristics':[{'code':'LOOK','kind':'attribute','class':'major'},"
                    + "{'code':'WIDTH','kind':'measurement','unit':'mm','lower':'9.9','upper':'10.1','decimals':2}]";

    private final RunningServer server;
    private final Story story;
    private final QualityStory quality;

    InspectionsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.quality = new QualityStory(story);
    }

    private void item(String name, String tracking, String rule) {
        story.item(name, tracking, rule == null ? "" : ",\"inspection\":\"" + rule + "\"");
    }

    private String refusal(Answer refused) {
        assertThat(refused.code()).as(refused.toString()).isNotEmpty();
        return refused.code();
    }

    /** Readings of so many pieces, all good but the first ones. */
    private static String readings(int count, int bad) {
        var text = new StringBuilder();
        for (int n = 1; n <= count; n++) {
            text.append(n == 1 ? "" : ",").append("{'n':%d,'value':'%s'}".formatted(n, n <= bad ? "10.2" : "10.05"));
        }
        return "'type':'measure','characteristic':'WIDTH','readings':[" + text + "]";
    }

    @Test
    void whatIsReceivedWaitsUntilItIsAccepted() {
        item("R", "lot", "received");
        quality.plan("P", PLAN);
        story.receive("SUP", "A", "500 R1");
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("no uninspected");
        assertThat(quality.usable("R", "lot", "R1", "sell")).isEqualTo("no uninspected");
        assertThat(refusal(story.refused(s -> s.ship("A", "CUST", "1 R1")))).isEqualTo("uninspected");
        assertThat(refusal(story.refused(
                        s -> s.run("M1").uses("1 R1").makes("1 L1").done())))
                .isEqualTo("uninspected");
        Answer picks = server.get("/api/v1/picks?item=" + story.code("R") + "&qty=5&purpose=consume");
        assertThat(picks.texts("/passed", "/why/0/code")).as(picks.toString()).containsExactly("uninspected");
        story.move("A", "B", "100 R1");
        assertThat(due("R")).containsExactly("R1 received 500 " + story.code("P"));

        String id = UUID.randomUUID().toString();
        String asked = quality.body(id, "'item':'<R>','lot':'R1'");
        Answer opened = expect(201, server.post("/api/v1/inspections", asked));
        Answer again = expect(200, server.post("/api/v1/inspections", asked));
        assertThat(again.text("/number")).isEqualTo(opened.text("/number")).startsWith("I-");
        assertThat(server.post("/api/v1/inspections", quality.body(id, "'item':'<R>','lot':'R1','reason':'x'"))
                        .code())
                .isEqualTo("id-reused");
        assertThat(opened.text("/sample/letter")).isEqualTo("H");
        assertThat(opened.json().at("/sample/size").asInt()).isEqualTo(50);
        assertThat(opened.json().at("/sample/accept").asInt()).isEqualTo(1);
        assertThat(opened.json().at("/subject/part").asBoolean()).isFalse();

        quality.step(opened, readings(50, 1));
        Answer open = quality.again(opened);
        assertThat(open.json().at("/proposal").has("accepted")).isFalse();
        assertThat(open.text("/characteristics/1/mean")).isEqualTo("10.0530");
        assertThat(open.json().at("/characteristics/1/outside").asInt()).isEqualTo(1);
        quality.step(opened, "'type':'attributes','characteristic':'LOOK','inspected':50,'defects':0");
        assertThat(quality.again(opened).json().at("/proposal/accepted").asBoolean())
                .isTrue();
        Answer judged = expect(201, quality.tried(opened, quality.token("operator"), "'type':'judge','accept':true"));
        assertThat(judged.text("/inspection/state")).isEqualTo("accepted");
        assertThat(judged.json().at("/inspection/verdict/deviates").asBoolean()).isFalse();

        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("yes");
        assertThat(due("R")).isEmpty();
        story.ship("B", "CUST", "10 R1");
        assertThat(quality.tried(opened, RunningServer.ADMIN, readings(1, 0)).code())
                .isEqualTo("wrong-stage");
        assertThat(server.get("/api/v1/inspections?state=accepted&lot=R1&item=" + story.code("R"))
                        .texts("/items", "/number"))
                .containsExactly(opened.text("/number"));

        // What comes in later nobody has looked at, so the lot waits again.
        story.receive("SUP", "A", "20 R1");
        assertThat(quality.usable("R", "lot", "R1", "consume")).isEqualTo("no uninspected");
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }

    private java.util.List<String> due(String item) {
        java.util.List<String> lines = new java.util.ArrayList<>();
        server.get("/api/v1/inspections:due?limit=1000").json().at("/items").forEach(d -> {
            if (d.at("/unit/item").asString("").equals(story.code(item))) {
                String number = d.at("/unit/serial").asString(d.at("/unit/lot").asString(""));
                lines.add((number + " " + d.at("/stage").asString() + " "
                                + d.at("/qty").asString() + " " + d.at("/plan").asString(""))
                        .strip());
            }
        });
        return lines;
    }

    @Test
    void aRejectionHoldsAndOpensANonconformance() {
        item("R", "lot", "received");
        quality.plan("P", PLAN);
        story.receive("SUP", "A", "500 R1");
        Answer opened = quality.inspect("'item':'<R>','lot':'R1','plan':'<P>'");
        quality.step(opened, readings(50, 2));
        String operator = quality.token("operator");
        // The plan rejects: an operator may not say otherwise, and who may has to say why.
        assertThat(quality.tried(opened, operator, "'type':'judge','accept':true,'reason':'fine'")
                        .status())
                .isEqualTo(403);
        assertThat(quality.tried(opened, RunningServer.ADMIN, "'type':'judge','accept':true")
                        .code())
                .isEqualTo("reason-needed");
        String body = quality.body("'step':{'type':'judge','accept':false}");
        Answer judged = expect(201, server.post(QualityStory.path(opened) + "/steps", operator, body));
        String number = judged.text("/inspection/nonconformance");
        assertThat(number).startsWith("N-");
        assertThat(judged.json().at("/inspection/verdict/entries").size()).isEqualTo(1);
        long seq = judged.json().at("/inspection/verdict/entries/0").asLong();
        Answer entry = server.get("/api/v1/entries/" + seq);
        assertThat(entry.text("/type")).isEqualTo("hold");
        assertThat(entry.body()).contains(number);
        assertThat(expect(200, server.post(QualityStory.path(opened) + "/steps", operator, body))
                        .text("/inspection/nonconformance"))
                .isEqualTo(number);
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("no held uninspected");
        assertThat(due("R")).isEmpty();
        Answer nonconformance = server.get("/api/v1/nonconformances/" + number);
        assertThat(nonconformance.text("/state")).isEqualTo("contained");
        assertThat(nonconformance.text("/links/inspection")).isEqualTo(opened.text("/number"));
        assertThat(nonconformance.text("/undisposed")).isEqualTo("500");
        assertThat(server.get("/api/v1/nonconformances?lot=R1&item=" + story.code("R"))
                        .texts("/items", "/number"))
                .containsExactly(number);
        // A hold that somebody ends does not make it good.
        expect(
                201,
                server.post(
                        "/api/v1/entries",
                        quality.body("'type':'release','units':[{'item':'<R>','lot':'R1'}],'reason':'oops'")));
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("no uninspected");
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }

    @Test
    void serialsWaitOneByOneAndALotFreesItsSerials() {
        item("S", "serial", "produced");
        item("R", "lot", null);
        story.receive("SUP", "A", "10 R1", "S1");
        assertThat(quality.usable("S", "serial", "S1", "ship")).isEqualTo("yes");
        story.run("M1").uses("2 R1").makes("S2", "S3").done();
        assertThat(quality.usable("S", "serial", "S2", "ship")).isEqualTo("no uninspected");
        assertThat(due("S")).containsExactly("S2 produced 1", "S3 produced 1");
        // What came out of a run is inspected by the number of the run alone; without a plan it takes a reason.
        Answer opened = quality.inspect("'item':'<S>','run':'<M1>'");
        assertThat(opened.json().at("/subject/unitCount").asInt()).isEqualTo(2);
        assertThat(quality.tried(opened, RunningServer.ADMIN, "'type':'judge','accept':true")
                        .code())
                .isEqualTo("reason-needed");
        quality.step(opened, "'type':'attributes','characteristic':'ANY','inspected':2,'defects':0");
        story.run("M1").uses("1 R1").makes("S4").done();
        quality.step(opened, "'type':'judge','accept':true,'reason':'looked at all'");
        assertThat(due("S")).isEmpty();
        story.ship("A", "CUST", "S2", "S3", "S4");
    }

    @Test
    void aPartOfALotIsAcceptedForTheLotAndSaysHowMuchWasLookedAt() {
        item("R", "lot", "both");
        story.receive("SUP", "A", "100 R1");
        assertThat(server.post("/api/v1/inspections", quality.body("'item':'<R>','lot':'R1','qty':'101'"))
                        .code())
                .isEqualTo("not-there");
        Answer opened = quality.inspect("'item':'<R>','lot':'R1','qty':'40'");
        assertThat(opened.json().at("/subject/part").asBoolean()).isTrue();
        assertThat(opened.text("/subject/qty")).isEqualTo("40");
        assertThat(opened.text("/subject/lotQty")).isEqualTo("100");
        quality.step(opened, "'type':'judge','accept':true,'reason':'the first pallet is good'");
        assertThat(quality.usable("R", "lot", "R1", "ship")).isEqualTo("yes");
    }

    @Test
    void itGoesBackToItsSupplierAndTheRuleCanBeTakenAway() {
        item("R", "lot", "received");
        story.receive("SUP", "A", "100 R1");
        story.ship("A", "SUP", "10 R1");
        story.scrap("A", "5 R1");
        assertThat(refusal(story.refused(s -> s.ship("A", "CUST", "1 R1")))).isEqualTo("uninspected");
        String path = "/api/v1/items/" + story.code("R");
        String item = server.get(path).body().replace("\"inspection\":\"received\"", "\"inspection\":null");
        expect(200, server.put(path, item));
        story.ship("A", "CUST", "1 R1");
        assertThat(due("R")).isEmpty();
        Answer untracked = server.post(
                "/api/v1/items",
                quality.body("'code':'<N>','tracking':'none','inspection':'received'")
                        .replaceFirst("\"id\":\"[^\"]*\",", ""));
        assertThat(untracked.pointers()).containsExactly("/inspection");
    }

    @Test
    void wrongWordsAreRefusedWithTheirFields() {
        item("R", "lot", null);
        quality.plan("P", PLAN);
        story.receive("SUP", "A", "500 R1");
        Answer plan = server.post(
                "/api/v1/inspection-plans",
                "{\"code\":\"X\",\"sampling\":{\"type\":\"aql\",\"level\":\"IV\",\"aql\":\"1\"},\"characteristics\":"
                        + "[{\"code\":\"A\",\"kind\":\"measurement\",\"lower\":\"2\",\"upper\":\"1\"}]}");
        assertThat(plan.pointers())
                .containsExactlyInAnyOrder("/sampling/level", "/sampling/aql", "/characteristics/0/upper");
        assertThat(server.post("/api/v1/inspections", quality.body("'item':'<R>','lot':'NO'"))
                        .code())
                .isEqualTo("unknown-lot");
        assertThat(server.post("/api/v1/inspections", quality.body("'item':'<R>'"))
                        .pointers())
                .containsExactly("/lot");
        Answer opened = quality.inspect("'item':'<R>','lot':'R1','plan':'<P>'");
        String admin = RunningServer.ADMIN;
        assertThat(quality.tried(opened, admin, "'type':'measure','characteristic':'LOOK','readings':[{'value':'1'}]")
                        .code())
                .isEqualTo("unknown-characteristic");
        assertThat(quality.tried(
                                opened,
                                admin,
                                "'type':'measure','characteristic':'WIDTH','readings':[{'value':'wide'}]")
                        .pointers())
                .containsExactly("/step/readings/0/value");
        assertThat(quality.tried(opened, admin, "'type':'attributes','characteristic':'LOOK','inspected':2,'defects':3")
                        .pointers())
                .containsExactly("/step/defects");
        Answer wrong = quality.step(opened, readings(2, 2));
        assertThat(quality.again(opened).json().at("/proposal/accepted").asBoolean(true))
                .isFalse();
        long n = wrong.json().at("/step/n").asLong();
        quality.step(opened, "'type':'correct','n':" + n + ",'reason':'the gauge was not zeroed'");
        assertThat(quality.again(opened).json().at("/proposal").has("accepted")).isFalse();
        assertThat(quality.tried(opened, admin, "'type':'correct','n':" + n + ",'reason':'again'")
                        .code())
                .isEqualTo("unknown-step");
        Answer steps = server.get(QualityStory.path(opened) + "/steps?limit=2");
        assertThat(steps.texts("/items", "/type")).containsExactly("open", "measure");
        assertThat(steps.json().at("/items/1/withdrawn").asBoolean()).isTrue();
        quality.step(opened, "'type':'cancel','reason':'another lot was meant'");
        assertThat(server.get("/api/v1/inspections/I-1999-00001").status()).isEqualTo(404);
    }
}
