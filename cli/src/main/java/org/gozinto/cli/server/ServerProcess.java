/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/** A server that runs as a child of this process, and ends no later than it. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int LOG_LINES = 25;

    private final Process process;
    private final @Nullable Path log;
    private final Runnable afterwards;

    private ServerProcess(Process process, @Nullable Path log, Runnable afterwards) {
        this.process = process;
        this.log = log;
        this.afterwards = afterwards;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-server"));
    }

    /**
     * Turns this process into the server; where the system cannot do that, runs it as a child until it ends.
     *
     * @return the exit code of the child
     */
    public static int become(List<String> command) {
        Exec.replaceBy(command);
        try (ServerProcess server = new ServerProcess(start(new ProcessBuilder(command).inheritIO()), null, () -> {})) {
            return server.waitFor();
        }
    }

    /**
     * Starts a server whose output goes to a file.
     *
     * @param afterwards done once the server has ended, also when this process is interrupted; maybe more than once
     */
    public static ServerProcess inBackground(
            List<String> command, Map<String, String> variables, Path log, Runnable afterwards) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")))
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        return new ServerProcess(start(builder), log, afterwards);
    }

    /**
     * Runs a server that does one task and ends. What it says beside the answer is shown only when it fails.
     *
     * @return the report, its last line of JSON; a refusal is thrown
     */
    public static Json task(List<String> command, Map<String, String> variables) {
        try {
            Path log = Files.createTempFile("gozinto-task-", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
                builder.environment().putAll(variables);
                Process process = start(builder);
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int code = process.waitFor();
                String json = out.lines().filter(line -> line.startsWith("{")).reduce(null, (a, b) -> b);
                if (json == null) {
                    throw new Failure(Exit.LOCAL, "The server did not do it (exit code " + code + ").", said(out, log));
                }
                Json report = Json.read(json);
                if (report.get("title") != null) {
                    List<String> lines = Answer.problemLines(report);
                    throw new Failure(
                            Exit.REFUSED,
                            lines.getFirst(),
                            lines.subList(1, lines.size()).toArray(String[]::new));
                }
                return report;
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, "The server cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.LOCAL, "Interrupted while the server was at work.");
        }
    }

    private static String[] said(String out, Path log) throws IOException {
        String text = out + Files.readString(log);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                .toArray(String[]::new);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, "The server cannot be started: " + e.getMessage());
        }
    }

    /** Waits until it answers that it is up; fails with what it said when it ended instead. */
    public void awaitReady(Api api) {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new Failure(
                        Exit.LOCAL, "The server ended with exit code " + process.exitValue() + ".", lastWords());
            }
            try {
                Answer health = api.send(Request.get("/actuator/health").patient(Duration.ofSeconds(5)));
                if (health.isOk() && health.body().contains("UP")) {
                    return;
                }
            } catch (Failure notYet) {
                // Nothing listens yet, which is what is waited for.
            }
            pause();
        }
        throw new Failure(Exit.LOCAL, "The server did not answer within " + START.toSeconds() + " s.", lastWords());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.LOCAL, "Interrupted while the server started.");
        }
    }

    private String[] lastWords() {
        if (log == null) {
            return new String[0];
        }
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                    .toArray(String[]::new);
        } catch (IOException e) {
            return new String[] {"Its log is " + log + "."};
        }
    }

    /** Waits until it ends by itself. */
    public int waitFor() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return process.isAlive() ? Exit.LOCAL.code() : process.exitValue();
        }
    }

    /** Asks it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        afterwards.run();
    }
}
