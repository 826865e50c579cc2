/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.trace.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Folds siblings until a picture has few enough boxes. There are five ways to be alike, each wider than the one before
 * it: next to the very same spots; coming from alike spots; of one item and stock at one distance; of one item there;
 * of one kind there. A wider one is used only as far as the narrower ones do not suffice, the largest folds first.
 *
 * <p>A fold is named for its way and its first member ({@code 0.u17}), so that its name is the same in every picture of
 * one question. Opened, it is drawn as what it was folded from; very many equal ones are opened a part at a time.
 */
final class Folding {

    /** Fewer equal siblings than these are drawn each by itself as long as there is room; of the two narrow ways. */
    private static final int TWINS_MIN = 4;

    private static final int OPENED_AT_ONCE = 40;
    private static final int LEVELS = 5;

    private final Figure figure;
    private final int[] rank;
    private final int most;
    private final Set<String> open;
    private final int[][] groups = new int[LEVELS][];
    /** The box that a spot is in, named by the first spot in it. */
    private final int[] boxOf;

    private final int[] levelOf;
    private final boolean[] kept;
    private final Map<Integer, String> waiting = new HashMap<>();
    private int boxes;

    /**
     * One box of the picture.
     *
     * @param members indexes of spots, ascending
     * @param opens it is a fold that can be opened by its id
     */
    record Box(String id, int[] members, int rank, boolean opens) {}

    /** A line between two boxes, for {@code count} ties; its precision is that of the least sure. */
    record Line(int from, int to, Precision precision, int count) {}

    /**
     * What is drawn.
     *
     * @param shown how many spots the boxes stand for, of all there are
     */
    record Folded(List<Box> boxes, List<Line> lines, int shown, int of) {}

    private Folding(Figure figure, int[] rank, int most, Set<String> open) {
        this.figure = figure;
        this.rank = rank;
        this.most = most;
        this.open = open;
        this.boxes = rank.length;
        this.boxOf = new int[rank.length];
        this.levelOf = new int[rank.length];
        this.kept = new boolean[rank.length];
        Arrays.setAll(boxOf, spot -> spot);
        Arrays.fill(levelOf, -1);
    }

    /** Folds to at most so many boxes, but leaves open what is to be open. */
    static Folded of(Figure figure, int[] rank, int most, Set<String> open) {
        return new Folding(figure, rank, most, open).folded();
    }

    private Folded folded() {
        var likeness = new Likeness(figure, rank);
        for (int level = 0; level < LEVELS && (level <= 1 || boxes > most || !open.isEmpty()); level++) {
            groups[level] = likeness.groups(level);
            fold(level);
        }
        return drawn();
    }

    private void fold(int level) {
        Map<Integer, List<Integer>> byGroup = new LinkedHashMap<>();
        for (int spot = 0; spot < boxOf.length; spot++) {
            byGroup.computeIfAbsent(groups[level][spot], absent -> new ArrayList<>())
                    .add(spot);
        }
        List<List<Integer>> candidates = new ArrayList<>();
        for (List<Integer> group : byGroup.values()) {
            if (group.size() > 1 && !leftOpen(level, group)) {
                candidates.add(group);
            }
        }
        Map<List<Integer>, Integer> saved = new IdentityHashMap<>();
        candidates.forEach(group -> saved.put(group, boxesIn(group)));
        candidates.sort(Comparator.comparing((List<Integer> group) -> -saved.getOrDefault(group, 0)));
        for (List<Integer> group : candidates) {
            int inside = saved.getOrDefault(group, 0);
            boolean isMany = level <= 1 && inside >= TWINS_MIN;
            if (inside > 1 && (isMany || boxes > most)) {
                join(level, group);
            }
        }
    }

    private int boxesIn(List<Integer> group) {
        int count = 0;
        for (int spot : group) {
            count += boxOf[spot] == spot ? 1 : 0;
        }
        return count;
    }

    private void join(int level, List<Integer> group) {
        boxes -= boxesIn(group) - 1;
        int first = group.getFirst();
        for (int spot : group) {
            boxOf[spot] = first;
        }
        levelOf[first] = level;
    }

    private boolean leftOpen(int level, List<Integer> group) {
        String id = level + "." + figure.spots().get(group.getFirst()).id();
        boolean isOpen = open.contains(id);
        if (isOpen) {
            openPart(level, group, id);
        }
        boolean keeps = isOpen;
        for (int spot : group) {
            keeps |= kept[spot];
        }
        if (isOpen) {
            group.forEach(spot -> kept[spot] = true);
        }
        return keeps;
    }

    // The first ones stand by themselves; the others wait in a fold, whose id says from where it goes on.
    private void openPart(int level, List<Integer> group, String id) {
        int shown = OPENED_AT_ONCE;
        while (open.contains(id + "." + shown)) {
            shown += OPENED_AT_ONCE;
        }
        shown = Math.min(shown, Math.max(1, most / 2));
        List<Integer> leaders =
                group.stream().filter(spot -> boxOf[spot] == spot).toList();
        if (shown + 1 < leaders.size()) {
            Set<Integer> later = new HashSet<>(leaders.subList(shown, leaders.size()));
            List<Integer> others =
                    group.stream().filter(spot -> later.contains(boxOf[spot])).toList();
            join(level, others);
            waiting.put(others.getFirst(), id + "." + shown);
        }
    }

    private Folded drawn() {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int spot = 0; spot < boxOf.length; spot++) {
            members.computeIfAbsent(boxOf[spot], absent -> new ArrayList<>()).add(spot);
        }
        List<Box> all = new ArrayList<>();
        members.forEach((first, spots) -> all.add(new Box(
                id(first, spots.size()),
                spots.stream().mapToInt(Integer::intValue).toArray(),
                rank[first],
                spots.size() > 1)));
        // What does not fit even so is left out from the far end; the picture says so.
        all.sort(Comparator.comparingInt(Box::rank));
        List<Box> drawn = all.size() > most ? List.copyOf(all.subList(0, most)) : all;
        int[] index = new int[boxOf.length];
        Arrays.fill(index, -1);
        int shown = 0;
        for (int i = 0; i < drawn.size(); i++) {
            for (int spot : drawn.get(i).members()) {
                index[spot] = i;
                shown++;
            }
        }
        return new Folded(drawn, lines(index), shown, boxOf.length);
    }

    private String id(int first, int size) {
        String own = figure.spots().get(first).id();
        String rest = waiting.get(first);
        return size == 1 ? own : rest != null ? rest : levelOf[first] + "." + own;
    }

    private List<Line> lines(int[] index) {
        Map<Long, Line> found = new LinkedHashMap<>();
        for (Figure.Tie tie : figure.ties()) {
            int from = index[tie.from()];
            int to = index[tie.to()];
            if (from >= 0 && to >= 0 && from != to) {
                found.merge(
                        (long) from << Integer.SIZE | to,
                        new Line(from, to, tie.precision(), 1),
                        (a, b) -> new Line(from, to, weaker(a.precision(), b.precision()), a.count() + b.count()));
            }
        }
        return List.copyOf(found.values());
    }

    private static Precision weaker(Precision a, Precision b) {
        return a.ordinal() <= b.ordinal() ? a : b;
    }

    /** The one value that all members have, or null. */
    static <T> @Nullable T common(List<T> values) {
        return values.stream().distinct().count() == 1 ? values.getFirst() : null;
    }
}
