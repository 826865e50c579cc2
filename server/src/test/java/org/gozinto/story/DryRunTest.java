/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run says what an act would do, and does nothing. That bad acts are refused alike {@link BadInput} asks. */
@ParameterizedClass
@EnumSource(Engine.class)
class DryRunTest {

    private final RunningServer server;
    private final Story story;

    DryRunTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private Answer dry(ObjectNode act) {
        return server.post("/api/v1/entries?dryRun=true", act.toString());
    }

    private Answer dryBatch(boolean atomic, List<String> acts) {
        return server.post(
                "/api/v1/entries:batch?dryRun=true&atomic=" + atomic,
                "application/x-ndjson",
                String.join("\n", acts).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode move(String type, String from, String to, String... lines) {
        ObjectNode act = story.act(type);
        if (from != null) {
            act.put("from", story.code(from));
        }
        act.put("to", story.code(to));
        var nodes = act.putArray("lines");
        for (String line : lines) {
            nodes.add(story.line(line));
        }
        return act;
    }

    private List<String> moved(JsonNode view) {
        List<String> moved = new ArrayList<>();
        for (JsonNode m : view.at("/movements")) {
            String number = m.at("/serial")
                    .asString(m.at("/lot").asString(m.at("/container").asString("")));
            moved.add(m.at("/qty").asString() + " " + number + " "
                    + story.shortName(m.at("/from").asString()) + "->"
                    + story.shortName(m.at("/to").asString()));
        }
        return moved;
    }

    @Test
    void itSaysWhatWouldMoveAndNothingDoes() {
        story.receive("SUP", "A", "10 R1");
        story.place("B", "\"kind\":\"bin\"");
        long before = server.entryCount();
        Answer answer = dry(move("move", "A", "B", "4 R1"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(answer.json().has("seq")).isFalse();
        assertThat(moved(answer.json())).containsExactly("4.000 R1 A->B");
        assertThat(answer.json().at("/movements/0/unit").asLong()).isPositive();
        assertThat(server.entryCount()).isEqualTo(before);
        assertThat(story.holdings("R1")).containsExactly("10.000 at A");
    }

    @Test
    void theSameActDoesAfterwardsWhatItSaid() {
        story.receive("SUP", "A", "10 R1");
        story.place("B", "\"kind\":\"bin\"");
        ObjectNode act = move("move", "A", "B", "4 R1");
        List<String> said = moved(dry(act).json());
        Answer done = story.send(act);
        assertThat(moved(server.get("/api/v1/entries/" + done.seq()).json())).isEqualTo(said);
    }

    @Test
    void aUnitThatItWouldMakeHasNoIdYet() {
        story.serials("SN").partner("SUP");
        story.place("A", "\"kind\":\"bin\"");
        Answer answer = dry(move("receive", "SUP", "A", "SN1", "5 R7"));
        assertThat(moved(answer.json())).containsExactly("1 SN1 SUP->A", "5.000 R7 SUP->A");
        assertThat(answer.json().at("/movements/0").has("unit")).isFalse();
        assertThat(story.units("SN1").isEmpty()).isTrue();
        assertThat(moved(dry(move("receive", "SUP", "A", "SN1")).json())).hasSize(1);
    }

    @Test
    void alertsComeWithIt() {
        story.serials("SN").receive("SUP", "A", "SN1");
        story.ship("A", "C1", "SN1");
        assertThat(dry(move("receive", "SUP", "A", "SN1")).alerts()).containsExactly("suspect-twin");
    }

    @Test
    void aCountShowsItsDifference() {
        story.receive("SUP", "A", "10 R1");
        ObjectNode count = story.act("count");
        count.put("at", story.code("A")).putArray("lines").add(story.line("7 R1"));
        assertThat(moved(dry(count).json())).containsExactly("3.000 R1 A->adjustment");
    }

    @Test
    void anActThatIsRecordedIsRepeated() {
        story.place("A", "\"kind\":\"bin\"").partner("SUP");
        ObjectNode act = move("receive", "SUP", "A", "1 R1");
        long seq = story.send(act).seq();
        Answer again = dry(act);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/repeated").asBoolean()).isTrue();
        assertThat(again.seq()).isEqualTo(seq);
        act.put("reason", "other");
        Answer other = dry(act);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id-reused");
    }

    @Test
    void actsOfOneRequestSeeWhatTheOnesBeforeWouldHaveDone() {
        story.serials("SN").partner("SUP");
        story.partner("C1");
        story.place("A", "\"kind\":\"bin\"").place("B", "\"kind\":\"bin\"");
        ObjectNode receive = move("receive", "SUP", "A", "SN1", "10 R1");
        ObjectNode undo = story.act("void");
        ObjectNode again = story.act("produce");
        again.put("run", story.code("MO")).putArray("consume").add(story.line("2 R1 from=B"));
        undo.put("corrects", again.get("id").asString()).put("reason", "wrong");
        long before = server.entryCount();
        Answer batch = dryBatch(
                false,
                List.of(
                        receive.toString(),
                        move("move", "A", "B", "SN1", "4 R1").toString(),
                        move("ship", "A", "C1", "SN1").toString(),
                        move("ship", "B", "C1", "SN1").toString(),
                        again.toString(),
                        undo.toString(),
                        receive.toString()));
        assertThat(batch.lines().stream()
                        .map(l -> l.at("/line").asInt() + " " + l.at("/status").asInt() + " "
                                + l.at("/code").asString("") + moved(l)))
                .containsExactly(
                        "1 200 [1 SN1 SUP->A, 10.000 R1 SUP->A]",
                        "2 200 [1 SN1 A->B, 4.000 R1 A->B]",
                        "3 422 not-there[]",
                        "4 200 [1 SN1 B->C1]",
                        "5 200 [2.000 R1 B->MO]",
                        "6 200 [2.000 R1 MO->B]",
                        "7 200 []");
        assertThat(batch.lines().getLast().at("/repeated").asBoolean()).isTrue();
        assertThat(server.entryCount()).isEqualTo(before);
        assertThat(story.units("SN1").isEmpty()).isTrue();
    }

    @Test
    void aBatchIsJudgedAsItIsRecorded() {
        story.serials("SN").receive("SUP", "A", "SN1", "10 R1");
        story.place("B", "\"kind\":\"bin\"").partner("C1");
        story.hold("R1", "metal found", "ship");
        List<String> acts = Stream.of(
                        move("move", "A", "B", "SN1"),
                        move("move", "A", "B", "SN1"),
                        move("ship", "A", "C1", "1 R1"),
                        move("move", "A", "B", "11 R1"),
                        move("receive", "C1", "A", "SN1"),
                        move("move", "A", "B", "9 R1"))
                .map(ObjectNode::toString)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        acts.add("{\"type\":");
        acts.add("{\"type\":\"ship\",\"id\":\"" + UUID.randomUUID() + "\"}");
        for (List<String> some : List.of(acts, acts.subList(0, 6), acts.subList(5, 6))) {
            assertThat(codes(dryBatch(true, some))).isEqualTo(codes(atomic(some)));
        }
        acts.removeLast();
        assertThat(codes(dryBatch(false, acts))).isEqualTo(codes(server.batch(false, acts.toArray(String[]::new))));
    }

    /** All or nothing, and in the end nothing. */
    private Answer atomic(List<String> acts) {
        List<String> spoilt = new ArrayList<>(acts);
        return server.batch(true, spoilt.toArray(String[]::new));
    }

    /** What is said of each line; that it was recorded and that it would be are the same. */
    private static List<String> codes(Answer batch) {
        assertThat(batch.status()).as(batch.toString()).isEqualTo(200);
        return batch.lines().stream()
                .map(l -> Math.min(l.at("/status").asInt(), 400) / 200
                        + l.at("/code").asString("")
                        + l.at("/errors").toString())
                .toList();
    }

    @Test
    void tooManyActsAreRefusedPlainly() {
        String act = "{\"type\":\"ship\"}";
        Answer answer = dryBatch(false, java.util.Collections.nCopies(10_001, act));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-acts");
        assertThat(dryBatch(false, java.util.Collections.nCopies(10_000, act)).lines())
                .hasSize(10_000);
    }

    @Test
    void ofManyMovementsTheFirstThousandAreShown() {
        story.serials("SN").partner("SUP");
        story.place("A", "\"kind\":\"bin\"");
        ObjectNode act = move("receive", "SUP", "A");
        act.putArray("lines").addObject().put("item", story.code("SN")).put("serials", "SN0001-SN2500");
        Answer answer = dry(act);
        assertThat(answer.json().at("/movements").size()).isEqualTo(1_000);
        assertThat(answer.json().at("/movementCount").asInt()).isEqualTo(2_500);
        assertThat(answer.json().at("/movementsMore").asBoolean()).isTrue();
    }

    @Test
    void whoMayNotRecordItMayNotTryIt() {
        story.receive("SUP", "A", "10 R1");
        story.partner("C1");
        Answer token = server.post("/api/v1/tokens", "{\"name\":\"dry\",\"role\":\"operator\",\"acts\":[\"receive\"]}");
        assertThat(token.status()).as(token.toString()).isEqualTo(201);
        Answer answer = server.post(
                "/api/v1/entries?dryRun=true",
                token.text("/token"),
                move("ship", "A", "C1", "1 R1").toString());
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void dryRunIsTrueOrFalse() {
        assertThat(server.post("/api/v1/entries?dryRun=perhaps", "{}").code()).isEqualTo("bad-parameter");
    }
}
