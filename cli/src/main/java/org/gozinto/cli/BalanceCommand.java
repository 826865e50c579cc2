/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.text.BalanceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds a unit up: where all of it came from and what became of it. */
@Command(
        name = "balance",
        description = "Where all of a lot or serial came from and what became of it; what does not add up is named.",
        sortOptions = false)
final class BalanceCommand extends ServerCommand {

    @Mixin
    private UnitThen of = new UnitThen();

    @Option(names = "--without-serials", description = "The lot by itself; its serials are what was taken out of it")
    private boolean withoutSerials;

    @Override
    Exit run() {
        Answer answer = api().need(Request.get(Query.of("/api/v1/units/" + Query.segment(of.id(api())) + "/balance")
                        .with("serials", withoutSerials ? Boolean.FALSE : null)
                        .with("asOf", of.asOf)
                        .with("knownAt", of.knownAt)
                        .toString())
                .patient(UnitThen.PATIENCE));
        if (isJson()) {
            raw(answer);
        } else {
            screen().lines(BalanceReport.lines(answer.json(), screen()));
        }
        return answer.json().flag("closed") ? Exit.OK : Exit.DIFFERENCE;
    }
}
