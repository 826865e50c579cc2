/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit can be. Hosts and containers are not here: they are units, and as a place they have the negative id
 * of the unit.
 *
 * @param code unique across places and partners; never changes
 * @param parent code of the place that this one is in
 * @param mixing of a vessel
 * @param overlap of a first-in-first-out vessel, as a decimal quantity
 * @param timeZone of a site
 * @param gln 13 digits
 * @param roles of a partner
 * @param contact of a partner, for letters
 */
public record Place(
        long id,
        String code,
        Kind kind,
        String name,
        @Nullable String parent,
        @Nullable Mixing mixing,
        @Nullable String overlap,
        @Nullable ZoneId timeZone,
        @Nullable String gln,
        List<String> roles,
        Map<String, String> attributes,
        @Nullable Contact contact,
        boolean active,
        long version) {

    /** The virtual places; their ids are fixed. */
    public static final long OUTSIDE = 1;

    public static final long SCRAP = 2;
    public static final long ADJUSTMENT = 3;
    public static final long UNKNOWN = 4;

    /** The role of a partner who uses up what it gets. */
    public static final String CONSUMER = "consumer";

    /** The role of a partner who delivers. */
    public static final String SUPPLIER = "supplier";

    /** What sort of place it is; the constant's name in lower case is the word in the API. */
    public enum Kind {
        SITE,
        AREA,
        BIN,
        VESSEL,
        PARTNER,
        RUN,
        OUTSIDE,
        SCRAP,
        ADJUSTMENT,
        UNKNOWN;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether stock stands there under our own hands, so that it can never be less than nothing. */
        public boolean isLocation() {
            return this == SITE || this == AREA || this == BIN || this == VESSEL;
        }
    }

    /**
     * How a partner is written to.
     *
     * @param name of the person or department
     * @param address as it stands on a letter, one line each
     * @param country ISO 3166-1 alpha-2
     * @param language ISO 639-1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String country,
            @Nullable String language) {}

    /** How the units in a vessel mix. */
    public enum Mixing {
        WELL_MIXED("wellMixed"),
        FIFO("fifo"),
        SINCE_CLEAN("sinceClean");

        private final String word;

        Mixing(String word) {
            this.word = word;
        }

        /** The word in the API. */
        public String word() {
            return word;
        }
    }
}
