/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something that anybody may read about an item, its lots or its serials. The owner publishes it with the item.
 *
 * @param type what it is: {@code gs1:pip} or another type of the GS1 Web Vocabulary, or the address of a type
 * @param href http or https; {@code {gtin}}, {@code {lot}} and {@code {serial}} stand for what the code says
 * @param language such as {@code de} or {@code pt-BR}; null when it has none
 * @param level what a code must name for the link to be about it
 */
public record ItemLink(
        String type,
        String href,
        @Nullable String title,
        @Nullable String language,
        Level level) {

    /** What a link is about. */
    public enum Level {
        ITEM("item"),
        LOT("lot"),
        SERIAL("serial");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }

        static @Nullable Level of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(level -> level.word.equals(word))
                    .findFirst()
                    .orElse(null);
        }
    }
}
