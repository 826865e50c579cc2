/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.List;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records what went into a run and what came out of it. */
@Command(
        name = "produce",
        description = "What goes into a run and what comes out of it, at once or in many commands.",
        sortOptions = false)
final class ProduceCommand extends ActCommand {

    @Option(names = "--run", paramLabel = "RUN", description = "The run, such as a production order")
    private @Nullable String run;

    @Option(
            names = "--consume",
            paramLabel = "LINE",
            description = "An input: 'RESIN lot=R-1 qty=60 from=A-01'; more are allowed")
    private List<String> consume = List.of();

    @Option(
            names = "--produce",
            paramLabel = "LINE",
            description = "An output: 'MIX lot=M-1 qty=100 to=T-1'; more are allowed")
    private List<String> produce = List.of();

    @Option(
            names = "--link",
            paramLabel = "LINK",
            description = "Which input is in which output: 'BAT serial=B1 -> BIKE serial=F1'; more are allowed")
    private List<String> links = List.of();

    @Option(names = "--close", description = "Nothing more goes in or comes out")
    private boolean close;

    ProduceCommand() {
        super("produce");
    }

    @Override
    void fill(Json.Fields act) {
        act.with("run", run);
        append(act, "consume", consume.stream().map(LineText::line).toList());
        append(act, "produce", produce.stream().map(LineText::line).toList());
        append(act, "links", links.stream().map(LineText::link).toList());
        if (close) {
            act.with("close", new Json.Flag(true));
        }
    }
}
