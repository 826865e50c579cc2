/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.demo.Demo;
import org.gozinto.simulator.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what Gozinto is for, on a factory that never was. */
@Command(
        name = "demo",
        description =
                "A scooter maker's year goes in, a supplier reports a bad cell lot, and Gozinto tells where it went.",
        sortOptions = false)
final class DemoCommand extends ServerCommand {

    private static final int PORT = 8080;

    @Option(names = "--scooters", paramLabel = "N", description = "How many are made, from 100 on. Default: 1000")
    private int scooters = 1000;

    /** In this life of the factory, bad packs are to be found in stock, with customers, in scrap and in runs. */
    private static final long SEED = 286;

    @Option(names = "--seed", paramLabel = "N", description = "Another factory of the same kind. Default: 286")
    private long seed = SEED;

    @Option(names = "--start", paramLabel = "DATE", description = "First day of the year. Default: 2025-07-01")
    private @Nullable LocalDate start;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080, or a free one when that is taken")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder for the data, which is kept. Default: a fresh one")
    private @Nullable Path data;

    @Option(names = "--keep", description = "Keep the fresh folder at the end")
    private boolean keep;

    @Option(names = "--stop", description = "End with the story instead of leaving the server running")
    private boolean stop;

    @Override
    Exit run() {
        refuseServerOptions();
        if (isJson()) {
            throw misuse("The demo tells a story; it has no --json.");
        }
        Demo.Folder folder = new Demo.Folder(folder(), data == null && !keep);
        String command = System.getProperty("gozinto.command", "gozinto");
        Demo.Plan plan = new Demo.Plan(settings(), folder, freePort(), stop, command);
        return new Demo(plan, screen(), ids(), surroundings().environment()).run();
    }

    private Settings settings() {
        LocalDate today =
                surroundings().clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        try {
            return new Settings(seed, scooters, start == null ? Demo.Plan.yearBefore(today) : start);
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        }
    }

    private Path folder() {
        try {
            if (data == null) {
                return Files.createTempDirectory("gozinto-demo-");
            }
            Files.createDirectories(data);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
                if (files.iterator().hasNext()) {
                    throw new Failure(Exit.LOCAL, data + " is not empty.", "The demo begins with an empty folder.");
                }
            }
            return data.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, "The folder for the data cannot be made: " + e.getMessage());
        }
    }

    private int freePort() {
        for (int candidate : port == null ? List.of(PORT, 0) : List.of(port)) {
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getByName("localhost"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, or the sentence below.
            }
        }
        throw new Failure(Exit.LOCAL, "Port " + port + " is taken.", "Name another one with --port.");
    }
}
