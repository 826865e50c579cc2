/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a beginning can be written in uppercase and lowercase, in the order of the database. They double
 * with each letter, so they are not listed: one asks for the next after a number that was found.
 */
final class Spellings {

    /** For each character of the beginning, the ways to write it, in order. */
    private final List<int[]> ways;

    Spellings(String prefix) {
        this.ways = prefix.codePoints().mapToObj(Spellings::ways).toList();
    }

    private static int[] ways(int character) {
        var ways = new TreeSet<>(List.of(
                character,
                Character.toLowerCase(character),
                Character.toUpperCase(character),
                Character.toTitleCase(character)));
        return ways.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The first spelling that a number at or after this one can begin with; null when there is none. It is the number's
     * own beginning when that is a spelling.
     */
    @Nullable
    String from(String number) {
        int[] given = number.codePoints().toArray();
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            if (i == given.length) {
                return text(same, i);
            }
            int way = atLeast(ways.get(i), given[i]);
            if (way < 0) {
                return later(same);
            }
            same.add(way);
            if (way > given[i]) {
                return text(same, i + 1);
            }
        }
        return text(same, ways.size());
    }

    /** The first spelling above everything that begins so. */
    private @Nullable String later(List<Integer> beginning) {
        while (!beginning.isEmpty()) {
            int last = beginning.removeLast();
            int way = atLeast(ways.get(beginning.size()), last + 1);
            if (way >= 0) {
                beginning.add(way);
                return text(beginning, beginning.size());
            }
        }
        return null;
    }

    private static int atLeast(int[] ways, int character) {
        for (int way : ways) {
            if (way >= character) {
                return way;
            }
        }
        return -1;
    }

    /** The beginning, and the first way of each character after it. */
    private String text(List<Integer> beginning, int from) {
        var text = new StringBuilder();
        beginning.forEach(text::appendCodePoint);
        ways.subList(from, ways.size()).forEach(w -> text.appendCodePoint(w[0]));
        return text.toString();
    }

    /** The text as it is typed with Caps Lock on, or would have been without it. */
    static String inverted(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first text above all that begin so. */
    static String end(String spelling) {
        int last = spelling.codePointBefore(spelling.length());
        String before = spelling.substring(0, spelling.length() - Character.charCount(last));
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return before + Character.toString(next);
    }
}
