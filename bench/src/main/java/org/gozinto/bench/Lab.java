/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** What every suite needs. */
record Lab(Settings settings, Databases databases) {

    /** Something to do with a running server over an empty book that has the masters. */
    @FunctionalInterface
    interface Work<T> {
        T with(Server server) throws IOException, SQLException, InterruptedException;
    }

    Scale scale() {
        return settings.scale();
    }

    <T> T serving(Engine engine, String label, Work<T> work) throws IOException, SQLException, InterruptedException {
        Databases.Place place = databases.create(engine);
        try (var server = Server.start(settings, place, label + "-" + engine.folder())) {
            Acts.masters(server);
            return work.with(server);
        } finally {
            databases.drop(place);
        }
    }

    /** Tells on the terminal what is done; results stand in the tables. */
    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, "  " + format + "%n", values);
    }
}
