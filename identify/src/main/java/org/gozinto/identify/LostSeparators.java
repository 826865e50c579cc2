/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every way to divide a text into element strings when nothing marks where values end, because a keyboard wedge
 * swallowed the separators. {@code 10LOT-A/721SN0001} is one lot, or a lot and a serial: both are given, ranked by how
 * much
 * in them is proven by check digits and dates, and the caller decides with what it knows.
 */
final class LostSeparators {

    /** Longer texts are not divided. */
    private static final int LONGEST = 256;
    /** Most steps of the search; what is found until then is given, and the answer says that it is not complete. */
    private static final int MOST_STEPS = 20_000;

    private static final int MOST_CANDIDATES = 1_000;

    /** The part of a text to divide; {@code marked} when something says that these are element strings. */
    record Question(String raw, int from, int to, boolean marked) {}

    private record Candidate(List<Ai> ais, int[] starts, int[] ends, int score) {}

    private record Ranked(ElementString reading, int score) {}

    private final String s;
    private final int from;
    private final int to;
    private final Options options;
    private final boolean[] finishes;
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean complete = true;

    private LostSeparators(Question question, Options options) {
        this.s = question.raw();
        this.from = question.from();
        this.to = question.to();
        this.options = options;
        this.finishes = new boolean[to - from + 1];
    }

    static ElementString.Readings readings(Question question, Reading<ElementString> standard, Options options) {
        ElementString whole = standard.valueOrNull();
        Reading.Bad<ElementString> problem = standard instanceof Reading.Bad<ElementString> bad ? bad : null;
        int free = firstFree(question);
        if (free < 0) {
            List<ElementString> one = whole == null ? List.of() : List.of(whole);
            return new ElementString.Readings(one, problem, true);
        }
        if (question.to() - question.from() > LONGEST) {
            List<ElementString> one = whole == null ? List.of() : List.of(whole);
            return new ElementString.Readings(one, problem, false);
        }
        LostSeparators search = new LostSeparators(question, options);
        search.findFinishes(free);
        search.divide();
        List<ElementString> ranked = search.ranked();
        if (whole == null) {
            return search.answer(ranked, problem);
        }
        return search.answer(question.marked() ? wholeFirst(whole, ranked) : ranked, null);
    }

    /** What the marked symbol says by the standard comes first, then only divisions against which no rule speaks. */
    private static List<ElementString> wholeFirst(ElementString whole, List<ElementString> ranked) {
        List<ElementString> readings = new ArrayList<>();
        readings.add(whole);
        for (ElementString other : ranked) {
            if (other.values().size() != whole.values().size()
                    && AiPairs.broken(other.remarks()) <= AiPairs.broken(whole.remarks())) {
                readings.add(other);
            }
        }
        return readings;
    }

    private ElementString.Readings answer(List<ElementString> readings, Reading.@Nullable Bad<ElementString> problem) {
        boolean cut = readings.size() > options.maxReadings();
        List<ElementString> given = cut ? readings.subList(0, options.maxReadings()) : readings;
        return new ElementString.Readings(given, problem, complete && !cut);
    }

    /** Where the first value begins whose end is not fixed, counted at its identifier; -1 when there is none. */
    private static int firstFree(Question question) {
        int at = question.from();
        while (at < question.to()) {
            Ai ai = AiTable.at(question.raw(), at, question.to());
            if (ai == null) {
                return -1;
            }
            if (ai.predefined == 0) {
                return at;
            }
            at += ai.code.length() + ai.predefined;
        }
        return -1;
    }

    /** Marks, from the right, the places from which the rest of the text can be divided completely. */
    private void findFinishes(int free) {
        finishes[to - from] = true;
        for (int at = to - 1; at >= from; at--) {
            Ai ai = at < free && at > from ? null : AiTable.at(s, at, to);
            if (ai == null) {
                finishes[at - from] = at < free && at > from && finishes[free - from];
                continue;
            }
            int start = at + ai.code.length();
            finishes[at - from] = nextEnd(ai, start, start) > 0;
        }
    }

    /** The next end of the value after {@code last} that is good and from which the text can be finished, or -1. */
    private int nextEnd(Ai ai, int start, int last) {
        if (ai.predefined > 0) {
            int end = start + ai.predefined;
            boolean good = last < end && end <= to && finishes[end - from];
            return good && ai.check(s, start, end, options.today()) == Flaw.NONE ? end : -1;
        }
        int most = Math.min(to, start + Math.min(ai.most, ElementReader.LONGEST_VALUE));
        boolean free = ai.free();
        for (int end = Math.max(last + 1, start + ai.least); end <= most; end++) {
            if (free && !ai.parts[0].set().has(s.charAt(end - 1))) {
                return -1;
            }
            if (finishes[end - from] && ai.check(s, start, end, options.today()) == Flaw.NONE) {
                return end;
            }
        }
        return -1;
    }

    /** Walks all divisions with a stack of its own. */
    private void divide() {
        if (!finishes[0]) {
            return;
        }
        int[] starts = new int[ElementReader.MOST_AIS];
        int[] ends = new int[ElementReader.MOST_AIS];
        List<Ai> ais = new ArrayList<>();
        int at = from;
        int steps = 0;
        boolean opening = true;
        while (true) {
            if (++steps > MOST_STEPS || candidates.size() >= MOST_CANDIDATES) {
                complete = false;
                return;
            }
            if (opening) {
                Ai ai = AiTable.at(s, at, to);
                if (ai != null && ais.size() < ElementReader.MOST_AIS && !ais.contains(ai)) {
                    starts[ais.size()] = at + ai.code.length();
                    ends[ais.size()] = at + ai.code.length();
                    ais.add(ai);
                }
                opening = false;
            }
            if (ais.isEmpty()) {
                return;
            }
            int depth = ais.size() - 1;
            int end = nextEnd(ais.get(depth), starts[depth], ends[depth]);
            if (end < 0) {
                ais.remove(depth);
                continue;
            }
            ends[depth] = end;
            if (end == to) {
                int[] s1 = Arrays.copyOf(starts, depth + 1);
                int[] e1 = Arrays.copyOf(ends, depth + 1);
                candidates.add(new Candidate(List.copyOf(ais), s1, e1, score(ais)));
            } else {
                at = end;
                opening = true;
            }
        }
    }

    /** How much is proven: a check digit is a ten to one witness, a date about as good, a free text says nothing. */
    private static int score(List<Ai> ais) {
        int score = 0;
        for (Ai ai : ais) {
            boolean check = ai.parts[0].rules().contains(ValueRule.CHECK);
            boolean ruled = !ai.parts[0].rules().isEmpty();
            score += check ? 30 : ruled ? 12 : ai.predefined > 0 ? 2 : -4;
            score += switch (ai.code) {
                case "00", "01", "02", "10", "11", "15", "17", "21", "37" -> 6;
                case "13", "16", "30", "240", "241", "400" -> 2;
                default -> ai.code.charAt(0) == '9' ? -4 : -2;
            };
        }
        return score;
    }

    private List<ElementString> ranked() {
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        int most = Math.min(candidates.size(), options.maxReadings() * 4);
        complete &= most == candidates.size();
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Candidate c = candidates.get(i);
            ElementString reading = ElementReader.build(s, c.ais(), c.starts(), c.ends(), options);
            ranked.add(new Ranked(reading, c.score() - 8 * AiPairs.broken(reading.remarks())));
        }
        ranked.sort(Comparator.comparingInt(Ranked::score).reversed());
        return ranked.stream().map(Ranked::reading).toList();
    }
}
