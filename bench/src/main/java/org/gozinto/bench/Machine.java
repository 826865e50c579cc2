/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** On what, when and from which sources the figures were taken. */
final class Machine {

    private static final int SYNCS = 300;
    private static final double LOAD_QUIET = 1.5;

    private Machine() {}

    /** The first line of each part. */
    static String stamp(Path home, Clock clock) throws IOException, InterruptedException {
        String commit = told(home, "git", "rev-parse", "--short", "HEAD");
        String changed = told(home, "git", "status", "--porcelain", "--untracked-files=no")
                        .isEmpty()
                ? ""
                : " with changes";
        return "Measured on " + LocalDate.now(clock) + " at commit " + commit + changed
                + ";\nload of the machine just before: " + load() + "." + warning();
    }

    private static String told(Path home, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? out : "unknown";
    }

    /** Figures of a busy machine are told as such. */
    private static String warning() throws IOException {
        String load = load();
        return load.equals("unknown") || Double.parseDouble(load) < LOAD_QUIET
                ? ""
                : "\n**The machine was busy with other work: what goes by the clock is a lower bound,"
                        + " processor times hold.**";
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file).split(" ", 2)[0] : "unknown";
    }

    static String told(Databases databases) throws IOException, java.sql.SQLException {
        return String.join(
                "\n",
                "- cores: " + Runtime.getRuntime().availableProcessors() + ", " + from("/proc/cpuinfo", "model name"),
                "- memory: " + memory(),
                "- kernel: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "- disk: " + disk(databases.folder()),
                "- JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", default settings",
                "- " + databases.told(Engine.SQLITE),
                "- " + databases.told(Engine.POSTGRESQL));
    }

    private static String from(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(l -> l.startsWith(name))
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String memory() throws IOException {
        String total = from("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return total.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(total) / 1048576.0);
    }

    /** What one durable write of 4 KiB costs: nothing durable is faster than that. */
    private static String disk(Path folder) throws IOException {
        Path file = folder.resolve("sync");
        var latencies = new Latencies(SYNCS);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                latencies.add(System.nanoTime() - start);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return String.format(
                Locale.ROOT,
                "%s; appending 4 KiB and syncing takes %.2f ms (p50), %.2f ms (p99)",
                Files.getFileStore(folder).type(),
                latencies.ms(0.5),
                latencies.ms(0.99));
    }
}
