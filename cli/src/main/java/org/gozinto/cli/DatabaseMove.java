/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.gozinto.cli.text.Outline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a stopped server's book into another database. */
@Command(
        name = "move",
        description = {
            "Replay the ledger into another, empty database and compare the final hash.",
            "The server must be stopped."
        },
        sortOptions = false)
final class DatabaseMove extends ServerCommand {

    @Mixin
    private ServeCommand.Book book = new ServeCommand.Book();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "jdbc:postgresql://host/name (its password: GOZINTO_TARGET_PASSWORD), or a folder")
    private String target = "";

    @Option(names = "--to-user", paramLabel = "NAME", description = "The user for the target")
    private @Nullable String targetUser;

    static CommandLine group() {
        return Group.of("The database under the ledger.", Map.of("move", new DatabaseMove()));
    }

    @Override
    Exit run() {
        refuseServerOptions();
        if (target.startsWith("jdbc:") && !target.startsWith("jdbc:postgresql:")) {
            throw misuse("--to must be jdbc:postgresql://host/name, or a folder for the embedded database.");
        }
        List<String> arguments = new ArrayList<>(book.arguments());
        arguments.add("--gozinto.task=db-move");
        arguments.add("--gozinto.target=" + (target.startsWith("jdbc:") ? target : folder()));
        if (targetUser != null) {
            arguments.add("--gozinto.target-user=" + targetUser);
        }
        Map<String, String> environment = surroundings().environment();
        List<String> command = ServerJar.find(environment).command(environment, arguments);
        Json result = ServerProcess.task(command, Map.of());
        if (isJson()) {
            screen().line(result.toString());
        } else if (result.flag("ok")) {
            screen().line(screen().good("Moved") + ": " + result.text("entries", "?")
                    + " entries, and the hashes agree: " + result.text("hash", ""));
        } else {
            screen().line(screen().bad("The two books differ") + ". Keep using the old one.");
            Outline.of(result).forEach(line -> screen().line("  " + line));
        }
        return result.flag("ok") ? Exit.OK : Exit.DIFFERENCE;
    }

    private Path folder() {
        return Path.of(target).toAbsolutePath().normalize();
    }
}
