/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;

/**
 * How a kind of label looks.
 *
 * @param builtIn whether it comes with the program, so that nobody changes it
 * @param version 0 of one that is built in; else it grows with each change
 */
record Template(
        String code,
        String name,
        About about,
        double widthMm,
        double heightMm,
        List<Element> elements,
        boolean builtIn,
        long version) {

    Template {
        elements = List.copyOf(elements);
    }

    /** What a label is put on. */
    enum About {
        UNIT("unit"),
        CASE("case"),
        PALLET("pallet"),
        PLACE("place"),
        SHELF("shelf");

        final String word;

        About(String word) {
            this.word = word;
        }
    }

    /** The symbologies on it. */
    List<String> symbols() {
        return elements.stream()
                .filter(Element.Symbol.class::isInstance)
                .map(e -> ((Element.Symbol) e).filling().symbology().word)
                .distinct()
                .toList();
    }
}
