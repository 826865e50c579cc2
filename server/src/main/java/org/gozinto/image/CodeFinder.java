/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the codes on a picture. The library looks for a Data Matrix in the middle only, so patches of the picture that
 * may be one are cut out and looked at by themselves.
 */
final class CodeFinder {

    /** How fine patches are looked for: cells along the longer side. */
    private static final List<Integer> GRIDS = List.of(40, 80, 160);

    private static final int PATCHES_MAX = 40;
    private static final int PATCH_PIXELS_MIN = 10;

    /** How much brighter the lightest pixel of a cell with a pattern is than its darkest. */
    private static final int CONTRAST = 60;

    private static final Set<BarcodeFormat> SQUARE =
            EnumSet.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE, BarcodeFormat.AZTEC);

    /** Bars of which short ones, or such without a sound check, are seen in letters. */
    private static final Set<BarcodeFormat> LOOSE = EnumSet.of(
            BarcodeFormat.UPC_A,
            BarcodeFormat.UPC_E,
            BarcodeFormat.EAN_8,
            BarcodeFormat.EAN_13,
            BarcodeFormat.ITF,
            BarcodeFormat.CODE_39,
            BarcodeFormat.CODE_93,
            BarcodeFormat.CODABAR);

    /** How far away from the row bars are looked for again, and how far beyond both ends, as parts of their width. */
    private static final double BESIDE = 0.06;

    private static final double BESIDE_ENDS = 0.2;

    private final Grey picture;
    private final List<Result> found = new ArrayList<>();

    CodeFinder(Grey picture) {
        this.picture = picture;
    }

    /** Everything that was found; the same may come several times. */
    List<Result> all() {
        for (Binarizer binarizer : binarizers(picture)) {
            var bitmap = new BinaryBitmap(binarizer);
            add(() -> new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints(false)));
            add(() -> new QRCodeMultiReader().decodeMultiple(bitmap, hints(false)));
        }
        List<Patch> patches = new ArrayList<>();
        GRIDS.forEach(cells -> patches.addAll(patches(cells)));
        patches.stream().distinct().limit(PATCHES_MAX).forEach(this::look);
        return withoutGhosts();
    }

    private static List<Binarizer> binarizers(Grey picture) {
        return List.of(new HybridBinarizer(picture), new GlobalHistogramBinarizer(picture));
    }

    private interface Look {
        Result[] at() throws ReaderException;
    }

    private void add(Look look) {
        try {
            found.addAll(List.of(look.at()));
        } catch (ReaderException e) {
            // Nothing of the kind is there.
        }
    }

    private static Map<DecodeHintType, Object> hints(boolean pure) {
        Map<DecodeHintType, Object> hints = new LinkedHashMap<>();
        hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        hints.put(DecodeHintType.ALSO_INVERTED, Boolean.TRUE);
        hints.put(DecodeHintType.ASSUME_GS1, Boolean.TRUE);
        if (pure) {
            hints.put(DecodeHintType.PURE_BARCODE, Boolean.TRUE);
        }
        return hints;
    }

    /** A part of the picture. */
    private record Patch(int x, int y, int width, int height) {}

    private void look(Patch patch) {
        Grey part = (Grey) picture.crop(patch.x(), patch.y(), patch.width(), patch.height());
        int margin = Math.max(4, patch.width() / 8);
        Reader reader = new DataMatrixReader();
        for (Binarizer binarizer : binarizers(part.framed(margin))) {
            List<Look> looks = List.of(
                    () -> slanted(binarizer),
                    () -> new Result[] {reader.decode(new BinaryBitmap(binarizer), hints(false))},
                    () -> new Result[] {reader.decode(new BinaryBitmap(binarizer), hints(true))});
            for (Look look : looks) {
                int before = found.size();
                add(look);
                if (found.size() > before) {
                    found.add(moved(found.removeLast(), patch.x() - margin, patch.y() - margin));
                    return;
                }
            }
        }
    }

    private static Result[] slanted(Binarizer binarizer) throws NotFoundException {
        Result result = new SlantedMatrix(binarizer.getBlackMatrix()).read();
        return result == null ? new Result[0] : new Result[] {result};
    }

    /** A result of a patch with its points where they are on the picture. */
    private static Result moved(Result result, int x, int y) {
        ResultPoint[] points = Arrays.stream(result.getResultPoints())
                .map(p -> new ResultPoint(p.getX() + x, p.getY() + y))
                .toArray(ResultPoint[]::new);
        var moved = new Result(result.getText(), result.getRawBytes(), points, result.getBarcodeFormat());
        moved.putAllMetadata(result.getResultMetadata());
        return moved;
    }

    /** Patches of cells with a pattern that hang together, and are about as wide as they are high. */
    private List<Patch> patches(int cells) {
        int side = Math.max(3, Math.max(picture.getWidth(), picture.getHeight()) / cells);
        int columns = (picture.getWidth() + side - 1) / side;
        int rows = (picture.getHeight() + side - 1) / side;
        boolean[] patterned = new boolean[columns * rows];
        for (int i = 0; i < patterned.length; i++) {
            patterned[i] = picture.contrast(i % columns * side, i / columns * side, side) >= CONTRAST;
        }
        List<Patch> patches = new ArrayList<>();
        for (int i = 0; i < patterned.length; i++) {
            if (patterned[i]) {
                Patch patch = patch(patterned, columns, i, side);
                int shorter = Math.min(patch.width(), patch.height());
                int longer = Math.max(patch.width(), patch.height());
                if (shorter >= PATCH_PIXELS_MIN && longer <= 5 * shorter) {
                    patches.add(patch);
                }
            }
        }
        return patches;
    }

    /** Takes the cells that hang together with one out of the grid. */
    private Patch patch(boolean[] patterned, int columns, int first, int side) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        patterned[first] = false;
        int left = first % columns;
        int right = left;
        int top = first / columns;
        int bottom = top;
        while (!open.isEmpty()) {
            int cell = open.removeFirst();
            int x = cell % columns;
            int y = cell / columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            int[] near = {x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns};
            for (int next : near) {
                if (next >= 0 && next < patterned.length && patterned[next]) {
                    patterned[next] = false;
                    open.add(next);
                }
            }
        }
        int x = left * side;
        int y = top * side;
        return new Patch(
                x,
                y,
                Math.min(picture.getWidth(), (right + 1) * side) - x,
                Math.min(picture.getHeight(), (bottom + 1) * side) - y);
    }

    /**
     * Rows of bars that were seen across a square symbol are only its lines, and letters look like bars in single rows.
     */
    private List<Result> withoutGhosts() {
        List<Result> squares = found.stream()
                .filter(r -> SQUARE.contains(r.getBarcodeFormat()))
                .toList();
        return found.stream()
                .filter(r -> SQUARE.contains(r.getBarcodeFormat())
                        || squares.stream().noneMatch(s -> overlap(s.getResultPoints(), r.getResultPoints())))
                .filter(r -> !LOOSE.contains(r.getBarcodeFormat()) || isSeenBeside(r))
                .toList();
    }

    /** Whether the same bars are there a little above or below the row in which they were seen. */
    private boolean isSeenBeside(Result bars) {
        ResultPoint[] points = bars.getResultPoints();
        double left = points[0].getX();
        double top = points[0].getY();
        double right = points[1].getX();
        double bottom = points[1].getY();
        double alongX = (right - left) * BESIDE_ENDS;
        double alongY = (bottom - top) * BESIDE_ENDS;
        for (int side : new int[] {-1, 1}) {
            double awayX = side * (top - bottom) * BESIDE;
            double awayY = side * (right - left) * BESIDE;
            Grey line = picture.line(
                    left - alongX + awayX, top - alongY + awayY, right + alongX + awayX, bottom + alongY + awayY);
            if (isSaid(line, bars)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaid(Grey line, Result bars) {
        for (boolean turned : new boolean[] {false, true}) {
            try {
                BitArray row = new GlobalHistogramBinarizer(line).getBlackRow(0, new BitArray(line.getWidth()));
                if (turned) {
                    row.reverse();
                }
                Result again = new MultiFormatOneDReader(hints(false)).decodeRow(0, row, hints(false));
                if (again.getText().equals(bars.getText())) {
                    return true;
                }
            } catch (ReaderException e) {
                // Not in this direction.
            }
        }
        return false;
    }

    private static boolean overlap(ResultPoint[] square, ResultPoint[] bars) {
        if (square == null || bars == null || square.length < 3 || bars.length < 2) {
            return false;
        }
        Rectangle2D one = bounds(square);
        Rectangle2D other = bounds(bars);
        // The points of a QR code are the middles of its corners.
        double margin = one.getWidth() / 5;
        one.setRect(
                one.getX() - margin, one.getY() - margin, one.getWidth() + 2 * margin, one.getHeight() + 2 * margin);
        other.setRect(other.getX(), other.getY() - 0.5, other.getWidth() + 1, other.getHeight() + 1);
        return one.intersects(other);
    }

    private static Rectangle2D bounds(ResultPoint[] points) {
        var bounds = new Rectangle2D.Double(points[0].getX(), points[0].getY(), 0, 0);
        for (ResultPoint point : points) {
            if (point != null) {
                bounds.add(point.getX(), point.getY());
            }
        }
        return bounds;
    }
}
