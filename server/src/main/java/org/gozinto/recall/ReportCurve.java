/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;

/**
 * Draws how a case came to its end: the share that answered and the share that is accounted for, over time. It has no
 * letters, because a server need not have a font; the page around it says what is what.
 */
final class ReportCurve {

    private static final int WIDTH = 1_500;
    private static final int HEIGHT = 500;
    private static final int EDGE = 6;
    private static final Color LINE = new Color(0xD5, 0xDB, 0xE1);
    private static final Color ANSWERED = new Color(0x0B, 0x5C, 0x8A);
    private static final Color ACCOUNTED = new Color(0xC0, 0x6A, 0x00);

    private ReportCurve() {}

    /** The picture as a data address. */
    static String picture(List<FiguresView.Point> points) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(LINE);
            graphics.setStroke(new BasicStroke(2));
            for (int quarter = 0; quarter <= 4; quarter++) {
                int y = (int) y(BigDecimal.valueOf(quarter).divide(BigDecimal.valueOf(4)));
                graphics.drawLine(EDGE, y, WIDTH - EDGE, y);
            }
            draw(graphics, points, FiguresView.Point::accounted, ACCOUNTED);
            draw(graphics, points, FiguresView.Point::answered, ANSWERED);
        } finally {
            graphics.dispose();
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static void draw(
            Graphics2D graphics,
            List<FiguresView.Point> points,
            Function<FiguresView.Point, String> share,
            Color color) {
        long from = Instant.parse(points.getFirst().at()).toEpochMilli();
        long to = Instant.parse(points.getLast().at()).toEpochMilli();
        var path = new Path2D.Double();
        double before = 0;
        for (int i = 0; i < points.size(); i++) {
            long at = Instant.parse(points.get(i).at()).toEpochMilli();
            double x = EDGE + (to == from ? 1.0 : (double) (at - from) / (to - from)) * (WIDTH - 2 * EDGE);
            double y = y(new BigDecimal(share.apply(points.get(i))));
            if (i == 0) {
                path.moveTo(EDGE, y);
            } else {
                // Between two moments nothing changed.
                path.lineTo(x, before);
                path.lineTo(x, y);
            }
            before = y;
        }
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static double y(BigDecimal share) {
        return EDGE + (1 - share.doubleValue()) * (HEIGHT - 2 * EDGE);
    }
}
