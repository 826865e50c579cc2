/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People who can sign in. */
final class Users {

    private Users() {}

    static CommandLine group() {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("add", new Add());
        commands.put("list", new All());
        return Group.of("Users: people who can sign in.", commands);
    }

    @Command(name = "add", description = "Make a user.", sortOptions = false)
    private static final class Add extends ServerCommand {
        @Parameters(paramLabel = "NAME", description = "The name to sign in with")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "viewer, operator, quality, recallManager or administrator")
        private String role = "";

        @Mixin
        private Password password = new Password();

        @Override
        Exit run() {
            Json body = new Json.Fields()
                    .with("name", name)
                    .with("password", password.read(surroundings(), "Password for " + name + ": "))
                    .with("role", role);
            Answer answer = api().need(Request.post("/api/v1/users", body));
            if (isJson()) {
                raw(answer);
            } else {
                screen().line("Made user " + answer.json().text("name", name) + ", "
                        + answer.json().text("role", role) + ".");
            }
            return Exit.OK;
        }
    }

    @Command(name = "list", description = "List the users.")
    private static final class All extends ServerCommand {
        @Override
        Exit run() {
            Answer answer = api().need(Request.get("/api/v1/users"));
            if (isJson()) {
                raw(answer);
            } else {
                Json list = answer.json();
                screen().lines(Outline.of(list.get("items") == null ? list : new Json.Array(list.list("items"))));
            }
            return Exit.OK;
        }
    }
}
