/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Places boxes in straight columns and draws curves between them (after Sugiyama): lines that span several columns get
 * a bend in each, sweeps order each column by the mean of its neighbours, and then each box goes as near to its
 * neighbours' height as the others leave room. The same input gives the same picture.
 */
final class Layout {

    static final int BOX_WIDTH = 176;
    static final int BOX_HEIGHT = 46;
    static final int MARGIN = 20;
    private static final int COLUMN_STEP = BOX_WIDTH + 84;
    private static final int GAP = 14;
    private static final int BEND_HEIGHT = 6;
    private static final int ORDER_SWEEPS = 12;
    private static final int HEIGHT_SWEEPS = 10;
    /** More bends than these do not make a picture clearer: the lines of a denser one go straight. */
    private static final int BENDS_MAX = 4_000;

    private final int boxes;
    private final List<Integer> column = new ArrayList<>();
    private final List<int[]> segments = new ArrayList<>();
    private final List<List<Integer>> routes = new ArrayList<>();
    private int[][] left = new int[0][];
    private int[][] right = new int[0][];
    private List<List<Integer>> columns = new ArrayList<>();
    private double[] height = new double[0];

    /** Where a box is: its upper left corner. */
    record Spot(int x, int y) {}

    /**
     * A picture's geometry.
     *
     * @param paths of the lines, in the words of SVG
     */
    record Placed(List<Spot> spots, List<String> paths, int width, int height) {}

    private Layout(int[] columnOfBox) {
        this.boxes = columnOfBox.length;
        Arrays.stream(columnOfBox).forEach(column::add);
    }

    /** Lays boxes out whose columns are known; a line is a pair of boxes. */
    static Placed of(int[] columnOfBox, List<int[]> lines) {
        var layout = new Layout(columnOfBox);
        layout.bend(lines);
        layout.connect();
        layout.order();
        layout.settle();
        return layout.placed(lines);
    }

    private void bend(List<int[]> lines) {
        int bends = 0;
        for (int[] line : lines) {
            bends += Math.max(0, column.get(line[1]) - column.get(line[0]) - 1);
        }
        for (int[] line : lines) {
            List<Integer> route = new ArrayList<>(List.of(line[0]));
            int last = column.get(line[1]);
            for (int at = column.get(line[0]) + 1; at < last && bends <= BENDS_MAX; at++) {
                route.add(column.size());
                column.add(at);
            }
            route.add(line[1]);
            for (int i = 1; i < route.size(); i++) {
                if (column.get(route.get(i)) > column.get(route.get(i - 1))) {
                    segments.add(new int[] {route.get(i - 1), route.get(i)});
                }
            }
            routes.add(route);
        }
    }

    private void connect() {
        int points = column.size();
        List<List<Integer>> before = lists(points);
        List<List<Integer>> after = lists(points);
        for (int[] segment : segments) {
            after.get(segment[0]).add(segment[1]);
            before.get(segment[1]).add(segment[0]);
        }
        left = arrays(before);
        right = arrays(after);
        int last = column.stream().mapToInt(Integer::intValue).max().orElse(-1);
        columns = lists(last + 1);
        for (int point = 0; point < points; point++) {
            columns.get(column.get(point)).add(point);
        }
    }

    private static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    // The order with the fewest crossings that was seen on the way is kept.
    private void order() {
        double[] rank = new double[column.size()];
        columns.forEach(points -> number(points, rank));
        long fewest = crossings(rank);
        List<List<Integer>> best = copy(columns);
        for (int sweep = 0; sweep < ORDER_SWEEPS && fewest > 0; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Integer> points = columns.get(rightwards ? i : columns.size() - 1 - i);
                int[][] towards = rightwards ? left : right;
                double[] mean = new double[column.size()];
                points.forEach(point -> mean[point] = mean(towards[point], rank, rank[point]));
                points.sort(Comparator.comparingDouble(point -> mean[point]));
                number(points, rank);
            }
            long now = crossings(rank);
            if (now < fewest) {
                fewest = now;
                best = copy(columns);
            }
        }
        columns = best;
    }

    private static List<List<Integer>> copy(List<List<Integer>> lists) {
        List<List<Integer>> copy = new ArrayList<>();
        lists.forEach(list -> copy.add(new ArrayList<>(list)));
        return copy;
    }

    // As parts of the column, so that columns of different sizes compare.
    private static void number(List<Integer> points, double[] rank) {
        for (int i = 0; i < points.size(); i++) {
            rank[points.get(i)] = (i + 0.5) / points.size();
        }
    }

    private static double mean(int[] neighbours, double[] of, double otherwise) {
        double sum = 0;
        for (int neighbour : neighbours) {
            sum += of[neighbour];
        }
        return neighbours.length == 0 ? otherwise : sum / neighbours.length;
    }

    /** How many pairs of segments cross; segments of one column are sorted and their inversions counted. */
    private long crossings(double[] rank) {
        List<List<double[]>> byColumn = lists(columns.size()).stream()
                .<List<double[]>>map(empty -> new ArrayList<>())
                .toList();
        for (int[] segment : segments) {
            if (column.get(segment[1]) == column.get(segment[0]) + 1) {
                byColumn.get(column.get(segment[0])).add(new double[] {rank[segment[0]], rank[segment[1]]});
            }
        }
        long count = 0;
        for (List<double[]> ends : byColumn) {
            ends.sort(Comparator.<double[]>comparingDouble(end -> end[0]).thenComparingDouble(end -> end[1]));
            count += inversions(ends.stream().mapToDouble(end -> end[1]).toArray());
        }
        return count;
    }

    private static long inversions(double[] values) {
        double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
        int[] tree = new int[sorted.length + 1];
        long count = 0;
        for (int seen = 0; seen < values.length; seen++) {
            int place = Arrays.binarySearch(sorted, values[seen]) + 1;
            int notAbove = 0;
            for (int i = place; i > 0; i -= i & -i) {
                notAbove += tree[i];
            }
            count += seen - notAbove;
            for (int i = place; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }
        return count;
    }

    private int size(int point) {
        return point < boxes ? BOX_HEIGHT : BEND_HEIGHT;
    }

    private void settle() {
        height = new double[column.size()];
        for (List<Integer> points : columns) {
            double total = points.stream().mapToDouble(p -> size(p) + GAP).sum();
            double at = -total / 2;
            for (int point : points) {
                height[point] = at + size(point) / 2.0;
                at += size(point) + GAP;
            }
        }
        for (int sweep = 0; sweep < HEIGHT_SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Integer> points = columns.get(rightwards ? i : columns.size() - 1 - i);
                spread(points, rightwards ? left : right);
            }
        }
        // In the end each looks both ways, or the last sweep alone would decide.
        int[][] both = new int[column.size()][];
        for (int point = 0; point < both.length; point++) {
            int[] all = Arrays.copyOf(left[point], left[point].length + right[point].length);
            System.arraycopy(right[point], 0, all, left[point].length, right[point].length);
            both[point] = all;
        }
        columns.forEach(points -> spread(points, both));
        columns.forEach(points -> spread(points, both));
    }

    /**
     * Puts a column's points as near as they can be to the mean of their neighbours (least squares, by pooling those
     * that would overlap), in their order and without overlap.
     */
    private void spread(List<Integer> points, int[][] towards) {
        int count = points.size();
        double[] offset = new double[count];
        for (int i = 1; i < count; i++) {
            offset[i] = offset[i - 1] + size(points.get(i - 1)) / 2.0 + GAP + size(points.get(i)) / 2.0;
        }
        double[] sum = new double[count];
        int[] pooled = new int[count];
        int pools = 0;
        for (int i = 0; i < count; i++) {
            int point = points.get(i);
            sum[pools] = mean(towards[point], height, height[point]) - offset[i];
            pooled[pools] = 1;
            pools++;
            while (pools > 1 && sum[pools - 2] / pooled[pools - 2] >= sum[pools - 1] / pooled[pools - 1]) {
                sum[pools - 2] += sum[pools - 1];
                pooled[pools - 2] += pooled[pools - 1];
                pools--;
            }
        }
        int i = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int n = 0; n < pooled[pool]; n++, i++) {
                height[points.get(i)] = sum[pool] / pooled[pool] + offset[i];
            }
        }
    }

    private Placed placed(List<int[]> lines) {
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (int point = 0; point < height.length; point++) {
            top = Math.min(top, height[point] - size(point) / 2.0);
        }
        for (int point = 0; point < height.length; point++) {
            height[point] = Math.round(height[point] - top + MARGIN);
            bottom = Math.max(bottom, height[point] + size(point) / 2.0);
        }
        List<Spot> spots = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            spots.add(new Spot(x(box), (int) height[box] - BOX_HEIGHT / 2));
        }
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            paths.add(path(routes.get(i)));
        }
        int width = 2 * MARGIN + Math.max(0, columns.size() - 1) * COLUMN_STEP + (boxes == 0 ? 0 : BOX_WIDTH);
        return new Placed(spots, paths, width, (int) Math.ceil(bottom) + MARGIN);
    }

    private int x(int point) {
        return MARGIN + column.get(point) * COLUMN_STEP;
    }

    private String path(List<Integer> route) {
        int from = route.getFirst();
        var path = new StringBuilder("M" + (x(from) + BOX_WIDTH) + " " + (int) height[from]);
        for (int i = 1; i < route.size(); i++) {
            curve(path, route.get(i - 1), route.get(i));
            if (i < route.size() - 1) {
                path.append(String.format(Locale.ROOT, "H%d", x(route.get(i)) + BOX_WIDTH));
            }
        }
        return path.toString();
    }

    private void curve(StringBuilder path, int from, int to) {
        int x1 = x(from) + BOX_WIDTH;
        int x2 = x(to);
        int y1 = (int) height[from];
        int y2 = (int) height[to];
        boolean back = x2 <= x1;
        // What goes back (rework) swings out below the boxes.
        int reach = back ? 64 : (x2 - x1) / 2;
        int down = back ? BOX_HEIGHT : 0;
        path.append(
                String.format(Locale.ROOT, "C%d %d %d %d %d %d", x1 + reach, y1 + down, x2 - reach, y2 + down, x2, y2));
    }
}
