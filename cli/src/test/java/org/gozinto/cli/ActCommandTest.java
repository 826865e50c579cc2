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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From arguments to the act that is sent. */
class ActCommandTest {

    private static final String ID = "01989f2e-7c00-7000-8000-000000000001";

    @TempDir
    Path home;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(home).answers(201, "{\"seq\":17,\"id\":\"" + ID + "\",\"hash\":\"ab\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String act(String... args) {
        TestServer.Ran ran = server.run(args);
        assertThat(ran.code()).as(ran.err()).isZero();
        return Json.read(server.call().body()).toString();
    }

    @Test
    void receivesALot() {
        assertThat(act(
                        "receive",
                        "--from",
                        "ACME",
                        "--to",
                        "A-01",
                        "RESIN",
                        "--lot",
                        "R-1",
                        "--qty",
                        "100",
                        "--expiry",
                        "2027-03-01",
                        "--id",
                        ID))
                .isEqualTo("{\"type\":\"receive\",\"id\":\"" + ID + "\",\"from\":\"ACME\",\"to\":\"A-01\","
                        + "\"lines\":[{\"item\":\"RESIN\",\"lot\":\"R-1\",\"qty\":\"100\","
                        + "\"expiry\":\"2027-03-01\"}]}");
        assertThat(server.call().path()).isEqualTo("/api/v1/entries");
        assertThat(server.call().type()).isEqualTo("application/json");
    }

    @Test
    void takesEverythingAnActMaySay() {
        assertThat(act(
                        "move",
                        "--from",
                        "A",
                        "--to",
                        "B",
                        "--container",
                        "00395",
                        "--container",
                        "TOTE serial=T-1",
                        "--line",
                        "RESIN lot=R-1 qty=1 supplierLot=X9 supplierLot=X10 attributes.colour=\"dark red\"",
                        "--line",
                        "\"PART 7\" serials=SN0001-SN0500 twin=true",
                        "--id",
                        ID,
                        "--occurred-at",
                        "2026-03",
                        "--reference",
                        "order:SO-17",
                        "--reason",
                        "r",
                        "--operator",
                        "o",
                        "--equipment",
                        "e",
                        "--step",
                        "s",
                        "--shortfall",
                        "unknown",
                        "--attribute",
                        "shift=2"))
                .isEqualTo("""
                        {"type":"move","id":"%s","occurredAt":"2026-03","reference":{"type":"order","number":"SO-17"},\
                        "reason":"r","operator":"o","equipment":"e","step":"s","shortfall":"unknown",\
                        "attributes":{"shift":"2"},"from":"A","to":"B",\
                        "containers":["00395",{"item":"TOTE","serial":"T-1"}],\
                        "lines":[{"item":"RESIN","lot":"R-1","qty":"1","supplierLot":["X9","X10"],\
                        "attributes":{"colour":"dark red"}},{"item":"PART 7","serials":"SN0001-SN0500",\
                        "twin":true}]}""".formatted(ID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            commission --to A X --serials S1+500            | "to":"A","lines":[{"item":"X","serials":"S1+500"}]
            ship --from A --to ACME X --serial S1           | "to":"ACME","lines":[{"item":"X","serial":"S1"}]
            ship --to ACME --container C1                   | "to":"ACME","containers":["C1"]
            return --from ACME --to A X --serial 1 --serial 2 | "lines":[{"item":"X","serials":["1","2"]}]
            scrap --from A X --lot L --qty 1 --unit BOX     | "lines":[{"item":"X","lot":"L","qty":"1","unit":"BOX"}]
            adjust --at A X --lot L --qty -3                | "at":"A","lines":[{"item":"X","lot":"L","qty":"-3"}]
            count --at A X --lot L --qty 0                  | "at":"A","lines":[{"item":"X","lot":"L","qty":"0"}]
            unpack --out-of C1 --to A --container C2        | "container":"C1","to":"A","containers":["C2"]
            pack --into C1 --from A X --serial 1            | "container":"C1","from":"A","lines":[{"item":"X"
            clean T-1                                       | "vessel":"T-1"
            hold X --lot L --blocks ship,sell --reason no   | "units":[{"item":"X","lot":"L"}],"blocks":["ship","sell"]
            release X --serial S --hold h --reason ok       | "units":[{"item":"X","serial":"S"}],"hold":"h"
            """)
    void putsEachActTogether(String line, String part) {
        assertThat(act(line.strip().split(" "))).contains(part.strip());
    }

    @Test
    void installsIntoAHostAndRemovesFromIt() {
        String lines = "\"lines\":[{\"item\":\"BAG\",\"serial\":\"B1\"}]";
        assertThat(act(
                        "install",
                        "--into",
                        "CAR serial=V1",
                        "--position",
                        "left",
                        "--from",
                        "A",
                        "BAG",
                        "--serial",
                        "B1"))
                .contains(
                        "\"host\":{\"item\":\"CAR\",\"serial\":\"V1\"},\"position\":\"left\",\"from\":\"A\"," + lines);
        server.run("remove", "--out-of", "CAR serial=V1", "--to", "A", "BAG", "--serial", "B1");
        assertThat(server.calls().getLast().body())
                .contains("\"host\":{\"item\":\"CAR\",\"serial\":\"V1\"},\"to\":\"A\"," + lines);
    }

    @Test
    void producesWithLinks() {
        assertThat(act(
                        "produce",
                        "--run",
                        "MO-1",
                        "--consume",
                        "BAT serial=B1 from=A",
                        "--produce",
                        "BIKE serial=F1 to=B",
                        "--link",
                        "BAT serial=B1 -> BIKE serial=F1 qty=2",
                        "--close"))
                .contains("\"run\":\"MO-1\",\"consume\":[{\"item\":\"BAT\",\"serial\":\"B1\",\"from\":\"A\"}],"
                        + "\"produce\":[{\"item\":\"BIKE\",\"serial\":\"F1\",\"to\":\"B\"}],"
                        + "\"links\":[{\"in\":{\"item\":\"BAT\",\"serial\":\"B1\"},"
                        + "\"out\":{\"item\":\"BIKE\",\"serial\":\"F1\"},\"qty\":\"2\"}],\"close\":true");
    }

    @Test
    void takesALinesFileWithOptionsOnTop() throws IOException {
        Path file = Files.writeString(home.resolve("lines.json"), "[{\"item\":\"X\",\"serial\":\"1\"}]");
        assertThat(act("receive", "--from", "ACME", "--to", "A", "-f", file.toString(), "--line", "Y lot=2 qty=3"))
                .contains("\"lines\":[{\"item\":\"X\",\"serial\":\"1\"},{\"item\":\"Y\",\"lot\":\"2\",\"qty\":\"3\"}]");
    }

    @Test
    void takesAWholeActFromStandardInput() {
        server.stdin("{\"type\":\"scrap\",\"id\":\"" + ID + "\",\"from\":\"A\",\"lines\":[]}");
        assertThat(act("scrap", "-f", "-", "--reason", "broken"))
                .isEqualTo(
                        "{\"type\":\"scrap\",\"id\":\"" + ID + "\",\"from\":\"A\",\"lines\":[],\"reason\":\"broken\"}");
    }

    @Test
    void refusesAFileOfAnotherAct() throws IOException {
        Path file = Files.writeString(home.resolve("act.json"), "{\"type\":\"ship\"}");
        TestServer.Ran ran = server.run("receive", "-f", file.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("is of type ship, not receive");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void readsSerialsFromAFile() throws IOException {
        Path file = Files.writeString(home.resolve("serials"), "S1\n\n S2 \nS3\n");
        assertThat(act("commission", "--to", "A", "X", "--serials-from", file.toString()))
                .contains("\"serials\":[\"S1\",\"S2\",\"S3\"]");
    }

    @Test
    void voidsByNumberToo() {
        server.run("void", "17", "--reason", "wrong");
        assertThat(server.calls().getFirst().path()).isEqualTo("/api/v1/entries/17");
        assertThat(server.calls().getLast().body()).contains("\"corrects\":\"" + ID + "\"");
    }

    @Test
    void makesAnIdOfVersionSeven() {
        assertThat(act("clean", "T-1"))
                .containsPattern("\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
    }

    @Test
    void printsTheActInsteadOfSendingIt() {
        TestServer.Ran ran = server.run("clean", "T-1", "--dry-run", "--id", ID);
        assertThat(ran.out().strip()).isEqualTo("{\"type\":\"clean\",\"id\":\"" + ID + "\",\"vessel\":\"T-1\"}");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void tellsTheEntry() {
        assertThat(server.run("clean", "T-1").out()).isEqualTo("Entry 17 recorded: clean, id " + ID + "\n");
    }

    @Test
    void namesTheWordsThatALineKnows() {
        TestServer.Ran ran = server.run("receive", "--line", "X colour=red");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("colour is unknown", "expected: bestBefore, expiry, from");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            receive --lot L                        | Which item?
            receive X --serial 1 --serials 1-2     | Serials are named in two ways
            receive --line lot=1                   | does not begin with an item
            receive --reference SO17 X             | is no reference
            hold X --reason r                      | That names no unit
            install --into CAR                     | it names no lot and no serial
            produce --link BAT                     | it is no link
            recieve                                | Did you mean
            receive --form A                       | Unknown option
            """)
    void refusesWhatItDoesNotUnderstand(String line, String message) {
        TestServer.Ran ran = server.run(line.strip().split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(message.strip());
        assertThat(ran.out()).isEmpty();
        assertThat(server.calls()).isEmpty();
    }
}
