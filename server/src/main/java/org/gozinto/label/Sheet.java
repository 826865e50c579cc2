/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of labels to be peeled off.
 *
 * @param left from the edge of the page to the first label, in millimetres
 * @param stepX from one label to the next
 */
record Sheet(
        String code,
        String name,
        String page,
        double pageWidthMm,
        double pageHeightMm,
        int columns,
        int rows,
        double labelWidthMm,
        double labelHeightMm,
        double left,
        double top,
        double stepX,
        double stepY) {

    /** The usual ones, by what they measure. */
    static final List<Sheet> ALL = List.of(
            a4("A4-3x8", 3, 8, 70, 36, 0, 4.5, 70, 36),
            a4("A4-3x7", 3, 7, 63.5, 38.1, 7.25, 15.15, 66, 38.1),
            a4("A4-4x10", 4, 10, 48.5, 25.4, 8, 21.5, 48.5, 25.4),
            a4("A4-2x7", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
            a4("A4-2x4", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
            a4("A4-2x2", 2, 2, 105, 148.5, 0, 0, 105, 148.5),
            letter("Letter-3x10", 3, 10, 66.675, 25.4, 4.7625, 12.7, 69.85, 25.4),
            letter("Letter-2x5", 2, 5, 101.6, 50.8, 3.96875, 12.7, 106.3625, 50.8),
            letter("Letter-2x3", 2, 3, 101.6, 84.667, 3.96875, 12.7, 106.3625, 84.667));

    private static Sheet a4(String code, int columns, int rows, double... mm) {
        return of(code, "A4", 210, 297, columns, rows, mm);
    }

    private static Sheet letter(String code, int columns, int rows, double... mm) {
        return of(code, "Letter", 215.9, 279.4, columns, rows, mm);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static Sheet of(String code, String page, double width, double height, int columns, int rows, double[] mm) {
        String name = "%s, %d × %d labels of %s × %s mm".formatted(page, columns, rows, trim(mm[0]), trim(mm[1]));
        return new Sheet(code, name, page, width, height, columns, rows, mm[0], mm[1], mm[2], mm[3], mm[4], mm[5]);
    }

    private static String trim(double mm) {
        double tenths = Math.round(mm * 10) / 10.0;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.valueOf(tenths);
    }

    static @Nullable Sheet find(String code) {
        return ALL.stream().filter(s -> s.code().equals(code)).findFirst().orElse(null);
    }

    int labels() {
        return columns * rows;
    }

    /** Whether a label lies within one of its fields; half a millimetre of cutting is allowed for. */
    boolean holds(Template template) {
        return template.widthMm() <= labelWidthMm + 0.5 && template.heightMm() <= labelHeightMm + 0.5;
    }
}
