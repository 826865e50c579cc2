/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which spots of a figure are alike, in five ways, each wider than the one before ({@link Folding} says which). */
final class Likeness {

    private final Figure figure;
    private final int[] rank;
    private final Neighbours before;
    private final Neighbours after;

    /** What must be the same; sets of neighbours are numbered first. */
    private record Key(int rank, List<Object> looks, int before, int after) {}

    /** A set of spots. */
    private record Spots(int[] ids) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Spots spots && Arrays.equals(ids, spots.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    Likeness(Figure figure, int[] rank) {
        this.figure = figure;
        this.rank = rank;
        this.before = Neighbours.before(figure);
        this.after = Neighbours.after(figure);
    }

    /** For each spot the first one that is like it. */
    int[] groups(int level) {
        return level == 1 ? comingFromAlike() : equal(level);
    }

    private int[] equal(int level) {
        Map<Spots, Integer> sets = new HashMap<>();
        Map<Key, Integer> first = new HashMap<>();
        int[] group = new int[rank.length];
        for (int spot = 0; spot < group.length; spot++) {
            boolean next = level == 0;
            Key key = new Key(
                    rank[spot],
                    looks(spot, level),
                    next ? number(sets, before.sorted(spot)) : 0,
                    next ? number(sets, after.sorted(spot)) : 0);
            group[spot] = first.merge(key, spot, (known, own) -> known);
        }
        return group;
    }

    // Nearest to the seeds first, so that what a spot comes from is grouped before the spot itself.
    private int[] comingFromAlike() {
        Neighbours origins = figure.forward() ? before : after;
        Map<Spots, Integer> sets = new HashMap<>();
        Map<Key, Integer> first = new HashMap<>();
        int[] group = new int[rank.length];
        int[] nearest = IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparingInt(spot -> rank[spot]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int spot : nearest) {
            int[] from = Arrays.stream(origins.sorted(spot))
                    .filter(origin -> rank[origin] < rank[spot])
                    .map(origin -> group[origin])
                    .sorted()
                    .distinct()
                    .toArray();
            Key key = new Key(rank[spot], looks(spot, 1), number(sets, from), 0);
            group[spot] = first.merge(key, spot, (known, own) -> known);
        }
        return group;
    }

    private static int number(Map<Spots, Integer> sets, int[] spots) {
        return sets.computeIfAbsent(new Spots(spots), absent -> sets.size());
    }

    private List<Object> looks(int spot, int level) {
        Figure.Spot at = figure.spots().get(spot);
        return switch (level) {
            case 0, 1 -> List.of(at.kind(), at.seed(), at.item(), at.state(), at.stock(), at.whom());
            case 2 -> List.of(at.kind(), at.seed(), at.item(), at.state(), at.stock());
            case 3 -> List.of(at.kind(), at.seed(), at.item());
            default -> List.of(at.kind(), at.seed());
        };
    }
}
