/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The server as people run it: a process of its own, started from its jar. It ends with this object. */
final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final Thread ending;
    private final String token = "gzt_bench_" + UUID.randomUUID();
    private final int port;
    private final long started;

    private Server(Settings settings, Databases.Place place, String label) throws IOException {
        this.port = freePort();
        this.log = place.data().resolve("server.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        Path recordings = settings.recordings();
        if (recordings != null) {
            Files.createDirectories(recordings);
            command.add("-XX:StartFlightRecording:settings=profile,filename=" + recordings.resolve(label + ".jfr"));
        }
        command.add("-jar");
        command.add(settings.serverJar().toString());
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + port);
        command.add("--gozinto.data=" + place.data());
        if (place.url() != null) {
            command.add("--gozinto.database=" + place.url().replaceAll("[?&]user=[^&]*", ""));
            command.add("--gozinto.database-user=postgres");
        }
        command.addAll(settings.serverOptions());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        builder.environment().put("GOZINTO_ADMIN_TOKEN", token);
        this.started = System.nanoTime();
        this.process = builder.start();
        this.ending = new Thread(process::destroyForcibly, "end-server");
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Starts a server and waits until it answers that it is up. */
    static Server start(Settings settings, Databases.Place place, String label)
            throws IOException, InterruptedException {
        var server = new Server(settings, place, label);
        server.awaitUp();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitUp() throws IOException, InterruptedException {
        byte[] health = get("/actuator/health");
        while (System.nanoTime() - started < START.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended: " + Files.readString(log));
            }
            try (var wire = new Wire(port)) {
                if (wire.send(health).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens yet, which is what is waited for.
            }
            Thread.sleep(5);
        }
        close();
        throw new IllegalStateException("the server did not come up: " + Files.readString(log));
    }

    /** Seconds since the process was started. */
    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    int port() {
        return port;
    }

    /** Processor time that the server has used so far; a database server's own is not in it. */
    double cpuSeconds() {
        return cpuSeconds(process.toHandle());
    }

    static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    long memoryMib() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    byte[] get(String path) {
        return Wire.request("GET", path, token, "", new byte[0]);
    }

    byte[] post(String path, String mediaType, String body) {
        return Wire.request("POST", path, token, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    byte[] entry(String act) {
        return post("/api/v1/entries", "application/json", act);
    }

    byte[] batch(String acts) {
        return post("/api/v1/entries:batch", "application/x-ndjson", acts);
    }

    /** Makes a master record. */
    void master(String kind, String body) throws IOException {
        try (var wire = new Wire(port)) {
            wire.send(post("/api/v1/" + kind, "application/json", body)).expect(201);
        }
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(ending);
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
