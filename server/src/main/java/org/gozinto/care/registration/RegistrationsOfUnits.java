/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.care.registration.Owners.Owner;
import org.gozinto.care.registration.RegistrationStore.Fact;
import org.jspecify.annotations.Nullable;

/** Reads what registrations say of units. Safe for use by many threads. */
final class RegistrationsOfUnits implements Registrations {

    private static final String TRANSFER = "transfer";
    private static final String END = "end";

    private final RegistrationStore store;
    private final Owners owners;
    private final Matches matches;

    RegistrationsOfUnits(RegistrationStore store, Owners owners, Matches matches) {
        this.store = store;
        this.owners = owners;
        this.matches = matches;
    }

    @Override
    public Map<Long, List<Known>> of(Collection<Long> unitIds, @Nullable Instant knownAt) {
        matches.follow();
        Map<Long, List<Known>> known = new HashMap<>();
        byRegistration(unitIds, knownAt)
                .values()
                .forEach(facts -> known.computeIfAbsent(facts.getFirst().unitId(), u -> new ArrayList<>())
                        .add(known(facts)));
        return known;
    }

    private Map<Long, List<Fact>> byRegistration(Collection<Long> unitIds, @Nullable Instant knownAt) {
        long until = knownAt == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, knownAt);
        Map<Long, List<Fact>> byRegistration = new LinkedHashMap<>();
        store.facts(unitIds, until)
                .forEach(fact -> byRegistration
                        .computeIfAbsent(fact.number(), n -> new ArrayList<>())
                        .add(fact));
        return byRegistration;
    }

    /** What the facts of one registration come to, oldest first. */
    private static Known known(List<Fact> facts) {
        Fact first = facts.getFirst();
        Fact last = facts.getLast();
        List<Transfer> transfers = new ArrayList<>();
        LocalDate ended = null;
        for (Fact fact : facts) {
            if (fact.onDay() != null && fact.type().equals(TRANSFER)) {
                transfers.add(new Transfer(fact.onDay(), time(fact.atUs())));
            } else if (fact.type().equals(END)) {
                ended = fact.onDay();
            }
        }
        return new Known(
                first.unitId(),
                first.code(),
                time(first.atUs()),
                last.boughtOn(),
                last.installedOn(),
                last.proof(),
                last.secret(),
                last.country(),
                last.channel(),
                List.copyOf(transfers),
                ended);
    }

    private static Instant time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }

    @Override
    public Map<Long, Holder> holders(Collection<Long> unitIds) {
        matches.follow();
        Map<Long, List<Fact>> byRegistration = byRegistration(unitIds, null);
        Map<Long, Owner> last = owners.last(byRegistration.keySet());
        Map<Long, Holder> holders = new HashMap<>();
        Map<Long, Known> best = new HashMap<>();
        byRegistration.forEach((number, facts) -> {
            Owner owner = last.get(number);
            Known now = known(facts);
            if (owner == null || now.endedOn() != null || isNobody(owner.owned().person())) {
                return;
            }
            Known other = best.get(now.unitId());
            if (other == null || isSurer(now, other)) {
                best.put(now.unitId(), now);
                holders.put(now.unitId(), holder(now, owner.owned().person()));
            }
        });
        return holders;
    }

    private static boolean isNobody(Person person) {
        return person.name() == null && person.email() == null && person.phone() == null;
    }

    /**
     * Of several who say that they hold it, the one who had the secret, then the one with more proof, then the last.
     */
    private static boolean isSurer(Known one, Known other) {
        return one.secret() != other.secret() ? one.secret() : rank(one.proof()) >= rank(other.proof());
    }

    private static int rank(String proof) {
        return switch (proof) {
            case "verified" -> 2;
            case "receipt" -> 1;
            default -> 0;
        };
    }

    private static Holder holder(Known now, Person person) {
        return new Holder(
                now.number(), person.name(), person.email(), person.phone(), person.country(), person.language());
    }
}
