/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gozinto.cli.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands end with, and what they say when something is wrong. */
class ExitCodeTest {

    private static final String PROBLEM = """
            {"type":"https://gozinto.org/problems/not-there","title":"Not that much there",\
            "status":422,"code":"not-there","detail":"A-01 holds 40.",\
            "errors":[{"pointer":"/lines/0/qty","detail":"at most 40","expected":"at most 40 KGM",\
            "action":"Receive the rest first."}]}""";

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

    @ParameterizedTest
    @CsvSource({
        "400,1", "401,6", "403,6", "404,4", "409,1", "413,1", "415,1", "422,1", "429,1", "500,7", "503,7", "302,7"
    })
    void followsTheStatus(int status, int code) {
        server.answers(status, PROBLEM);
        assertThat(server.run("item", "show", "X").code()).isEqualTo(code);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void tellsAProblemInWords() {
        server.answers(422, PROBLEM);
        TestServer.Ran ran = server.run("ship", "--from", "A-01", "--to", "C", "X", "--lot", "L", "--qty", "60");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                        gozinto: Not that much there (not-there, 422)
                          A-01 holds 40.
                          /lines/0/qty: at most 40
                            expected: at most 40 KGM
                            what to do: Receive the rest first.
                        """);
    }

    @Test
    void givesTheProblemAsItCameWithJson() {
        server.answers(422, PROBLEM);
        TestServer.Ran ran = server.run("--json", "clean", "T-1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().strip()).isEqualTo(PROBLEM);
    }

    @Test
    void sendsAnActAgainUnderTheSameIdWhenTheConnectionBroke() {
        server.breaks().breaks().answers(200, "{\"seq\":3,\"id\":\"x\"}");
        TestServer.Ran ran = server.run("clean", "T-1");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Entry 3 was recorded before");
        assertThat(server.calls()).hasSize(3);
        assertThat(server.calls().stream().map(TestServer.Call::body).distinct())
                .hasSize(1);
    }

    @Test
    void printsTheIdWhenNoTryWasAnswered() {
        server.breaks();
        TestServer.Ran ran = server.run("clean", "T-1");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(server.calls()).hasSize(3);
        String id = Json.read(server.call().body()).text("id");
        assertThat(ran.err()).contains("The same command with --id " + id + " records it once");
    }

    @Test
    void doesNotRepeatWhatCannotBeRepeated() {
        server.breaks();
        assertThat(server.run("token", "create", "t", "--role", "viewer").code())
                .isEqualTo(5);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        TestServer.Ran ran = server.run("lookup", "X", "--url", "http://127.0.0.1:" + free);
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("Cannot reach", "gozinto serve");
    }

    @Test
    void saysThatAnAnswerIsNotFromGozinto() {
        server.answers(200, "<html>hello</html>");
        TestServer.Ran ran = server.run("lookup", "X");
        assertThat(ran.code()).isEqualTo(7);
        assertThat(ran.err()).contains("is not JSON", "<html>hello</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "'',2",
        "nonsense,2",
        "trace,2",
        "item,2",
        "lookup,2",
        "import no-such-file,8",
        "--help,0",
        "version,0",
        "trace forward,2",
        "unit X,2",
        "lookup X --url ftp://x,2",
        "serve --url http://x,2",
        "demo --scooters 3,2"
    })
    void knowsWrongUsage(String line, int code) {
        server.answers(200, "{}");
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");
        TestServer.Ran ran = server.run(args);
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void findsTheCommandBehindGlobalOptions() {
        server.answers(200, "{\"code\":\"X\"}");
        assertThat(server.run("--json", "--url", server.url(), "--token", "secret", "lookup", "X")
                        .code())
                .isZero();
        assertThat(server.call().path()).isEqualTo("/api/v1/lookup?code=X");
        assertThat(server.call().authorization()).isEqualTo("Bearer secret");
    }

    @Test
    void everyCommandHasHelp() {
        for (String name : Gozinto.names()) {
            TestServer.Ran ran = server.run(name, "--help");
            assertThat(ran.code()).as(name).isZero();
            assertThat(ran.out()).as(name).startsWith("Usage: gozinto " + name);
            assertThat(ran.out().lines()).as(name).allMatch(line -> line.length() <= 100);
        }
    }

    @Test
    void verifyEndsWithThreeOnADifference() {
        server.answers(200, "{\"ok\":false,\"entries\":9,\"firstDifference\":{\"table\":\"holding\"}}");
        TestServer.Ran ran = server.run("verify");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("A difference was found in 9 entries", "holding");
    }

    @Test
    void verifyTellsThatAllIsWell() {
        server.answers(200, "{\"ok\":true,\"entries\":9,\"hash\":\"ab12\",\"seconds\":0.5}");
        TestServer.Ran ran = server.run("verify");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("9 entries in 0.5 s", "ab12");
    }

    @Test
    void keepsTheTokenForItsOwnerAndForOneServer() throws IOException {
        server.answers(201, "{\"token\":\"gzt_a_b\",\"expiresAt\":\"2026-11-22T22:00:00Z\"}")
                .stdin("secret\n");
        assertThat(server.run("login", "anna", "--password-stdin").code()).isZero();
        assertThat(server.call().body()).isEqualTo("{\"name\":\"anna\",\"password\":\"secret\"}");
        Path file = server.tokens().path();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        server.run("--json", "lookup", "X");
        assertThat(server.calls().getLast().authorization()).isEqualTo("Bearer gzt_a_b");
        assertThat(server.tokens().tokenFor("http://elsewhere:8080")).isNull();
    }

    @Test
    void theVariableComesBeforeTheKeptToken() {
        server.answers(200, "{}").tokens().keep(server.url(), "kept");
        server.variable("GOZINTO_TOKEN", "named").run("--json", "lookup", "X");
        assertThat(server.call().authorization()).isEqualTo("Bearer named");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.answers(302, "");
        assertThat(server.run("lookup", "X", "--token", "secret").code()).isEqualTo(7);
        assertThat(server.calls()).hasSize(1);
    }
}
