/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the start of a process to its first answer. */
final class Starts {

    private static final int CLI_TIMES = 4;

    private final Lab lab;
    private final Table table = new Table("Start to", "median s", "fastest s", "slowest s", "CPU s");

    Starts(Lab lab) {
        this.lab = lab;
    }

    String run() throws IOException, SQLException, InterruptedException {
        for (Engine engine : lab.settings().engines()) {
            server(engine);
        }
        Double cli = cli();
        String text = table.toString();
        return cli == null
                ? text + "\nThe command line was not built.\n"
                : text + "\n" + new Gaps().atMost("command line", 0.5, cli, " s");
    }

    private void server(Engine engine) throws IOException, SQLException, InterruptedException {
        List<Double> made = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        List<Double> looked = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < lab.scale().starts(); i++) {
            Databases.Place place = lab.databases().create(engine);
            try {
                try (var server = Server.start(lab.settings(), place, "first-start-" + engine.folder())) {
                    made.add(server.seconds());
                    Acts.masters(server);
                    Bulk.fill(server, new Acts(), 10_000);
                }
                try (var server = Server.start(lab.settings(), place, "start-" + engine.folder());
                        var wire = new Wire(server.port())) {
                    up.add(server.seconds());
                    cpu.add(server.cpuSeconds());
                    wire.send(server.get("/api/v1/lookup?code=" + Acts.serial(77)))
                            .expect(200);
                    looked.add(server.seconds());
                }
            } finally {
                lab.databases().drop(place);
            }
        }
        row(engine.title() + ", health UP, schema made", made, Double.NaN);
        row(engine.title() + ", health UP, book there", up, median(cpu));
        row(engine.title() + ", first lookup answered", looked, Double.NaN);
    }

    private void row(String title, List<Double> seconds, double cpu) {
        table.row(
                title,
                Table.number(median(seconds)),
                Table.number(Collections.min(seconds)),
                Table.number(Collections.max(seconds)),
                Table.number(cpu));
        Lab.say("start: %s %.2f s", title, median(seconds));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private @Nullable Double cli() throws IOException, InterruptedException {
        Path jar = lab.settings().cliJar();
        if (!Files.isRegularFile(jar)) {
            return null;
        }
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < lab.scale().starts() * CLI_TIMES; i++) {
            long start = System.nanoTime();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar.toString(),
                            "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = process.waitFor();
            seconds.add((System.nanoTime() - start) / 1e9);
            if (code != 0) {
                throw new IllegalStateException("the command line ended with " + code);
            }
        }
        row("command line, `gozinto version`", seconds, Double.NaN);
        return median(seconds);
    }
}
