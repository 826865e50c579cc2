/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * The partition tables of tags (GS1 EPC Tag Data Standard §14.5): company prefix and reference share a fixed number of
 * bits, and a partition value of 0 to 6 says where one ends, for prefixes of 12 down to 6 digits.
 */
final class TagLayout {

    private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private TagLayout() {}

    static int prefixDigits(int partition) {
        return 12 - partition;
    }

    static int prefixBits(int partition) {
        return PREFIX_BITS[partition];
    }

    /** Bits of prefix and reference together. */
    private static int shared(EpcTag.Form form) {
        return switch (form) {
            case SGTIN_96, SGTIN_198, GRAI_96, GRAI_170 -> 44;
            case SSCC_96 -> 58;
            case SGLN_96, SGLN_195 -> 41;
            case GIAI_96 -> 82;
            case GIAI_202 -> 188;
        };
    }

    static int referenceBits(EpcTag.Form form, int partition) {
        return shared(form) - PREFIX_BITS[partition];
    }

    /** Digits of the reference; of an asset the most that fit. */
    static int referenceDigits(EpcTag.Form form, int partition) {
        return switch (form) {
            case SGTIN_96, SGTIN_198 -> 1 + partition;
            case SSCC_96 -> 5 + partition;
            case SGLN_96, SGLN_195, GRAI_96, GRAI_170 -> partition;
            case GIAI_96 -> 13 + partition;
            case GIAI_202 -> 18 + partition;
        };
    }

    /** Bits of a serial that is a number; 0 where there is none. */
    static int serialBits(EpcTag.Form form) {
        return switch (form) {
            case SGTIN_96, GRAI_96 -> 38;
            case SGLN_96 -> 41;
            default -> 0;
        };
    }

    /** Most characters of a serial of letters and digits, 7 bits each; 0 where there is none. */
    static int serialCharacters(EpcTag.Form form) {
        return switch (form) {
            case SGTIN_198, SGLN_195 -> 20;
            case GRAI_170 -> 16;
            default -> 0;
        };
    }

    static String padded(long number, int digits) {
        if (digits == 0) {
            return "";
        }
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    /** Ten to this power; at most 18. */
    static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
