/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import org.jspecify.annotations.Nullable;

/**
 * The symbology identifier that a scanner puts in front: {@code ]} and two characters (ISO/IEC 15424).
 *
 * @param identifier the three characters, or null when there are none
 * @param kind what it says of the data
 * @param from where the data begins
 * @param to where the data ends: white space around it is not data
 */
record Aim(@Nullable String identifier, Kind kind, int from, int to) {

    enum Kind {
        /** No identifier. */
        NONE,
        /** FNC1 in first position: GS1 element strings. */
        GS1,
        /** EAN or UPC. */
        EAN,
        /** Interleaved and other 2 of 5: digits only and never FNC1. */
        DIGITS,
        /** Any other symbol. */
        OTHER
    }

    static Aim of(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isBlank(raw.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(raw.charAt(to - 1))) {
            to--;
        }
        if (to - from < 3 || raw.charAt(from) != ']' || !Character.isLetterOrDigit(raw.charAt(from + 2))) {
            return new Aim(null, Kind.NONE, from, to);
        }
        String identifier = raw.substring(from, from + 3);
        return new Aim(identifier, kind(identifier), from + 3, to);
    }

    /** ]L3 is a PDF417 symbol that stands for a Code 128 with FNC1; ]d8 and ]z1 are what decoders give for GS1 DMRE and GS1 Aztec symbols. */
    private static Kind kind(String identifier) {
        return switch (identifier) {
            case "]C1", "]L3", "]d2", "]Q3", "]e0", "]J1", "]d8", "]z1" -> Kind.GS1;
            case "]E0", "]E1", "]E2", "]E3", "]E4" -> Kind.EAN;
            case "]I0", "]I1", "]I3", "]S0", "]S1" -> Kind.DIGITS;
            default -> Kind.OTHER;
        };
    }

    /** GS and its neighbours are data and not white space here. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
