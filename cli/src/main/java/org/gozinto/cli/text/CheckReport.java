/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/** What a check of a trace found, for people. */
public final class CheckReport {

    private static final String MARGIN = "  ";

    private CheckReport() {}

    /** The report as lines. */
    public static List<String> lines(Json checked, Screen screen) {
        List<String> lines = new ArrayList<>();
        Json proof = checked.get("proof");
        String seq = proof == null ? "?" : proof.text("seq", "?");
        String hash = proof == null ? "" : proof.text("answerHash", "");
        String reference = checked.text("referenceHash", "");
        String given = checked.text("givenHash");
        if (checked.flag("same")) {
            lines.add(screen.good("The same") + ": the reference read all entries up to " + seq + " and names "
                    + checked.text("units", "?") + " units, as the server does"
                    + (given == null ? "." : ", and the hash that you hold is the hash of this answer."));
        } else {
            lines.add(screen.bad("Not the same") + ": " + checked.text("detail", "no reason was told."));
        }
        lines.add("Answer:    " + hash);
        if (!reference.equals(hash)) {
            lines.add("Reference: " + reference);
        }
        if (given != null && !given.equals(hash)) {
            lines.add("Given:     " + given);
        }
        if (proof != null) {
            lines.add("Entry " + seq + ":  " + proof.text("headHash", ""));
            lines.add("Question:  " + proof.text("policy", ""));
        }
        Table table = new Table("unit", "answered", "reference");
        for (Json difference : checked.list("differences")) {
            Json unit = difference.get("unit");
            table.row(
                    unit == null ? "" : Names.unit(unit),
                    said(difference.get("answered")),
                    said(difference.get("reference")));
        }
        if (!table.isEmpty()) {
            lines.add("");
            lines.add(screen.strong("The first units that differ"));
            lines.addAll(table.lines(MARGIN));
        }
        return lines;
    }

    private static String said(@Nullable Json unit) {
        return unit == null
                ? "not named"
                : unit.text("precision", "") + ", " + Names.quantity(unit) + " at " + Names.where(unit);
    }
}
