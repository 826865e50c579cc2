/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.ScopeSeed;
import org.jspecify.annotations.Nullable;

/**
 * Names any set of serials by ranges of numbers. A range holds all serials of the item that are in it; numbers that
 * nobody made count for nothing.
 */
final class SerialSeeds {

    /** All serials of the items, in the order of their numbers. */
    private final List<Serial> sorted = new ArrayList<>();

    /** @param at its place in the population */
    private record Serial(int at, String item, String number, Parts parts) {}

    /** A number around its last run of digits, of which the width is kept: {@code A-007X} is A-, 007 and X. */
    private record Parts(String prefix, String digits, String suffix) {

        static Parts of(String number) {
            int end = number.length();
            while (end > 0 && !isDigit(number.charAt(end - 1))) {
                end--;
            }
            int begin = end;
            while (begin > 0 && isDigit(number.charAt(begin - 1))) {
                begin--;
            }
            return new Parts(number.substring(0, begin), number.substring(begin, end), number.substring(end));
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        boolean isLike(Parts other) {
            return !digits.isEmpty()
                    && prefix.equals(other.prefix)
                    && suffix.equals(other.suffix)
                    && digits.length() == other.digits.length();
        }
    }

    private static final Comparator<Serial> ORDER = Comparator.comparing(Serial::item)
            .thenComparing((Serial one) -> one.parts().prefix())
            .thenComparing(one -> one.parts().suffix())
            .thenComparing(one -> one.parts().digits().length())
            .thenComparing(one -> one.parts().digits());

    void add(int at, String item, String number) {
        sorted.add(new Serial(at, item, number, Parts.of(number)));
    }

    /** To be called once, when all were added. */
    void sort() {
        sorted.sort(ORDER);
    }

    /** Seeds for exactly these serials; null when that takes more than a limit. */
    @Nullable
    List<ScopeSeed> of(BitSet wanted, int limit) {
        List<ScopeSeed> seeds = new ArrayList<>();
        Serial first = null;
        Serial last = null;
        for (Serial one : sorted) {
            boolean isWanted = wanted.get(one.at());
            boolean goesOn = isWanted && last != null && isNext(last, one);
            if (first != null && last != null && !goesOn) {
                seeds.add(seed(first, last));
                first = null;
                if (seeds.size() > limit) {
                    return null;
                }
            }
            if (isWanted) {
                first = first == null ? one : first;
            }
            last = isWanted ? one : null;
        }
        if (first != null && last != null) {
            seeds.add(seed(first, last));
        }
        return seeds.size() > limit ? null : seeds;
    }

    private static boolean isNext(Serial last, Serial one) {
        return last.item().equals(one.item()) && last.parts().isLike(one.parts());
    }

    private static ScopeSeed seed(Serial first, Serial last) {
        boolean single = first.number().equals(last.number());
        return Seeds.of(
                first.item(),
                null,
                single ? first.number() : null,
                single ? null : new ScopeSeed.Numbers(first.number(), last.number()));
    }

    /** The serials between the first and the last of some, by item. */
    Map<String, BitSet> spans(BitSet some) {
        Map<String, int[]> ends = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (some.get(sorted.get(i).at())) {
                int at = i;
                int[] end = ends.computeIfAbsent(sorted.get(i).item(), item -> new int[] {at, at});
                end[1] = i;
            }
        }
        Map<String, BitSet> spans = new HashMap<>();
        ends.forEach((item, end) -> {
            var span = new BitSet();
            for (int i = end[0]; i <= end[1]; i++) {
                span.set(sorted.get(i).at());
            }
            spans.put(item, span);
        });
        return spans;
    }
}
