/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/** Recalls for people: which there are, how one stands, what a drill took, and which papers there are. */
public final class RecallReport {

    private static final String MARGIN = "  ";
    private static final String FIGURE = "drill.";
    private static final String MISSING = "missing";

    private RecallReport() {}

    /** Cases, a line each. */
    public static List<String> list(List<Json> cases) {
        Table table = new Table("number", "kind", "stage", "opened", "by", "title");
        for (Json recall : cases) {
            table.row(
                    recall.text("number", ""),
                    recall.text("kind", ""),
                    recall.text("stage", ""),
                    recall.text("openedAt", ""),
                    recall.text("openedBy", ""),
                    recall.text("title", ""));
        }
        return table.lines("");
    }

    /** How a case stands. */
    public static List<String> of(Json recall, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.strong(recall.text("number", "")) + " " + recall.text("title", "") + ", "
                + recall.text("kind", "") + ", " + recall.text("stage", ""));
        lines.add("Opened by " + recall.text("openedBy", "") + " at " + recall.text("openedAt", ""));
        Json scope = recall.get("scope");
        if (scope != null) {
            lines.add("Scope: version " + scope.text("version", "") + ", " + scope.text("units", "") + " units ("
                    + scope.text("lots", "") + " lots, " + scope.text("serials", "") + " serials) as of entry "
                    + scope.text("seq", "")
                    + (scope.flag("complete") ? ", complete" : ", " + screen.bad("not complete")));
            Json drift = scope.get("drift");
            if (drift != null) {
                lines.add(screen.bad("Changed since") + ": " + drift.text("added", "0") + " units more, "
                        + drift.text("removed", "0") + " less at entry " + drift.text("seq", ""));
            }
        }
        Json stop = recall.get("stop");
        if (stop != null) {
            lines.add(
                    stop.flag("inForce")
                            ? "Stopped: " + stop.text("units", "0") + " units since " + stop.text("since", "")
                            : "Nothing is stopped any more.");
        }
        Json counts = recall.get("counts");
        if (counts != null && scope != null) {
            lines.add("Consignees: " + counts.text("consignees", "0") + ", told " + counts.text("told", "0")
                    + ", answered " + counts.text("answered", "0"));
        }
        lines.add("Next: " + recall.list("next").stream().map(Json::plain).collect(Collectors.joining(", ")));
        return lines;
    }

    /** What a drill found, and how long it took. */
    public static List<String> drill(Json recall, boolean again, Screen screen) {
        Json facts = recall.get("facts");
        List<String> lines = new ArrayList<>();
        lines.add(screen.good(again ? "Run before" : "Done") + ": drill " + recall.text("number", "") + " "
                + recall.text("title", ""));
        if (facts == null) {
            return lines;
        }
        Json scope = recall.get("scope");
        Table table = new Table("step", "took", "found");
        row(table, facts, "scope", "scopeMs", scope == null ? "" : scope.text("units", "") + " units");
        row(
                table,
                facts,
                "what would be stopped",
                "stopMs",
                figure(facts, "stopRows") + " rows at " + figure(facts, "stopPlaces") + " places");
        row(table, facts, "consignees", "consigneesMs", figure(facts, "consignees"));
        row(table, facts, "mass balance, backward", "backwardMs", figure(facts, "backwardUnits") + " units");
        row(table, facts, "mass balance, forward", "forwardMs", figure(facts, "forwardUnits") + " units");
        row(table, facts, "all together", "totalMs", figure(facts, "accountedPercent") + " % accounted for");
        lines.addAll(table.lines(MARGIN));
        return lines;
    }

    private static void row(Table table, Json facts, String name, String figure, String found) {
        String took = figure(facts, figure);
        table.row(
                name,
                took.matches("[0-9]{1,15}")
                        ? BigDecimal.valueOf(Long.parseLong(took), 3).toPlainString() + " s"
                        : took,
                found);
    }

    private static String figure(Json facts, String name) {
        return facts.text(FIGURE + name, "?");
    }

    /** The papers of a case, and what must be said before they are complete. */
    public static List<String> papers(@Nullable Json papers, Screen screen) {
        List<Json> all = papers instanceof Json.Array array ? array.items() : List.of();
        Table table = new Table("paper", "formats", "complete", "title");
        for (Json paper : all) {
            int missing = paper.list(MISSING).size();
            table.row(
                    paper.text("name", ""),
                    paper.list("formats").stream().map(Json::plain).collect(Collectors.joining(", ")),
                    missing == 0 ? "yes" : "no, " + missing + " missing",
                    paper.text("title", ""));
        }
        List<String> lines = new ArrayList<>(table.lines(""));
        for (Json paper : all) {
            List<Json> missing = paper.list(MISSING);
            if (!missing.isEmpty()) {
                lines.add("");
                lines.add(screen.strong(paper.text("name", "")) + " lacks:");
                Table fields = new Table("fact", "what", "how");
                missing.forEach(m -> fields.row(m.text("field", ""), m.text("label", ""), m.text("hint", "")));
                lines.addAll(fields.lines(MARGIN));
            }
        }
        return lines;
    }
}
