/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.List;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One lot or serial of an item. */
final class UnitChoice {

    @Parameters(arity = "0..1", paramLabel = "ITEM", description = "The item")
    @Nullable
    String item;

    @Option(names = "--lot", paramLabel = "LOT", description = "Its lot")
    @Nullable
    String lot;

    @Option(names = "--serial", paramLabel = "SERIAL", description = "Its serial")
    @Nullable
    String serial;

    /** The unit as JSON; null when none was named. */
    @Nullable
    Json unitOrNull() {
        if (item == null && lot == null && serial == null) {
            return null;
        }
        if (item == null || (lot == null && serial == null)) {
            throw new Failure(Exit.USAGE, "That names no unit.", "expected: ITEM --lot LOT, or ITEM --serial SERIAL");
        }
        return new Json.Fields().with("item", item).with("lot", lot).with("serial", serial);
    }

    /** The server's id of the unit; a failure when the words name none, or several. */
    String id(Api api) {
        if (unitOrNull() == null) {
            throw new Failure(Exit.USAGE, "Which unit?", "expected: ITEM --lot LOT, or ITEM --serial SERIAL");
        }
        List<Json> found = api.need(Request.get(Query.of("/api/v1/units")
                        .with("item", item)
                        .with("lot", serial == null ? lot : null)
                        .with("serial", serial)
                        .toString()))
                .json()
                .list("items");
        if (found.isEmpty()) {
            throw new Failure(Exit.NOT_FOUND, "There is no such unit.");
        }
        if (found.size() > 1) {
            throw new Failure(
                    Exit.USAGE,
                    found.size() + " units have this number.",
                    "Name one of them by --unit: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(unit -> unit.text("id", "?"))
                                            .toList()));
        }
        return found.getFirst().text("id", "");
    }
}
