/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** The check character pair of alphanumeric keys, modulo 1021 (GS1 General Specifications §7.9.5). */
final class CheckPair {

    private static final String PAIR_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int MOST = 99;
    private static final int[] PRIMES = primes(MOST - 2);

    private CheckPair() {}

    static long check(String s, int from, int to) {
        int length = to - from;
        if (length < 2) {
            return Flaw.PAIR_SHORT.at(from);
        }
        if (length > MOST) {
            return Flaw.TOO_LONG.at(from);
        }
        int sum = 0;
        for (int i = from; i < to - 2; i++) {
            int weight = CharSet.X.characters.indexOf(s.charAt(i));
            if (weight < 0) {
                return Flaw.CHARACTER.at(i);
            }
            sum += weight * PRIMES[to - 3 - i];
        }
        sum %= 1021;
        boolean right = s.charAt(to - 2) == PAIR_CHARACTERS.charAt(sum >> 5)
                && s.charAt(to - 1) == PAIR_CHARACTERS.charAt(sum & 31);
        return right ? Flaw.NONE : Flaw.CHECK_PAIR.at(to - 2);
    }

    private static int[] primes(int count) {
        int[] found = new int[count];
        int size = 0;
        for (int candidate = 2; size < count; candidate++) {
            boolean prime = true;
            for (int i = 0; i < size && prime; i++) {
                prime = candidate % found[i] != 0;
            }
            if (prime) {
                found[size++] = candidate;
            }
        }
        return found;
    }
}
