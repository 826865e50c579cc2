/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Table;

/** Entries of the ledger as rows. */
final class Entries {

    private Entries() {}

    /** The entries, with what each did to one unit. */
    static Table table(List<Json> entries, String unit) {
        Table table = new Table("entry", "when", "act", "qty", "from", "to", "document", "by", "");
        for (Json entry : entries) {
            Set<String> from = new LinkedHashSet<>();
            Set<String> to = new LinkedHashSet<>();
            Set<String> qty = new LinkedHashSet<>();
            for (Json movement : entry.list("movements")) {
                if (movement.text("unit", "").equals(unit)) {
                    from.add(movement.text("from", ""));
                    to.add(movement.text("to", ""));
                    qty.add(movement.text("qty", ""));
                }
            }
            String voided = entry.text("correctedBy");
            table.row(
                    entry.text("seq", ""),
                    entry.text("occurredAt", ""),
                    entry.text("type", ""),
                    String.join(", ", qty),
                    String.join(", ", from),
                    String.join(", ", to),
                    entry.text("document", ""),
                    entry.text("actor", ""),
                    voided == null ? "" : "voided by " + voided);
        }
        return table;
    }
}
