/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The acts that end a history or take one back. */
final class Corrections {

    private Corrections() {}

    @Command(name = "clean", description = "A vessel is cleaned: what was in it before is not in what comes after.")
    static final class Clean extends ActCommand {
        @Parameters(arity = "0..1", paramLabel = "VESSEL", description = "The vessel")
        private @Nullable String vessel;

        Clean() {
            super("clean");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("vessel", vessel);
        }
    }

    @Command(name = "void", description = "Take an entry back: the same lines backwards.")
    static final class VoidEntry extends ActCommand {
        @Parameters(arity = "0..1", paramLabel = "ENTRY", description = "The id of the entry, or its number")
        private @Nullable String corrects;

        VoidEntry() {
            super("void");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("corrects", corrects != null && corrects.matches("[0-9]{1,18}") ? idOf(corrects) : corrects);
        }

        private @Nullable String idOf(String seq) {
            return api().need(Request.get("/api/v1/entries/" + seq)).json().text("id");
        }
    }
}
