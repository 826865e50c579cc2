/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gozinto.cli.json.Json;

/** The answer to a trace for people: first whether it is whole, then the totals, then the units. */
public final class TraceReport {

    private static final String MARGIN = "  ";
    private static final int CUTS = 20;

    private static final Map<String, String> PARTS = parts();

    private final Json trace;
    private final Screen screen;
    private final List<String> lines = new ArrayList<>();

    private TraceReport(Json trace, Screen screen) {
        this.trace = trace;
        this.screen = screen;
    }

    /** The report as lines. */
    public static List<String> lines(Json trace, Screen screen, Duration took) {
        TraceReport report = new TraceReport(trace, screen);
        report.heading(took);
        report.cuts();
        report.totals();
        report.units();
        return report.lines;
    }

    /** The steps of an explained path, oldest first. */
    public static List<String> path(Json answer) {
        List<Json> steps = answer instanceof Json.Array array ? array.items() : answer.list("steps");
        Table table = new Table("entry", "when", "act", "what", "at", "precision");
        for (Json step : steps) {
            Json unit = step.get("unit");
            table.row(
                    step.text("seq", ""),
                    step.text("at", ""),
                    step.text("act", ""),
                    unit == null ? "" : Names.unit(unit),
                    step.text("place", ""),
                    step.text("precision", ""));
        }
        return table.lines("");
    }

    private void heading(Duration took) {
        Json policy = trace.get("policy");
        if (policy != null) {
            List<String> seeds = policy.list("seeds").stream().map(Names::unit).toList();
            String direction = policy.text("direction", "").equals("backward") ? "What is in " : "Where it went: ";
            lines.add(screen.strong(direction + shortened(seeds)));
            lines.add("Hosts " + policy.text("hosts", "now") + ", contents " + policy.text("contents", "ever")
                    + time(policy) + knownAt() + ". Answered in " + took.toMillis() + " ms.");
        }
    }

    private static String time(Json policy) {
        String asOf = policy.text("asOf");
        return asOf == null ? "" : ", as of " + asOf;
    }

    private String knownAt() {
        Json known = trace.get("knownAt");
        return known == null ? "" : ", as known at entry " + known.text("seq", "?");
    }

    private static String shortened(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    private void cuts() {
        List<Json> cuts = trace.list("cuts");
        if (trace.flag("complete")) {
            lines.add(screen.good("Complete") + ": everything was followed to its end.");
        } else {
            lines.add(screen.bad("Not complete") + ": " + cuts.size() + (cuts.size() == 1 ? " thing" : " things")
                    + " could not be followed.");
            Table table = new Table("reason", "what", "at", "qty");
            cuts.stream().limit(CUTS).forEach(cut -> {
                Json unit = cut.get("unit");
                table.row(
                        cut.text("reason", ""),
                        unit == null ? "" : Names.unit(unit),
                        cut.text("place", ""),
                        cut.text("qty", ""));
            });
            lines.addAll(table.lines(MARGIN));
            if (cuts.size() > CUTS) {
                lines.add(MARGIN + "and " + (cuts.size() - CUTS) + " more; --json has them all");
            }
        }
        List<Json> notAnswered = trace.list("notAnswered");
        if (!notAnswered.isEmpty()) {
            lines.add("Not answered: "
                    + String.join(", ", notAnswered.stream().map(Json::plain).toList()));
        }
    }

    private void totals() {
        Json summary = trace.get("summary");
        if (summary == null) {
            return;
        }
        lines.add("");
        lines.add(screen.strong(counted(summary, "lot") + ", " + counted(summary, "serial")));
        Table items = new Table("item", "lots", "serials");
        summary.list("byItem")
                .forEach(item -> items.row(item.text("item", ""), count(item, "lots"), count(item, "serials")));
        lines.addAll(items.lines(MARGIN));
        places("On hand", summary.list("onHand"));
        consignees(summary.list("consignees"));
        if (isBackward()) {
            places("Came from", summary.list("sources"));
        }
        quantities("Scrapped", summary.list("scrapped"));
        quantities("Consumed", summary.list("consumed"));
        quantities("Lost", summary.list("loss"));
        quantities("Unknown", summary.list("unknown"));
        quantities("Found by counts and adjustments", summary.list("adjustedUp"));
        balance();
    }

    /** Where all of the seed is, when amounts were asked for: the parts add up to what entered. */
    private void balance() {
        Json balance = trace.get("balance");
        if (balance == null) {
            return;
        }
        var parts = new ArrayList<String>();
        PARTS.forEach((name, words) -> {
            String amount = balance.text(name, "0");
            if (!amount.equals("0")) {
                parts.add(amount + " " + words);
            }
        });
        lines.add("");
        lines.add(screen.strong("Balance"));
        lines.add("  " + balance.text("entered", "0") + " entered = "
                + (parts.isEmpty() ? "0" : String.join(" + ", parts)));
    }

    private boolean isBackward() {
        Json policy = trace.get("policy");
        return policy != null && policy.text("direction", "").equals("backward");
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("onHand", "on hand");
        parts.put("atPartners", "with partners");
        parts.put("scrapped", "scrapped");
        parts.put("inProcess", "in open runs");
        parts.put("loss", "lost");
        parts.put("killed", "behind a kill step");
        parts.put("elsewhere", "elsewhere");
        return parts;
    }

    private static String counted(Json object, String word) {
        String count = count(object, word + "s");
        return count + " " + word + (count.equals("1") ? "" : "s");
    }

    private static String count(Json object, String name) {
        return String.format(Locale.ROOT, "%,d", object.number(name, 0));
    }

    private void places(String title, List<Json> rows) {
        Table table = new Table("place", "name", "item", "qty");
        rows.forEach(row -> {
            String name = row.text("name", "");
            String place = row.text("place", "");
            table.row(place, name.equals(place) ? "" : name, row.text("item", ""), row.text("qty", ""));
        });
        section(title, table);
    }

    private void consignees(List<Json> rows) {
        Table table = new Table("partner", "name", "item", "has", "got in all");
        rows.forEach(row -> table.row(
                row.text("partner", ""),
                row.text("name", ""),
                row.text("item", ""),
                row.text("net", row.text("qty", "")),
                row.text("gross", "")));
        section("With partners", table);
    }

    private void quantities(String title, List<Json> rows) {
        Table table = new Table("item", "qty");
        rows.forEach(row -> table.row(row.text("item", ""), row.text("qty", "")));
        section(title, table);
    }

    private void section(String title, Table table) {
        if (!table.isEmpty()) {
            lines.add("");
            lines.add(screen.strong(title));
            lines.addAll(table.lines(MARGIN));
        }
    }

    private void units() {
        Table table = new Table("unit", "relation", "precision", "amount", "since", "where", "qty");
        for (Json unit : trace.list("units")) {
            Json amount = unit.get("amount");
            table.row(
                    Names.unit(unit),
                    unit.text("relation", ""),
                    unit.text("precision", ""),
                    amount == null ? "" : amount.text("expected", ""),
                    Names.day(unit.text("since", "")),
                    Names.where(unit),
                    Names.quantity(unit));
        }
        section("Units", table);
        if (trace.get("next") != null) {
            lines.add(MARGIN + "There are more: --all lists them all, --limit N some.");
        }
    }
}
