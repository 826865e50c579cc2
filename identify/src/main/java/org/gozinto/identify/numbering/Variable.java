/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is said when numbers are taken. */
public enum Variable {
    LINE("line"),
    SHIFT("shift"),
    SITE("site"),
    ITEM("item");

    private final String word;

    Variable(String word) {
        this.word = word;
    }

    /** How templates and the API name it. */
    public String word() {
        return word;
    }

    /** The variable of this word, or null. */
    public static @Nullable Variable of(String word) {
        return Arrays.stream(values())
                .filter(v -> v.word.equals(word))
                .findFirst()
                .orElse(null);
    }
}
