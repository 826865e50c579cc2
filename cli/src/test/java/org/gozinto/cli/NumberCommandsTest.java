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

class NumberCommandsTest {

    private static final String ID = "0190a0b0-0000-7000-8000-000000000001";

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
    void aNewTemplateIsSentWithTheVersionThatWasRead() {
        server.answers(200, "{\"item\":\"BAT\",\"lot\":{\"template\":\"{n:3}\"},\"version\":3,\"warnings\":[]}");
        server.answers(200, "{\"item\":\"BAT\",\"version\":4}");
        var ran = server.run(
                "number", "template", "BAT", "{YY}{DDD}-{line}-{n:3}", "--lot", "--reset", "day", "--per", "line");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(server.calls().get(1).method() + " " + server.calls().get(1).path())
                .isEqualTo("PUT /api/v1/items/BAT/numbering");
        assertThat(Json.read(server.calls().get(1).body()).toString())
                .isEqualTo("{\"item\":\"BAT\",\"lot\":{\"template\":\"{YY}{DDD}-{line}-{n:3}\",\"reset\":\"day\","
                        + "\"per\":[\"line\"]},\"version\":3}");
    }

    @Test
    void aTemplateIsTakenAway() {
        server.answers(200, "{\"item\":\"BAT\",\"serial\":{\"template\":\"{n:3}\"},\"version\":3}");
        server.answers(200, "{\"item\":\"BAT\",\"version\":4}");
        assertThat(server.run("number", "template", "BAT", "--none").code()).isZero();
        assertThat(server.calls().get(1).body()).isEqualTo("{\"item\":\"BAT\",\"version\":3}");
    }

    @Test
    void aTrialThatRepeatsEndsWithOne() {
        server.answers(200, """
                {"samples":["492"],"capacity":"1","repeatsOn":"2027-12-07","repeatsFrom":"2026-12-01",\
                "repeatsWhy":"the date in the number is that of 2026-12-01","faults":[],"warnings":[]}""");
        var ran = server.run("number", "preview", "{WW}{E}", "--count", "1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("492");
        assertThat(ran.err()).contains("2027-12-07");
        assertThat(Json.read(server.call().body()).text("template")).isEqualTo("{WW}{E}");
    }

    @Test
    void aFaultIsPointedAt() {
        server.answers(200, """
                {"samples":[],"faults":[{"code":"unknown","pointer":"/template","detail":"there is no field {x}",\
                "position":2}],"warnings":[]}""");
        var ran = server.run("number", "preview", "AB{x}");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("  AB{x}\n    ^");
    }

    @Test
    void numbersAreTakenWithAnIdAndPrintedOneALine() {
        server.answers(201, "{\"block\":\"" + ID + "\",\"count\":2,\"numbers\":[\"B1\",\"B2\"]}");
        var ran = server.run("number", "take", "BAT", "2", "--line", "L1", "--for-lot", "L-1", "--id", ID);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("B1\nB2\n");
        assertThat(server.call().path()).isEqualTo("/api/v1/numbers");
        assertThat(server.call().body())
                .isEqualTo("{\"id\":\"" + ID + "\",\"item\":\"BAT\",\"kind\":\"serial\",\"count\":2,\"lot\":\"L-1\","
                        + "\"line\":\"L1\"}");
    }

    @Test
    void aBrokenConnectionTellsTheId() {
        server.breaks().breaks().breaks();
        var ran = server.run("number", "take", "BAT", "--id", ID);
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("--id " + ID);
    }

    @Test
    void rangesOfASupplierAreTakenOver() {
        server.answers(201, "{\"block\":\"" + ID + "\",\"count\":1,\"numbers\":[\"A1\"]}");
        assertThat(server.run("number", "adopt", "CELL", "A1-A9", "X", "--supplier", "ACME")
                        .code())
                .isZero();
        Json sent = Json.read(server.call().body());
        assertThat(String.valueOf(sent.get("ranges"))).isEqualTo("[\"A1-A9\",\"X\"]");
        assertThat(sent.text("supplier")).isEqualTo("ACME");
        assertThat(sent.text("id", "")).hasSize(36);
        assertThat(server.run("number", "adopt", "CELL", "A1").code()).isEqualTo(2);
    }

    @Test
    void numbersAreVoidedWithAReason() {
        server.answers(200, "{\"id\":\"" + ID + "\",\"count\":3}");
        var ran = server.run("number", "void", "BAT", "B1-B3", "--reason", "torn");
        assertThat(ran.out()).contains("3 numbers are void");
        assertThat(Json.read(server.call().body()).text("reason")).isEqualTo("torn");
        assertThat(server.run("number", "void", "BAT", "B1").code()).isEqualTo(2);
    }

    @Test
    void listsAreTables() {
        server.answers(200, """
                {"items":[{"number":"B1","block":"b","state":"void","reason":"torn"}],"nextCursor":"abc"}""");
        var ran = server.run("number", "list", "BAT", "--state", "void");
        assertThat(ran.out()).contains("B1", "void", "torn");
        assertThat(ran.err()).contains("--cursor abc");
        assertThat(server.call().path()).isEqualTo("/api/v1/numbers?item=BAT&kind=serial&state=void");
        assertThat(server.run("number", "list").code()).isEqualTo(2);
        server.answers(200, "{\"items\":[]}");
        assertThat(server.run("number", "blocks").err()).contains("None.");
    }

    @Test
    void aReportNamesTheGaps() {
        server.answers(200, """
                {"item":"BAT","kind":"serial","capacity":"999","used":"3","free":"996","pool":{"reserved":1},\
                "gaps":[{"block":"b","from":"B1","to":"B2","count":2,"state":"void"}],"complete":false}""");
        var ran = server.run("number", "report", "BAT", "--line", "L1");
        assertThat(ran.out()).contains("996", "B1", "B2", "void");
        assertThat(ran.err()).contains("more gaps");
        assertThat(server.call().path()).isEqualTo("/api/v1/items/BAT/numbering/report?kind=serial&line=L1");
    }
}
