/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/** What codes mean, for people: what was found, what each reading says, and where something is wrong. */
public final class LookupReport {

    private static final String MARGIN = "  ";

    private final List<String> codes;
    private final Screen screen;
    private final List<String> lines = new ArrayList<>();

    private LookupReport(List<String> codes, Screen screen) {
        this.codes = codes;
        this.screen = screen;
    }

    /** The report as lines. */
    public static List<String> lines(List<String> codes, Json answer, Screen screen) {
        LookupReport report = new LookupReport(codes, screen);
        report.found(answer);
        Json together = answer.get("together");
        if (together != null) {
            report.together(together);
        }
        report.readings(answer.list("readings"));
        report.faults(answer, together);
        return report.lines;
    }

    private void found(Json answer) {
        List<Json> found = answer.list("found");
        if (found.isEmpty()) {
            lines.add(screen.bad("Nothing known has this number."));
            return;
        }
        Table table = new Table("found by", "what", "name", "");
        for (Json one : found) {
            table.row(one.text("match", ""), what(one), one.text("name", ""), marks(one));
        }
        lines.addAll(table.lines(""));
        if (!answer.flag("complete")) {
            lines.add("There is more than is shown here.");
        }
    }

    private static String what(Json found) {
        for (String member : List.of("place", "partner", "document", "entry")) {
            String text = found.text(member);
            if (text != null) {
                return text;
            }
        }
        String unit = Names.unit(found);
        String lot = found.text("lot");
        return lot != null && found.text("serial") != null ? unit + ", lot " + lot : unit;
    }

    private static String marks(Json found) {
        List<String> marks = new ArrayList<>();
        if (found.flag("near")) {
            marks.add("uppercase and lowercase differ");
        }
        String contains = found.text("contains");
        if (contains != null) {
            marks.add("a package of " + contains);
        }
        return String.join(", ", marks);
    }

    private void together(Json together) {
        lines.add("");
        List<Json> conflicts = together.list("conflicts");
        lines.add(
                conflicts.isEmpty()
                        ? screen.strong("Together") + (together.flag("guessed") ? " (guessed)" : "")
                        : screen.bad("These are not of one item:"));
        for (Json conflict : conflicts) {
            lines.add(MARGIN + conflict.text("detail", "") + " (codes " + (conflict.number("first", 0) + 1) + " and "
                    + (conflict.number("second", 0) + 1) + ")");
        }
        values(together);
    }

    private void readings(List<Json> readings) {
        for (Json reading : readings) {
            lines.add("");
            List<String> words = new ArrayList<>();
            words.add("Read as " + screen.strong(reading.text("family", "")));
            if (reading.get("symbol") != null) {
                words.add("code " + (reading.number("symbol", 0) + 1));
            }
            if (reading.flag("known")) {
                words.add(screen.good("known"));
            }
            if (reading.flag("guessed")) {
                words.add(reading.flag("resolved") ? "guessed, and the only one that is known" : "guessed");
            }
            lines.add(String.join(", ", words));
            values(reading);
        }
    }

    /** The values under their short names; those with an identifier are told with their title. */
    private void values(Json reading) {
        Table table = new Table("", "", "");
        Set<String> told = new LinkedHashSet<>();
        for (Json said : reading.list("said")) {
            table.row(said.text("id", ""), said.text("title", ""), visible(said.text("value", "")));
            told.add("(" + said.text("id", "") + ")");
        }
        if (reading.get("values") instanceof Json.Fields values) {
            values.members().forEach((name, value) -> {
                if (!told.contains(name)) {
                    table.row("", name, visible(value.plain()));
                }
            });
        }
        lines.addAll(table.lines(MARGIN));
    }

    /** Each fault once, under the code with a mark where it is. */
    private void faults(Json answer, @Nullable Json together) {
        Set<String> seen = new LinkedHashSet<>();
        for (Json reading : answer.list("readings")) {
            for (Json fault : reading.list("faults")) {
                fault(fault, reading.number("symbol", 0), seen);
            }
        }
        if (together != null) {
            for (Json fault : together.list("faults")) {
                fault(fault, fault.number("symbol", 0), seen);
            }
        }
    }

    private void fault(Json fault, long symbol, Set<String> seen) {
        String detail = fault.text("detail", "");
        long position = fault.number("position", 0);
        if (!seen.add(symbol + " " + position + " " + detail) || symbol >= codes.size()) {
            return;
        }
        String code = codes.get((int) symbol);
        int at = (int) Math.min(Math.max(position, 0), code.length());
        lines.add("");
        lines.add(MARGIN + visible(code));
        String before = " ".repeat(code.codePointCount(0, at));
        lines.add(MARGIN + before + screen.bad("^") + " " + detail);
    }

    /** One column for each character: what has no glyph gets one. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < ' ') {
                visible.append((char) (0x2400 + c));
            } else {
                visible.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '.' : c);
            }
        });
        return visible.toString();
    }
}
