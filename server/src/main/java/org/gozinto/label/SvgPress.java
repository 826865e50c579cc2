/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gozinto.label.Drawing.Mark;

/** One SVG in millimetres. Letters are outlines, so that it looks the same wherever it is shown. */
final class SvgPress implements Press {

    private final OutputStream out;
    private final Typeface typeface;

    SvgPress(OutputStream out, Typeface typeface) {
        this.out = out;
        this.typeface = typeface;
    }

    @Override
    public void print(Drawing drawing, int copies) throws IOException {
        var bars = new StringBuilder();
        var words = new StringBuilder();
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Bar bar -> bar(bar, bars);
                case Mark.Sign sign -> sign.bars(bar -> bar(bar, bars));
                case Mark.Words line -> words(line, words);
            }
        }
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + mm(drawing.width() / drawing.dotsPerMm())
                + "mm\" height=\"" + mm(drawing.height() / drawing.dotsPerMm()) + "mm\" viewBox=\"0 0 "
                + drawing.width() + " " + drawing.height()
                + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<path shape-rendering=\"crispEdges\" d=\"" + bars + "\"/>\n" + words + "</svg>\n";
        out.write(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String mm(double value) {
        return String.valueOf(Math.round(value * 1000) / 1000.0);
    }

    private static void bar(Mark.Bar bar, StringBuilder path) {
        path.append('M')
                .append(bar.x())
                .append(' ')
                .append(bar.y())
                .append('h')
                .append(bar.width())
                .append('v')
                .append(bar.height())
                .append('h')
                .append(-bar.width())
                .append('z');
    }

    private void words(Mark.Words words, StringBuilder svg) {
        GeneralPath outline = typeface.outline(words);
        svg.append("<path");
        if (words.bold()) {
            svg.append(" stroke=\"#000\" stroke-width=\"")
                    .append(number(words.size() * Typeface.BOLD_STROKE))
                    .append('"');
        }
        svg.append(" d=\"");
        double[] at = new double[6];
        for (PathIterator it = outline.getPathIterator(null); !it.isDone(); it.next()) {
            int points = switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> points('M', svg, 1);
                case PathIterator.SEG_LINETO -> points('L', svg, 1);
                case PathIterator.SEG_QUADTO -> points('Q', svg, 2);
                case PathIterator.SEG_CUBICTO -> points('C', svg, 3);
                default -> points('Z', svg, 0);
            };
            for (int i = 0; i < 2 * points; i++) {
                svg.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        svg.append("\"/>\n");
    }

    private static int points(char command, StringBuilder svg, int points) {
        svg.append(command);
        return points;
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    @Override
    public void close() {}
}
