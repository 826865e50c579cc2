/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a code means, on the screen of a person. */
class LookupCommandTest {

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
    void everyCodeIsSentAsItIs() {
        server.answers(200, "{\"readings\":[],\"found\":[],\"complete\":true}");
        var ran = server.run("lookup", "(01)09506000134352", "(10)A,B\u001d");
        assertThat(ran.code()).isZero();
        assertThat(server.call().path()).isEqualTo("/api/v1/lookup?code=%2801%2909506000134352&code=%2810%29A%2CB%1D");
        assertThat(ran.out()).contains("Nothing known has this number");
    }

    @Test
    void aFaultIsMarkedWhereItIs() {
        server.answers(200, """
                {"readings":[{"family":"text","values":{"text":"(01)09506000134353"},"known":false,"guessed":false,"said":[],
                  "faults":[{"code":"checkDigit","detail":"the check digit should be 2","position":17}]}],
                 "found":[],"complete":true}
                """);
        var ran = server.run("lookup", "(01)09506000134353");
        assertThat(ran.out())
                .contains("  (01)09506000134353\n" + " ".repeat(2 + 17) + "^ the check digit should be 2\n");
    }

    @Test
    void readingsSayWhatIsGuessedAndWhatIsKnown() {
        server.answers(200, """
                {"readings":[{"family":"elementString","values":{"(10)":"L7","lot":"L7"},"known":true,"guessed":true,
                  "resolved":true,"said":[{"id":"10","title":"BATCH/LOT","value":"L7","position":18}],"faults":[]}],
                 "found":[{"match":"serial","unit":"7","item":"VALVE","lot":"L7","serial":"s2","name":"Valve","near":true},
                  {"match":"gtin","item":"VALVE","name":"Valve","contains":"12"}],"complete":true}
                """);
        var ran = server.run("lookup", "x");
        assertThat(ran.out())
                .contains("Read as elementString, known, guessed, and the only one that is known")
                .contains("BATCH/LOT", "VALVE s2, lot L7", "uppercase and lowercase differ", "a package of 12");
    }

    @Test
    void symbolsThatContradictEachOtherAreNamed() {
        server.answers(200, """
                {"codes":["a","b"],"together":{"values":{},"known":false,"guessed":false,"said":[],"faults":[],
                  "conflicts":[{"code":"lot","detail":"one says lot A, the other lot B","first":0,"second":1}]},
                 "readings":[],"found":[],"complete":true}
                """);
        assertThat(server.run("lookup", "a", "b").out())
                .contains("These are not of one item:", "one says lot A, the other lot B (codes 1 and 2)");
    }
}
