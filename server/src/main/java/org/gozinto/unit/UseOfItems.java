/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.gozinto.item.ItemUse;
import org.gozinto.place.Place;
import org.gozinto.place.Places;

/** Tells the items what became of them. */
public final class UseOfItems implements ItemUse {

    private final Units units;
    private final Places places;

    public UseOfItems(Units units, Places places) {
        this.units = units;
        this.places = places;
    }

    @Override
    public boolean isUsed(long itemId) {
        return units.isUsed(itemId);
    }

    @Override
    public boolean isPartner(String code) {
        Place place = places.find(code);
        return place != null && place.kind() == Place.Kind.PARTNER;
    }
}
