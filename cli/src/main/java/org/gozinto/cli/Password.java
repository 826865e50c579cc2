/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import picocli.CommandLine.Option;

/** Asks for a password without showing it; never takes one from the command line, where others can see it. */
final class Password {

    @Option(names = "--password-stdin", description = "Read the password from standard input")
    private boolean stdin;

    /** The password from where it was said to come: standard input, GOZINTO_PASSWORD, or the terminal. */
    @SuppressWarnings("SystemConsoleNull") // It is never null any more, and its type still says that it may be.
    String read(Surroundings surroundings, String prompt) {
        if (stdin) {
            try {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
                String line = reader.readLine();
                return line == null ? "" : line;
            } catch (IOException e) {
                throw Surroundings.unreadable("-", e);
            }
        }
        String variable = surroundings.variable("GOZINTO_PASSWORD", "");
        if (!variable.isEmpty()) {
            return variable;
        }
        Console console = System.console();
        char[] typed = console != null && console.isTerminal() ? console.readPassword("%s", prompt) : null;
        if (typed == null) {
            throw new Failure(
                    Exit.USAGE,
                    "There is no terminal to ask for the password.",
                    "Use --password-stdin or GOZINTO_PASSWORD.");
        }
        return new String(typed);
    }
}
