/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told of a number.
 *
 * @param knownAt the minute in which it was asked
 * @param recalls those that name it, newest first
 * @param products of which one has to be chosen, since several have the number
 * @param hint what else the visitor can do; null when nothing
 */
record CheckAnswer(
        Kind kind,
        Instant knownAt,
        List<Naming> recalls,
        List<Product> products,
        @Nullable Hint hint) {

    /** The five answers. */
    enum Kind {
        AFFECTED("affected"),
        POSSIBLY("possibly"),
        REMEDIED("remedied"),
        NOT_AFFECTED("notAffected"),
        UNKNOWN("unknown");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the API. */
        String word() {
            return word;
        }
    }

    /**
     * A recall that names the number.
     *
     * @param remediedOn the day on which it was put right, where the status says so; otherwise null
     */
    record Naming(
            PublicRecall recall, Kind status, @Nullable LocalDate remediedOn) {}

    /** An item by its code and name. */
    record Product(String item, String name) {}

    /**
     * Something to try.
     *
     * @param number the part of what was typed that it is about; empty where it is about all of it
     * @param position where the character stands in it that cannot be right, from 1; 0 when no one is at fault
     */
    record Hint(Reason reason, String number, int position) {

        static Hint of(Reason reason) {
            return new Hint(reason, "", 0);
        }

        /** The character that cannot be right. */
        String character() {
            return position == 0 || position > number.length()
                    ? ""
                    : Character.toString(number.codePointAt(position - 1));
        }
    }

    /** Why the visitor should look again, or what else to say. */
    enum Reason {
        CHECK_DIGIT("checkDigit"),
        FORM("form"),
        LENGTH("length"),
        TOO_LONG("tooLong"),
        EMPTY("empty"),
        NEEDS_NUMBER("needsNumber"),
        NEEDS_LOT("needsLot"),
        NEEDS_SERIAL("needsSerial"),
        LOT_NAMED("lotNamed"),
        WHICH_PRODUCT("whichProduct");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word in the API. */
        String word() {
            return word;
        }
    }
}
