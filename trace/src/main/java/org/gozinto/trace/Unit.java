/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import org.jspecify.annotations.Nullable;

/**
 * Whatever can be traced: a lot, a serial, a carton or pallet, or the untracked stock of an item.
 * A container has the item "" and its code in {@code serial}; untracked stock has neither lot nor serial.
 *
 * @param lotUnit id of the lot that a serial belongs to, -1 for none
 * @param decimals scale of all quantities of this unit: quantity 1500 with 3 decimals is 1.5
 * @param twin 0, or n for the n-th suspect twin of the same serial
 */
public record Unit(
        int id,
        Kind kind,
        String item,
        String issuer,
        @Nullable String lot,
        @Nullable String serial,
        int lotUnit,
        int decimals,
        Measure measure,
        int twin) {

    /** The same unit where its lot has another number. */
    Unit inLot(int lot) {
        return new Unit(id, kind, item, issuer, this.lot, serial, lot, decimals, measure, twin);
    }

    /** What kind of thing a unit is. */
    public enum Kind {
        LOT,
        SERIAL,
        CONTAINER,
        UNTRACKED
    }
}
