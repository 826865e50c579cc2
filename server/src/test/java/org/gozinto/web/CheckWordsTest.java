/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gozinto.paper.Languages;
import org.gozinto.paper.WordBook;
import org.gozinto.web.CheckAnswer.Hint;
import org.gozinto.web.CheckAnswer.Reason;
import org.junit.jupiter.api.Test;

/** All languages say the same things. */
class CheckWordsTest {

    private static final Pattern BLANK = Pattern.compile("\\{[a-z]+}");

    @Test
    void everyLanguageHasTheSameWordsAndBlanks() {
        var book = WordBook.load(CheckWords.class, "check", Languages.ALL);
        var english = CheckWords.in("en").all();
        for (String language : Languages.ALL) {
            var words = CheckWords.in(language).all();
            assertThat(book.in(language).lacking()).as(language).isEmpty();
            assertThat(words.keySet()).as(language).isEqualTo(english.keySet());
            words.forEach((key, text) -> {
                assertThat(text).as("%s in %s", key, language).isNotBlank();
                assertThat(blanks(text)).as("%s in %s", key, language).isEqualTo(blanks(english.get(key)));
            });
        }
    }

    private static TreeSet<String> blanks(String text) {
        return BLANK.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyReasonHasASentence() {
        for (Reason reason : Reason.values()) {
            assertThat(CheckPaper.hint(CheckWords.in("en"), new Hint(reason, "ABC", 3)))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }
}
