/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/** ISO code lists that element strings refer to. */
final class NumberLists {

    private static final BitSet COUNTRIES = new BitSet(1000);
    private static final BitSet CURRENCIES = new BitSet(1000);
    private static final Set<String> COUNTRY_LETTERS = Set.of(Locale.getISOCountries());

    static {
        for (String line : Resource.lines("number-lists.txt")) {
            String[] words = line.split(" ", -1);
            BitSet list = words[0].equals("country") ? COUNTRIES : CURRENCIES;
            for (int i = 1; i < words.length; i++) {
                list.set(Integer.parseInt(words[i]));
            }
        }
    }

    private NumberLists() {}

    static boolean isCountry(int number) {
        return COUNTRIES.get(number);
    }

    static boolean isCurrency(int number) {
        return CURRENCIES.get(number);
    }

    static boolean isCountry(String letters) {
        return COUNTRY_LETTERS.contains(letters);
    }
}
