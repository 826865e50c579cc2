/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.json.Json;
import picocli.CommandLine.Command;

/** Says which version this is. */
@Command(name = "version", description = "Print the version of the command line.")
final class VersionCommand extends ServerCommand {

    @Override
    Exit run() {
        String java = Runtime.version().toString();
        screen().line(
                        isJson()
                                ? new Json.Fields()
                                        .with("version", version())
                                        .with("java", java)
                                        .toString()
                                : "Gozinto " + version() + " (Java " + java + ")");
        return Exit.OK;
    }

    static String version() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
