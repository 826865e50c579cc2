/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Reading;
import org.gozinto.identify.numbering.Form.Misfit;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.unit.NumberForms;
import org.gozinto.unit.NumberKind;
import org.gozinto.web.CheckAnswer.Hint;
import org.gozinto.web.CheckAnswer.Reason;
import org.gozinto.web.CheckQuestion.Named;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a number can be right by its form alone: check digits, and the templates of our items. It looks at no
 * lot and no serial, so it answers alike for numbers that exist and for those that do not.
 */
final class CheckFormat {

    /** Digits of a GTIN, of 14, that stand for the company at the least. */
    private static final int PREFIX_DIGITS = 8;

    private final Items items;
    private final NumberForms forms;
    private volatile Prefixes prefixes = new Prefixes(-1, Set.of());

    CheckFormat(Items items, NumberForms forms) {
        this.items = items;
        this.forms = forms;
    }

    /** Beginnings of our items' GTINs, as they were after so many changes of items. */
    private record Prefixes(long changes, Set<String> digits) {}

    /** What is wrong with it; null when it can be right. */
    @Nullable
    Hint wrong(CheckQuestion asked) {
        if (asked.isEmpty()) {
            return Hint.of(Reason.EMPTY);
        }
        if (asked.tooLong()) {
            return Hint.of(Reason.TOO_LONG);
        }
        if (asked.flaw() != null) {
            return flaw(asked.flaw());
        }
        Hint wrong = null;
        for (Named named : asked.named()) {
            Hint one = wrong(named);
            if (one == null) {
                return null;
            }
            wrong = one;
        }
        if (!asked.named().isEmpty()) {
            return wrong;
        }
        for (String number : asked.loose()) {
            Hint one = loose(number);
            if (one == null) {
                return null;
            }
            wrong = one;
        }
        return wrong;
    }

    /** In the words of identify. */
    private static Hint flaw(String code) {
        return Hint.of(
                switch (code) {
                    case "checkDigit", "checkPair", "checkCharacter" -> Reason.CHECK_DIGIT;
                    case "length", "tooShort", "missing" -> Reason.LENGTH;
                    case "tooLong" -> Reason.TOO_LONG;
                    default -> Reason.CHECK_DIGIT;
                });
    }

    private @Nullable Hint wrong(Named named) {
        Hint wrong = null;
        for (Item item : named.items()) {
            Hint serial = hint(NumberKind.SERIAL, item, named.serial());
            Hint lot = hint(NumberKind.LOT, item, named.lot());
            if (serial == null && lot == null) {
                return null;
            }
            wrong = serial == null ? lot : serial;
        }
        return wrong;
    }

    private @Nullable Hint hint(NumberKind kind, Item item, @Nullable String number) {
        if (number == null) {
            return null;
        }
        Misfit first = null;
        for (String spelling : CheckNumber.spellings(number)) {
            Misfit misfit = forms.misfit(item, kind, spelling);
            if (misfit == null) {
                return null;
            }
            first = first == null ? misfit : first;
        }
        return hint(first, number);
    }

    private @Nullable Hint loose(String number) {
        if (number.length() > CheckNumber.LENGTH_MAX) {
            return Hint.of(Reason.TOO_LONG);
        }
        Misfit first = null;
        List<String> spellings = CheckNumber.spellings(number);
        for (String spelling : spellings) {
            Misfit misfit = forms.misfit(spelling);
            if (misfit == null) {
                return isFailedGtin(number) ? Hint.of(Reason.CHECK_DIGIT) : null;
            }
            first = first == null ? misfit : first;
        }
        return hint(first, number);
    }

    private static @Nullable Hint hint(@Nullable Misfit misfit, String number) {
        if (misfit == null) {
            return null;
        }
        return switch (misfit.fault()) {
            case CHECK -> Hint.of(Reason.CHECK_DIGIT);
            case LENGTH -> Hint.of(Reason.LENGTH);
            case CHARACTER -> new Hint(Reason.FORM, CheckNumber.shown(number), misfit.position() + 1);
        };
    }

    /** Whether it looks like the number under a bar code of ours with something mistyped. */
    private boolean isFailedGtin(String text) {
        String digits = text.replace(" ", "");
        boolean like =
                digits.length() >= 12 && digits.length() <= 14 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!like || Gtin.of(digits) instanceof Reading.Ok<Gtin>) {
            return false;
        }
        String full = "0".repeat(14 - digits.length()) + digits;
        return prefixes().contains(full.substring(1, 1 + PREFIX_DIGITS));
    }

    private Set<String> prefixes() {
        Prefixes now = prefixes;
        long changes = items.changes();
        if (now.changes() != changes) {
            Set<String> digits = new HashSet<>();
            for (Item item : items.page(null, null, Integer.MAX_VALUE - 1).items()) {
                for (ItemKey key : item.keys()) {
                    if (key.scheme() == ItemKey.Scheme.GTIN) {
                        digits.add(key.value().substring(1, 1 + PREFIX_DIGITS));
                    }
                }
            }
            now = new Prefixes(changes, digits);
            prefixes = now;
        }
        return now.digits();
    }
}
