/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/** Scopes for people: which there are, what became of them, and why. */
public final class ScopeReport {

    private static final String MARGIN = "  ";
    private static final int HASH_SHOWN = 16;
    private static final int HOLDINGS_SHOWN = 3;

    private ScopeReport() {}

    /** Scopes, a line each. */
    public static List<String> list(List<Json> scopes) {
        Table table = new Table("id", "name", "versions", "entry", "units", "complete", "frozen");
        for (Json scope : scopes) {
            Json latest = head(scope, "latest");
            table.row(
                    scope.text("id", ""),
                    scope.text("name", ""),
                    scope.text("versionCount", ""),
                    latest.text("seq", ""),
                    latest.text("units", ""),
                    latest.flag("complete") ? "yes" : "no",
                    latest.text("frozenAt", ""));
        }
        return table.lines("");
    }

    /** A scope with its versions, newest first. */
    public static List<String> scope(Json scope, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.strong(scope.text("name", "")) + ", " + scope.text("id", "") + ", frozen by "
                + scope.text("actor", "") + " at " + scope.text("createdAt", ""));
        Json question = scope.get("question");
        if (question instanceof Json.Fields fields) {
            List<String> parts = new ArrayList<>();
            fields.members().forEach((name, value) -> parts.add(name + "=" + value.plain()));
            lines.add("Asked: " + String.join(" ", parts));
        }
        Table table = new Table("version", "entry", "known at", "frozen at", "by", "units", "complete", "answer hash");
        scope.list("versions").forEach(version -> row(table, version));
        lines.addAll(table.lines(MARGIN));
        return lines;
    }

    private static void row(Table table, Json version) {
        table.row(
                version.text("version", ""),
                version.text("seq", ""),
                version.text("knownAt", ""),
                version.text("frozenAt", ""),
                version.text("actor", ""),
                version.text("units", ""),
                version.flag("complete") ? "yes" : "no",
                shortened(version.text("answerHash", "")));
    }

    private static String shortened(String hash) {
        return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
    }

    /** What was frozen just now, or when it was sent before. */
    public static List<String> frozen(Json answer, boolean again, Screen screen) {
        Json version = answer.get("version");
        Json head = version == null ? new Json.Fields() : head(version, "head");
        return List.of(
                screen.good(again ? "Frozen before" : "Frozen") + ": scope " + answer.text("id", "") + ", version "
                        + head.text("version", "1") + ", " + counted(head) + " as known at entry "
                        + head.text("seq", "?")
                        + (head.flag("complete") ? ", complete." : ", " + screen.bad("not complete") + "."),
                "Answer hash: " + head.text("answerHash", ""));
    }

    /** What asking again brought. */
    public static List<String> evaluated(Json answer, Screen screen) {
        Json head = head(answer, "version");
        if (answer.flag("added")) {
            return List.of(screen.bad("Changed") + ": the answer is another one at entry " + answer.text("seq", "?")
                    + ". Version " + head.text("version", "?") + " was added, " + counted(head)
                    + "; \"gozinto scope diff\" says what changed and why.");
        }
        return List.of(screen.good("The same") + ": at entry " + answer.text("seq", "?")
                + " the answer is what version " + head.text("version", "?") + " says. Nothing was added.");
    }

    /** What differs between two versions, and because of which entries. */
    public static List<String> diff(Json diff, Screen screen) {
        Json from = head(diff, "from");
        Json to = head(diff, "to");
        Json counts = head(diff, "counts");
        List<String> lines = new ArrayList<>();
        lines.add(screen.strong("Version " + from.text("version", "?") + " (entry " + from.text("seq", "?")
                + ") and version " + to.text("version", "?") + " (entry " + to.text("seq", "?") + ")"));
        lines.add(count(counts, "added") + " added, " + count(counts, "removed") + " removed, "
                + count(counts, "changed") + " changed, " + count(counts, "same") + " as they were.");
        Table units = new Table("", "unit", "was", "is", "changed", "because of");
        for (Json unit : diff.list("units")) {
            Json named = unit.get("unit");
            units.row(
                    unit.text("change", ""),
                    named == null ? "" : Names.unit(named),
                    only(unit, "before", "after"),
                    only(unit, "after", "before"),
                    texts(unit.list("changed")),
                    texts(unit.list("because")) + (unit.flag("becauseMore") ? ", …" : ""));
        }
        lines.addAll(units.lines(MARGIN));
        Table entries = new Table("entry", "", "act", "happened", "recorded", "by", "document");
        for (Json entry : diff.list("entries")) {
            String voids = entry.text("voids");
            entries.row(
                    entry.text("seq", ""),
                    entry.text("kind", ""),
                    entry.text("type", "") + (voids == null ? "" : " of " + voids),
                    entry.text("occurredAt", ""),
                    entry.text("recordedAt", ""),
                    entry.text("actor", ""),
                    entry.text("document", ""));
        }
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(screen.strong("Because of"));
            lines.addAll(entries.lines(MARGIN));
        }
        return lines;
    }

    /** Where it is by one of the answers; of a unit that changed only what the other one does not say. */
    private static String only(Json unit, String when, String other) {
        List<String> said = holdings(unit.get(when));
        said.removeAll(holdings(unit.get(other)));
        String shown = String.join("; ", said.subList(0, Math.min(HOLDINGS_SHOWN, said.size())));
        return said.size() > HOLDINGS_SHOWN ? shown + " and " + (said.size() - HOLDINGS_SHOWN) + " more" : shown;
    }

    private static List<String> holdings(@Nullable Json unit) {
        List<String> holdings = new ArrayList<>();
        for (Json holding : unit == null ? List.<Json>of() : unit.list("holdings")) {
            List<String> around = new ArrayList<>(List.of(holding.text("place", "?")));
            holding.list("within").forEach(place -> around.add(place.plain()));
            Json amount = holding.get("amount");
            holdings.add(holding.text("qty", "") + " at " + String.join(" in ", around)
                    + (amount == null ? "" : " with " + amount.text("expected", "")));
        }
        return holdings;
    }

    private static String texts(List<Json> list) {
        return String.join(", ", list.stream().map(Json::plain).toList());
    }

    private static String counted(Json head) {
        long units = head.number("units", 0);
        return String.format(Locale.ROOT, "%,d unit", units) + (units == 1 ? "" : "s");
    }

    private static String count(Json counts, String name) {
        return String.format(Locale.ROOT, "%,d", counts.number(name, 0));
    }

    private static Json head(Json of, String name) {
        Json head = of.get(name);
        return head == null ? new Json.Fields() : head;
    }
}
