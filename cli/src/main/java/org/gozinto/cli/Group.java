/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others, such as {@code item} with {@code add}, {@code show} and {@code list}. */
@Command
final class Group implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Group() {}

    /** The group with its commands. */
    static CommandLine of(String description, Map<String, ? extends Object> commands) {
        CommandLine line = new CommandLine(new Group());
        line.getCommandSpec().usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        commands.forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Which one? " + String.join(", ", spec.subcommands().keySet()) + ".");
        }
    }
}
