/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.QualityStory.expect;

import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What fits what: rules are kept and looked through, questions are answered, and scans are judged. */
@ParameterizedClass
@EnumSource(Engine.class)
class FitsTest {

    private final RunningServer server;
    private final Story story;
    private final QualityStory quality;

    FitsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.quality = new QualityStory(story);
        story.serials("S", "PACK", "BOARD", "CTRL", "CHG").place("A", "\"kind\":\"bin\"");
    }

    private String sent(String code, String members) {
        return quality.body(members).replaceFirst("\"id\":\"[^\"]*\"", "\"code\":\"" + story.code(code) + "\"");
    }

    private Answer rule(String code, String members) {
        return expect(201, server.post("/api/v1/fit-rules", sent(code, members)));
    }

    /** A piece with a revision, or without one when it is null. */
    private void piece(String unit, String revision) {
        ObjectNode act = story.act("commission");
        act.put("to", story.code("A"));
        ObjectNode line = story.line(unit);
        if (revision != null) {
            line.putObject("attributes").put("revision", revision);
        }
        act.putArray("lines").add(line);
        story.send(act);
    }

    private String question(String path, String subject, String object, String more) {
        ObjectNode name = story.name(subject);
        var text = new StringBuilder(
                "/api/v1/" + path + "?item=" + name.get("item").asString());
        if (name.has("serial")) {
            text.append("&serial=").append(name.get("serial").asString());
        }
        if (object != null) {
            ObjectNode other = story.name(object);
            text.append("&object=").append(other.get("item").asString());
            if (other.has("serial")) {
                text.append("&objectSerial=").append(other.get("serial").asString());
            }
        }
        return text + more;
    }

    private Answer ask(String subject, String object, String more) {
        return expect(200, server.get(question("fits", subject, object, more)));
    }

    private String answer(String subject, String object) {
        return ask(subject, object, "").text("/answer");
    }

    @Test
    void rulesAreKeptAndLookedThrough() {
        Answer first = rule(
                "F1",
                "'subject':{'item':'<S>','serials':[{'from':'ES1','to':'ES100'}]},"
                        + "'relation':'fits','object':{'item':'<CHG>'}");
        assertThat(first.json().at("/findings").isEmpty()).as(first.toString()).isTrue();
        assertThat(first.json().at("/version").asInt()).isEqualTo(1);
        String second = "'subject':{'item':'<S>','serials':[{'from':'ES120','to':'ES200'}]},"
                + "'relation':'fits','object':{'item':'<CHG>'}";
        Answer checked = expect(200, server.post("/api/v1/fit-rules:check", sent("F2", second)));
        assertThat(checked.texts("/findings", "/type")).as(checked.toString()).containsExactly("gap");
        assertThat(checked.text("/findings/0/from") + checked.text("/findings/0/to"))
                .isEqualTo("ES101ES119");
        assertThat(server.get("/api/v1/fit-rules/" + story.code("F2")).code()).isEqualTo("unknown-rule");
        rule("F2", second);
        assertThat(rule(
                                "X",
                                "'subject':{'item':'<S>','serials':[{'from':'ES90','to':'ES130'}]},"
                                        + "'relation':'excludes','object':{'item':'<CHG>'}")
                        .texts("/findings", "/type"))
                .containsOnly("contradiction")
                .hasSize(2);
        assertThat(server.post("/api/v1/fit-rules", sent("F2", second)).code()).isEqualTo("exists");

        String path = "/api/v1/fit-rules/" + story.code("X");
        String off =
                sent("X", "'active':false,'subject':{'item':'<S>'},'relation':'excludes','object':{'item':'<CHG>'}");
        assertThat(server.put(path, off, "If-Match", "\"7\"").status()).isEqualTo(412);
        Answer changed = expect(200, server.put(path, off, "If-Match", "\"1\""));
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(server.get("/api/v1/fit-rules?active=true&item=" + story.code("CHG"))
                        .texts("/items", "/code"))
                .containsExactly(story.code("F1"), story.code("F2"));

        Answer wrong = server.post(
                "/api/v1/fit-rules",
                sent(
                        "W",
                        "'subject':{'item':'<S>','lots':['L'],'serials':[{'from':'ES9','to':'XS2'}],'madeFrom':'x'},"
                                + "'relation':'likes',"
                                + "'object':{'item':'NO','versions':[{'name':'fw','from':'2.10','to':'2.9'}]},"
                                + "'enforce':{'install':'shout'}"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointers())
                .contains(
                        "/relation",
                        "/subject/lots",
                        "/subject/serials/0",
                        "/subject/madeFrom",
                        "/object/item",
                        "/object/versions/0/to",
                        "/enforce/install");
        assertThat(server.post("/api/v1/fit-rules", quality.token("operator"), sent("W", second))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void questionsAreAnsweredFromTheLedger() {
        rule(
                "F1",
                "'subject':{'item':'<S>','serials':[{'from':'ES1','to':'ES100'}],"
                        + "'has':[{'item':'<BOARD>','revisions':['B']}]},"
                        + "'relation':'fits','object':{'item':'<CHG>'},'reason':'the board talks to it'");
        rule("F2", "'subject':{'item':'<S>'},'relation':'excludes','object':{'item':'<CHG>','revisions':['X']}");
        rule("F3", "'subject':{'item':'<CHG>'},'relation':'replacedBy','object':{'item':'<CTRL>'}");
        piece("S:ES7", null);
        piece("BOARD:B1", "A");
        piece("BOARD:B2", "B");
        piece("CHG:C1", "A");
        piece("CHG:C2", "X");
        assertThat(answer("S:ES7", "CHG:C1")).isEqualTo("unknown");
        assertThat(ask("S:ES7", "CHG:C1", "").texts("/missing", "/code")).containsExactly("configuration-unknown");

        story.when("2025-04-01T10:00:00Z").install("BOARD:B1", "S:ES7", "main");
        assertThat(ask("S:ES7", "CHG:C1", "").texts("/missing", "/code")).containsExactly("no-rule");
        story.when("2025-05-01T10:00:00Z").remove("BOARD:B1", "S:ES7", "A");
        story.when("2025-05-01T11:00:00Z").install("BOARD:B2", "S:ES7", "main");
        Answer yes = ask("S:ES7", "CHG:C1", "");
        assertThat(yes.text("/answer")).as(yes.toString()).isEqualTo("yes");
        assertThat(yes.texts("/rules", "/code")).containsExactly(story.code("F1"), story.code("F2"));
        assertThat(yes.json().at("/rules/0/decided").asBoolean()).isTrue();
        assertThat(yes.text("/rules/0/detail")).contains("the board talks to it");
        assertThat(yes.json().at("/replacedBy/0").asString()).isEqualTo(story.code("CTRL"));
        // Before the swap the other board was in it.
        assertThat(ask("S:ES7", "CHG:C1", "&asOf=2025-04-15").text("/answer")).isEqualTo("unknown");
        assertThat(answer("S:ES7", "CHG:C2")).isEqualTo("no");
        // Without the charger's number it may be the one that is excluded.
        assertThat(ask("S:ES7", "CHG:", "").texts("/missing", "/code")).containsExactly("revision-unknown");
        assertThat(ask("S:ES8", "CHG:C1", "").texts("/missing", "/code"))
                .containsExactly("not-recorded", "configuration-unknown");

        Answer list = expect(200, server.get(question("fits:list", "S:ES7", null, "")));
        assertThat(list.texts("/items", "/object/item")).containsExactly(story.code("CHG"));
        assertThat(server.get(question("fits", "S:ES7", "CHG:C1", "&asOf=yesterday"))
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(server.get("/api/v1/fits?item=NO&object=" + story.code("CHG"))
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/fits?item=" + story.code("S")).status()).isEqualTo(400);

        String draft = sent("F1", "'subject':{'item':'<S>'},'relation':'excludes','object':{'item':'<CHG>'}");
        String trial = quality.body("'item':'<S>','serial':'ES7','object':'<CHG>','objectSerial':'C1','rules':["
                        + draft.replace('"', '\'') + "]")
                .replaceFirst("\"id\":\"[^\"]*\",", "");
        Answer tried = expect(200, server.post("/api/v1/fits:try", trial));
        assertThat(tried.text("/answer")).isEqualTo("no");
        assertThat(answer("S:ES7", "CHG:C1")).isEqualTo("yes");
    }

    @Test
    void aVersionThatWasReadCountsFromItsDay() {
        rule(
                "F1",
                "'subject':{'item':'<S>','versions':[{'name':'firmware','from':'2.10'}]},"
                        + "'relation':'fits','object':{'item':'<CHG>'}");
        piece("S:ES7", null);
        assertThat(ask("S:ES7", "CHG:", "").texts("/missing", "/code")).containsExactly("version-unknown");
        read("2.9", "2025-06-01");
        Answer second = read("2.10", "2025-07-01");
        assertThat(ask("S:ES7", "CHG:", "&asOf=2025-06-30").text("/answer")).isEqualTo("unknown");
        assertThat(ask("S:ES7", "CHG:", "&asOf=2025-07-01").text("/answer")).isEqualTo("yes");
        assertThat(answer("S:ES7", "CHG:")).isEqualTo("yes");
        expect(
                201,
                server.post(
                        "/api/v1/readings/" + second.text("/id") + "/strike",
                        quality.body("'reason':'another scooter'")));
        assertThat(ask("S:ES7", "CHG:", "").texts("/missing", "/code")).containsExactly("no-rule");
    }

    private Answer read(String version, String day) {
        return expect(
                201,
                server.post(
                        "/api/v1/readings",
                        quality.body("'item':'<S>','serial':'ES7','name':'firmware','kind':'version','value':'"
                                + version + "','on':'" + day + "'")));
    }

    @Test
    void anInstallThatDoesNotFitIsRefusedOrWarnedOf() {
        rule(
                "F1",
                "'subject':{'item':'<S>','serials':[{'from':'ES1','to':'ES100'}]},'relation':'fits',"
                        + "'object':{'item':'<PACK>','revisions':['B','C']},"
                        + "'enforce':{'install':'refuse'},'reason':'48 volts'");
        rule(
                "F2",
                "'subject':{'item':'<PACK>','revisions':['C']},"
                        + "'relation':'needs','object':{'item':'<CTRL>'},'enforce':{'install':'refuse'}");
        rule(
                "F3",
                "'subject':{'item':'<BOARD>'},"
                        + "'relation':'excludes','object':{'item':'<PACK>','revisions':['B']},"
                        + "'enforce':{'install':'warn'}");
        for (String unit : new String[] {"S:ES7", "S:ES8", "S:ES700", "CTRL:T1", "BOARD:B1"}) {
            piece(unit, null);
        }
        piece("PACK:P1", "A");
        piece("PACK:P2", "B");
        piece("PACK:P3", "C");
        piece("PACK:P4", null);

        Answer refused = story.refused(s -> s.install("PACK:P1", "S:ES7"));
        assertThat(refused.code()).isEqualTo("does-not-fit");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail"))
                .contains("PACK", "P1", "revision A, not B or C", "rule " + story.code("F1"), "48 volts");
        assertThat(refused.text("/errors/0/expected")).contains("revision B or C");
        assertThat(refused.pointers()).containsExactly("/lines/0");
        assertThat(story.refused(s -> s.install("PACK:P2", "S:ES700")).code()).isEqualTo("does-not-fit");
        assertThat(story.unit("PACK:P1").toString()).contains(story.code("A"));

        // Nobody knows its revision: it is told and not refused.
        Answer unknown = story.install("PACK:P4", "S:ES8");
        assertThat(unknown.alerts()).as(unknown.toString()).contains("fit-unknown");
        assertThat(unknown.text("/alerts/0/rule")).isEqualTo(story.code("F1"));
        story.remove("PACK:P4", "S:ES8", "A");

        // What earlier acts of the same request installed counts.
        assertThat(story.refused(s -> s.install("PACK:P3", "S:ES7")).text("/detail"))
                .contains("needs");
        ObjectNode controller = install("CTRL:T1", "S:ES7");
        ObjectNode pack = install("PACK:P3", "S:ES7");
        Answer dry = server.post(
                "/api/v1/entries:batch?dryRun=true",
                "application/x-ndjson",
                (pack + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(dry.lines().getFirst().at("/code").asString())
                .as(dry.toString())
                .isEqualTo("does-not-fit");
        Answer both = server.batch(false, controller.toString(), pack.toString());
        assertThat(both.lines()).allMatch(l -> l.at("/status").asInt() == 201, both.toString());

        // A warning comes with the answer, the same whenever it is asked.
        story.install("BOARD:B1", "S:ES8");
        ObjectNode warned = install("PACK:P2", "S:ES8");
        Answer preview = expect(200, server.post("/api/v1/entries?dryRun=true", warned.toString()));
        assertThat(preview.alerts()).containsExactly("does-not-fit");
        Answer recorded = story.send(warned);
        assertThat(recorded.alerts()).containsExactly("does-not-fit");
        assertThat(recorded.text("/alerts/0/rule")).isEqualTo(story.code("F3"));
        assertThat(server.post("/api/v1/entries", warned.toString()).body()).isEqualTo(recorded.body());
        Answer verified = server.post("/api/v1/verify", "");
        assertThat(verified.json().at("/ok").asBoolean())
                .as(verified.toString())
                .isTrue();
    }

    private ObjectNode install(String part, String host) {
        ObjectNode act = story.act("install");
        act.set("host", story.name(host));
        act.put("position", "main");
        act.putArray("lines").add(story.line(part));
        return act;
    }

    @Test
    void whatIsShippedTogetherIsJudgedTogether() {
        rule(
                "F1",
                "'subject':{'item':'<S>','revisions':['B']},"
                        + "'relation':'excludes','object':{'item':'<CHG>','revisions':['A']},"
                        + "'enforce':{'ship':'refuse'},'reason':'it burns'");
        rule("F2", "'subject':{'item':'<S>'},'relation':'needs','object':{'item':'<CHG>'},'enforce':{'ship':'warn'}");
        piece("S:E1", "A");
        piece("S:E2", "B");
        piece("S:E3", "B");
        piece("CHG:C1", "A");
        piece("CHG:C2", "B");
        piece("CHG:C3", "A");

        Answer refused = story.refused(s -> s.ship("A", "SHOP", "S:E2", "CHG:C1"));
        assertThat(refused.text("/detail")).contains("may not be with", "it burns");
        assertThat(story.ship("A", "SHOP", "S:E2", "CHG:C2").alerts()).isEmpty();
        // Among several the charger goes with one of them, also when both are in a carton.
        story.pack("K1", "A", "S:E1", "S:E3", "CHG:C1");
        assertThat(story.ship("A", "SHOP", "[K1]").alerts()).isEmpty();
        story.giveBack("SHOP", "A", "S:E1");
        Answer alone = story.ship("A", "SHOP", "S:E1");
        assertThat(alone.alerts()).containsExactly("does-not-fit");
        assertThat(alone.text("/alerts/0/detail")).contains("needs", "and there is none");
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }
}
