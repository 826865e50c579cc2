/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real server in a process of its own, started from the class path of the tests. */
final class ServerProcess implements AutoCloseable {

    static final String TOKEN = "gzt_a-token-for-tests-of-the-real-process-0001";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a server on the data directory; it need not be ready yet. */
    static ServerProcess start(Path data, String... options) throws IOException {
        return startWith(TOKEN, data, options);
    }

    static ServerProcess startWith(String token, Path data, String... options) throws IOException {
        Path log = Files.createTempFile("gozinto-server-", ".log");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gozinto.GozintoServer",
                "--spring.main.lazy-initialization=true",
                "--server.port=" + port,
                "--gozinto.data=" + data));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("GOZINTO_ADMIN_TOKEN", token);
        return new ServerProcess(builder.start(), log, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits until the server says that it is up. */
    ServerProcess ready() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended with " + process.exitValue() + ":\n" + log());
            }
            try {
                if (get("/actuator/health").body().contains("UP")) {
                    return this;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the server is not up after " + PATIENCE + ":\n" + log());
    }

    /** Waits for a server that cannot start, and gives its exit code. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server still runs:\n" + log());
        }
        return process.exitValue();
    }

    /** Ends the process as a power failure of its own would: nothing of it runs any more, nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to end, as an operator does, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        ended();
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Makes what the acts of the tests need. */
    void makeMasters() throws IOException {
        for (String[] master : new String[][] {
            {"items", "{\"code\":\"CAR\",\"tracking\":\"serial\"}"},
            {"items", "{\"code\":\"MIX\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":1}"},
            {"places", "{\"code\":\"A\",\"kind\":\"bin\"}"},
            {"partners", "{\"code\":\"ACME\",\"roles\":[\"supplier\"]}"}
        }) {
            var made = post("/api/v1/" + master[0], master[1]);
            if (made.statusCode() != 201) {
                throw new AssertionError(made.statusCode() + " " + made.body());
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
