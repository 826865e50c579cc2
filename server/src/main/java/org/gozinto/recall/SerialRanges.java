/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gozinto.identify.NaturalOrder;

/**
 * Serial numbers in short: numbers that follow each other become a range. A range never spans a number that is not in
 * the list: whoever recalls by ranges with gaps recalls too much.
 */
final class SerialRanges {

    private SerialRanges() {}

    /** The ranges of some numbers, in their natural order. */
    static List<PublicRecalls.Range> of(Collection<String> numbers) {
        List<String> sorted =
                numbers.stream().distinct().sorted(NaturalOrder.INSTANCE).toList();
        List<PublicRecalls.Range> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !follows(sorted.get(i - 1), sorted.get(i))) {
                ranges.add(new PublicRecalls.Range(sorted.get(from), sorted.get(i - 1), i - from));
                from = i;
            }
        }
        return ranges;
    }

    /** Whether a number is the next one: the same but for its last digits, which count one more and are as many. */
    private static boolean follows(String before, String after) {
        int at = digitsFrom(before);
        if (before.length() != after.length() || at == before.length() || at != digitsFrom(after)) {
            return false;
        }
        return before.regionMatches(0, after, 0, at)
                && new BigInteger(before.substring(at)).add(BigInteger.ONE).equals(new BigInteger(after.substring(at)));
    }

    private static int digitsFrom(String number) {
        int at = number.length();
        while (at > 0 && number.charAt(at - 1) >= '0' && number.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }
}
