/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing on a label, with its place in millimetres from the upper left corner. */
sealed interface Element {

    /** A rectangle in millimetres. */
    record Area(double x, double y, double width, double height) {}

    Area area();

    /**
     * A symbol with its readable text. It is drawn as large as the area and its largest module allow.
     *
     * @param otherwise what is drawn instead where the key of the symbol has no value, an item without a GTIN say
     * @param optional whether it is left out where its key has no value
     * @param hri where the text that repeats the symbol stands
     * @param hriSize its size in points; it is drawn smaller where it does not fit
     */
    record Symbol(
            Area area,
            Filling filling,
            @Nullable Filling otherwise,
            boolean optional,
            Hri hri,
            double hriSize,
            double moduleMinMm,
            double moduleMaxMm)
            implements Element {}

    /**
     * What a symbol is filled with.
     *
     * @param elements of a symbol with application identifiers; empty for the others
     * @param content of a symbol without
     * @param readable lines that people read instead of the content; empty for the content itself
     */
    record Filling(
            Symbology symbology,
            String text,
            List<Ai> elements,
            @Nullable Wording content,
            List<Wording> readable) {
        public Filling {
            elements = List.copyOf(elements);
            readable = List.copyOf(readable);
        }
    }

    /** An application identifier and what follows it. */
    record Ai(String ai, Wording content) {}

    /** Where the text stands that repeats a symbol for people. */
    enum Hri {
        NONE,
        BELOW,
        RIGHT
    }

    /**
     * Words.
     *
     * @param size in points; they are drawn smaller where they do not fit, down to half
     * @param cut whether what does not fit even so may be cut off with an ellipsis; else it is a fault
     */
    record Text(Area area, Wording content, double size, boolean bold, Align align, boolean cut) implements Element {}

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A line: an area that is flat in one direction. */
    record Line(Area area, double thicknessMm) implements Element {}

    /** A frame. */
    record Box(Area area, double thicknessMm) implements Element {}
}
