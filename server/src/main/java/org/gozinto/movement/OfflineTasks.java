/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.Storage;
import org.gozinto.ledger.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is done with a book while no server has it: verify it, or move it to another engine.
 *
 * <p>Arguments are those of the server ({@code --gozinto.data=…}) with {@code --gozinto.task=verify} or {@code
 * db-move}; one line of JSON is printed.
 */
public final class OfflineTasks {

    /** All is well. */
    public static final int OK = 0;

    /** It was refused. */
    public static final int REFUSED = 1;

    /** A difference was found. */
    public static final int DIFFERENT = 3;

    private static final String TASK = "gozinto.task";

    private final Map<String, String> options;
    private final JsonMapper json = new JsonMapper();
    private final Clock clock = Clock.systemUTC();

    private OfflineTasks(Map<String, String> options) {
        this.options = options;
    }

    /** Whether the arguments ask for a task and not for a server. */
    public static boolean areAskedFor(String[] args) {
        return options(args).containsKey(TASK);
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                options.put(arg.substring(2, equals), arg.substring(equals + 1));
            }
        }
        return options;
    }

    /** Does the task and gives the exit code. */
    public static int run(String[] args, PrintStream out) {
        // One line of JSON is the answer; what libraries have to say would come between.
        LoggingSystem.get(OfflineTasks.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var tasks = new OfflineTasks(options(args));
        try {
            return tasks.run(out);
        } catch (RefusedException e) {
            out.println(tasks.json.writeValueAsString(e.refusal()));
            return REFUSED;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(PrintStream out) throws Exception {
        String task = options.get(TASK);
        Path data = Path.of(options.getOrDefault("gozinto.data", "data"));
        try (var book = open(data, option("gozinto.database"), "gozinto.database-user", "gozinto.database-password")) {
            var report = switch (String.valueOf(task)) {
                case "verify" -> new Verification(book.database(), json, clock, data).run();
                case "db-move" -> move(book);
                default ->
                    throw Refusal.of("unknown-task", "No such task", task + " is not a task.")
                            .at(TASK, "verify or db-move", "Correct the option.")
                            .asException();
            };
            out.println(json.writeValueAsString(report));
            return report.ok() ? OK : DIFFERENT;
        }
    }

    private Storage open(Path data, @Nullable String url, String user, String password) {
        return Storage.open(new LedgerSettings(data, url, option(user), option(password), 4), clock);
    }

    /**
     * An argument, or the environment's variable of its name: {@code gozinto.target-password} is
     * GOZINTO_TARGET_PASSWORD.
     */
    private @Nullable String option(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return options.containsKey(name) ? options.get(name) : System.getenv(variable);
    }

    private Verification.Report move(Storage from) throws Exception {
        long start = System.nanoTime();
        String target = options.get("gozinto.target");
        if (target == null) {
            throw Refusal.of("no-target", "Where to is not clear", "The option gozinto.target is missing.")
                    .at(
                            "gozinto.target",
                            "jdbc:postgresql:…, or a directory for the embedded database",
                            "Name the target.")
                    .asException();
        }
        boolean postgres = target.startsWith("jdbc:");
        try (var to = open(
                        Path.of(postgres ? "data" : target),
                        postgres ? target : null,
                        "gozinto.target-user",
                        "gozinto.target-password");
                var source = from.database().readConnection()) {
            boolean empty = to.database()
                            .read()
                            .sql("select seq from entry limit 1")
                            .query(Long.class)
                            .list()
                            .isEmpty()
                    && to.database()
                            .read()
                            .sql("select id from item limit 1")
                            .query(Long.class)
                            .list()
                            .isEmpty();
            if (!empty) {
                throw Refusal.of("target-not-empty", "The target has a book already", target + " is not empty.")
                        .at("gozinto.target", "an empty database", "Name another one.")
                        .asException();
            }
            source.setAutoCommit(false);
            var result = new Replay(source, to.database(), json, clock).run();
            if (result.difference() == null) {
                Tables.copyKept(source, to.database());
            }
            source.rollback();
            double seconds = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
            return new Verification.Report(
                    result.difference() == null, result.entries(), result.hash(), seconds, result.difference());
        }
    }
}
