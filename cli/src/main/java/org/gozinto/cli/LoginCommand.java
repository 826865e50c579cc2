/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Signs in and keeps the token. */
@Command(name = "login", description = "Sign in; the token is kept in ~/.config/gozinto/token, for this server only.")
final class LoginCommand extends ServerCommand {

    @Parameters(paramLabel = "NAME", description = "The user")
    private String name = "";

    @Mixin
    private Password password = new Password();

    @Override
    Exit run() {
        Api api = api().withToken(null);
        Json body = new Json.Fields()
                .with("name", name)
                .with("password", password.read(surroundings(), "Password of " + name + ": "));
        Answer answer = api.need(Request.post("/api/v1/sessions", body));
        String token = answer.json().text("token");
        if (token == null || token.isBlank()) {
            throw new Failure(Exit.SERVER_FAILED, "The server let " + name + " in without giving a token.");
        }
        surroundings().tokens().keep(api.base(), token);
        if (isJson()) {
            raw(answer);
        } else {
            screen().line("Signed in to " + api.base() + " as " + name + until(answer.json()) + ".");
        }
        return Exit.OK;
    }

    private static String until(Json answer) {
        String expires = answer.text("expiresAt");
        return expires == null ? "" : " until " + expires;
    }
}
