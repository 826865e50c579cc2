/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Map;

/** One master record: the body of {@code POST /api/v1/<kind>}. */
public record Master(Kind kind, Map<String, Object> body) {

    /** The three kinds of master, in the order in which they have to be made. */
    public enum Kind {
        PARTNERS,
        PLACES,
        ITEMS;

        /** The last part of the address, such as {@code items}. */
        public String path() {
            return switch (this) {
                case PARTNERS -> "partners";
                case PLACES -> "places";
                case ITEMS -> "items";
            };
        }
    }

    /** The body as one JSON object. */
    public String json() {
        StringBuilder out = new StringBuilder(160);
        new JsonText(out).value(body);
        return out.toString();
    }
}
