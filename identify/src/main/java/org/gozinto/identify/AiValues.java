/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What element strings and Digital Links have in common: application identifiers with values. */
public sealed interface AiValues permits ElementString, DigitalLink {

    /** The values in the order in which they were given. */
    List<AiValue> values();

    /** Pairs that exclude each other, companions that are missing and the like; empty when all is well. */
    List<Remark> remarks();

    /** The first value with this identifier, or null. */
    default @Nullable AiValue find(String ai) {
        for (AiValue value : values()) {
            if (value.ai().equals(ai)) {
                return value;
            }
        }
        return null;
    }

    /** The characters of the first value with this identifier, or null. */
    default @Nullable String text(String ai) {
        AiValue value = find(ai);
        return value == null ? null : value.value();
    }

    /** The item: AI 01, else 02 (contained items), 03 (made to order), 8006 (piece of an item), 8026. */
    default @Nullable Gtin gtin() {
        for (AiValue value : values()) {
            switch (value.ai()) {
                case "01", "02", "03" -> {
                    return Gtin.of(value.value()).valueOrNull();
                }
                case "8006", "8026" -> {
                    return Gtin.of(value.value().substring(0, 14)).valueOrNull();
                }
                default -> {}
            }
        }
        return null;
    }

    /** The logistic unit: AI 00. */
    default @Nullable Sscc sscc() {
        String text = text("00");
        return text == null ? null : Sscc.of(text).valueOrNull();
    }

    /** The place: AI 414. */
    default @Nullable Gln gln() {
        String text = text("414");
        return text == null ? null : Gln.of(text).valueOrNull();
    }

    /** The lot: AI 10. */
    default @Nullable String lot() {
        return text("10");
    }

    /** The serial: AI 21. */
    default @Nullable String serial() {
        return text("21");
    }

    /** The last usable day: AI 17, else the day of AI 7003. */
    default @Nullable LocalDate expiry() {
        LocalDate day = day("17");
        return day == null ? day("7003") : day;
    }

    /** The count of pieces: AI 30 (in a variable measure item), else 37 (items contained in a logistic unit); or null. */
    default @Nullable BigDecimal count() {
        AiValue value = find("30");
        value = value == null ? find("37") : value;
        return value != null && value.meaning() instanceof Meaning.Number number ? number.number() : null;
    }

    /** The day that this identifier gives, or null. */
    default @Nullable LocalDate day(String ai) {
        AiValue value = find(ai);
        return switch (value == null ? null : value.meaning()) {
            case Meaning.Day day -> day.date();
            case Meaning.Days days -> days.first();
            case Meaning.Moment moment -> moment.time().toLocalDate();
            case null, default -> null;
        };
    }

    /** The element strings as a symbol carries them: GS (0x1D) after values that need a separator, none in front. */
    default String separated() {
        StringBuilder out = new StringBuilder();
        boolean open = false;
        for (AiValue value : values()) {
            if (open) {
                out.append(Chars.FNC1);
            }
            out.append(value.ai()).append(value.value());
            Ai ai = AiTable.find(value.ai());
            open = ai == null || ai.predefined == 0;
        }
        return out.toString();
    }

    /**
     * The element strings as people read them: {@code (01)09506000134352(10)A1}; an opening bracket in a value is
     * escaped.
     */
    default String bracketed() {
        StringBuilder out = new StringBuilder();
        for (AiValue value : values()) {
            out.append('(').append(value.ai()).append(')').append(value.value().replace("(", "\\("));
        }
        return out.toString();
    }

    /**
     * The canonical GS1 Digital Link: {@code https://id.gs1.org/}, key, qualifiers in their order, all else as
     * attributes in the order of their identifiers; null when there is no key. Identifiers that no link may hold, such as
     * 8200, are left out.
     */
    default @Nullable String canonicalLink() {
        return LinkText.canonical(values());
    }

    /**
     * The Digital Link in the form that EPCIS events and their hashes use: the finest level only (serial, else lot), no
     * attributes; null when there is no key.
     */
    default @Nullable String epcisLink() {
        return LinkText.forEpcis(values());
    }
}
