/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A label in dots of a resolution, y downwards; bars stand on whole dots, so that every format draws them sharp.
 *
 * @param dotsPerMm of the resolution
 */
record Drawing(int width, int height, double dotsPerMm, List<Mark> marks) {

    Drawing {
        marks = List.copyOf(marks);
    }

    /** Something black. */
    sealed interface Mark {

        /** A filled rectangle. */
        record Bar(int x, int y, int width, int height) implements Mark {}

        /**
         * A line of words.
         *
         * @param x where they begin
         * @param size of the letters, in dots
         * @param boxX where the area begins that they are aligned in
         */
        record Words(
                String text,
                double x,
                double baseline,
                double size,
                boolean bold,
                Element.Align align,
                double boxX,
                double boxWidth)
                implements Mark {}

        /**
         * A symbol.
         *
         * @param data what is encoded, for printers that draw it themselves
         * @param module dots of its narrowest line
         * @param height of the bars of a linear symbol; 0 of others
         * @param guard by how much guard bars are longer
         */
        record Sign(Encoded encoded, int x, int y, int module, int height, int guard) implements Mark {

            int width() {
                return encoded.columns() * module;
            }

            /** Its dark rectangles. */
            void bars(Consumer<Bar> bars) {
                for (Encoded.Dark dark : encoded.dark()) {
                    int left = x + dark.x() * module;
                    int wide = dark.width() * module;
                    bars.accept(
                            height > 0
                                    ? new Bar(left, y, wide, dark.guard() ? height + guard : height)
                                    : new Bar(left, y + dark.y() * module, wide, dark.height() * module));
                }
            }
        }
    }

    /**
     * A symbol in modules.
     *
     * @param rows 0 of a linear symbol
     * @param zplData the field data of a printer's own command, or null where there is none that gives the same symbol
     */
    record Encoded(
            Symbology symbology,
            int columns,
            int rows,
            List<Dark> dark,
            @Nullable String zplData) {

        Encoded {
            dark = Packed.of(dark);
        }

        /** A dark rectangle. */
        record Dark(int x, int y, int width, int height, boolean guard) {}

        /** Rectangles in eight bytes each, since the symbols of ten thousand labels wait for the last to be judged. */
        private static final class Packed extends AbstractList<Dark> implements RandomAccess {
            private static final int BITS = 15;
            private static final int MASK = (1 << BITS) - 1;

            private final long[] packed;

            private Packed(long[] packed) {
                this.packed = packed;
            }

            static List<Dark> of(List<Dark> dark) {
                return dark instanceof Packed
                        ? dark
                        : new Packed(dark.stream().mapToLong(Packed::pack).toArray());
            }

            private static long pack(Dark dark) {
                long all = dark.guard() ? 1 : 0;
                for (int measure : new int[] {dark.x(), dark.y(), dark.width(), dark.height()}) {
                    if (measure < 0 || measure > MASK) {
                        throw new IllegalArgumentException("no measure of a symbol: " + measure);
                    }
                    all = all << BITS | measure;
                }
                return all;
            }

            @Override
            public Dark get(int index) {
                long all = packed[index];
                return new Dark(
                        (int) (all >> 3 * BITS) & MASK,
                        (int) (all >> 2 * BITS) & MASK,
                        (int) (all >> BITS) & MASK,
                        (int) all & MASK,
                        all >> 4 * BITS != 0);
            }

            @Override
            public int size() {
                return packed.length;
            }
        }
    }
}
