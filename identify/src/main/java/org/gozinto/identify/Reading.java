/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading a text: a value, or the reason why there is none. Wrong input is an ordinary outcome in this
 * module, never an exception.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {

    /** The text was what it should be. */
    record Ok<T>(T value) implements Reading<T> {}

    /**
     * The text was not what it should be.
     *
     * @param code stable name of the reason, such as {@code checkDigit}
     * @param detail a sentence for a person
     * @param position index of the first wrong character in the text that was given
     */
    record Bad<T>(String code, String detail, int position) implements Reading<T> {

        /** The same reason for another kind of value, {@code offset} characters later. */
        public <U> Bad<U> shifted(int offset) {
            return new Bad<>(code, detail, position + offset);
        }
    }

    static <T> Reading<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Reading<T> bad(String code, String detail, int position) {
        return new Bad<>(code, detail, position);
    }

    default boolean isOk() {
        return this instanceof Ok;
    }

    /** What becomes of the value; a reason stays what it is. */
    default <U> Reading<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Ok<T> ok -> Reading.<U>ok(change.apply(ok.value()));
            case Bad<T> bad -> bad.shifted(0);
        };
    }

    /** What is read from the value; a reason stays what it is. */
    default <U> Reading<U> flatMap(Function<? super T, Reading<U>> next) {
        return switch (this) {
            case Ok<T> ok -> next.apply(ok.value());
            case Bad<T> bad -> bad.shifted(0);
        };
    }

    /** The value, or null when the text was bad. */
    default @Nullable T valueOrNull() {
        return switch (this) {
            case Ok<T> ok -> ok.value();
            case Bad<T> bad -> null;
        };
    }
}
