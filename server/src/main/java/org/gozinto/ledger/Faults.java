/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a request, so that one answer names all of it. */
public final class Faults {

    private static final int CODE_LENGTH_MAX = 64;

    private final List<Refusal.Fault> faults = new ArrayList<>();

    /** Notes a fault unless the condition holds; gives the condition back. */
    public boolean expect(boolean condition, String pointer, String detail, String expected) {
        if (!condition) {
            faults.add(new Refusal.Fault(pointer, detail, expected, null));
        }
        return condition;
    }

    /** A code that people type, print and scan: 1 to 64 printable characters without blanks at its ends. */
    public String code(String pointer, @Nullable String value) {
        String code = value == null ? "" : value;
        boolean good = !code.isEmpty()
                && code.length() <= CODE_LENGTH_MAX
                && code.equals(code.strip())
                && code.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        expect(
                good,
                pointer,
                value == null ? "is missing" : "is not a code",
                "1 to 64 printable characters, no blanks at the ends");
        return code;
    }

    /** Whether the text can be written in UTF-8 and kept: no half of a surrogate pair, no NUL. */
    public static boolean isKeepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }

    /** Text of a length; null is let through. */
    public void text(String pointer, @Nullable String value, int lengthMax) {
        if (value != null) {
            expect(
                    value.length() <= lengthMax && isKeepable(value),
                    pointer,
                    "is too long, or has a NUL or half a character",
                    "at most " + lengthMax + " characters");
        }
    }

    /** Throws what was gathered, if anything. */
    public void refuse(String what) {
        if (!faults.isEmpty()) {
            Refusal.Fault first = faults.getFirst();
            throw new Refusal(
                            422,
                            "invalid",
                            "Some fields are wrong",
                            what + ": " + first.pointer() + " " + first.detail() + ".",
                            List.copyOf(faults))
                    .asException();
        }
    }

    /** Does work whose faults are of members of something that was sent, which stands at {@code pointer}. */
    public static void within(String pointer, Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            List<Refusal.Fault> faults = refusal.faults().stream()
                    .map(f -> new Refusal.Fault(pointer + f.pointer(), f.detail(), f.expected(), f.action()))
                    .toList();
            throw new Refusal(refusal.status(), refusal.code(), refusal.title(), refusal.detail(), faults)
                    .asException();
        }
    }
}
