/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways to divide a row of data identifiers and values when the separators between them are lost. Looks for
 * the identifiers of medicines and devices (IFA, PPN-Code Specification §4.2) only, as the whole table would divide
 * any text anywhere. What is proven by check digits and dates ranks first.
 */
final class LostDataSeparators {

    private static final Set<String> LOOKED_FOR = Set.of("9N", "8P", "1T", "D", "14D", "16D", "S", "Q");
    private static final int LONGEST = 256;
    private static final int MOST_STEPS = 5_000;
    private static final int MOST_FIELDS = 8;
    /** Lots and serials of the IFA have at most 20 characters. */
    private static final int MOST_NUMBER = 20;

    private record Candidate(List<int[]> fields, int score) {}

    private final String s;
    private final int from;
    private final int to;
    private final Options options;
    private final List<Candidate> candidates = new ArrayList<>();

    private LostDataSeparators(String s, int from, int to, Options options) {
        this.s = s;
        this.from = from;
        this.to = to;
        this.options = options;
    }

    /** The divisions, best first, as begin and end of each field; empty when there is none. */
    static List<List<int[]>> divisions(String s, int from, int to, Options options) {
        Di first = to - from > LONGEST ? null : DiTable.at(s, from, to);
        if (first == null) {
            return List.of();
        }
        LostDataSeparators search = new LostDataSeparators(s, from, to, options);
        search.divide(first);
        search.candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return search.candidates.stream()
                .limit(options.maxReadings())
                .map(Candidate::fields)
                .toList();
    }

    /** Walks all divisions with a stack of its own. */
    private void divide(Di first) {
        Di[] dis = new Di[MOST_FIELDS];
        int[] starts = new int[MOST_FIELDS];
        int[] ends = new int[MOST_FIELDS];
        int depth = 0;
        dis[0] = first;
        starts[0] = from;
        ends[0] = from + first.code().length();
        for (int steps = 0; depth >= 0 && steps < MOST_STEPS; steps++) {
            Di di = dis[depth];
            int end = nextEnd(di, starts[depth] + di.code().length(), ends[depth]);
            if (end < 0) {
                depth--;
                continue;
            }
            ends[depth] = end;
            if (end == to) {
                keep(dis, starts, ends, depth);
                continue;
            }
            Di next = lookedFor(end);
            if (next != null && depth + 1 < MOST_FIELDS && !taken(dis, depth, next)) {
                depth++;
                dis[depth] = next;
                starts[depth] = end;
                ends[depth] = end + next.code().length();
            }
        }
    }

    private static boolean taken(Di[] dis, int depth, Di di) {
        for (int i = 0; i <= depth; i++) {
            if (dis[i] == di) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Di lookedFor(int at) {
        Di di = DiTable.at(s, at, to);
        return di != null && LOOKED_FOR.contains(di.code()) ? di : null;
    }

    /** The next end after {@code last} of a good value after which the text ends or an identifier begins, or -1. */
    private int nextEnd(Di di, int start, int last) {
        boolean number = di.code().equals("1T") || di.code().equals("S");
        int most = Math.min(to, start + (number ? MOST_NUMBER : Math.min(di.most(), ElementReader.LONGEST_VALUE)));
        for (int end = Math.max(last + 1, start + di.least()); end <= most; end++) {
            if ((end == to || lookedFor(end) != null) && di.check(s, start, end, options.today()) == Flaw.NONE) {
                return end;
            }
        }
        return -1;
    }

    private void keep(Di[] dis, int[] starts, int[] ends, int depth) {
        List<int[]> fields = new ArrayList<>();
        int score = 0;
        for (int i = 0; i <= depth; i++) {
            fields.add(new int[] {starts[i], ends[i]});
            score += switch (dis[i].code()) {
                case "9N", "8P" -> 30;
                case "D", "14D", "16D" -> 18;
                case "1T", "S" -> 2;
                default -> -2;
            };
        }
        candidates.add(new Candidate(List.copyOf(fields), score));
    }
}
