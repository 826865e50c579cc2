/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import org.gozinto.access.Actor;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Movements.Prepared;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a batch and what was read from it.
 *
 * @param line from 1
 */
record BatchLine(long line, @Nullable String id, Prepared act) {

    /** Bytes of one line at the most. */
    static final int BYTES_MAX = 8 << 20;

    static BatchLine read(NdjsonLines.Line line, Movements movements, JsonMapper json, Actor actor) {
        if (line.tooLong()) {
            return bad(
                    line,
                    Refusal.of(
                                    "line-too-long",
                                    "The line is too long",
                                    "Line " + line.number() + " is longer than " + BYTES_MAX + " bytes.")
                            .status(413)
                            .at(
                                    "",
                                    "at most " + BYTES_MAX + " bytes",
                                    "Spread the act over several, or use serial ranges."));
        }
        try {
            var node = json.readTree(line.bytes());
            var id = node.get("id");
            return new BatchLine(
                    line.number(),
                    id != null && id.isString() ? id.stringValue() : null,
                    movements.prepare(node, actor));
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at column " + at.getColumnNr();
            return bad(
                    line,
                    Refusal.of(
                                    "unreadable",
                                    "It is not JSON",
                                    "Line " + line.number() + where + ": " + e.getOriginalMessage())
                            .status(400)
                            .at("", "one JSON object a line", "Mend the line."));
        }
    }

    private static BatchLine bad(NdjsonLines.Line line, Refusal refusal) {
        return new BatchLine(line.number(), null, new Prepared.Refused(refusal));
    }

    int weight() {
        return act instanceof Prepared.Ready ready ? ready.command().weight() : 1;
    }

    /** The verdict of a line that is refused. */
    String refused(Refusal refusal) {
        var text = new JsonText()
                .object()
                .member("line", line)
                .member("status", refusal.status())
                .member("id", id)
                .member("type", "https://gozinto.org/problems/" + refusal.code())
                .member("code", refusal.code())
                .member("title", refusal.title())
                .member("detail", refusal.detail())
                .array("errors");
        for (Refusal.Fault fault : refusal.faults()) {
            text.object()
                    .member("pointer", fault.pointer())
                    .member("detail", fault.detail())
                    .member("expected", fault.expected())
                    .member("action", fault.action())
                    .endObject();
        }
        return text.endArray().endObject().toString();
    }
}
