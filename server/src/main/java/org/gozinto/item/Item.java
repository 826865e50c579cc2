/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * What is made, bought or sold.
 *
 * @param code never changes
 * @param unit base unit, in which all quantities are kept
 * @param decimals scale of quantities, 0 to 9: a quantity of 1.25 at 3 decimals is kept as 1250
 * @param units other units
 * @param gtin 14 digits
 * @param issuer code of the partner that numbers the lots and serials; null when we do
 * @param codes further numbers that name it
 * @param links what anybody may read about it
 * @param shelfLifeDays from the day of manufacture to the last usable day
 * @param inspection what waits for an inspection before it may be used; null for nothing
 * @param version grows by one with each change
 */
public record Item(
        long id,
        String code,
        String name,
        Tracking tracking,
        String unit,
        int decimals,
        List<OtherUnit> units,
        @Nullable String gtin,
        @Nullable String issuer,
        List<ItemCode> codes,
        List<ItemLink> links,
        @Nullable Integer shelfLifeDays,
        @Nullable InspectionRule inspection,
        Map<String, String> attributes,
        boolean active,
        long version) {

    /** One {@code unit} is {@code factor} base units. */
    public record OtherUnit(String unit, BigDecimal factor) {}

    /** Every number by which it is known: its own GTIN first, then the further ones. */
    public List<ItemKey> keys() {
        List<ItemKey> keys = new ArrayList<>(codes.size() + 1);
        if (gtin != null) {
            keys.add(new ItemKey(ItemKey.Scheme.GTIN, gtin));
        }
        codes.forEach(code -> keys.add(code.key()));
        return keys;
    }

    /** How many base units one of this unit is; null when the item does not have the unit. */
    public @Nullable BigDecimal factor(String otherUnit) {
        if (otherUnit.equals(unit)) {
            return BigDecimal.ONE;
        }
        return units.stream()
                .filter(u -> u.unit().equals(otherUnit))
                .map(OtherUnit::factor)
                .findFirst()
                .orElse(null);
    }

    /** A quantity at this item's scale as people write it, such as {@code 12.5}. */
    public String quantity(long qty) {
        return BigDecimal.valueOf(qty, decimals).toPlainString();
    }
}
