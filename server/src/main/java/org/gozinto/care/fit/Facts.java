/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing, or of an item as such. A member that is null, or a version that is not there, is not
 * known: that it has no lot, say, is nothing that anybody states.
 *
 * @param item its code
 * @param made when it was made
 * @param versions by their names
 */
record Facts(
        String item,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable String revision,
        @Nullable Days made,
        Map<String, String> versions,
        @Nullable Inside inside) {

    /**
     * What is installed in a thing.
     *
     * @param complete false when there is more than is listed
     */
    record Inside(List<Part> parts, boolean complete) {}

    /** Something that is installed in a thing, at any depth. */
    record Part(
            String item,
            @Nullable String revision,
            @Nullable String position) {}

    static Facts ofItem(String item) {
        return ofNumber(item, null, null);
    }

    /** What a number alone says. */
    static Facts ofNumber(String item, @Nullable String serial, @Nullable String lot) {
        return new Facts(item, serial, lot, null, null, Map.of(), null);
    }

    /** What is the same of this and of another piece that carries the same number; what differs is not known. */
    Facts common(Facts other) {
        Map<String, String> both = new HashMap<>(versions);
        both.entrySet().removeIf(v -> !v.getValue().equals(other.versions.get(v.getKey())));
        return new Facts(
                item,
                same(serial, other.serial),
                same(lot, other.lot),
                same(revision, other.revision),
                same(made, other.made),
                both,
                same(inside, other.inside));
    }

    private static <T> @Nullable T same(@Nullable T a, @Nullable T b) {
        return Objects.equals(a, b) ? a : null;
    }

    /** For messages. */
    String name() {
        return serial != null ? item + " serial " + serial : lot != null ? item + " lot " + lot : item;
    }
}
