/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every act may say: when, who, why, for which document. */
final class Heading {

    @Option(names = "--id", paramLabel = "UUID", description = "The id of the act, to send the same one again")
    private @Nullable String id;

    @Option(
            names = "--occurred-at",
            paramLabel = "TIME",
            description = "When it happened: 2026-03-01T10:15:00+01:00, 2026-03-01, 2026-03 or unknown. Default: now")
    private @Nullable String occurredAt;

    @Option(names = "--reference", paramLabel = "TYPE:NUMBER", description = "The document behind it: order:SO-17")
    private @Nullable String reference;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why")
    private @Nullable String reason;

    @Option(names = "--operator", paramLabel = "NAME", description = "Who did it")
    private @Nullable String operator;

    @Option(names = "--equipment", paramLabel = "NAME", description = "With what")
    private @Nullable String equipment;

    @Option(names = "--step", paramLabel = "NAME", description = "Which process step: pasteurised")
    private @Nullable String step;

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "Anything else; more are allowed")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(
            names = "--shortfall",
            paramLabel = "refuse|unknown",
            description = "What is not there: refuse (default), or let it come from the place unknown")
    private @Nullable String shortfall;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The act as JSON (- for stdin): all of it, or a list of its lines; options come on top")
    private @Nullable String file;

    @Option(names = "--dry-run", description = "Print the act instead of sending it")
    private boolean dryRun;

    boolean isDryRun() {
        return dryRun;
    }

    /** Where the act begins: a JSON file, when one was named. */
    @Nullable
    String file() {
        return file;
    }

    /** Adds what the options say. */
    void fill(Json.Fields act) {
        act.with("id", id).with("occurredAt", occurredAt);
        if (reference != null) {
            act.with("reference", document(reference));
        }
        act.with("reason", reason)
                .with("operator", operator)
                .with("equipment", equipment)
                .with("step", step)
                .with("shortfall", shortfall);
        if (!attributes.isEmpty()) {
            Json.Fields object = new Json.Fields();
            attributes.forEach(object::with);
            act.with("attributes", object);
        }
    }

    private static Json document(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new Failure(
                    Exit.USAGE, "\"" + text + "\" is no reference.", "expected: TYPE:NUMBER, such as order:SO-17");
        }
        return new Json.Fields().with("type", text.substring(0, colon)).with("number", text.substring(colon + 1));
    }
}
