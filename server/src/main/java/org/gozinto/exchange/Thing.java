/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something physical that an event is about. */
sealed interface Thing {

    /** Where it stands in the document. */
    String pointer();

    /**
     * What a thing is one of.
     *
     * @param code of the item that is made for it when there is none
     * @param gtin 14 digits, or null for assets and parts
     */
    record Product(String code, @Nullable String gtin) {}

    /** One piece with its serial. */
    record Piece(String pointer, Product product, String serial) implements Thing {}

    /** An amount of one lot; the quantity is null when the document does not know it. */
    record LotAmount(
            String pointer,
            Product product,
            String lot,
            @Nullable BigDecimal qty,
            @Nullable String uom) implements Thing {}

    /** An amount of which no lot is named. */
    record Amount(
            String pointer,
            Product product,
            @Nullable BigDecimal qty,
            @Nullable String uom) implements Thing {}

    /** A logistic unit. */
    record Box(String pointer, String sscc) implements Thing {}
}
