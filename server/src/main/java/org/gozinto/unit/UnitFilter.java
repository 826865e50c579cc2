/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.jspecify.annotations.Nullable;

/**
 * What a list of units is narrowed to, in the words of a request; null members narrow nothing.
 *
 * @param place where some of it is
 * @param number how the number begins
 * @param days for {@code state=expiring}: how far ahead
 * @param recall the number of a recall that stops it
 * @param below a place that it is in or below
 */
public record UnitFilter(
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String container,
        @Nullable String place,
        @Nullable String kind,
        @Nullable String number,
        @Nullable String state,
        @Nullable Integer days,
        @Nullable String recall,
        @Nullable String below) {

    /** Whether only what a list of units was always narrowed to is given. */
    boolean isPlain() {
        return kind == null && number == null && state == null && days == null && recall == null && below == null;
    }
}
