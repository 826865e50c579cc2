/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server: this process becomes it. */
@Command(name = "serve", description = "Run the server until it is stopped.", sortOptions = false)
final class ServeCommand extends ServerCommand {

    private static final int PORT = 8080;

    @Mixin
    private Book book = new Book();

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on. Default: 8080")
    private int port = PORT;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: all of this machine")
    private @Nullable String bind;

    @Override
    Exit run() {
        refuseServerOptions();
        if (port < 0 || port > 65_535) {
            throw misuse("--port must be 0 to 65535, not " + port + ".");
        }
        List<String> arguments = new ArrayList<>(book.arguments());
        arguments.add("--server.port=" + port);
        if (bind != null) {
            arguments.add("--server.address=" + bind);
        }
        ServerJar jar = ServerJar.find(surroundings().environment());
        String host = bind == null ? "localhost" : bind.contains(":") ? "[" + bind + "]" : bind;
        screen().aside("Gozinto starts at http://" + host + ":" + port + ", " + book.told() + ".");
        screen().out().flush();
        int code = ServerProcess.become(jar.command(surroundings().environment(), arguments));
        System.exit(code);
        return Exit.OK;
    }

    /** Where the ledger is: a folder for the embedded database, or another database. */
    static final class Book {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The folder of the embedded database and other files. Default: data")
        @Nullable
        Path data;

        @Option(
                names = "--database",
                paramLabel = "URL",
                description =
                        "PostgreSQL instead: jdbc:postgresql://host/name. Its password: GOZINTO_DATABASE_PASSWORD")
        @Nullable
        String database;

        @Option(names = "--database-user", paramLabel = "NAME", description = "The user for the URL")
        @Nullable
        String databaseUser;

        boolean isNamed() {
            return data != null || database != null;
        }

        List<String> arguments() {
            List<String> arguments = new ArrayList<>();
            arguments.add("--gozinto.data=" + folder());
            if (database != null) {
                arguments.add("--gozinto.database=" + database);
            }
            if (databaseUser != null) {
                arguments.add("--gozinto.database-user=" + databaseUser);
            }
            return arguments;
        }

        String told() {
            return (database == null ? "" : "database " + database + ", ") + "data in " + folder();
        }

        private Path folder() {
            return (data == null ? Path.of("data") : data).toAbsolutePath().normalize();
        }
    }
}
