/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks what a code means. */
@Command(name = "lookup", description = "What any scanned or typed code can mean.")
final class LookupCommand extends ServerCommand {

    @Parameters(paramLabel = "CODE", description = "The code, as it was scanned")
    private String code = "";

    @Override
    Exit run() {
        show(api().need(Request.get(
                Query.of("/api/v1/lookup").with("code", code).toString())));
        return Exit.OK;
    }
}
