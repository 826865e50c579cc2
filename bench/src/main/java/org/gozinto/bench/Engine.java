/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

/** The two databases. */
public enum Engine {
    SQLITE("SQLite"),
    POSTGRESQL("PostgreSQL");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The folder of its migrations. */
    String folder() {
        return this == SQLITE ? "sqlite" : "postgresql";
    }
}
