/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place or partner that another room makes, such as an import.
 *
 * @param kind {@link Place.Kind#PARTNER}, or a location that is no vessel
 * @param roles of a partner
 */
public record NewPlace(
        String code,
        Place.Kind kind,
        String name,
        @Nullable String gln,
        List<String> roles,
        Map<String, String> attributes) {

    boolean isPartner() {
        return kind == Place.Kind.PARTNER;
    }

    PlaceBody body() {
        boolean partner = isPartner();
        return new PlaceBody(
                code,
                partner ? null : kind.word(),
                name,
                null,
                null,
                null,
                null,
                gln,
                partner ? roles : null,
                attributes,
                null,
                true,
                null);
    }
}
