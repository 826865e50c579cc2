/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codes of the families beside GS1 have in common: values, and what these say about an item. */
public sealed interface DataValues permits Hibc, Isbt128, DataIdentifiers, Iso15434 {

    /** The text that was read. */
    String raw();

    /** Which kind of code it is. */
    Code.Family family();

    /** The values in the order in which they were given. */
    List<? extends Said> values();

    /** What is odd about it although it can be read. */
    List<Remark> remarks();

    /** True when it is one of several readings, or rests on an assumption about lost characters. */
    boolean guessed();

    /** The numbers by which it names an item. */
    default List<ItemKey> itemKeys() {
        return List.of();
    }

    default @Nullable Gtin gtin() {
        return null;
    }

    default @Nullable String lot() {
        return null;
    }

    default @Nullable String serial() {
        return null;
    }

    default @Nullable Sscc sscc() {
        return null;
    }

    default @Nullable Gln gln() {
        return null;
    }

    default @Nullable LocalDate expiry() {
        return null;
    }

    default @Nullable LocalDate bestBefore() {
        return null;
    }

    default @Nullable LocalDate manufactured() {
        return null;
    }

    default @Nullable BigDecimal quantity() {
        return null;
    }

    /** The day that a meaning gives, the first of several; null when it gives none. */
    static @Nullable LocalDate day(@Nullable Meaning meaning) {
        return switch (meaning) {
            case Meaning.Day day -> day.date();
            case Meaning.Days days -> days.first();
            case Meaning.Moment moment -> moment.time().toLocalDate();
            case null, default -> null;
        };
    }

    /** A remark on a flaw that a rule found; {@code id} says in which value. */
    static Remark remark(long packed, String id) {
        Flaw flaw = Flaw.of(packed);
        return new Remark(flaw.code, id + ": " + flaw.sentence, Flaw.position(packed));
    }
}
