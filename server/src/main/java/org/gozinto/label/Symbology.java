/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of symbols, with the blank that each needs around it and the smallest module that scanners read well.
 *
 * <p>Quiet zones and module widths are those of the GS1 General Specifications §5 and of the symbologies' standards; a
 * template may ask for larger modules and never for smaller ones.
 */
enum Symbology {
    GS1_128("gs1-128", Data.GS1, true, 10, 10, 0.25, 1.016),
    GS1_DATAMATRIX("gs1-datamatrix", Data.GS1, false, 1, 1, 0.25, 0.99),
    GS1_QR("gs1-qr", Data.GS1, false, 4, 4, 0.25, 0.99),
    GS1_LINK_QR("gs1-digital-link-qr", Data.LINK, false, 4, 4, 0.25, 0.99),
    CODE_128("code-128", Data.ASCII, true, 10, 10, 0.19, 1.016),
    DATAMATRIX("datamatrix", Data.LATIN, false, 1, 1, 0.25, 0.99),
    QR("qr", Data.TEXT, false, 4, 4, 0.25, 0.99),
    EAN_13("ean-13", Data.ITEM, true, 11, 7, 0.264, 0.66),
    EAN_8("ean-8", Data.ITEM, true, 7, 7, 0.264, 0.66),
    UPC_A("upc-a", Data.ITEM, true, 9, 9, 0.264, 0.66),
    ITF_14("itf-14", Data.ITEM, true, 10, 10, 0.25, 1.016),
    HIBC_128("hibc-128", Data.HIBC, true, 10, 10, 0.19, 1.016),
    HIBC_DATAMATRIX("hibc-datamatrix", Data.HIBC, false, 1, 1, 0.25, 0.99),
    HIBC_QR("hibc-qr", Data.HIBC, false, 4, 4, 0.25, 0.99);

    /** What a symbol is filled with. */
    enum Data {
        /** Application identifiers with their values. */
        GS1,
        /** The same as an address in the web. */
        LINK,
        /** The primary of an HIBC label, to which lot, serial and days are added. */
        HIBC,
        /** The number of an item and nothing else. */
        ITEM,
        /** Printable ASCII. */
        ASCII,
        /** Printable characters of ISO/IEC 8859-1. */
        LATIN,
        /** Any text. */
        TEXT
    }

    final String word;
    final Data data;
    final boolean linear;
    /** Modules of blank before and after; above and below too when it is not linear. */
    final int quietBefore;

    final int quietAfter;
    final double moduleMinMm;
    final double moduleMaxMm;

    Symbology(
            String word,
            Data data,
            boolean linear,
            int quietBefore,
            int quietAfter,
            double moduleMinMm,
            double moduleMaxMm) {
        this.word = word;
        this.data = data;
        this.linear = linear;
        this.quietBefore = quietBefore;
        this.quietAfter = quietAfter;
        this.moduleMinMm = moduleMinMm;
        this.moduleMaxMm = moduleMaxMm;
    }

    /** Whether it is filled with application identifiers, {@code (01){gtin}(10){lot}}. */
    boolean isOfElements() {
        return data == Data.GS1 || data == Data.LINK;
    }

    static @Nullable Symbology of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(s -> s.word).toList();
    }
}
