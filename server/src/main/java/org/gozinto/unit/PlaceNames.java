/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;

/** Names of places for people, also of those that are units: hosts and containers. */
public class PlaceNames {

    private final Places places;
    private final Items items;
    private final Units units;

    PlaceNames(Places places, Items items, Units units) {
        this.places = places;
        this.items = items;
        this.units = units;
    }

    /** The code of a place; a host as {@code ITEM serial NUMBER}; a container by its code. */
    public String name(long id) {
        if (id >= 0) {
            Place place = places.find(id);
            return place == null ? "place " + id : place.code();
        }
        Unit unit = units.find(-id);
        if (unit == null) {
            return "unit " + -id;
        }
        return unit.kind() == Unit.Kind.CONTAINER
                ? unit.number()
                : items.get(unit.itemId()).code() + " serial " + unit.number();
    }

    /** The word for what sort of place it is. */
    public String kind(long id) {
        if (id >= 0) {
            Place place = places.find(id);
            return place == null ? "unknown" : place.kind().word();
        }
        @Nullable Unit unit = units.find(-id);
        return unit != null && unit.kind() == Unit.Kind.CONTAINER ? "container" : "host";
    }
}
