/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.jspecify.annotations.Nullable;

/** The server's jar, and how it is started with the Java that runs this. */
public record ServerJar(Path path) {

    private static final String VARIABLE = "GOZINTO_SERVER_JAR";

    /**
     * The jar that {@code GOZINTO_SERVER_JAR} names, one beside the command line's own jar, or the one that a checkout
     * has built.
     */
    public static ServerJar find(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            if (!Files.isRegularFile(Path.of(named))) {
                throw new Failure(Exit.LOCAL, VARIABLE + " names " + named + ", and there is no such file.");
            }
            return new ServerJar(Path.of(named));
        }
        Path home = home();
        if (home != null) {
            for (Path folder :
                    List.of(home, home.resolve("../../server/target"), home.resolve("../../../server/target"))) {
                Path jar = newest(folder.normalize());
                if (jar != null) {
                    return new ServerJar(jar);
                }
            }
        }
        throw new Failure(
                Exit.LOCAL,
                "The server's jar is not there.",
                "In a checkout, bin/gozinto builds it. Elsewhere, put gozinto-server.jar beside gozinto.jar,",
                "or name it in " + VARIABLE + ".");
    }

    /** The command that runs the server with these arguments; {@code GOZINTO_JAVA_OPTS} goes to its Java. */
    public List<String> command(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        for (String option : environment.getOrDefault("GOZINTO_JAVA_OPTS", "").split("\\s+", -1)) {
            if (!option.isEmpty()) {
                command.add(option);
            }
        }
        command.add("-jar");
        command.add(path.toString());
        command.addAll(arguments);
        return command;
    }

    /** The folder of the command line's own jar, or of its classes. */
    private static @Nullable Path home() {
        try {
            var source = ServerJar.class.getProtectionDomain().getCodeSource();
            return source == null ? null : Path.of(source.getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Path newest(Path folder) {
        Path newest = null;
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "gozinto-server{,-*-exec}.jar")) {
            for (Path jar : jars) {
                if (newest == null || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(newest)) > 0) {
                    newest = jar;
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.LOCAL, folder + " cannot be read: " + e.getMessage());
        }
        return newest;
    }
}
