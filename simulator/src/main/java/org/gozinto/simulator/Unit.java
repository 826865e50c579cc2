/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A lot or a serial of an item: whatever can be traced. Ordered by item, lot and serial. */
public record Unit(
        String item, @Nullable String lot, @Nullable String serial) implements Comparable<Unit> {

    private static final Comparator<Unit> ORDER = Comparator.comparing(Unit::item)
            .thenComparing(unit -> textOf(unit.lot()))
            .thenComparing(unit -> textOf(unit.serial()));

    public static Unit lot(String item, String lot) {
        return new Unit(item, lot, null);
    }

    public static Unit serial(String item, String serial) {
        return new Unit(item, null, serial);
    }

    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }

    void write(JsonText json) {
        json.open('{')
                .field("item", item)
                .field("lot", lot)
                .field("serial", serial)
                .close('}');
    }

    private static String textOf(@Nullable String part) {
        return part == null ? "" : part;
    }
}
