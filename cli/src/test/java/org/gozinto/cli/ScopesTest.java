/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.gozinto.cli.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scopes, and checks of traces. */
class ScopesTest {

    private static final String ID = "0190a0b0-0000-7000-8000-000000000001";
    private static final String HEAD = """
            {"version":%d,"seq":%d,"hash":"aa","knownAt":"2026-03-01T00:00:00Z","frozenAt":"2026-03-02T00:00:00Z",\
            "actor":"anna","answerHash":"cd","contentHash":"ef","units":%d,"complete":true}""";
    private static final String CHECK = """
            {"same":%s,"proof":{"seq":17,"headHash":"aa","policy":"direction=forward","answerHash":"cd"},\
            "referenceHash":"%s","units":3,"tookMs":5%s}""";

    @TempDir
    Path home;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFreezingSendsTheQuestionWithAnIdOfItsOwn() {
        server.answers(201, "{\"id\":\"" + ID + "\",\"version\":{\"head\":" + HEAD.formatted(1, 17, 3) + "}}");
        var ran = server.run("scope", "freeze", "RESIN", "--lot", "R-1", "--name", "Bad resin", "--amounts");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Frozen", ID, "3 units", "entry 17", "complete");
        Json sent = Json.read(server.call().body());
        assertThat(server.call().method() + " " + server.call().path()).isEqualTo("POST /api/v1/scopes");
        assertThat(sent.text("name")).isEqualTo("Bad resin");
        assertThat(sent.text("id", "")).hasSize(36);
        assertThat(String.valueOf(sent.get("question")))
                .isEqualTo("{\"direction\":\"forward\",\"item\":\"RESIN\",\"lot\":\"R-1\",\"amounts\":true}");
    }

    @Test
    void aFreezingWithoutSeedOrNameIsMisuse() {
        assertThat(server.run("scope", "freeze", "RESIN", "--name", "N").code()).isEqualTo(2);
        assertThat(server.run("scope", "freeze", "RESIN", "--lot", "R-1").code())
                .isEqualTo(2);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void anEvaluationSaysWhetherTheAnswerIsAnotherOne() {
        String same = "{\"added\":false,\"version\":" + HEAD.formatted(1, 17, 3) + ",\"seq\":40,\"hash\":\"bb\"}";
        server.answers(200, same);
        assertThat(server.run("scope", "evaluate", ID).out())
                .contains("The same", "entry 40", "version 1", "Nothing was added");
        assertThat(server.call().path()).isEqualTo("/api/v1/scopes/" + ID + ":evaluate");
    }

    @Test
    void anEvaluationThatAddsAVersionSaysWhatToDo() {
        server.answers(200, "{\"added\":true,\"version\":" + HEAD.formatted(2, 40, 6) + ",\"seq\":40,\"hash\":\"bb\"}");
        assertThat(server.run("scope", "evaluate", ID).out()).contains("Changed", "Version 2", "6 units", "scope diff");
    }

    @Test
    void aDiffNamesUnitsAndEntries() {
        server.answers(200, """
                {"from":%s,"to":%s,"counts":{"added":1,"removed":0,"changed":0,"same":3},"units":[{"change":"added",\
                "unit":{"unit":"9","item":"BIKE","serial":"F4"},"after":{"unit":"9","holdings":[{"place":"A","qty":"1",\
                "within":[]}]},"because":[23]}],"entries":[{"seq":23,"id":"x","type":"produce","kind":"late",\
                "occurredAt":"2026-02-01","recordedAt":"2026-03-03T00:00:00Z","actor":"bob"}]}""".formatted(HEAD.formatted(1, 17, 3), HEAD.formatted(2, 40, 4)));
        var ran = server.run("scope", "diff", ID, "--from", "1", "--to", "2");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("1 added, 0 removed, 0 changed, 3 as they were", "BIKE F4", "1 at A", "late");
        assertThat(server.call().path()).isEqualTo("/api/v1/scopes/" + ID + "/diff?from=1&to=2");
    }

    @Test
    void aScopeIsShownWithItsVersions() {
        server.answers(200, """
                {"id":"%s","name":"Bad resin","question":{"direction":"forward","lot":"R-1"},"actor":"anna",\
                "createdAt":"2026-03-02T00:00:00Z","versionCount":1,"latest":%s,"versions":[%s]}""".formatted(ID, HEAD.formatted(1, 17, 3), HEAD.formatted(1, 17, 3)));
        assertThat(server.run("scope", "show", ID).out()).contains("Bad resin", "direction=forward lot=R-1", "17");
    }

    @Test
    void aCheckThatIsTheSameEndsWithZero() {
        server.answers(200, CHECK.formatted("true", "cd", ",\"givenHash\":\"cd\""));
        var ran = server.run("trace", "forward", "RESIN", "--lot", "R-1", "--check", "--hash", "cd");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("The same", "entries up to 17", "3 units", "the hash that you hold");
        assertThat(server.call().path()).isEqualTo("/api/v1/trace/check?direction=forward&item=RESIN&lot=R-1&hash=cd");
    }

    @Test
    void aCheckThatIsNotTheSameEndsAsAVerificationDoes() {
        server.answers(200, CHECK.formatted("false", "ee", """
                ,"detail":"The server and the reference differ.","differences":[{"unit":{"unit":"9","item":"BIKE",\
                "serial":"F4"},"reference":{"unit":"9","precision":"lot","holdings":[]}}]"""));
        var ran = server.run("trace", "forward", "RESIN", "--lot", "R-1", "--check");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("Not the same", "differ", "BIKE F4", "not named", "Reference: ee");
        assertThat(server.run("--json", "trace", "forward", "RESIN", "--lot", "R-1", "--check")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void aHashWithoutACheckIsMisuse() {
        assertThat(server.run("trace", "forward", "RESIN", "--lot", "R-1", "--hash", "cd")
                        .code())
                .isEqualTo(2);
    }
}
