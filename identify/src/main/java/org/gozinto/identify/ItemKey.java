/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that names an item, and who gives such numbers.
 *
 * @param value the number in its canonical form; a GTIN has 14 digits
 */
public record ItemKey(Scheme scheme, String value) {

    /** Who gives the number. */
    public enum Scheme {
        GTIN("gtin"),
        /** HIBC primary: labeller, product and unit of measure, without {@code +} and check character. */
        HIBC("hibc"),
        /** Pharmacy Product Number of the IFA: 12 characters with the check digits. */
        PPN("ppn"),
        /** Pharmazentralnummer of the IFA: 8 digits with the check digit. */
        PZN("pzn"),
        /**
         * ICCBBA: processor, facility's product code and product description code, 16 characters; of a blood
         * container its manufacturer and catalogue number, 10 characters.
         */
        ISBT128("isbt128"),
        /** The maker's own part number. */
        PART("part"),
        /** The customer's number for the part. */
        CUSTOMER_PART("customerPart");

        private final String word;

        Scheme(String word) {
            this.word = word;
        }

        /** The name in the API. */
        public String word() {
            return word;
        }
    }

    /** The keys that a GTIN gives: itself, and the Pharmazentralnummer where it is a German NTIN. */
    static List<ItemKey> of(@Nullable Gtin gtin) {
        if (gtin == null) {
            return List.of();
        }
        ItemKey key = new ItemKey(Scheme.GTIN, gtin.digits());
        Pzn pzn = Pzn.ofNtin(gtin);
        return pzn == null ? List.of(key) : List.of(key, new ItemKey(Scheme.PZN, pzn.digits()));
    }

    /** {@code gtin:09506000134352}. */
    @Override
    public String toString() {
        return scheme.word + ':' + value;
    }
}
