/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gozinto.care.term.RegistrationFacts;
import org.jspecify.annotations.Nullable;

/** Tells terms what registrations say of units. Safe for use by many threads. */
final class TermFacts implements RegistrationFacts {

    private final Registrations registrations;
    private final RegistrationStore store;
    private final Matches matches;

    TermFacts(Registrations registrations, RegistrationStore store, Matches matches) {
        this.registrations = registrations;
        this.store = store;
        this.matches = matches;
    }

    @Override
    public Map<Long, List<Registration>> of(Collection<Long> unitIds, @Nullable Instant knownAt) {
        Map<Long, List<Registration>> all = new HashMap<>();
        registrations
                .of(unitIds, knownAt)
                .forEach((unit, known) ->
                        all.put(unit, known.stream().map(TermFacts::one).toList()));
        return all;
    }

    private static Registration one(Registrations.Known known) {
        return new Registration(
                known.number(),
                known.recordedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                known.boughtOn(),
                Proof.valueOf(known.proof().toUpperCase(Locale.ROOT)),
                known.installedOn(),
                known.channel(),
                known.country(),
                known.transfers().stream().map(Registrations.Transfer::on).toList(),
                known.endedOn(),
                known.recordedAt());
    }

    @Override
    public long changes() {
        matches.follow();
        return store.changes();
    }

    @Override
    public Set<Long> changedSince(long changes) {
        return store.changedSince(changes);
    }
}
