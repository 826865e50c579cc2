/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gozinto.label.Drawing.Mark;
import org.jspecify.annotations.Nullable;

/** Puts words into areas: breaks them into lines and makes them smaller until they fit. */
final class TextSetting {

    /** From one baseline to the next, in parts of the size. */
    static final double LINE = 1.15;

    /** Of Liberation Sans. */
    static final double ASCENT = 0.905;

    static final double DESCENT = 0.212;

    private static final String ELLIPSIS = "…";
    private static final double STEP = 0.95;

    private final Typeface typeface;
    private final double dotsPerPoint;

    TextSetting(Typeface typeface, double dotsPerPoint) {
        this.typeface = typeface;
        this.dotsPerPoint = dotsPerPoint;
    }

    /** An area in dots. */
    record Box(double x, double y, double width, double height) {}

    /** How letters look. */
    record Style(double points, double pointsMin, boolean bold, Element.Align align) {}

    /** Lines of a size in dots. */
    record Lines(double size, List<String> lines) {

        double height() {
            return ((lines.size() - 1) * LINE + ASCENT + DESCENT) * size;
        }
    }

    /** Lines that fit into the box; null when there are none at the smallest size. */
    @Nullable
    Lines fit(List<String> pieces, Box box, Style style, boolean splitWords) {
        double least = style.pointsMin() * dotsPerPoint;
        for (double size = style.points() * dotsPerPoint; ; size *= STEP) {
            double tried = Math.max(size, least);
            boolean last = tried == least;
            List<String> lines = new ArrayList<>();
            boolean fits = true;
            for (String piece : pieces) {
                fits &= wrap(piece, box.width() / tried, last && splitWords, lines);
            }
            var found = new Lines(tried, lines);
            if (fits && found.height() <= box.height() * 1.001) {
                return found;
            }
            if (last) {
                return null;
            }
        }
    }

    /** Adds the lines of a text; false when a word is wider than the box. */
    private boolean wrap(String text, double width, boolean splitWords, List<String> lines) {
        if (typeface.width(text) <= width) {
            lines.add(text);
            return true;
        }
        boolean fits = true;
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (typeface.width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (splitWords && typeface.width(line) > width && line.length() > 1) {
                int end = fitting(line, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
            fits &= typeface.width(line) <= width;
        }
        lines.add(line);
        return fits;
    }

    /** How many characters from the beginning fit, at least one. */
    private int fitting(String text, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && typeface.width(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** Lines of the smallest size, the last of them cut off with an ellipsis. */
    Lines cut(List<String> pieces, Box box, Style style) {
        double size = style.pointsMin() * dotsPerPoint;
        double width = box.width() / size;
        int most = Math.max(1, (int) ((box.height() / size - ASCENT - DESCENT) / LINE + 1.001));
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            wrap(piece, width, true, lines);
        }
        if (lines.size() > most) {
            String last = lines.get(most - 1).strip();
            while (!last.isEmpty() && typeface.width(last + ELLIPSIS) > width) {
                last = last.substring(0, last.offsetByCodePoints(last.length(), -1))
                        .strip();
            }
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(last + ELLIPSIS);
        }
        return new Lines(size, lines);
    }

    /** Gives the lines away as marks, the first at the top of the box. */
    void place(Lines lines, Box box, Style style, Consumer<Mark> marks) {
        double baseline = box.y() + ASCENT * lines.size();
        for (String line : lines.lines()) {
            if (!line.isEmpty()) {
                double rest = box.width() - typeface.width(line) * lines.size();
                double x = box.x()
                        + switch (style.align()) {
                            case LEFT -> 0;
                            case CENTER -> rest / 2;
                            case RIGHT -> rest;
                        };
                marks.accept(new Mark.Words(
                        line, x, baseline, lines.size(), style.bold(), style.align(), box.x(), box.width()));
            }
            baseline += LINE * lines.size();
        }
    }
}
