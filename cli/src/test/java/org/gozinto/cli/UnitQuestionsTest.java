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

/** The mass balance and the siblings of a unit. */
class UnitQuestionsTest {

    private static final String FOUND = "{\"items\":[{\"id\":\"9\"}]}";
    private static final String BALANCE = """
            {"unit":{"unit":"9","item":"RESIN","lot":"R-1"},"serials":true,"knownAt":{"seq":17,"hash":"ab"},\
            "closed":%s,"entered":"100","accounted":"104","gap":"-4","lines":[{"kind":"received","place":"ACME",\
            "within":[],"qty":"100"},{"kind":"packed","place":"P1","within":["A-01"],"qty":"104"}],"deliveries":[],\
            "gaps":[{"seq":12,"act":"pack","place":"A-01","qty":"-4","why":"shortfall"}]}""";
    private static final String SIBLINGS = """
            {"unit":{"unit":"9","item":"RESIN","lot":"R-1"},"knownAt":{"seq":17,"hash":"ab"},"window":"PT2H",\
            "byKind":{"input":1,"run":2},"units":[{"unit":{"unit":"8","item":"MIX","lot":"M-2"},"reasons":[\
            {"kind":"input","unit":{"unit":"3","item":"OIL","lot":"O-1"},"since":"2026-03-01T10:00:00Z"},\
            {"kind":"run","place":"MO-1","placeKind":"run","name":"MO-1","since":"unknown"}]}],"leftOut":1,\
            "nextCursor":"MTox"}""";

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
    void aBalanceThatDoesNotAddUpNamesItsEntriesAndEndsAsADifference() {
        server.answers(200, FOUND).answers(200, BALANCE.formatted("false"));
        var ran = server.run("balance", "RESIN", "--lot", "R-1", "--as-of", "2026-03-01", "--without-serials");
        assertThat(ran.code()).as(ran.err()).isEqualTo(3);
        assertThat(ran.out())
                .contains("RESIN lot R-1, as known at entry 17", "does not add up", "the gap is -4")
                .contains("received  ACME   100", "packed  P1 in A-01  104", "12  pack  A-01   -4  shortfall");
        assertThat(server.calls().getFirst().path()).isEqualTo("/api/v1/units?item=RESIN&lot=R-1");
        assertThat(server.calls().getLast().path()).isEqualTo("/api/v1/units/9/balance?serials=false&asOf=2026-03-01");
    }

    @Test
    void aBalanceThatAddsUpEndsWithZero() {
        server.answers(200, BALANCE.formatted("true"));
        var ran = server.run("balance", "--unit", "9");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("It adds up");
        assertThat(server.call().path()).isEqualTo("/api/v1/units/9/balance");
    }

    @Test
    void siblingsAreListedWithWhatTheyShare() {
        server.answers(200, FOUND).answers(200, SIBLINGS);
        var ran = server.run("siblings", "RESIN", "--lot", "R-1", "--kinds", "input,run,place", "--window", "PT2H");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("RESIN lot R-1, as known at entry 17", "input 1, run 2")
                .contains(
                        "MIX lot M-2  input OIL lot O-1  2026-03-01T10:00:00Z",
                        "run MO-1",
                        "and 1 more: --cursor MTox");
        assertThat(server.calls().getLast().path())
                .isEqualTo("/api/v1/units/9/siblings?kinds=input%2Crun%2Cplace&window=PT2H");
    }

    @Test
    void aNumberOfSeveralUnitsIsNotGuessed() {
        server.answers(200, "{\"items\":[{\"id\":\"9\"},{\"id\":\"12\"}]}");
        var ran = server.run("siblings", "RESIN", "--lot", "R-1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("2 units have this number", "--unit: 9, 12");
        assertThat(server.run("balance").code()).isEqualTo(2);
    }

    @Test
    void aUnitThatIsNotThereIsNotFound() {
        server.answers(200, "{\"items\":[]}");
        assertThat(server.run("balance", "RESIN", "--lot", "R-9").code()).isEqualTo(4);
    }
}
