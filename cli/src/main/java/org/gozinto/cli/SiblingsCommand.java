/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.text.SiblingsReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names what shares something with a unit. */
@Command(
        name = "siblings",
        description = "What shares a lot, a vessel, a run, a place or a time with a unit: what to look at next.",
        sortOptions = false)
final class SiblingsCommand extends ServerCommand {

    @Mixin
    private UnitThen of = new UnitThen();

    @Option(
            names = "--kinds",
            paramLabel = "KINDS",
            description = "input, vessel, run, place, time, with commas. Default: all")
    private @Nullable String kinds;

    @Option(names = "--window", paramLabel = "PT2H", description = "How far apart counts for place and time")
    private @Nullable String window;

    @Option(names = "--limit", paramLabel = "N", description = "Units to list, 1 to 1000. Default: 100")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on after a page")
    private @Nullable String cursor;

    @Override
    Exit run() {
        Answer answer = api().need(Request.get(Query.of("/api/v1/units/" + Query.segment(of.id(api())) + "/siblings")
                        .with("kinds", kinds)
                        .with("window", window)
                        .with("asOf", of.asOf)
                        .with("knownAt", of.knownAt)
                        .with("limit", limit)
                        .with("cursor", cursor)
                        .toString())
                .patient(UnitThen.PATIENCE));
        if (isJson()) {
            raw(answer);
        } else {
            screen().lines(SiblingsReport.lines(answer.json(), screen()));
        }
        return Exit.OK;
    }
}
