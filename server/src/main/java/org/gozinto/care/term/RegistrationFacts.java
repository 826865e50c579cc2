/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What registrations say of units; whoever keeps registrations makes it. Safe for use by many threads. */
public interface RegistrationFacts {

    /** How well a day is proved, from the weakest. */
    enum Proof {
        SAID,
        RECEIPT,
        VERIFIED;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A registration as it was known.
     *
     * @param number such as G-2026-00001
     * @param registeredOn when it was registered
     * @param boughtOn as the owner says it
     * @param proof of {@code boughtOn}
     * @param installedOn as the owner says it
     * @param channel such as web
     * @param country of the owner, ISO 3166-1 alpha-2; null when it is not known or was erased
     * @param transfers the days on which it went to another owner, in their order
     * @param endedOn since when it does not hold any more
     * @param recordedAt when it was recorded
     */
    record Registration(
            String number,
            LocalDate registeredOn,
            @Nullable LocalDate boughtOn,
            Proof proof,
            @Nullable LocalDate installedOn,
            @Nullable String channel,
            @Nullable String country,
            List<LocalDate> transfers,
            @Nullable LocalDate endedOn,
            Instant recordedAt) {

        public Registration {
            transfers = List.copyOf(transfers);
        }
    }

    /**
     * The registrations of units, by the ids of the units, oldest first; units without one are left out.
     *
     * @param knownAt only what was recorded until then counts: registrations, proofs, corrections, transfers; null for
     *     all that is recorded
     */
    Map<Long, List<Registration>> of(Collection<Long> unitIds, @Nullable Instant knownAt);

    /** A number that grows with each change of any registration; 0 when there is none. */
    long changes();

    /** The ids of the units whose registrations changed since {@link #changes} was that number. */
    Set<Long> changedSince(long changes);
}
