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

class TraceCommandTest {

    private static final String PAGE = """
            {"complete":false,"cuts":[{"reason":"shortfall","place":"A-01","unit":{"unit":"7","item":"RESIN",\
            "lot":"R-1"},"qty":"5"}],"knownAt":{"seq":17,"hash":"ab"},"hash":"cd","policy":{"direction":"forward",\
            "seeds":[{"unit":"7","item":"RESIN","lot":"R-1"}],"hosts":"now","contents":"ever"},"notAnswered":[],\
            "summary":{"lots":1,"serials":1200,"byItem":[{"item":"BIKE","lots":0,"serials":1200}],\
            "onHand":[{"place":"A-01","name":"Aisle 1","item":"BIKE","qty":"3"}],\
            "consignees":[{"partner":"C1","name":"Customer","item":"BIKE","qty":"4","gross":"5","net":"4"}],\
            "sources":[],"scrapped":[],"consumed":[],"loss":[],"unknown":[{"item":"RESIN","qty":"5"}],"adjustedUp":[]},\
            "units":[{"unit":"9","item":"BIKE","serial":"F1","precision":"order","since":"2026-03-01T00:00:00Z",\
            "relation":"contains","holdings":[{"place":"P1","kind":"container","qty":"1","within":["C1"]}]}]%s}""";

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
    void asksWithEverythingThatWasNamed() {
        server.answers(200, PAGE.formatted(""));
        server.run(
                "trace",
                "forward",
                "RES IN",
                "--lot",
                "R/1",
                "--as-of",
                "2026-03-01",
                "--known-at",
                "9",
                "--hosts",
                "asBuilt",
                "--place",
                "A",
                "--document",
                "order:1",
                "--limit",
                "5");
        assertThat(server.call().path())
                .isEqualTo("/api/v1/trace?direction=forward&item=RES%20IN&lot=R%2F1&asOf=2026-03-01&knownAt=9"
                        + "&hosts=asBuilt&place=A&document=order%3A1&limit=5");
    }

    @Test
    void saysFirstWhetherTheAnswerIsWhole() {
        server.answers(200, PAGE.formatted(",\"next\":\"n\""));
        TestServer.Ran ran = server.run("trace", "forward", "RESIN", "--lot", "R-1");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Where it went: RESIN lot R-1\n")
                .contains("Not complete: 1 thing could not be followed.")
                .contains("shortfall  RESIN lot R-1  A-01    5")
                .contains("1 lot, 1,200 serials")
                .contains("A-01   Aisle 1  BIKE    3")
                .contains("C1       Customer  BIKE    4           5")
                .contains("BIKE F1  contains  order      2026-03-01  P1 in C1    1")
                .contains("There are more");
    }

    @Test
    void putsAllPagesTogether() {
        server.answers(200, PAGE.formatted(",\"next\":\"n\"")).answers(200, PAGE.formatted(""));
        TestServer.Ran ran = server.run("trace", "backward", "--container", "P1", "--all", "--json");
        assertThat(Json.read(ran.out()).list("units")).hasSize(2);
        assertThat(server.calls().getLast().path()).endsWith("&limit=1000&cursor=n");
    }

    @Test
    void doesNotMixTwoAnswers() {
        server.answers(200, PAGE.formatted(",\"next\":\"n\""))
                .answers(200, PAGE.formatted("").replace("\"hash\":\"cd\"", "\"hash\":\"ef\""));
        TestServer.Ran ran = server.run("trace", "forward", "RESIN", "--lot", "R-1", "--all");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("--known-at 17");
    }

    @Test
    void explainsOneUnit() {
        server.answers(200, "{\"items\":[{\"id\":\"9\"}]}")
                .answers(
                        200,
                        "{\"steps\":[{\"seq\":4,\"act\":\"install\",\"at\":\"2026-03-01T10:00Z\","
                                + "\"unit\":{\"item\":\"BIKE\","
                                + "\"serial\":\"F1\"},\"place\":\"A-01\",\"precision\":\"unit\"}]}");
        TestServer.Ran ran = server.run("trace", "forward", "RESIN", "--lot", "R-1", "--path", "BIKE serial=F1");
        assertThat(ran.out()).contains("4  2026-03-01T10:00Z  install  BIKE F1  A-01  unit");
        assertThat(server.calls().getLast().path())
                .startsWith("/api/v1/trace/path?")
                .endsWith("&unit=9");
    }

    @Test
    void showsAUnitWithItsHistory() {
        server.answers(200, "{\"items\":[{\"id\":\"9\",\"item\":\"BIKE\",\"serial\":\"F1\",\"holdings\":[]}]}")
                .answers(
                        200,
                        "{\"items\":[{\"seq\":4,\"type\":\"ship\",\"occurredAt\":\"2026-03-01\",\"actor\":\"anna\","
                                + "\"movements\":[{\"unit\":9,\"qty\":\"1\",\"from\":\"A\",\"to\":\"C1\"},"
                                + "{\"unit\":8,\"qty\":\"1\",\"from\":\"A\",\"to\":\"C2\"}]}]}");
        TestServer.Ran ran = server.run("unit", "BIKE", "--serial", "F1");
        assertThat(ran.out())
                .contains("4  2026-03-01  ship    1  A     C1  anna")
                .doesNotContain("C2");
    }

    @Test
    void saysThatThereIsNoSuchUnit() {
        server.answers(200, "{\"items\":[]}");
        assertThat(server.run("unit", "BIKE", "--serial", "F1").code()).isEqualTo(4);
    }
}
