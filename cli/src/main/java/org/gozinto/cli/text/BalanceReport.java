/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gozinto.cli.json.Json;

/** The mass balance of a unit for people: both sides, and each entry after which they part. */
public final class BalanceReport {

    private static final String MARGIN = "  ";
    private static final Set<String> ENTRIES = Set.of("made", "received", "commissioned", "found", "fromLot");

    private BalanceReport() {}

    /** The report as lines. */
    public static List<String> lines(Json balance, Screen screen) {
        List<String> lines = new ArrayList<>();
        Json unit = balance.get("unit");
        Json knownAt = balance.get("knownAt");
        lines.add(screen.strong(unit == null ? "" : Names.unit(unit)) + ", as known at entry "
                + (knownAt == null ? "?" : knownAt.text("seq", "?")));
        lines.add(
                balance.flag("closed")
                        ? screen.good("It adds up") + ": " + balance.text("entered", "?")
                                + " came in, and all of it is accounted for."
                        : screen.bad("It does not add up") + ": " + balance.text("entered", "?") + " came in, "
                                + balance.text("accounted", "?") + " is accounted for, the gap is "
                                + balance.text("gap", "?") + ".");
        side(lines, screen.strong("Came in"), balance, ENTRIES::contains);
        side(lines, screen.strong("What became of it"), balance, kind -> !ENTRIES.contains(kind));
        Table gaps = new Table("entry", "act", "at", "qty", "why");
        for (Json gap : balance.list("gaps")) {
            gaps.row(
                    gap.text("seq", ""),
                    gap.text("act", ""),
                    gap.text("place", ""),
                    gap.text("qty", ""),
                    gap.text("why", ""));
        }
        part(lines, screen.strong("Does not add up"), gaps);
        Table deliveries = new Table("partner", "name", "got", "still there");
        for (Json delivery : balance.list("deliveries")) {
            deliveries.row(
                    delivery.text("partner", ""),
                    delivery.text("name", ""),
                    delivery.text("gross", ""),
                    delivery.text("there", ""));
        }
        part(lines, screen.strong("Deliveries"), deliveries);
        return lines;
    }

    private static void side(List<String> lines, String title, Json balance, Predicate<String> kinds) {
        Table table = new Table("what", "where", "qty");
        for (Json line : balance.list("lines")) {
            if (kinds.test(line.text("kind", ""))) {
                List<String> within = new ArrayList<>(List.of(line.text("place", "?")));
                line.list("within").forEach(place -> within.add(place.plain()));
                table.row(line.text("kind", ""), String.join(" in ", within), line.text("qty", ""));
            }
        }
        part(lines, title, table);
    }

    private static void part(List<String> lines, String title, Table table) {
        if (!table.isEmpty()) {
            lines.add("");
            lines.add(title);
            lines.addAll(table.lines(MARGIN));
        }
    }
}
