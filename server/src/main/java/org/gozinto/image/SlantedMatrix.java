/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.datamatrix.decoder.Decoder;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Data Matrix that is all that is dark on a patch, also when it lies aslant. The library starts in the middle
 * and takes a light spot there that is larger than a few pixels for the space around the symbol; here the four sides
 * are laid on from outside.
 */
final class SlantedMatrix {

    /** Rows and columns of the symbols that there are (ISO/IEC 16022). */
    private static final int[][] SIZES = {
        {10, 10}, {12, 12}, {14, 14}, {16, 16}, {18, 18}, {20, 20}, {22, 22}, {24, 24}, {26, 26}, {32, 32},
        {36, 36}, {40, 40}, {44, 44}, {48, 48}, {52, 52}, {64, 64}, {72, 72}, {80, 80}, {88, 88}, {96, 96},
        {104, 104}, {120, 120}, {132, 132}, {144, 144}, {8, 18}, {8, 32}, {12, 26}, {12, 36}, {16, 36}, {16, 48}
    };

    /** How much of the solid and of the dashed sides may be wrong. */
    private static final double WRONG_MAX = 0.1;

    private static final double SIDE_PIXELS_MIN = 8;

    private final BitMatrix dark;

    SlantedMatrix(BitMatrix dark) {
        this.dark = dark;
    }

    /** What it says, or null. */
    @Nullable
    Result read() {
        List<Point2D> hull = hull();
        List<Point2D> corners = hull.size() < 4 ? List.of() : corners(hull);
        if (corners.size() < 4) {
            return null;
        }
        for (int first = 0; first < 4; first++) {
            ResultPoint[] turned = new ResultPoint[4];
            for (int i = 0; i < 4; i++) {
                Point2D corner = corners.get((first + i) % 4);
                turned[i] = new ResultPoint((float) corner.getX(), (float) corner.getY());
            }
            for (int[] size : SIZES) {
                BitMatrix modules = modules(turned, size[0], size[1]);
                Result result = modules == null ? null : decoded(modules, turned);
                if (result != null) {
                    return result;
                }
            }
        }
        return null;
    }

    private static @Nullable Result decoded(BitMatrix modules, ResultPoint[] corners) {
        try {
            DecoderResult decoded = new Decoder().decode(modules);
            var result = new Result(decoded.getText(), decoded.getRawBytes(), corners, BarcodeFormat.DATA_MATRIX);
            result.putMetadata(ResultMetadataType.SYMBOLOGY_IDENTIFIER, "]d" + decoded.getSymbologyModifier());
            return result;
        } catch (FormatException | ChecksumException e) {
            return null;
        }
    }

    /** The modules; the corners are left above, right above, right below, left below. Null when the sides differ. */
    private @Nullable BitMatrix modules(ResultPoint[] corners, int rows, int columns) {
        PerspectiveTransform where = PerspectiveTransform.quadrilateralToQuadrilateral(
                0,
                0,
                columns,
                0,
                columns,
                rows,
                0,
                rows,
                corners[0].getX(),
                corners[0].getY(),
                corners[1].getX(),
                corners[1].getY(),
                corners[2].getX(),
                corners[2].getY(),
                corners[3].getX(),
                corners[3].getY());
        var modules = new BitMatrix(columns, rows);
        float[] row = new float[2 * columns];
        int wrong = 0;
        for (int y = rows - 1; y >= 0; y--) {
            for (int x = 0; x < columns; x++) {
                row[2 * x] = x + 0.5f;
                row[2 * x + 1] = y + 0.5f;
            }
            where.transformPoints(row);
            for (int x = 0; x < columns; x++) {
                boolean isDark = isDark(row[2 * x], row[2 * x + 1]);
                if (isDark) {
                    modules.set(x, y);
                }
                Boolean expected = expected(x, y, rows, columns);
                if (expected != null && expected != isDark) {
                    wrong++;
                }
            }
            if (wrong > WRONG_MAX * 2 * (rows + columns)) {
                return null;
            }
        }
        return modules;
    }

    /** The left and the lower side are solid, the others dashed. */
    private static @Nullable Boolean expected(int x, int y, int rows, int columns) {
        if (x == 0 || y == rows - 1) {
            return true;
        }
        if (y == 0) {
            return x % 2 == 0;
        }
        return x == columns - 1 ? y % 2 == 1 : null;
    }

    private boolean isDark(float x, float y) {
        return x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get((int) x, (int) y);
    }

    /** The outer corners of all dark pixels, clockwise on the screen, without those on straight lines. */
    private List<Point2D> hull() {
        List<Point2D> ends = new ArrayList<>();
        for (int y = 0; y < dark.getHeight(); y++) {
            int left = 0;
            while (left < dark.getWidth() && !dark.get(left, y)) {
                left++;
            }
            int right = dark.getWidth() - 1;
            while (right > left && !dark.get(right, y)) {
                right--;
            }
            if (left <= right) {
                for (int edge : new int[] {y, y + 1}) {
                    ends.add(new Point2D.Double(left, edge));
                    ends.add(new Point2D.Double(right + 1, edge));
                }
            }
        }
        ends.sort(Comparator.comparingDouble(Point2D::getX).thenComparingDouble(Point2D::getY));
        List<Point2D> hull = half(ends);
        List<Point2D> back = half(ends.reversed());
        if (!hull.isEmpty() && !back.isEmpty()) {
            hull.removeLast();
            back.removeLast();
        }
        hull.addAll(back);
        return hull;
    }

    private static List<Point2D> half(List<Point2D> sorted) {
        List<Point2D> half = new ArrayList<>();
        for (Point2D next : sorted) {
            while (half.size() >= 2 && turn(half.get(half.size() - 2), half.getLast(), next) <= 0) {
                half.removeLast();
            }
            half.add(next);
        }
        return half;
    }

    private static double turn(Point2D a, Point2D b, Point2D c) {
        return (b.getX() - a.getX()) * (c.getY() - a.getY()) - (b.getY() - a.getY()) * (c.getX() - a.getX());
    }

    /** Where the four sides meet; fewer when what is dark has no four sides. */
    private static List<Point2D> corners(List<Point2D> hull) {
        List<Side> edges = new ArrayList<>();
        for (int i = 0; i < hull.size(); i++) {
            edges.add(new Side(hull.get(i), hull.get((i + 1) % hull.size())));
        }
        Side longest =
                edges.stream().max(Comparator.comparingDouble(Side::length)).orElseThrow();
        Side[] sides = new Side[4];
        for (Side edge : edges) {
            double quarters = (edge.angle() - longest.angle()) / (Math.PI / 2);
            int side = (int) Math.floorMod(Math.round(quarters), 4L);
            boolean isLongest = sides[side] == null || sides[side].length() < edge.length();
            if (isLongest && Math.abs(quarters - Math.round(quarters)) < 0.3) {
                sides[side] = edge;
            }
        }
        if (Arrays.stream(sides).anyMatch(s -> s == null || s.length() < SIDE_PIXELS_MIN)) {
            return List.of();
        }
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            corners.add(sides[i].meets(sides[(i + 1) % 4]));
        }
        return corners;
    }

    private record Side(Point2D from, Point2D to) {

        double length() {
            return from.distance(to);
        }

        double angle() {
            return Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        }

        /** Two sides of a symbol are never parallel: they are about a quarter turn apart. */
        Point2D meets(Side other) {
            double dx = to.getX() - from.getX();
            double dy = to.getY() - from.getY();
            double ex = other.to.getX() - other.from.getX();
            double ey = other.to.getY() - other.from.getY();
            double along = ((other.from.getX() - from.getX()) * ey - (other.from.getY() - from.getY()) * ex)
                    / (dx * ey - dy * ex);
            return new Point2D.Double(from.getX() + along * dx, from.getY() + along * dy);
        }
    }
}
