/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of units is narrowed to beyond {@link Units.Filter}; null members narrow nothing.
 *
 * @param prefix how the number begins, uppercase and lowercase alike
 * @param days for {@link State#EXPIRING}: how far ahead
 * @param recall the number of a recall that stops it
 * @param places only what stands in one of these, or in a container there
 */
record Narrowing(
        Units.Filter filter,
        @Nullable String prefix,
        @Nullable State state,
        int days,
        @Nullable String recall,
        @Nullable Set<Long> places) {

    /** What a list can ask for; a unit of which some is here and some there is in both lists. */
    enum State {
        INSTOCK("inStock", Standing.Where.STOCK),
        EXPIRING("expiring", null),
        EXPIRED("expired", null),
        HELD("held", null),
        RECALLED("recalled", null),
        TWIN("twin", null),
        UNKNOWN("unknown", null),
        INSTALLED("installed", Standing.Where.INSTALLED),
        SHIPPED("shipped", Standing.Where.SHIPPED),
        CONSUMED("consumed", Standing.Where.CONSUMED),
        SCRAPPED("scrapped", Standing.Where.SCRAPPED);

        private final String word;
        private final Standing.@Nullable Where where;

        State(String word, Standing.@Nullable Where where) {
            this.word = word;
            this.where = where;
        }

        String word() {
            return word;
        }

        /** Where some of the unit must be; null when the state is none of a place. */
        Standing.@Nullable Where where() {
            return where;
        }

        /** The state of this word, or null. */
        static @Nullable State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            return null;
        }
    }

    /** Whether it matters where a unit is. */
    boolean isOfPlaces() {
        return state != null && state.where() != null || places != null || filter.placeId() != null;
    }

    /** Whether a unit's own fields fit. */
    boolean fits(Unit unit) {
        return (filter.itemId() == null || filter.itemId() == unit.itemId())
                && (filter.lotId() == null || filter.lotId() == unit.lotId())
                && (filter.number() == null || filter.number().equals(unit.number()))
                && (filter.kind() == null || filter.kind() == unit.kind())
                && (prefix == null || begins(unit.number(), prefix))
                && (state != State.TWIN || unit.twin() > 0);
    }

    private static boolean begins(String number, String prefix) {
        return number.length() >= prefix.length()
                && (number.regionMatches(true, 0, prefix, 0, prefix.length())
                        || number.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)));
    }
}
