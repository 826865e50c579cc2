/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule does at the scan. */
enum Enforcement {
    NONE,
    WARN,
    REFUSE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Enforcement of(@Nullable String word) {
        return word == null ? NONE : valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Enforcement::word).toList();
    }
}
