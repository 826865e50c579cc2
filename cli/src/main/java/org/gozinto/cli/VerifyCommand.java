/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.gozinto.cli.text.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the ledger checked from its first entry to its last, and everything that is derived from it. */
@Command(
        name = "verify",
        description = {
            "Walk the whole ledger and everything derived from it, and report the first difference.",
            "Asks a running server, or with --data or --database a stopped one's book."
        },
        sortOptions = false)
final class VerifyCommand extends ServerCommand {

    private static final Duration PATIENCE = Duration.ofHours(12);

    @Mixin
    private ServeCommand.Book book = new ServeCommand.Book();

    @Override
    Exit run() {
        if (!book.isNamed()) {
            Content nothing = Content.json(new Json.Fields());
            return tell(api().need(Request.postOnce("/api/v1/verify", nothing).patient(PATIENCE))
                    .json());
        }
        refuseServerOptions();
        List<String> arguments = new ArrayList<>(book.arguments());
        arguments.add("--gozinto.task=verify");
        Map<String, String> environment = surroundings().environment();
        List<String> command = ServerJar.find(environment).command(environment, arguments);
        return tell(ServerProcess.task(command, Map.of()));
    }

    private Exit tell(Json result) {
        if (isJson()) {
            screen().line(result.toString());
            return result.flag("ok") ? Exit.OK : Exit.DIFFERENCE;
        }
        String entries = result.text("entries", "?") + " entries";
        String seconds = result.text("seconds");
        if (result.flag("ok")) {
            screen().line(screen().good("Verified") + ": " + entries + (seconds == null ? "" : " in " + seconds + " s")
                    + ". The chain is whole, and everything derived equals it.");
            screen().line("Hash of the last entry: " + result.text("hash", "none"));
            return Exit.OK;
        }
        screen().line(screen().bad("A difference was found") + " in " + entries + ". The first one:");
        Json difference = result.get("firstDifference");
        (difference == null ? List.of("not named") : Outline.of(difference))
                .forEach(line -> screen().line("  " + line));
        return Exit.DIFFERENCE;
    }
}
