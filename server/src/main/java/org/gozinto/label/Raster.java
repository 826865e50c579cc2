/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import org.gozinto.label.Drawing.Mark;

/** Draws labels as dots. */
final class Raster {

    private final Typeface typeface;

    Raster(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Black on white; letters have grey edges, bars have none. */
    BufferedImage grey(Drawing drawing) {
        var image = new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = pen(image, true);
        try {
            for (Mark mark : drawing.marks()) {
                switch (mark) {
                    case Mark.Bar bar -> fill(pen, bar);
                    case Mark.Sign sign -> sign.bars(bar -> fill(pen, bar));
                    case Mark.Words words -> draw(pen, words, words.x(), words.baseline());
                }
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static Graphics2D pen(BufferedImage image, boolean smooth) {
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    private static void fill(Graphics2D pen, Mark.Bar bar) {
        pen.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
    }

    private void draw(Graphics2D pen, Mark.Words words, double x, double baseline) {
        var moved = new Mark.Words(
                words.text(), x, baseline, words.size(), words.bold(), words.align(), words.boxX(), words.boxWidth());
        GeneralPath outline = typeface.outline(moved);
        pen.fill(outline);
        if (words.bold()) {
            pen.setStroke(new BasicStroke((float) (words.size() * Typeface.BOLD_STROKE)));
            pen.draw(outline);
        }
    }

    /** Black dots, one row after the other, a bit each, rows of whole bytes. */
    record Bits(int x, int y, int bytesPerRow, int rows, byte[] bits) {}

    /** Only what a line of words covers. */
    Bits bits(Mark.Words words) {
        int left = (int) Math.floor(words.x()) - 1;
        int top = (int) Math.floor(words.baseline() - words.size() * 1.05);
        int width = (int) Math.ceil(typeface.width(words.text()) * words.size()) + 3;
        int height = (int) Math.ceil(words.size() * 1.35);
        var image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = pen(image, true);
        try {
            draw(pen, words, words.x() - left, words.baseline() - top);
        } finally {
            pen.dispose();
        }
        var bits = new Bits(left, top, (image.getWidth() + 7) / 8, image.getHeight(), new byte[0]);
        byte[] dots = new byte[bits.bytesPerRow() * bits.rows()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) < 128) {
                    dots[y * bits.bytesPerRow() + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new Bits(bits.x(), bits.y(), bits.bytesPerRow(), bits.rows(), dots);
    }

    /** Only what a symbol covers. */
    static Bits bits(Mark.Sign sign) {
        int width = sign.width();
        int height = sign.height() > 0
                ? sign.height() + sign.guard()
                : sign.encoded().rows() * sign.module();
        int bytesPerRow = (width + 7) / 8;
        byte[] dots = new byte[bytesPerRow * height];
        sign.bars(bar -> {
            for (int y = bar.y() - sign.y(); y < bar.y() - sign.y() + bar.height(); y++) {
                for (int x = bar.x() - sign.x(); x < bar.x() - sign.x() + bar.width(); x++) {
                    dots[y * bytesPerRow + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        });
        return new Bits(sign.x(), sign.y(), bytesPerRow, height, dots);
    }
}
