/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gozinto.cli.json.Json;

/** What shares something with a unit, for people. */
public final class SiblingsReport {

    private static final String MARGIN = "  ";

    private SiblingsReport() {}

    /** The report as lines. */
    public static List<String> lines(Json siblings, Screen screen) {
        List<String> lines = new ArrayList<>();
        Json unit = siblings.get("unit");
        Json knownAt = siblings.get("knownAt");
        lines.add("What shares something with " + screen.strong(unit == null ? "" : Names.unit(unit))
                + ", as known at entry " + (knownAt == null ? "?" : knownAt.text("seq", "?")));
        List<String> counts = new ArrayList<>();
        if (siblings.get("byKind") instanceof Json.Fields byKind) {
            byKind.members().forEach((kind, count) -> counts.add(kind + " " + count.plain()));
        }
        lines.add(String.join(", ", counts));
        Table table = new Table("unit", "shares", "since");
        for (Json sibling : siblings.list("units")) {
            row(table, sibling);
        }
        lines.addAll(table.lines(MARGIN));
        long left = siblings.number("leftOut", 0);
        if (left > 0) {
            lines.add(String.format(
                    Locale.ROOT, "and %,d more: --cursor %s, or a larger --limit", left, siblings.text("nextCursor")));
        }
        return lines;
    }

    /** The unit stands beside its first reason only. */
    private static void row(Table table, Json sibling) {
        Json unit = sibling.get("unit");
        String name = unit == null ? "" : Names.unit(unit);
        for (Json reason : sibling.list("reasons")) {
            Json shared = reason.get("unit");
            String what = shared == null ? reason.text("place", "") : Names.unit(shared);
            table.row(name, (reason.text("kind", "") + " " + what).strip(), reason.text("since", ""));
            name = "";
        }
        long left = sibling.number("reasonsLeftOut", 0);
        if (left > 0) {
            table.row("", "and " + left + " more", "");
        }
    }
}
