/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import org.jspecify.annotations.Nullable;

/**
 * Something in the history of a unit that others may share.
 *
 * @param family what kind of thing it is
 * @param key which one: stable, unique in its family
 * @param unitId of the lot that it is about, 0 for none
 * @param placeId of the partner, run, vessel or site that it is about, 0 for none
 * @param item code of the item that it is about
 * @param text the name of an equipment, operator, step, position, supplier's lot or attribute
 * @param atUs beginning of the hour, or the time of the pass; microseconds since 1970 UTC
 */
public record Factor(
        Family family,
        String key,
        long unitId,
        long placeId,
        @Nullable String item,
        @Nullable String text,
        long atUs) {

    /** Kinds of things that units share. */
    public enum Family {
        /** A lot that is in the unit, or that it belongs to. */
        LOT("lot"),
        /** Who delivered an item that is in it. */
        SUPPLIER("supplier"),
        /** The supplier's own number of a lot. */
        SUPPLIER_LOT("supplierLot"),
        /** An item that is in it, by lot. */
        ITEM("item"),
        /** An attribute of it or of a lot in it, such as the revision. */
        ATTRIBUTE("attribute"),
        /** A run in which it, or something in it, was made. */
        RUN("run"),
        /** The process step by which it was made. */
        STEP("step"),
        /** The line or tool on which it was made. */
        EQUIPMENT("equipment"),
        /** Who made it. */
        OPERATOR("operator"),
        /** The hour (UTC) on an equipment. */
        HOUR("hour"),
        /** A tank or silo from which it was drawn. */
        VESSEL("vessel"),
        /** The site where it was made. */
        PLACE("place"),
        /** Where in its host it was installed. */
        POSITION("position"),
        /** The lot of the host that it was in. */
        HOST_LOT("hostLot"),
        /** The very time on an equipment; not a factor by itself. */
        PASS("pass"),
        /** A serial that is in it; not a factor by itself. */
        SERIAL("serial");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        /** Its name in the API. */
        public String word() {
            return word;
        }
    }

    static Factor ofUnit(Family family, long unitId, String item) {
        return new Factor(family, String.valueOf(unitId), unitId, 0, item, null, 0);
    }

    static Factor ofPlace(Family family, long placeId) {
        return new Factor(family, String.valueOf(placeId), 0, placeId, null, null, 0);
    }

    static Factor ofText(Family family, String text) {
        return new Factor(family, text, 0, 0, null, text, 0);
    }

    static Factor atTime(Family family, String equipment, long us) {
        return new Factor(family, equipment + " " + us, 0, 0, null, equipment, us);
    }
}
