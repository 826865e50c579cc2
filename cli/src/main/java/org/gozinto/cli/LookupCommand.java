/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.text.LookupReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks what a code means. */
@Command(name = "lookup", description = "What any scanned or typed code can mean; several are symbols of one item.")
final class LookupCommand extends ServerCommand {

    @Parameters(arity = "1..*", paramLabel = "CODE", description = "The code, as it was scanned; more from one item")
    private List<String> codes = new ArrayList<>();

    @Override
    Exit run() {
        Query query = Query.of("/api/v1/lookup");
        codes.forEach(code -> query.with("code", code));
        Answer answer = api().need(Request.get(query.toString()));
        if (isJson()) {
            raw(answer);
        } else {
            screen().lines(LookupReport.lines(codes, answer.json(), screen()));
        }
        return Exit.OK;
    }
}
