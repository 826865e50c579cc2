/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the suites, prints their tables, and rewrites the page. */
public final class Bench {

    private final Settings settings;
    private final Databases databases;
    private final Page page;

    private Bench(Settings settings, Databases databases) {
        this.settings = settings;
        this.databases = databases;
        this.page = new Page(settings.page("benchmarks.md"));
    }

    /** The first argument is the checkout, the others are the user's. */
    public static void main(String[] args) throws Exception {
        Settings settings;
        try {
            String[] own = java.util.Arrays.copyOfRange(args, 1, args.length);
            settings = Settings.of(own, Path.of(args[0]).toAbsolutePath().normalize());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Settings.USAGE);
            System.exit(2);
            return;
        }
        try (var databases = new Databases()) {
            Path jar = Files.copy(settings.serverJar(), databases.folder().resolve("server.jar"));
            new Bench(settings.withServerJar(jar), databases).run();
        }
    }

    private void run() throws IOException, SQLException, InterruptedException, RunnerException {
        show("machine", Machine.told(databases));
        for (Settings.Suite suite : settings.suites()) {
            String stamp = Machine.stamp(settings.home(), Clock.systemDefaultZone());
            System.out.println(suite + ": " + stamp);
            show(suite.name().toLowerCase(Locale.ROOT), stamp + "\n\n" + measured(suite));
        }
    }

    private String measured(Settings.Suite suite)
            throws IOException, SQLException, InterruptedException, RunnerException {
        var lab = new Lab(settings, databases);
        return switch (suite) {
            case BULK -> new Bulk(lab).run();
            case SINGLE -> new Single(lab).run();
            case LOOKUP -> new Lookups(lab).run();
            case LABEL -> new Labels(lab).run();
            case TRACE -> new Tracing(lab).run();
            case GRAPH -> new Graphs(lab).run();
            case START -> new Starts(lab).run();
            case JMH -> Micro.run(settings.scale());
            case SCREENS -> new Screens(lab).run();
            case RECALL -> new Recalling(lab).run();
            case CHECK -> new Checks(lab).run();
            case CARE -> new Caring(lab).run();
            case CAUSES -> new Causes(settings.scale()).run();
            case SIGNALS -> new Signalling(settings.scale()).run();
            case SOAK -> new Soak(settings.minutes()).run();
        };
    }

    private void show(String part, String text) throws IOException {
        System.out.println("\n" + text);
        if (settings.page()) {
            page.replace(part, text);
        }
    }
}
