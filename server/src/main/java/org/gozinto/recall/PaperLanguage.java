/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.Arrays;
import org.gozinto.ledger.Paging;
import org.gozinto.paper.WordBook;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** The languages that papers are written in. */
enum PaperLanguage {
    EN("en"),
    DE("de");

    private static final WordBook BOOK = WordBook.load(
            PaperLanguage.class,
            "papers",
            Arrays.stream(values()).map(l -> l.code).toList());

    final String code;

    PaperLanguage(String code) {
        this.code = code;
    }

    /** The language of this code, English when none is named, or a refusal. */
    static PaperLanguage of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(l -> l.code.equals(code == null ? EN.code : code))
                .findFirst()
                .orElseThrow(() -> Paging.badParameter("lang", "is " + code, "en or de"));
    }

    /** The words of papers: those of states and steps, and headings. */
    Words words() {
        return BOOK.in(code);
    }
}
