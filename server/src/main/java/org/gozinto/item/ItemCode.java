/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.math.BigDecimal;
import org.gozinto.identify.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * A further number that names an item, beside its own GTIN.
 *
 * @param value in the canonical form of its scheme
 * @param contains how many base units a package with this number holds; null when the number names the item itself
 */
public record ItemCode(
        ItemKey.Scheme scheme, String value, @Nullable BigDecimal contains) {

    public ItemKey key() {
        return new ItemKey(scheme, value);
    }

    /** Whether several items may have the same number of this scheme: nobody sees to it that they differ. */
    static boolean isShared(ItemKey.Scheme scheme) {
        return scheme == ItemKey.Scheme.PART || scheme == ItemKey.Scheme.CUSTOMER_PART;
    }
}
