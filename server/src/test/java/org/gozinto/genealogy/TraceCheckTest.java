/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.story.RunningServer;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reached;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check that finds what an engine gets wrong. */
class TraceCheckTest {

    private static RunningServer server;
    private static Answered answered;
    private static TraceCheck check;

    @BeforeAll
    static void record() {
        server = RunningServer.open(RunningServer.Engine.SQLITE);
        server.post(
                "/api/v1/items",
                "{\"code\":\"R\",\"name\":\"R\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":3}");
        server.post("/api/v1/places", "{\"code\":\"A\",\"name\":\"A\",\"kind\":\"bin\"}");
        server.post("/api/v1/partners", "{\"code\":\"SUP\",\"name\":\"S\",\"roles\":[\"supplier\"]}");
        act(
                "\"type\":\"receive\",\"from\":\"SUP\",\"to\":\"A\",\"lines\":[{\"item\":\"R\",\"lot\":\"R-1\",\"qty\":\"9\"}]");
        for (int i = 2; i < 9; i++) {
            act("""
                    "type":"produce","run":"MO-%d","consume":[{"item":"R","lot":"R-1","qty":"1","from":"A"}],
                    "produce":[{"item":"R","lot":"R-%d","qty":"1","to":"A"}]""".formatted(i, i));
        }
        Traces traces = server.room(Traces.class);
        check = server.room(TraceCheck.class);
        answered = traces.answered(forward("R", "R-1"), null);
        assertThat(answered.answer().units()).hasSize(8);
    }

    private static TraceQuery forward(String item, String lot) {
        return new TraceQuery(
                "forward", item, lot, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    private static void act(String members) {
        assertThat(server.post("/api/v1/entries", "{\"id\":\"" + UUID.randomUUID() + "\"," + members + "}")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** What an engine would answer that names other units, or another hash. */
    private static Answered other(List<Reached> units, String hash) {
        Answer right = answered.answer();
        return new Answered(
                new Answer(
                        right.question(),
                        right.knownAtSeq(),
                        right.complete(),
                        right.cuts(),
                        units,
                        right.summary(),
                        right.balance(),
                        right.notAnswered(),
                        right.hypotheses(),
                        right.paths(),
                        right.passages(),
                        hash),
                answered.book());
    }

    private static CheckView compare(Answered engine) {
        return check.compare(engine, TraceCheck.reference(engine), null, System.nanoTime());
    }

    @Test
    void anEngineThatIsRightIsTheSame() {
        CheckView same = compare(answered);
        assertThat(same.same()).isTrue();
        assertThat(same.differences()).isNull();
        assertThat(same.units()).isEqualTo(8);
    }

    @Test
    void aUnitThatAnEngineLeavesOutIsNamed() {
        List<Reached> units = new ArrayList<>(answered.answer().units());
        units.remove(3);
        CheckView wrong = compare(other(units, "f".repeat(64)));
        assertThat(wrong.same()).isFalse();
        assertThat(wrong.detail()).contains("differ");
        assertThat(wrong.differences()).hasSize(1);
        var difference = wrong.differences().getFirst();
        assertThat(difference.unit().lot()).isEqualTo("R-4");
        assertThat(difference.answered()).isNull();
        assertThat(difference.reference()).isNotNull();
    }

    @Test
    void onlyTheFirstFewUnitsThatDifferAreNamed() {
        CheckView wrong = compare(other(List.of(), "f".repeat(64)));
        assertThat(wrong.differences()).hasSize(5);
        assertThat(wrong.differences().getFirst().unit().lot()).isEqualTo("R-1");
        assertThat(wrong.units()).isEqualTo(8);
    }

    @Test
    void unitsThatAreTheSameUnderAnotherHashAreADifferenceInTheTotals() {
        CheckView wrong = compare(other(answered.answer().units(), "f".repeat(64)));
        assertThat(wrong.same()).isFalse();
        assertThat(wrong.differences()).isEmpty();
        assertThat(wrong.detail()).contains("totals");
    }

    /** A part that is added to the question must be added to {@link PolicyText} too, and then here. */
    @Test
    void thePolicyNamesEveryPartOfAQuestion() {
        assertThat(Arrays.stream(Question.class.getRecordComponents()).map(java.lang.reflect.RecordComponent::getName))
                .containsExactlyInAnyOrder(
                        "direction",
                        "seeds",
                        "asOfUs",
                        "knownAtSeq",
                        "knownAtUs",
                        "hosts",
                        "badPieces",
                        "contents",
                        "amounts",
                        "contact",
                        "killSteps",
                        "floor",
                        "stop",
                        "limits");
    }
}
