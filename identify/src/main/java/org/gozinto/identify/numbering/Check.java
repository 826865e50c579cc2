/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.Arrays;
import org.gozinto.identify.CheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * A check over all characters before it. Hyphens, dots, slashes and underscores stand there for the eye: they are
 * passed over.
 */
public enum Check {
    /** Mod 10 with the weights 3 and 1, as in GS1 keys. */
    GS1("gs1", 1, false),
    /** Mod 10 with every second digit doubled, as on payment cards (ISO/IEC 7812-1). */
    LUHN("luhn", 1, false),
    /** ISO/IEC 7064 MOD 97-10: two digits that find every error in one character and nearly all others. */
    MOD97("97", 2, true),
    /** Damm's: one digit that finds every error in one digit and every swap of neighbours. */
    DAMM("damm", 1, false);

    private static final String PASSED_OVER = "-./_";

    /** Damm's quasigroup of order 10: row is the interim digit, column the next one. */
    private static final String[] DAMM_ROWS = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private final String word;
    private final int width;
    private final boolean letters;

    Check(String word, int width, boolean letters) {
        this.word = word;
        this.width = width;
        this.letters = letters;
    }

    /** How templates name it, after {@code check:}. */
    public String word() {
        return word;
    }

    /** How many digits it has. */
    public int width() {
        return width;
    }

    static @Nullable Check of(String word) {
        return Arrays.stream(values())
                .filter(c -> c.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Where the first character stands that cannot be counted, or -1. */
    public int firstUncounted(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = letters && c >= 'A' && c <= 'Z';
            if (!digit && !letter && PASSED_OVER.indexOf(c) < 0) {
                return i;
            }
        }
        return -1;
    }

    /** What can be counted, in words. */
    String counts() {
        return letters ? "digits and the letters A to Z" : "digits";
    }

    /** The check digits to write behind the text, all of which must be countable. */
    public String of(CharSequence text) {
        var body = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (PASSED_OVER.indexOf(text.charAt(i)) < 0) {
                body.append(text.charAt(i));
            }
        }
        return switch (this) {
            case GS1 -> String.valueOf(Math.max(0, CheckDigit.of(body)));
            case LUHN -> String.valueOf(luhn(body));
            case MOD97 -> mod97(body);
            case DAMM -> String.valueOf(damm(body));
        };
    }

    private static int luhn(CharSequence body) {
        int sum = 0;
        boolean doubled = true;
        for (int i = body.length() - 1; i >= 0; i--) {
            int digit = body.charAt(i) - '0';
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static String mod97(CharSequence body) {
        int rest = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        int check = 98 - rest * 100 % 97;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    private static int damm(CharSequence body) {
        int interim = 0;
        for (int i = 0; i < body.length(); i++) {
            interim = DAMM_ROWS[interim].charAt(body.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
