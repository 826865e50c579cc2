/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What registrations say of units, for other rooms. */
public interface Registrations {

    /**
     * A registration of a unit, as it was known at a time.
     *
     * @param number such as G-2026-00001
     * @param recordedAt when it was registered
     * @param proof of the purchase: said, receipt or verified
     * @param secret whether somebody had the secret under the label
     * @param country of the owner, ISO 3166-1 alpha-2
     * @param transfers to other owners, in the order in which they were recorded
     * @param endedOn the first day on which it does not count
     */
    record Known(
            long unitId,
            String number,
            Instant recordedAt,
            @Nullable LocalDate boughtOn,
            @Nullable LocalDate installedOn,
            String proof,
            boolean secret,
            @Nullable String country,
            @Nullable String channel,
            List<Transfer> transfers,
            @Nullable LocalDate endedOn) {}

    /** Another holds it from a day on. */
    record Transfer(LocalDate on, Instant recordedAt) {}

    /**
     * Who holds a unit now, as far as it is known.
     *
     * @param registration its number
     */
    record Holder(
            String registration,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String language) {}

    /** What is known of units, by their ids; those that nobody registered are left out. */
    default Map<Long, List<Known>> of(Collection<Long> unitIds) {
        return of(unitIds, null);
    }

    /**
     * What was known of units.
     *
     * @param knownAt what was recorded until then; null for now
     */
    Map<Long, List<Known>> of(Collection<Long> unitIds, @Nullable Instant knownAt);

    /** Who holds units, by their ids; units whose owner is not known, or was erased, are left out. */
    Map<Long, Holder> holders(Collection<Long> unitIds);
}
