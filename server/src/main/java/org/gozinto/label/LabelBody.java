/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a label is for, as it is asked. What is not given comes from the ledger.
 *
 * @param unit the id of a unit, instead of its item and numbers
 * @param qty a decimal text
 * @param expiry a day such as 2027-03-01; the other days too
 * @param container the code of a container; with item, lot and qty they say what is in it
 * @param values other texts: company, name, unit and placeName in place of the known ones; any other for {own.…}
 */
record LabelBody(
        @Nullable String unit,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String qty,
        @Nullable String expiry,
        @Nullable String bestBefore,
        @Nullable String manufactured,
        @Nullable String container,
        @Nullable String place,
        @Nullable Map<String, String> values) {

    /** A label for a number of an item. */
    static LabelBody numbered(String item, @Nullable String lot, @Nullable String serial) {
        return new LabelBody(null, item, lot, serial, null, null, null, null, null, null, null);
    }
}
