/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingsTest {

    @Test
    void spellingsComeInTheOrderOfTheDatabase() {
        var spellings = new Spellings("a1b");
        List<String> all = new ArrayList<>();
        for (String at = spellings.from(""); at != null; at = spellings.from(Spellings.end(at))) {
            all.add(at);
        }
        assertThat(all).containsExactly("A1B", "A1b", "a1B", "a1b");
    }

    @Test
    void nextSpellingIsTheFirstThatANumberFromHereOnCanBeginWith() {
        var spellings = new Spellings("ab");
        assertThat(spellings.from("A")).isEqualTo("AB");
        assertThat(spellings.from("ABCD")).isEqualTo("AB");
        assertThat(spellings.from("AC")).isEqualTo("Ab");
        assertThat(spellings.from("Z")).isEqualTo("aB");
        assertThat(spellings.from("aC")).isEqualTo("ab");
        assertThat(spellings.from("ab9")).isEqualTo("ab");
        assertThat(spellings.from("ac")).isNull();
        assertThat(spellings.from("b")).isNull();
    }
}
