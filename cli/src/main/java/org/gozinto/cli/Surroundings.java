/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.TokenFile;
import org.gozinto.cli.text.Screen;

/**
 * What a command meets outside of itself.
 *
 * @param environment the variables, such as {@code GOZINTO_URL}
 * @param in standard input
 * @param tokens what {@code login} kept
 */
record Surroundings(Map<String, String> environment, InputStream in, Screen screen, TokenFile tokens, Clock clock) {

    /** Those of this process. Text is UTF-8 whatever the locale says: a code must come out as it went in. */
    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Screen screen = new Screen(writer(FileDescriptor.out), writer(FileDescriptor.err), colours(environment));
        return new Surroundings(environment, System.in, screen, TokenFile.ofUser(), Clock.systemUTC());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    @SuppressWarnings("SystemConsoleNull") // It is never null any more, and its type still says that it may be.
    private static boolean colours(Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        Console console = System.console();
        return wanted && console != null && console.isTerminal();
    }

    /** A variable, or another text when it is not set or empty. */
    String variable(String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** Opens a file, or standard input for {@code -}. */
    BufferedReader open(String file) {
        if (file.equals("-")) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        try {
            return Files.newBufferedReader(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw unreadable(file, e);
        }
    }

    /** All of a file, or of standard input for {@code -}. */
    String read(String file) {
        try (BufferedReader reader = open(file)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** That a file cannot be read, as a failure. */
    static Failure unreadable(String file, Exception e) {
        String why = e instanceof java.nio.file.NoSuchFileException ? "there is no such file" : String.valueOf(e);
        return new Failure(Exit.LOCAL, (file.equals("-") ? "Standard input" : file) + " cannot be read: " + why + ".");
    }
}
