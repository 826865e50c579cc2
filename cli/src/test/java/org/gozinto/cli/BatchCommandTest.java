/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {

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
    void tellsRefusedLinesByTheirNumberInTheFile() throws IOException {
        Path file =
                Files.writeString(home.resolve("a.ndjson"), "{\"id\":\"1\"}\n\n{\"id\":\"2\"}\n{\"type\":\"clean\"}\n");
        server.answers(200, """
                {"line":1,"status":201,"seq":1,"id":"1"}
                {"line":2,"status":422,"id":"2","code":"held","title":"It is held","detail":"d","errors":[]}
                {"line":3,"status":200,"seq":2,"id":"3"}
                """);
        TestServer.Ran ran = server.run("batch", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("line 3: It is held (held, 422)\n  d\n");
        assertThat(ran.err()).contains("3 lines: 2 good, 1 were recorded before, 1 refused");
        assertThat(server.call().type()).isEqualTo("application/x-ndjson");
        assertThat(server.call().path()).isEqualTo("/api/v1/entries:batch");
        assertThat(server.call().body().lines()).hasSize(3);
        assertThat(server.call().body().lines().toList().getLast()).contains("\"id\":");
    }

    @Test
    void sendsAllOrNothingInOneRequest() {
        String line = "{\"line\":1,\"status\":201,\"seq\":1,\"id\":\"1\"}\n";
        server.stdin("{\"id\":\"1\"}\n".repeat(6_000)).answers(200, line.repeat(6_000));
        assertThat(server.run("batch", "-", "--atomic").code()).isZero();
        assertThat(server.calls()).hasSize(1);
        assertThat(server.call().path()).endsWith("?atomic=true");
    }

    @Test
    void keepsWhatWasNotAnsweredWithItsIds() throws IOException {
        server.stdin("{\"type\":\"clean\"}\n{\"id\":\"2\"}\n").breaks();
        TestServer.Ran ran = server.run("batch", "-");
        assertThat(ran.code()).isEqualTo(5);
        Matcher path = Pattern.compile("gozinto batch (\\S+\\.ndjson)").matcher(ran.err());
        assertThat(path.find()).as(ran.err()).isTrue();
        Path kept = Path.of(path.group(1));
        assertThat(Files.readString(kept)).isEqualTo(server.call().body());
        Files.delete(kept);
    }

    @Test
    void importsByContent() throws IOException {
        Path xml = Files.writeString(home.resolve("events.txt"), "<?xml version=\"1.0\"?><a/>");
        Path json = Files.writeString(home.resolve("events.jsonld"), " {\"@context\":[]}");
        server.answers(
                200, "{\"verdicts\":[{\"status\":201},{\"status\":422,\"event\":2,\"title\":\"No\",\"code\":\"c\"}]}");
        TestServer.Ran ran = server.run("import", xml.toString(), json.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("1 of 2 events are in the ledger", "event 2: No (c, 422)");
        assertThat(server.calls().stream().map(TestServer.Call::type))
                .containsExactly("application/xml", "application/ld+json");
    }
}
