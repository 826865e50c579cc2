/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Names;
import org.gozinto.cli.text.Table;

/**
 * The whole way of the bad cells into one scooter: from the supplier, along the path that the trace explains, and with
 * the scooter to where it is now.
 */
final class Journey {

    private final Answers answers;
    private final Table table = new Table("entry", "when", "act", "what", "where", "how sure");
    private long last;

    Journey(Answers answers) {
        this.answers = answers;
    }

    /** The way as rows. */
    Table of(List<Json> steps, Json scooter) {
        if (!steps.isEmpty()) {
            arrival(steps.getFirst());
        }
        steps.forEach(this::step);
        onward(scooter);
        return table;
    }

    /** How the seed came here, which is before the first step of a path. */
    private void arrival(Json step) {
        Json unit = step.get("unit");
        List<Json> history = unit == null ? List.of() : answers.history(unit.text("unit", ""));
        if (!history.isEmpty() && history.getFirst().number("seq", 0) < step.number("seq", 0) && unit != null) {
            Json entry = history.getFirst();
            List<Json> movements = movements(entry, unit.text("unit", ""));
            String where = movements.isEmpty()
                    ? ""
                    : movements.getFirst().text("from", "") + " to "
                            + movements.getFirst().text("to", "");
            row(entry, Names.unit(unit), where, "");
        }
    }

    private void step(Json step) {
        Json unit = step.get("unit");
        String place = step.text("place", "");
        last = Math.max(last, step.number("seq", 0));
        if (unit != null && place.endsWith(" " + unit.text("serial", "-"))) {
            // The host that now contains it: the step before has said so.
            return;
        }
        table.row(
                step.text("seq", ""),
                Names.day(step.text("at", "")),
                step.text("act", ""),
                unit == null ? "" : Names.unit(unit),
                place,
                step.text("precision", ""));
    }

    /** What happened to the scooter since, and to the containers that it travelled in. */
    private void onward(Json scooter) {
        follow(scooter.text("unit", ""), Names.unit(scooter));
        for (Json holding : scooter.list("holdings")) {
            List<Json> around = new ArrayList<>(holding.list("within"));
            String place = holding.text("place", "");
            for (Json outer : around) {
                String container = answers.container(place);
                if (!container.isEmpty()) {
                    follow(container, "container " + place);
                }
                place = outer.plain();
            }
        }
    }

    private void follow(String unit, String name) {
        for (Json entry : answers.history(unit)) {
            List<Json> movements = movements(entry, unit);
            if (entry.number("seq", 0) > last && !movements.isEmpty()) {
                Json movement = movements.getLast();
                row(entry, name, movement.text("from", "") + " to " + movement.text("to", ""), "");
                last = entry.number("seq", 0);
            }
        }
    }

    private static List<Json> movements(Json entry, String unit) {
        return entry.list("movements").stream()
                .filter(movement -> movement.text("unit", "").equals(unit))
                .toList();
    }

    private void row(Json entry, String what, String where, String precision) {
        table.row(
                entry.text("seq", ""),
                Names.day(entry.text("occurredAt", "")),
                entry.text("type", ""),
                what,
                where,
                precision);
    }
}
