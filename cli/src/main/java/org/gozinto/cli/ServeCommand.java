/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.server.LocalCertificates;
import org.gozinto.cli.server.MachineName;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.gozinto.cli.server.TlsArguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server: this process becomes it. */
@Command(name = "serve", description = "Run the server until it is stopped.", sortOptions = false)
final class ServeCommand extends ServerCommand {

    private static final int PORT = 8080;
    private static final int TLS_PORT = 8443;

    @Mixin
    private Book book = new Book();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on. Default: 8080, with HTTPS 8443")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: all of this machine")
    private @Nullable String bind;

    @Option(
            names = "--tls",
            description = "HTTPS, with a certificate that is made for this machine and kept in the data folder")
    private boolean tls;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "HTTPS with this certificate (PEM)")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key (PEM, PKCS #8)")
    private @Nullable Path key;

    @Override
    Exit run() {
        refuseServerOptions();
        int listened = port == null ? (isSecure() ? TLS_PORT : PORT) : port;
        if (listened < 0 || listened > 65_535) {
            throw misuse("--port must be 0 to 65535, not " + listened + ".");
        }
        if ((certificate == null) != (key == null)) {
            throw misuse("--tls-certificate and --tls-key belong together.");
        }
        List<String> arguments = new ArrayList<>(book.arguments());
        arguments.add("--server.port=" + listened);
        if (bind != null) {
            arguments.add("--server.address=" + bind);
        }
        ServerJar jar = ServerJar.find(surroundings().environment());
        String host = bind == null ? "localhost" : bind.contains(":") ? "[" + bind + "]" : bind;
        String scheme = isSecure() ? "https" : "http";
        screen().aside("Gozinto starts at " + scheme + "://" + host + ":" + listened + ", " + book.told() + ".");
        if (isSecure()) {
            arguments.addAll(secured(listened));
        }
        screen().out().flush();
        int code = ServerProcess.become(jar.command(surroundings().environment(), arguments));
        System.exit(code);
        return Exit.OK;
    }

    private boolean isSecure() {
        return tls || certificate != null;
    }

    /** What the server needs to speak HTTPS, its certificate made if it has none; tells how to come to trust it. */
    private List<String> secured(int listened) {
        if (certificate != null && key != null) {
            for (Path file : List.of(certificate, key)) {
                if (!Files.isReadable(file)) {
                    throw new Failure(Exit.LOCAL, file + " is not there, or this user may not read it.");
                }
            }
            return TlsArguments.own(certificate.toAbsolutePath(), key.toAbsolutePath());
        }
        String publicUrl = surroundings().variable("GOZINTO_PUBLIC_URL", "");
        List<String> others = new ArrayList<>();
        if (bind != null) {
            others.add(bind);
        }
        if (!publicUrl.isEmpty()) {
            others.add(TlsArguments.host(publicUrl));
        }
        Set<MachineName> names = MachineName.all(others);
        var made = LocalCertificates.in(
                book.folder().resolve("tls"), names, surroundings().clock());
        names.stream()
                .filter(MachineName::isForOthers)
                .forEach(name -> screen().aside("On the network: https://" + name.text() + ":" + listened));
        screen().aside("Its certificate is of this machine's own authority. Telephones and browsers trust it once");
        screen().aside("they have " + made.authority() + ", which anybody can get at /ca.crt.");
        screen().aside("SHA-256 of the authority: " + made.fingerprint());
        return TlsArguments.made(made);
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

        Path folder() {
            return (data == null ? Path.of("data") : data).toAbsolutePath().normalize();
        }
    }
}
