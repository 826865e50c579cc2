/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to run and where things are.
 *
 * @param home the checkout
 * @param serverJar the jar that is measured
 * @param page whether docs/benchmarks.md is rewritten
 * @param recordings a folder for flight recordings of the servers, or null for none
 * @param serverOptions settings that the server is tried with
 * @param minutes that the soak takes
 */
public record Settings(
        Set<Suite> suites,
        Set<Engine> engines,
        Scale scale,
        Path home,
        Path serverJar,
        boolean page,
        @Nullable Path recordings,
        List<String> serverOptions,
        int minutes) {

    static final String USAGE = """
            bin/bench [all|bulk|single|lookup|label|trace|graph|recall|check|care|start|jmh|screens|causes|signals
                      |soak]… [--scale small|full] [--serials n] [--scooters n]
                      [--engine sqlite|postgresql] [--print] [--jfr folder]
                      [--server --option=value]… [--minutes n]
            The soak takes an hour, or the minutes asked for, and is not part of all.
            Full scale rewrites the tables of docs/benchmarks.md, unless --print or another size is asked for.""";

    /** The parts that can be run alone. */
    public enum Suite {
        BULK,
        SINGLE,
        LOOKUP,
        LABEL,
        TRACE,
        GRAPH,
        RECALL,
        CHECK,
        CARE,
        START,
        JMH,
        SCREENS,
        CAUSES,
        SIGNALS,
        SOAK
    }

    private static final Set<Suite> ALL = EnumSet.complementOf(EnumSet.of(Suite.SOAK));
    private static final int HOUR = 60;

    /** Reads the arguments; what is wrong with them is the message of the exception. */
    static Settings of(String[] args, Path home) {
        Set<Suite> suites = EnumSet.noneOf(Suite.class);
        Set<Engine> engines = EnumSet.noneOf(Engine.class);
        Scale scale = Scale.FULL;
        int minutes = HOUR;
        boolean page = true;
        Path recordings = null;
        List<String> serverOptions = new ArrayList<>();
        List<String> left = new ArrayList<>(Arrays.asList(args));
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            switch (word) {
                case "all" -> suites.addAll(ALL);
                case "--scale" -> scale = scale(value(word, left));
                case "--serials" -> {
                    scale = scale.withSerials(count(word, left));
                    page = false;
                }
                case "--scooters" -> {
                    scale = scale.withScooters(count(word, left));
                    page = false;
                }
                case "--engine" -> engines.add(one(Engine.class, value(word, left)));
                case "--minutes" -> {
                    minutes = number(word, left, 1, 10_000);
                    page &= minutes >= HOUR;
                }
                case "--print" -> page = false;
                case "--jfr" -> recordings = Path.of(value(word, left)).toAbsolutePath();
                case "--server" -> {
                    serverOptions.add(value(word, left));
                    page = false;
                }
                default -> suites.add(one(Suite.class, word));
            }
        }
        return new Settings(
                suites.isEmpty() ? EnumSet.copyOf(ALL) : suites,
                engines.isEmpty() ? EnumSet.allOf(Engine.class) : engines,
                scale,
                home,
                home.resolve("server/target/gozinto-server-0.1.0-SNAPSHOT-exec.jar"),
                page && scale.name().equals(Scale.FULL.name()) && engines.isEmpty(),
                recordings,
                List.copyOf(serverOptions),
                minutes);
    }

    private static Scale scale(String name) {
        return switch (name) {
            case "small" -> Scale.SMALL;
            case "full" -> Scale.FULL;
            default -> throw new IllegalArgumentException("there is no scale " + name);
        };
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.removeFirst();
    }

    private static int count(String option, List<String> left) {
        return number(option, left, 100, 100_000_000);
    }

    private static int number(String option, List<String> left, int least, int most) {
        int number = Integer.parseInt(value(option, left));
        if (number < least || number > most) {
            throw new IllegalArgumentException(option + " is " + least + " to " + most);
        }
        return number;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        return EnumSet.allOf(type).stream()
                .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("what is " + word + "?"));
    }

    /** The same with another jar: a copy stays what it is while the checkout is built again. */
    Settings withServerJar(Path jar) {
        return new Settings(suites, engines, scale, home, jar, page, recordings, serverOptions, minutes);
    }

    /** The same with more settings that the server is started with. */
    Settings withServerOptions(List<String> more) {
        List<String> options = new ArrayList<>(more);
        options.addAll(serverOptions);
        return new Settings(suites, engines, scale, home, serverJar, page, recordings, List.copyOf(options), minutes);
    }

    Path cliJar() {
        return home.resolve("cli/target/gozinto.jar");
    }

    Path page(String name) {
        return home.resolve("docs").resolve(name);
    }
}
