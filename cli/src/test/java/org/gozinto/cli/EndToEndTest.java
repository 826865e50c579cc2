/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.TokenFile;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.server.LocalCertificates;
import org.gozinto.cli.server.MachineName;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.gozinto.cli.server.TlsArguments;
import org.gozinto.cli.text.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against the real server, when its jar is built: {@code mvn verify} does so first. */
class EndToEndTest {

    private static final String ADMIN = "end-to-end-0123456789-0123456789-0123456789";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void findServer() throws IOException {
        Path target = Path.of("..", "server", "target");
        Path jar = null;
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                jar = files.filter(file -> file.toString().endsWith("-exec.jar"))
                        .findFirst()
                        .orElse(null);
            }
        }
        assumeTrue(jar != null, "the server's jar is not built");
        environment.put("GOZINTO_SERVER_JAR", jar.toAbsolutePath().toString());
    }

    private Ran run(String stdin, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), false);
        var in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
        TokenFile tokens = new TokenFile(home.resolve("config/token"));
        int code = Gozinto.run(new Surroundings(environment, in, screen, tokens, Clock.systemUTC()), args);
        return new Ran(code, out.toString(), err.toString());
    }

    private String ok(String... args) {
        Ran ran = run("", args);
        assertThat(ran.code()).as(String.join(" ", args) + "\n" + ran.err()).isZero();
        return ran.out();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aLotGoesItsWay() throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        int port = freePort();
        String url = "http://localhost:" + port;
        List<String> command = ServerJar.find(environment)
                .command(environment, List.of("--gozinto.data=" + data, "--server.port=" + port));
        try (ServerProcess server = ServerProcess.inBackground(
                command, Map.of("GOZINTO_ADMIN_TOKEN", ADMIN), home.resolve("server.log"), () -> {})) {
            server.awaitReady(Api.of(url, null));
            environment.put("GOZINTO_URL", url);
            assertThat(run("", "item", "list").code()).isEqualTo(6);
            environment.put("GOZINTO_TOKEN", ADMIN);
            masters();
            acts();
            questions();
            people();
            assertThat(ok("verify")).contains("Verified");
        }
        assertThat(ok("verify", "--data", data.toString())).contains("Verified");
        assertThat(ok(
                        "db",
                        "move",
                        "--data",
                        data.toString(),
                        "--to",
                        home.resolve("moved").toString()))
                .contains("Moved");
        assertThat(ok("verify", "--data", home.resolve("moved").toString())).contains("Verified");
    }

    /** The real server with a certificate of its own making, asked by a client that trusts that authority only. */
    @Test
    void httpsIsSpokenWithACertificateOfItsOwn() throws Exception {
        Path data = Files.createDirectories(home.resolve("tls-data"));
        int port = freePort();
        var made = LocalCertificates.in(data.resolve("tls"), MachineName.all(List.of()), Clock.systemUTC());
        List<String> arguments = new java.util.ArrayList<>(TlsArguments.made(made));
        arguments.addAll(List.of("--gozinto.data=" + data, "--server.port=" + port));
        List<String> command = ServerJar.find(environment).command(environment, arguments);
        String url = "https://localhost:" + port;
        try (ServerProcess server = ServerProcess.inBackground(
                command, Map.of("GOZINTO_ADMIN_TOKEN", ADMIN), home.resolve("tls.log"), () -> {})) {
            server.awaitReady(Api.of(url, null).trusting(made.authority()));
            environment.put("GOZINTO_URL", url);
            environment.put("GOZINTO_TOKEN", ADMIN);
            Ran stranger = run("", "item", "list");
            assertThat(stranger.code()).isEqualTo(5);
            assertThat(stranger.err()).contains("cannot be trusted", "GOZINTO_CA");
            environment.put("GOZINTO_CA", made.authority().toString());
            ok("item", "add", "RESIN", "--tracking", "lot");
            assertThat(ok("item", "list")).contains("RESIN");

            // The host name is checked: an address that the certificate does not have is refused.
            assertThat(run("", "--url", "https://127.0.0.7:" + port, "item", "list")
                            .err())
                    .contains("cannot be trusted");
            var client = java.net.http.HttpClient.newBuilder()
                    .sslContext(trust(made.authority()))
                    .build();
            var answer = client.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(url + "/ca.crt"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(Files.readString(made.authority()));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .as("localhost is not ours alone")
                    .isEmpty();
            var session = client.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(session.statusCode()).as("plain HTTP on the same port").isEqualTo(400);
        }
    }

    private static javax.net.ssl.SSLContext trust(Path authority) throws Exception {
        var trusted = java.security.KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "ca",
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers =
                javax.net.ssl.TrustManagerFactory.getInstance(javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = javax.net.ssl.SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void masters() {
        ok("item", "add", "RESIN", "--name", "Resin", "--tracking", "lot", "--unit", "KGM", "--decimals", "3");
        ok("item", "add", "BIKE", "--name", "Bike", "--tracking", "serial", "--unit", "EA", "--decimals", "0");
        ok("place", "add", "MAIN", "--kind", "site", "--name", "Plant", "--time-zone", "Europe/Berlin");
        ok("place", "add", "A-01", "--kind", "bin", "--parent", "MAIN", "--name", "Aisle 1");
        ok("partner", "add", "ACME", "--name", "Acme", "--roles", "supplier");
        ok("partner", "add", "C1", "--name", "Customer", "--roles", "customer");
        assertThat(run(
                                "",
                                "item",
                                "add",
                                "RESIN",
                                "--name",
                                "x",
                                "--tracking",
                                "lot",
                                "--unit",
                                "KGM",
                                "--decimals",
                                "3")
                        .code())
                .isEqualTo(1);
        assertThat(ok("item", "show", "RESIN")).contains("RESIN", "KGM");
        assertThat(run("", "place", "show", "NOWHERE").code()).isEqualTo(4);
        assertThat(ok("place", "list")).contains("A-01");
    }

    private void acts() {
        ok(
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
                "--supplier-lot",
                "X9",
                "--reference",
                "order:PO-1");
        ok(
                "produce",
                "--run",
                "MO-1",
                "--consume",
                "RESIN lot=R-1 qty=60 from=A-01",
                "--produce",
                "BIKE serials=F1-F3 to=A-01",
                "--close");
        ok("ship", "--from", "A-01", "--to", "C1", "BIKE", "--serial", "F1");
        String held = ok("--json", "hold", "BIKE", "--serial", "F2", "--blocks", "ship", "--reason", "looks odd");
        Ran refused = run("", "ship", "--from", "A-01", "--to", "C1", "BIKE", "--serial", "F2");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("held");
        ok("release", "BIKE", "--serial", "F2", "--hold", Json.read(held).text("id", ""), "--reason", "it is fine");
        String scrap = "{\"type\":\"scrap\",\"from\":\"A-01\",\"reason\":\"broken\","
                + "\"lines\":[{\"item\":\"%s\",\"serial\":\"F3\"}]}\n";
        Ran batch = run(scrap.formatted("BIKE") + scrap.formatted("NO"), "batch", "-");
        assertThat(batch.code()).isEqualTo(1);
        assertThat(batch.out()).contains("line 2:");
        ok("void", "4", "--reason", "never left");
    }

    private void questions() {
        assertThat(ok("lookup", "X9")).contains("supplierLot", "R-1");
        assertThat(ok("unit", "RESIN", "--lot", "R-1")).contains("A-01", "History", "receive", "PO-1");
        assertThat(ok("trace", "forward", "RESIN", "--supplier-lot", "X9")).contains("Complete", "BIKE F1", "BIKE F3");
        assertThat(ok("trace", "backward", "BIKE", "--serial", "F2", "--all")).contains("RESIN lot R-1", "ACME");
        assertThat(ok("trace", "forward", "RESIN", "--lot", "R-1", "--path", "BIKE serial=F1"))
                .contains("produce");
        assertThat(run("", "trace", "forward", "RESIN", "--lot", "R-9").code()).isEqualTo(4);
        Json trace = Json.read(ok("trace", "forward", "RESIN", "--lot", "R-1", "--json"));
        assertThat(trace.flag("complete")).isTrue();
    }

    private void people() {
        assertThat(run("correct horse battery\n", "user", "add", "anna", "--role", "viewer", "--password-stdin")
                        .code())
                .isZero();
        assertThat(ok("user", "list")).contains("anna", "viewer");
        environment.remove("GOZINTO_TOKEN");
        assertThat(run("correct horse battery\n", "login", "anna", "--password-stdin")
                        .code())
                .isZero();
        assertThat(ok("item", "list")).contains("RESIN");
        assertThat(run("", "scrap", "--from", "A-01", "BIKE", "--serial", "F2", "--reason", "x")
                        .code())
                .isEqualTo(6);
        environment.put("GOZINTO_TOKEN", ADMIN);
        Json token =
                Json.read(ok("--json", "token", "create", "scanner 3", "--role", "operator", "--acts", "receive,move"));
        assertThat(ok("token", "list")).contains("scanner 3");
        ok("token", "revoke", token.text("id", ""));
    }

    @Test
    void theDemoTellsTheTruth() throws IOException {
        Ran ran = run(
                "",
                "demo",
                "--scooters",
                "100",
                "--stop",
                "--port",
                Integer.toString(freePort()),
                "--data",
                home.resolve("demo").toString());
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("The simulator knows the truth", "refused, HTTP 422 recalled", "Verified");
        assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }
}
