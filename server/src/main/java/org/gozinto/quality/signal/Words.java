/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.Locale;

/** Constants as words of the API. */
final class Words {

    private Words() {}

    /** {@code NEGATIVE_BINOMIAL} as {@code negativeBinomial}. */
    static String of(Enum<?> constant) {
        var word = new StringBuilder();
        for (String part : constant.name().split("_")) {
            String lower = part.toLowerCase(Locale.ROOT);
            word.append(word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return word.toString();
    }
}
