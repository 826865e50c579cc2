/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gozinto.cli.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of recalls, drills and papers. */
class RecallsTest {

    private static final String CASE = """
            {"number":"R-2026-001","kind":"recall","title":"Bad cells","stage":"inProgress",\
            "openedAt":"2026-03-01T00:00:00Z","openedBy":"anna","next":["note","pull"],\
            "scope":{"version":2,"units":31,"lots":1,"serials":30,"seq":17,"complete":true,\
            "drift":{"seq":40,"added":3,"removed":0}},\
            "stop":{"inForce":true,"since":"2026-03-01T01:00:00Z","units":31},\
            "counts":{"consignees":4,"told":3,"answered":2}}""";
    private static final String DRILL = """
            {"number":"M-2026-001","kind":"mock","title":"Yearly","stage":"scoped","next":["note"],\
            "scope":{"units":31},"facts":{"drill.scopeMs":"120","drill.stopMs":"15","drill.stopRows":"7",\
            "drill.stopPlaces":"2","drill.consigneesMs":"4","drill.consignees":"4","drill.backwardMs":"30",\
            "drill.backwardUnits":"5","drill.forwardMs":"31","drill.forwardUnits":"1","drill.totalMs":"1200",\
            "drill.accountedPercent":"99.5"}}""";
    private static final String PAPERS = """
            [{"name":"report","title":"Recall report","formats":["pdf"],"missing":[]},\
            {"name":"cpsc","title":"CPSC: recall record","formats":["json"],\
            "missing":[{"field":"remedy.option","label":"Kind of remedy","hint":"as the CPSC names it"}]}]""";

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
    void aListAsksForStateAndKind() {
        server.answers(200, "{\"items\":[" + CASE + "]}");
        var ran = server.run("recall", "list", "--state", "open", "--kind", "recall");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("R-2026-001", "inProgress", "Bad cells");
        assertThat(server.call().path()).isEqualTo("/api/v1/recalls?state=open&kind=recall");
    }

    @Test
    void aCaseSaysItsScopeWhatIsStoppedAndWhatChanged() {
        server.answers(200, CASE);
        var ran = server.run("recall", "show", "R-2026-001");
        assertThat(ran.out())
                .contains("version 2, 31 units", "Changed since: 3 units more", "Stopped: 31 units", "told 3")
                .contains("Next: note, pull");
        assertThat(server.call().path()).isEqualTo("/api/v1/recalls/R-2026-001");
    }

    @Test
    void aDrillSendsItsQuestionWithAnIdAndSaysWhatItTook() {
        server.answers(201, DRILL);
        var ran = server.run("recall", "drill", "RESIN", "--lot", "R-1", "--title", "Yearly");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("M-2026-001", "0.120 s", "31 units", "7 rows at 2 places", "1.200 s", "99.5 %");
        Json sent = Json.read(server.call().body());
        assertThat(server.call().method() + " " + server.call().path()).isEqualTo("POST /api/v1/drills");
        assertThat(sent.text("id", "")).hasSize(36);
        assertThat(sent.text("title")).isEqualTo("Yearly");
        assertThat(String.valueOf(sent.get("question")))
                .isEqualTo("{\"direction\":\"forward\",\"item\":\"RESIN\",\"lot\":\"R-1\"}");
    }

    @Test
    void aDrillWithoutSeedIsMisuse() {
        assertThat(server.run("recall", "drill", "--title", "T").code()).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aDrillThatBreaksSaysHowToRunItOnce() {
        server.breaks();
        var ran = server.run("recall", "drill", "RESIN", "--lot", "R-1", "--title", "Yearly");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("The id of this drill is ", "--id ");
    }

    @Test
    void papersSayWhatIsMissing() {
        server.answers(200, PAPERS);
        var ran = server.run("recall", "papers", "R-2026-001", "--lang", "de");
        assertThat(ran.out()).contains("report", "yes", "no, 1 missing", "remedy.option", "Kind of remedy");
        assertThat(server.call().path()).isEqualTo("/api/v1/recalls/R-2026-001/papers?lang=de");
    }

    @Test
    void aPaperGoesToAFile() throws IOException {
        server.answers(200, "{\"Title\":\"x\"}");
        Path file = home.resolve("cpsc.json");
        var ran = server.run("recall", "papers", "R-2026-001", "cpsc", "--draft", "-o", file.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(file)).isEqualTo("{\"Title\":\"x\"}");
        assertThat(server.call().path()).isEqualTo("/api/v1/recalls/R-2026-001/papers/cpsc?draft=true");
    }

    @Test
    void aPaperThatIsRefusedLeavesNoFile() {
        server.answers(
                422,
                "{\"code\":\"paper-incomplete\",\"title\":\"The paper is not complete\",\"status\":422,"
                        + "\"detail\":\"cpsc lacks 1\"}");
        Path file = home.resolve("cpsc.json");
        var ran = server.run("recall", "papers", "R-2026-001", "cpsc", "-o", file.toString());
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("paper-incomplete");
        assertThat(file).doesNotExist();
    }

    @Test
    void aPaperWithoutAFileIsMisuse() {
        assertThat(server.run("recall", "papers", "R-2026-001", "cpsc").code()).isEqualTo(2);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void aCheckAsksAsThePublicDoes() {
        server.answers(200, "{\"state\":\"recalled\"}");
        var ran = server.run("recall", "check", "(01)09506000134352(21)F 1");
        assertThat(ran.out()).contains("recalled");
        assertThat(server.call().path()).startsWith("/check/api?code=");
    }
}
