/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** API tokens. */
final class Tokens {

    private Tokens() {}

    static CommandLine group() {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("create", new Create());
        commands.put("list", new All());
        commands.put("revoke", new Revoke());
        return Group.of("API tokens: keys for scanners, machines and scripts.", commands);
    }

    @Command(name = "create", description = "Make a token. It is shown once.", sortOptions = false)
    private static final class Create extends ServerCommand {
        @Parameters(paramLabel = "NAME", description = "What it is for: \"scanner 3\"")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "viewer, operator, quality, recallManager or administrator")
        private @Nullable String role;

        @Option(names = "--expires-at", paramLabel = "TIME", description = "When it ends: 2027-01-01T00:00:00Z")
        private @Nullable String expiresAt;

        @Option(names = "--acts", paramLabel = "ACT", split = ",", description = "Only these acts: receive,move")
        private List<String> acts = List.of();

        @Override
        Exit run() {
            Json.Fields body =
                    new Json.Fields().with("name", name).with("role", role).with("expiresAt", expiresAt);
            if (!acts.isEmpty()) {
                body.with("acts", Json.texts(acts));
            }
            Answer answer = api().need(Request.post("/api/v1/tokens", body));
            if (isJson()) {
                raw(answer);
                return Exit.OK;
            }
            screen().line(answer.json().text("token", ""));
            screen().aside("This is the only time that the token is shown. Its id is "
                    + answer.json().text("id", "?") + ".");
            return Exit.OK;
        }
    }

    @Command(name = "list", description = "List the tokens.")
    private static final class All extends ServerCommand {
        @Override
        Exit run() {
            Answer answer = api().need(Request.get("/api/v1/tokens"));
            if (isJson()) {
                raw(answer);
            } else {
                Json list = answer.json();
                screen().lines(Outline.of(list.get("items") == null ? list : new Json.Array(list.list("items"))));
            }
            return Exit.OK;
        }
    }

    @Command(name = "revoke", description = "End a token.")
    private static final class Revoke extends ServerCommand {
        @Parameters(paramLabel = "ID", description = "The id of the token")
        private String id = "";

        @Override
        Exit run() {
            Answer answer = api().need(Request.delete("/api/v1/tokens/" + Query.segment(id)));
            if (isJson()) {
                raw(answer);
            } else {
                screen().line("Token " + id + " is revoked.");
            }
            return Exit.OK;
        }
    }
}
