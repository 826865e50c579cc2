/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.Codes;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Options;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody types it, or a code as a camera reads it, as far as the text alone tells: nothing here looks at
 * what is recorded.
 *
 * @param shown as it can be shown and kept
 * @param itemIds of the items that the code names; empty where it names none, {@link #NO_ITEM} where none of ours
 * @param serial the serial number in it
 * @param item the one item that the code names; null for none or several
 */
record TypedNumber(
        String shown,
        List<Long> itemIds,
        String serial,
        @Nullable Item item) {

    /** No item has this id: of a foreign item nothing is found, with as much work. */
    static final long NO_ITEM = -1;

    /** No serial number is longer. */
    static final int LENGTH_MAX = 64;

    private static final int CODE_LENGTH_MAX = 2_000;

    /** What was typed; null where there is no serial number in it that can be one. */
    static @Nullable TypedNumber of(@Nullable String typed, Items items, Options options) {
        String clean = clean(typed == null ? "" : typed);
        if (clean.isEmpty() || clean.length() > CODE_LENGTH_MAX) {
            return null;
        }
        TypedNumber read = null;
        for (Code code : Codes.read(clean, options)) {
            String serial = code.serial();
            // A number that begins with S may be read as a code too; what names an item is one.
            boolean sure = !code.guessed() && !code.itemKeys().isEmpty();
            if (sure && serial != null && !serial.isEmpty() && read == null) {
                read = named(clean, code.itemKeys(), serial, items);
            }
        }
        TypedNumber number = read == null ? new TypedNumber(clean, List.of(), clean, null) : read;
        boolean keepable = number.kept().length() <= LENGTH_MAX
                && Faults.isKeepable(number.kept())
                && number.kept().chars().noneMatch(Character::isISOControl);
        return keepable ? number : null;
    }

    private static TypedNumber named(String clean, List<ItemKey> keys, String serial, Items items) {
        Set<Item> found = new LinkedHashSet<>();
        keys.forEach(key -> items.named(key).forEach(named -> found.add(named.item())));
        List<Long> ids = new ArrayList<>(found.stream().map(Item::id).toList());
        if (ids.isEmpty() && !keys.isEmpty()) {
            ids.add(NO_ITEM);
        }
        return new TypedNumber(
                clean, ids, serial, found.size() == 1 ? found.iterator().next() : null);
    }

    /** What is kept as the number: all of a code whose item is not ours, so that no other unit's number is met. */
    String kept() {
        return itemIds.contains(NO_ITEM) ? shown : serial;
    }

    /** How the number may be spelt where it is recorded: as it is, in capitals, in small letters, without blanks. */
    List<String> spellings() {
        Set<String> spellings = new LinkedHashSet<>();
        for (String text : List.of(serial, serial.replace(" ", ""))) {
            spellings.add(text);
            spellings.add(text.toUpperCase(Locale.ROOT));
            spellings.add(text.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(spellings);
    }

    /** What tries for this number are counted under. */
    String throttled() {
        return serial.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Without blanks around it and without what cannot be seen, with the hyphens that keyboards have. */
    private static String clean(String typed) {
        String cut = typed.length() > CODE_LENGTH_MAX ? typed.substring(0, CODE_LENGTH_MAX) : typed;
        var clean = new StringBuilder(cut.length());
        Normalizer.normalize(cut, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.DASH_PUNCTUATION -> clean.append('-');
                case Character.SPACE_SEPARATOR -> clean.append(' ');
                case Character.FORMAT -> {}
                default -> clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }
}
