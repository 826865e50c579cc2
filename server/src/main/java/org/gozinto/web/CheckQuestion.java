/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.Codes;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as far as the text alone tells; nothing here looks at lots and serials.
 *
 * @param shown what was typed, as it can be shown
 * @param named readings that name an item
 * @param loose numbers that may be lots or serials of any item
 * @param flaw why it is no code although it looks like one: a stable name of identify; null when it does not
 * @param tooLong whether it has more characters than any code
 * @param chosen code of the item that the visitor says it is, {@link #OTHER} for one that was not offered, or null
 */
record CheckQuestion(
        String shown,
        List<Named> named,
        List<String> loose,
        @Nullable String flaw,
        boolean tooLong,
        @Nullable String chosen) {

    /** Stands for a product that was not offered; no item has it as its code, which has no blank at its end. */
    static final String OTHER = "other ";

    private static final char FNC1 = '\u001d';

    /** What one reading says; no items where it names one that is not ours. */
    record Named(
            List<Item> items,
            @Nullable String lot,
            @Nullable String serial) {}

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Reads what was typed or scanned. */
    static CheckQuestion of(String typed, @Nullable String chosen, Items items, Options options) {
        String clean = CheckNumber.clean(typed);
        List<Named> named = new ArrayList<>();
        Set<String> loose = new LinkedHashSet<>();
        boolean sure = false;
        String flaw = null;
        for (Code code : Codes.read(clean, options)) {
            if (code instanceof Code.PlainText plain) {
                boolean fails = named.isEmpty()
                        && isSurelyCode(clean)
                        && !plain.problems().isEmpty();
                flaw = fails ? plain.problems().getFirst().code() : null;
                if (!sure) {
                    loose.add(plain.text());
                }
            } else if (code.itemKeys().isEmpty()) {
                add(loose, code.serial());
                add(loose, code.lot());
            } else {
                sure |= !code.guessed() && (code.lot() != null || code.serial() != null);
                named.add(named(code, items));
            }
        }
        boolean tooLong = typed.length() > CheckNumber.CODE_LENGTH_MAX;
        return new CheckQuestion(
                CheckNumber.shown(clean), List.copyOf(named), List.copyOf(loose), flaw, tooLong, chosen);
    }

    /** What was given in parts. */
    static CheckQuestion of(@Nullable String gtin, @Nullable String lot, @Nullable String serial, Items items) {
        String key = gtin == null ? "" : CheckNumber.clean(gtin);
        String cleanLot = lot == null ? null : CheckNumber.clean(lot);
        String cleanSerial = serial == null ? null : CheckNumber.clean(serial);
        var shown = new StringBuilder(CheckNumber.shown(key));
        for (String part : new @Nullable String[] {cleanLot, cleanSerial}) {
            if (part != null) {
                shown.append(shown.isEmpty() ? "" : " ").append(CheckNumber.shown(part));
            }
        }
        if (key.isEmpty()) {
            Set<String> loose = new LinkedHashSet<>();
            add(loose, cleanSerial);
            add(loose, cleanLot);
            return new CheckQuestion(shown.toString(), List.of(), List.copyOf(loose), null, false, null);
        }
        return switch (Gtin.of(key)) {
            case Reading.Ok<Gtin> ok -> {
                var named = new Named(
                        pieces(new ItemKey(ItemKey.Scheme.GTIN, ok.value().digits()), items), cleanLot, cleanSerial);
                yield new CheckQuestion(shown.toString(), List.of(named), List.of(), null, false, null);
            }
            case Reading.Bad<Gtin> bad ->
                new CheckQuestion(
                        shown.toString(),
                        List.of(new Named(List.of(), null, null)),
                        List.of(),
                        bad.code(),
                        false,
                        null);
        };
    }

    /** Whether it is meant as a code and no number happens to look so. */
    private static boolean isSurelyCode(String text) {
        return text.startsWith("]") || text.startsWith("(") || text.contains("://") || text.indexOf(FNC1) >= 0;
    }

    private static void add(Set<String> loose, @Nullable String number) {
        if (number != null && !number.isEmpty()) {
            loose.add(number);
        }
    }

    private static Named named(Code code, Items items) {
        Set<Item> found = new LinkedHashSet<>();
        boolean isPackage = false;
        for (ItemKey key : code.itemKeys()) {
            found.addAll(pieces(key, items));
            isPackage |= items.named(key).stream()
                    .anyMatch(named -> named.by() != null && named.by().contains() != null);
        }
        // A package has serials of its own, which are none of a piece.
        return new Named(List.copyOf(found), code.lot(), isPackage ? null : code.serial());
    }

    private static List<Item> pieces(ItemKey key, Items items) {
        Set<Item> found = new LinkedHashSet<>();
        items.named(key).forEach(named -> found.add(named.item()));
        boolean part = key.scheme() == ItemKey.Scheme.PART || key.scheme() == ItemKey.Scheme.CUSTOMER_PART;
        Item kept = part ? items.find(key.value()) : null;
        if (kept != null) {
            found.add(kept);
        }
        return List.copyOf(found);
    }
}
