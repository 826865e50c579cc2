/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import picocli.CommandLine.Mixin;

/** A command that records one act. */
abstract class ActCommand extends ServerCommand {

    @Mixin
    private Heading heading = new Heading();

    private final String type;

    ActCommand(String type) {
        this.type = type;
    }

    /** Puts what this act is about into it. */
    abstract void fill(Json.Fields act);

    @Override
    final Exit run() {
        Json.Fields act = act();
        if (heading.isDryRun()) {
            screen().line(act.toString());
            return Exit.OK;
        }
        String id = act.text("id", "");
        Answer answer = send(act, id);
        if (isJson()) {
            raw(answer);
            return Exit.OK;
        }
        Json entry = answer.json();
        String verb = answer.status() == 200 ? "was recorded before" : "recorded";
        screen().line("Entry " + entry.text("seq", "?") + " " + verb + ": " + type + ", id " + entry.text("id", id));
        entry.list("alerts").forEach(alert -> screen().line("Alert: " + told(alert)));
        return Exit.OK;
    }

    private Answer send(Json.Fields act, String id) {
        try {
            return api().need(Request.postOnce("/api/v1/entries", Content.json(act)));
        } catch (Failure failure) {
            if (failure.exit() != Exit.UNREACHABLE) {
                throw failure;
            }
            throw failure.with(
                    "The id of this act is " + id + ".",
                    "The same command with --id " + id + " records it once, however often it is sent.");
        }
    }

    private Json.Fields act() {
        Json.Fields act = new Json.Fields().with("type", type);
        String file = heading.file();
        if (file != null) {
            begin(act, readJson(file), file);
        }
        heading.fill(act);
        fill(act);
        if (act.get("id") == null) {
            act.with("id", ids().next());
        }
        return act;
    }

    private void begin(Json.Fields act, Json read, String file) {
        switch (read) {
            case Json.Array lines -> act.with("lines", lines);
            case Json.Fields whole -> {
                if (!whole.text("type", type).equals(type)) {
                    throw misuse(file + " is of type " + whole.text("type") + ", not " + type + ".");
                }
                whole.members().forEach(act::with);
            }
            default -> throw misuse(file + " is neither an act nor a list of lines.");
        }
    }

    /** Puts lines behind those that are there. */
    static void append(Json.Fields act, String name, List<? extends Json> lines) {
        if (!lines.isEmpty()) {
            List<Json> all = new ArrayList<>(act.list(name));
            all.addAll(lines);
            act.with(name, new Json.Array(all));
        }
    }

    private static String told(Json alert) {
        String detail = alert.text("detail");
        return detail == null ? alert.plain() : alert.text("code", "alert") + ": " + detail;
    }
}
