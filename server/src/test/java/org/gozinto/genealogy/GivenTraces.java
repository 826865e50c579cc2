/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import tools.jackson.databind.json.JsonMapper;

/** Traces for the tests of other rooms. */
public final class GivenTraces {

    private final Traces traces;
    private final Items items;

    public GivenTraces(Database database, Items items, Places places) {
        var units = new Units(database);
        this.traces = new Traces(new Entries(database), units, items, places, new JsonMapper(), Clock.systemUTC());
        this.items = items;
    }

    /** Everything of the answer about a lot or serial. */
    public TraceView of(boolean forward, Unit unit, String hosts, String knownAt) {
        boolean serial = unit.kind() == Unit.Kind.SERIAL;
        return traces.page(new TraceQuery(
                forward ? "forward" : "backward",
                items.get(unit.itemId()).code(),
                serial ? null : unit.number(),
                serial ? unit.number() : null,
                null,
                null,
                null,
                null,
                knownAt,
                hosts,
                "ever",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1_000,
                null));
    }

    /** The numbers of the units that the trace reaches, with their items; suspect twins are one number. */
    public List<String> reached(boolean forward, Unit unit, String hosts) {
        List<String> names = new ArrayList<>();
        for (var reached : of(forward, unit, hosts, null).units()) {
            String number = reached.serial() != null ? reached.serial() : reached.lot();
            if (number != null) {
                names.add(reached.item() + "/" + number);
            }
        }
        return names;
    }
}
