/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import java.util.List;
import org.gozinto.identify.Code;
import org.gozinto.identify.Epc;
import org.gozinto.identify.Gln;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Said;
import org.gozinto.identify.Sscc;
import org.gozinto.identify.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about: what one reading says, or all symbols of one item together.
 *
 * @param extension of the place's number
 * @param otherKey a key of an asset, document or the like that an EPC names
 * @param standsAlone whether it is sure to be what it looks like. A typed number such as {@code 10123} must not find
 *     lot 123 because it can be read as an element string
 */
record Subject(
        List<ItemKey> itemKeys,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable Sscc sscc,
        @Nullable Gln gln,
        @Nullable LocalDate expiry,
        List<? extends Said> said,
        @Nullable String extension,
        @Nullable String otherKey,
        boolean standsAlone) {

    private static final char FNC1 = '\u001d';

    static Subject of(Code reading) {
        Epc epc = reading instanceof Code.EpcCode code ? code.epc() : null;
        return new Subject(
                reading.itemKeys(),
                reading.lot(),
                reading.serial(),
                reading.sscc(),
                reading.gln(),
                reading.expiry(),
                reading.said(),
                epc instanceof Epc.Sgln sgln ? sgln.extension() : extension(reading.said()),
                epc instanceof Epc.Key key ? key.value() : null,
                standsAlone(reading));
    }

    static Subject of(Symbols symbols) {
        List<Said> said = symbols.values().stream().map(Symbols.Told::said).toList();
        return new Subject(
                symbols.itemKeys(),
                symbols.lot(),
                symbols.serial(),
                symbols.sscc(),
                symbols.gln(),
                symbols.expiry(),
                said,
                extension(said),
                null,
                symbols.codes().stream().allMatch(Subject::standsAlone));
    }

    private static @Nullable String extension(List<? extends Said> values) {
        for (Said said : values) {
            if (said.id().equals("254")) {
                return said.value();
            }
        }
        return null;
    }

    private static boolean standsAlone(Code reading) {
        String raw = reading.raw();
        return reading.family() != Code.Family.ELEMENT_STRING
                || raw.startsWith("]")
                || raw.startsWith("(")
                || raw.indexOf(FNC1) >= 0;
    }
}
