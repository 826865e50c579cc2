/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The printers of the site. Safe for use by many threads. */
final class Printers {

    private final MasterStore store;
    private final JsonMapper json;

    Printers(MasterStore store, JsonMapper json) {
        this.store = store;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    List<Printer> all() {
        return store.all().stream().map(this::printer).toList();
    }

    private Printer printer(MasterStore.Row row) {
        return json.readValue(row.body(), Printer.class).checked(row.version());
    }

    /** The printer of this code, or a refusal with status 404. */
    Printer existing(String code) {
        MasterStore.Row row = store.find(code);
        if (row == null) {
            throw store.unknown(code).asException();
        }
        return printer(row);
    }

    Printer keep(String code, Printer printer, @Nullable Long version, String actor) {
        Printer named = printer.code() == null
                ? new Printer(code, printer.name(), printer.host(), printer.port(), printer.dpi(), printer.version())
                : printer;
        if (!code.equals(named.checked(0).code())) {
            throw Refusal.of("invalid", "Some fields are wrong", "The code in the body is another one.")
                    .at("/code", code, "Give the same code in both.")
                    .asException();
        }
        Long expected = version == null ? printer.version() : version;
        long kept = store.keep(code, expected, next -> json.writeValueAsString(named.checked(next)), actor);
        return named.checked(kept);
    }

    void remove(String code, @Nullable Long version, String actor) {
        store.remove(code, version, actor);
    }
}
