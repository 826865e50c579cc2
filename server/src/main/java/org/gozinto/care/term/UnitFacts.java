/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a coverage depends on besides the terms: what is known of one unit, from the ledger and from people.
 *
 * @param item its code
 * @param number of the lot or serial
 * @param lot number of the lot that it is or belongs to; null for none
 * @param revision the attribute of the serial, else of its lot
 * @param made the day on its label, else when it came out of a run or was first numbered; of its lot where the unit
 *     itself has none
 * @param received how it came in, itself or its lot
 * @param deliveries to whom it went, by itself or in what it was packed or installed in, oldest first
 * @param repairs when it was back with us between deliveries, oldest first
 * @param stays what it was installed in, oldest first
 * @param changes what went into it and out of it, oldest first
 * @param renewed when it last came out of a run after it had served; null when it never did
 * @param twins how many other units claim the same number
 */
public record UnitFacts(
        long unitId,
        long itemId,
        String item,
        String number,
        boolean serial,
        @Nullable String lot,
        @Nullable String revision,
        @Nullable When made,
        @Nullable Receipt received,
        List<Delivery> deliveries,
        List<Repair> repairs,
        List<Stay> stays,
        List<Change> changes,
        @Nullable When renewed,
        List<RegistrationFacts.Registration> registrations,
        List<Contract> contracts,
        List<Reading> readings,
        int twins) {

    public UnitFacts {
        deliveries = List.copyOf(deliveries);
        repairs = List.copyOf(repairs);
        stays = List.copyOf(stays);
        changes = List.copyOf(changes);
        registrations = List.copyOf(registrations);
        contracts = List.copyOf(contracts);
        readings = List.copyOf(readings);
    }

    /** The same with other readings. */
    UnitFacts withReadings(List<Reading> others) {
        return new UnitFacts(
                unitId,
                itemId,
                item,
                number,
                serial,
                lot,
                revision,
                made,
                received,
                deliveries,
                repairs,
                stays,
                changes,
                renewed,
                registrations,
                contracts,
                others,
                twins);
    }

    /** @param supplier code of the partner who delivered it */
    public record Receipt(When when, String supplier) {}

    /**
     * It went to a partner who is no mere supplier.
     *
     * @param partner code
     * @param consumer whether that partner uses up what it gets
     * @param country of the partner, ISO 3166-1 alpha-2
     */
    public record Delivery(
            When when,
            String partner,
            boolean consumer,
            @Nullable String country) {}

    /** @param to the next delivery; null while it is still here */
    public record Repair(When from, @Nullable When to) {}

    /**
     * It was installed in something.
     *
     * @param hostId the unit that it was in
     * @param from when it was installed
     * @param to when it was removed; null while it is in it
     * @param served since when it was, in this stay, in something that had been delivered; null when it never was
     */
    public record Stay(
            long hostId,
            @Nullable String position,
            When from,
            @Nullable When to,
            @Nullable When served) {}

    /**
     * Something went into it or out of it.
     *
     * @param item code of what
     * @param position where it went in; null where nobody said, and for what went out
     * @param in whether it went in
     * @param away whether this unit was with a partner at that time
     */
    public record Change(
            When when, long partId, String item, @Nullable String position, boolean in, boolean away) {}

    /**
     * A term that was sold for this unit.
     *
     * @param n grows with each contract that is recorded
     */
    public record Contract(long n, String term, LocalDate soldOn) {}

    /**
     * What was read off it.
     *
     * @param name such as km or firmware
     * @param meter whether the value is a number that counts up
     * @param amount of a meter
     * @param value as it was sent
     */
    public record Reading(
            String name, boolean meter, @Nullable BigDecimal amount, String value, LocalDate on) {}
}
