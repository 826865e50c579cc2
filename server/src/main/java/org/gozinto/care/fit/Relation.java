/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.Arrays;
import java.util.List;

/** What a rule says of its subject and its object. */
enum Relation {
    FITS("fits"),
    NEEDS("needs"),
    EXCLUDES("excludes"),
    REPLACED_BY("replacedBy");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Relation of(String word) {
        return Arrays.stream(values())
                .filter(r -> r.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no relation " + word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Relation::word).toList();
    }
}
