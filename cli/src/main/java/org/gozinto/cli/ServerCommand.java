/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import org.gozinto.cli.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a server: it knows which one, who asks, and how the answer is to be printed. */
abstract class ServerCommand implements Callable<Integer> {

    private static final String ADDRESS = "http://localhost:8080";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        return run().code();
    }

    abstract Exit run();

    final Screen screen() {
        return surroundings().screen();
    }

    final boolean isJson() {
        return root().json;
    }

    final Surroundings surroundings() {
        return root().surroundings();
    }

    final ClientIds ids() {
        return new ClientIds(surroundings().clock());
    }

    /** The server that was named, with the token that was named for it. */
    final Api api() {
        String url = root().url;
        String base = Api.normal(url == null ? surroundings().variable("GOZINTO_URL", ADDRESS) : url);
        String token = root().token;
        if (token == null) {
            String variable = surroundings().variable("GOZINTO_TOKEN", "");
            token = variable.isEmpty() ? surroundings().tokens().tokenFor(base) : variable;
        }
        String authority = surroundings().variable("GOZINTO_CA", "");
        Api api = Api.of(base, token);
        return authority.isEmpty() ? api : api.trusting(Path.of(authority));
    }

    /** Refuses the options of commands that ask a running server. */
    final void refuseServerOptions() {
        if (root().url != null || root().token != null) {
            throw misuse("--url and --token are for a running server; this command starts its own.");
        }
    }

    /** Wrong usage, told with a hint to the help of this command. */
    final CommandLine.ParameterException misuse(String message) {
        return new CommandLine.ParameterException(spec().commandLine(), message);
    }

    /** Prints the raw answer or, for people, all of it as an outline. */
    final void show(Answer answer) {
        if (isJson()) {
            raw(answer);
        } else {
            screen().lines(Outline.of(answer.json()));
        }
    }

    final void raw(Answer answer) {
        screen().line(answer.body().stripTrailing());
    }

    /** Reads a JSON file, or standard input for {@code -}. */
    final Json readJson(String file) {
        String text = surroundings().read(file);
        if (text.isBlank()) {
            throw new Failure(Exit.USAGE, (file.equals("-") ? "Standard input" : file) + " is empty.");
        }
        return Json.read(text);
    }

    private Gozinto root() {
        return (Gozinto) spec().root().userObject();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("a command runs from the command line only");
        }
        return spec;
    }
}
