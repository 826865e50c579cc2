/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one label.
 *
 * @param thing what it is put on
 * @param lot of a serial
 * @param values by the names of {@link Fields}; a field without a value is not there
 */
record Label(Thing thing, @Nullable String lot, Map<String, String> values) {

    Label {
        values = Map.copyOf(values);
    }

    /** What exists once, or is counted as one: by it copies are counted. */
    record Thing(Kind kind, String item, String number) {}

    /** The sorts of things; the constant's name in lower case is the word in the database. */
    enum Kind {
        SERIAL,
        LOT,
        ITEM,
        CONTAINER,
        PLACE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
