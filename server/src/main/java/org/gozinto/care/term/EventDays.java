/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.gozinto.care.term.RegistrationFacts.Registration;
import org.gozinto.care.term.UnitFacts.Delivery;
import org.gozinto.care.term.UnitFacts.Receipt;
import org.gozinto.care.term.UnitFacts.Stay;
import org.jspecify.annotations.Nullable;

/** The days of the events that terms begin with. What the ledger says is verified; stateless. */
final class EventDays {

    private EventDays() {}

    /** The first day of an event that is known and proved well enough; null when there is none. */
    static @Nullable LocalDate of(UnitFacts facts, Promise.Event event, Proof proof, ZoneId zone) {
        return switch (event) {
            case REGISTRATION -> registered(facts, proof, Registration::registeredOn);
            case INSTALLATION -> installed(facts, proof, zone);
            case SALE -> sold(facts, proof, zone);
            case SHIPMENT -> shipped(facts, zone);
            case MANUFACTURE -> day(facts.made(), zone);
            case RECEIPT -> received(facts, zone);
        };
    }

    private static @Nullable LocalDate day(@Nullable When when, ZoneId zone) {
        return when == null ? null : when.day(zone);
    }

    /** A registration that ended on the day on which it was made was a mistake, and does not count. */
    static List<Registration> counted(UnitFacts facts) {
        return facts.registrations().stream()
                .filter(r -> r.endedOn() == null || r.endedOn().isAfter(r.registeredOn()))
                .toList();
    }

    private static @Nullable LocalDate registered(
            UnitFacts facts, Proof proof, Function<Registration, @Nullable LocalDate> day) {
        if (facts.registrations().isEmpty()) {
            return null;
        }
        return counted(facts).stream()
                .filter(r -> r.proof().compareTo(proof) >= 0)
                .map(day)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate installed(UnitFacts facts, Proof proof, ZoneId zone) {
        LocalDate said = registered(facts, proof, Registration::installedOn);
        if (said != null) {
            return said;
        }
        List<Stay> stays = facts.stays();
        return stays.isEmpty() ? null : stays.getFirst().from().day(zone);
    }

    private static @Nullable LocalDate sold(UnitFacts facts, Proof proof, ZoneId zone) {
        for (Delivery delivery : facts.deliveries()) {
            if (delivery.consumer()) {
                return delivery.when().day(zone);
            }
        }
        return registered(facts, proof, Registration::boughtOn);
    }

    private static @Nullable LocalDate shipped(UnitFacts facts, ZoneId zone) {
        List<Delivery> deliveries = facts.deliveries();
        return deliveries.isEmpty() ? null : deliveries.getFirst().when().day(zone);
    }

    private static @Nullable LocalDate received(UnitFacts facts, ZoneId zone) {
        Receipt received = facts.received();
        return received == null ? null : received.when().day(zone);
    }

    /** The days on which it went to another owner, in their order. */
    static List<LocalDate> transfers(UnitFacts facts) {
        if (facts.registrations().isEmpty()) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        counted(facts).forEach(r -> days.addAll(r.transfers()));
        days.sort(Comparator.naturalOrder());
        return days;
    }

    /** The country of the last delivery that says one, else of a registration. */
    static @Nullable String market(UnitFacts facts) {
        List<Delivery> deliveries = facts.deliveries();
        for (int i = deliveries.size() - 1; i >= 0; i--) {
            if (deliveries.get(i).country() != null) {
                return deliveries.get(i).country();
            }
        }
        for (Registration registration : facts.registrations()) {
            if (registration.country() != null) {
                return registration.country();
            }
        }
        return null;
    }

    /** The day in UTC, for what is shown beside the terms. */
    static @Nullable String shown(@Nullable When when) {
        return when == null ? null : when.day(ZoneOffset.UTC).toString();
    }
}
