/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.label.Drawing.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Labels as pages of vectors, one to a page or laid out on sheets.
 *
 * <p>Pages are written as they come. What belongs to all of them, the font with the letters that were used and the list
 * of pages, comes at the end, where PDF looks for it; a library that builds a document in memory first would hold ten
 * thousand pages of it.
 */
final class PdfPress implements Press {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final int PAGES_A_NODE = 500;

    private final PdfObjects pdf;
    private final PdfFont font;
    private final @Nullable Sheet sheet;
    private final int catalog;
    private final int root;
    private final List<Node> nodes = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private int cell;
    private double pageWidth;
    private double pageHeight;

    /** A part of the list of pages. */
    private record Node(int number, List<Integer> pages) {}

    /** @param start the first free field of the first sheet, counted from 0 */
    PdfPress(OutputStream out, Typeface typeface, @Nullable Sheet sheet, int start) throws IOException {
        this.pdf = new PdfObjects(out);
        this.catalog = pdf.reserve();
        this.root = pdf.reserve();
        this.font = new PdfFont(typeface, pdf.reserve());
        this.sheet = sheet;
        this.cell = start;
    }

    @Override
    public void print(Drawing drawing, int copies) throws IOException {
        for (int i = 0; i < copies; i++) {
            print(drawing);
        }
    }

    private void print(Drawing drawing) throws IOException {
        double pointsPerDot = POINTS_PER_MM / drawing.dotsPerMm();
        double width = drawing.width() * pointsPerDot;
        double height = drawing.height() * pointsPerDot;
        if (sheet == null) {
            pageWidth = width;
            pageHeight = height;
            draw(drawing, 0, 0, pointsPerDot);
            endPage();
            return;
        }
        if (cell == sheet.labels()) {
            endPage();
        }
        pageWidth = sheet.pageWidthMm() * POINTS_PER_MM;
        pageHeight = sheet.pageHeightMm() * POINTS_PER_MM;
        double fieldX = (sheet.left() + cell % sheet.columns() * sheet.stepX()) * POINTS_PER_MM;
        double fieldY = (sheet.top() + cell / sheet.columns() * sheet.stepY()) * POINTS_PER_MM;
        double x = fieldX + (sheet.labelWidthMm() * POINTS_PER_MM - width) / 2;
        double y = fieldY + (sheet.labelHeightMm() * POINTS_PER_MM - height) / 2;
        draw(drawing, x, pageHeight - y - height, pointsPerDot);
        cell++;
    }

    /** Writes the marks in dots, y upwards from the lower edge of the label. */
    private void draw(Drawing drawing, double x, double y, double scale) {
        page.append("q ");
        number(scale, page).append(" 0 0 ");
        number(scale, page).append(' ');
        number(x, page).append(' ');
        number(y, page).append(" cm\n");
        int height = drawing.height();
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Bar bar -> bar(bar, height);
                case Mark.Sign sign -> sign.bars(bar -> bar(bar, height));
                case Mark.Words words -> {}
            }
        }
        page.append("f\nBT\n");
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Mark.Words words) {
                words(words, height);
            }
        }
        page.append("ET Q\n");
    }

    private void bar(Mark.Bar bar, int height) {
        page.append(bar.x())
                .append(' ')
                .append(height - bar.y() - bar.height())
                .append(' ')
                .append(bar.width())
                .append(' ')
                .append(bar.height())
                .append(" re\n");
    }

    private void words(Mark.Words words, int height) {
        number(words.size(), page.append("/F ")).append(" Tf ");
        if (words.bold()) {
            number(words.size() * Typeface.BOLD_STROKE, page).append(" w 2 Tr ");
        }
        number(words.x(), page.append("1 0 0 1 ")).append(' ');
        number(height - words.baseline(), page).append(" Tm ");
        font.write(words.text(), page);
        page.append(words.bold() ? " Tj 0 Tr\n" : " Tj\n");
    }

    static StringBuilder number(double value, StringBuilder out) {
        double rounded = Math.round(value * 10_000) / 10_000.0;
        if (rounded == Math.rint(rounded)) {
            return out.append((long) rounded);
        }
        // Not in the form 1.0E-4, which PDF does not know.
        return out.append(java.math.BigDecimal.valueOf(rounded).toPlainString());
    }

    private void endPage() throws IOException {
        if (nodes.isEmpty() || nodes.getLast().pages().size() == PAGES_A_NODE) {
            nodes.add(new Node(pdf.reserve(), new ArrayList<>()));
        }
        Node node = nodes.getLast();
        int content = pdf.reserve();
        pdf.stream(content, "", page.toString().getBytes(StandardCharsets.ISO_8859_1));
        page.setLength(0);
        cell = 0;
        int number = pdf.reserve();
        var box =
                new StringBuilder("<</Type/Page/Parent ").append(node.number()).append(" 0 R/MediaBox[0 0 ");
        number(pageWidth, box).append(' ');
        number(pageHeight, box).append("]/Contents ").append(content).append(" 0 R/Resources<</Font<</F ");
        box.append(font.number()).append(" 0 R>>>>>>");
        pdf.object(number, box.toString());
        node.pages().add(number);
    }

    @Override
    public void close() throws IOException {
        try (pdf) {
            end();
        }
    }

    private void end() throws IOException {
        if (!page.isEmpty()) {
            endPage();
        }
        font.end(pdf);
        var kids = new StringBuilder();
        int count = 0;
        for (Node node : nodes) {
            var pages = new StringBuilder();
            node.pages().forEach(p -> pages.append(p).append(" 0 R "));
            int size = node.pages().size();
            pdf.object(node.number(), "<</Type/Pages/Parent " + root + " 0 R/Count " + size + "/Kids[" + pages + "]>>");
            kids.append(node.number()).append(" 0 R ");
            count += size;
        }
        pdf.object(root, "<</Type/Pages/Count " + count + "/Kids[" + kids + "]>>");
        // Printed in its own size: a label that a viewer makes fit the paper has modules that are too small.
        pdf.object(catalog, "<</Type/Catalog/Pages " + root + " 0 R/ViewerPreferences<</PrintScaling/None>>>>");
        pdf.end(catalog);
    }
}
