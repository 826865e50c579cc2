/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a lot or serial: what it is, where it is, whether it may be used, what happened to it. */
@Command(name = "unit", description = "One lot or serial: where it is, whether it is usable, and its history.")
final class UnitCommand extends ServerCommand {

    @Mixin
    private UnitChoice choice = new UnitChoice();

    @Option(names = "--no-history", description = "Leave the history out")
    private boolean noHistory;

    @Override
    Exit run() {
        if (choice.unitOrNull() == null) {
            throw misuse("Which unit? ITEM --lot LOT, or ITEM --serial SERIAL.");
        }
        Json found = api().need(Request.get(Query.of("/api/v1/units")
                        .with("item", choice.item)
                        .with("lot", choice.lot)
                        .with("serial", choice.serial)
                        .toString()))
                .json();
        List<Json> units = new ArrayList<>();
        for (Json unit : found.list("items")) {
            units.add(noHistory ? unit : withHistory(unit));
        }
        if (isJson()) {
            screen().line(new Json.Fields().with("items", new Json.Array(units)).toString());
        } else {
            units.forEach(this::tell);
        }
        if (units.isEmpty()) {
            screen().aside("There is no such unit.");
            return Exit.NOT_FOUND;
        }
        return Exit.OK;
    }

    private Json withHistory(Json unit) {
        String id = unit.text("id", "");
        List<Json> entries = new ArrayList<>();
        String cursor = null;
        do {
            Json page = api().need(Request.get(Query.of("/api/v1/units/" + Query.segment(id) + "/history")
                            .with("cursor", cursor)
                            .toString()))
                    .json();
            entries.addAll(page instanceof Json.Array array ? array.items() : page.list("items"));
            cursor = page.text("nextCursor");
        } while (cursor != null);
        Json.Fields whole = new Json.Fields();
        if (unit instanceof Json.Fields object) {
            object.members().forEach(whole::with);
        }
        return whole.with("history", new Json.Array(entries));
    }

    private void tell(Json unit) {
        Json.Fields facts = new Json.Fields();
        if (unit instanceof Json.Fields object) {
            object.members().forEach(facts::with);
        }
        facts.members().remove("history");
        screen().lines(Outline.of(facts));
        List<String> history =
                Entries.table(unit.list("history"), unit.text("id", "")).lines("  ");
        if (!history.isEmpty()) {
            screen().blank();
            screen().line("History");
            screen().lines(history);
        }
    }
}
