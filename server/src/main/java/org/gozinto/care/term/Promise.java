/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.jspecify.annotations.Nullable;

/**
 * A term as the engine reads it: days, periods and ranges are read once, what was left out has its default.
 *
 * @param supplier of kind supplier alone
 * @param parts null where parts get what remains
 */
record Promise(
        String code,
        long version,
        String name,
        Kind kind,
        @Nullable String supplier,
        int rank,
        Scope scope,
        List<Start> starts,
        @Nullable Start latest,
        ZoneId zone,
        List<Cover> covers,
        @Nullable List<PartRule> parts,
        List<Exclusion> exclusions,
        boolean transferable,
        boolean stopInRepair,
        @Nullable Extension extension,
        boolean perSerial,
        Shown shown) {

    enum Kind {
        COMMERCIAL,
        STATUTORY,
        EXTENSION,
        SUPPLIER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Event {
        REGISTRATION,
        INSTALLATION,
        SALE,
        SHIPMENT,
        MANUFACTURE,
        RECEIPT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Mode {
        APPEND,
        REPLACE,
        PARALLEL
    }

    enum Replacement {
        REMAINDER,
        FRESH,
        LONGER,
        AT_LEAST
    }

    /** Who may see it: nobody, who has the secret, or who has the number. */
    enum Shown {
        NO,
        SECRET,
        SERIAL
    }

    /** Each member that is not null must be met. */
    record Scope(
            @Nullable Set<String> items,
            @Nullable Set<String> revisions,
            @Nullable Set<String> lots,
            @Nullable List<SerialSpan> serials,
            @Nullable LocalDate madeFrom,
            @Nullable LocalDate madeTo,
            @Nullable Set<String> markets,
            @Nullable Set<String> customers,
            @Nullable Set<String> channels) {}

    /** @param plusText as it was written */
    record Start(
            Event event, @Nullable Period plus, @Nullable String plusText, Proof proof) {}

    /** @param period null where meters alone end it */
    record Cover(
            String what,
            @Nullable Period period,
            List<Meter> meters,
            List<Share> shares,
            Term.@Nullable Deductible deductible) {}

    record Meter(String name, BigDecimal most) {}

    record Share(Period until, int percent) {}

    /** @param period of a fresh term, or from the installation for at least; null for what remains */
    record PartRule(
            @Nullable Set<String> items,
            @Nullable Set<String> positions,
            Replacement replacement,
            @Nullable Period period) {

        boolean meets(String item, @Nullable String position) {
            return (items == null || items.contains(item))
                    && (positions == null || position != null && positions.contains(position));
        }
    }

    sealed interface Exclusion {
        record ByCode(String code) implements Exclusion {}

        record Opened() implements Exclusion {}

        record ForeignPart(@Nullable Set<String> positions, Set<String> genuine) implements Exclusion {}
    }

    /** @param base code of what it is added to; null for the longest commercial term */
    record Extension(Mode mode, @Nullable String base) {}

    /** Whether it is of a product's holder, and not what a supplier owes to us. */
    boolean isForHolder() {
        return kind != Kind.SUPPLIER;
    }

    boolean readsChanges() {
        return exclusions.stream()
                .anyMatch(exclusion ->
                        exclusion instanceof Exclusion.Opened || exclusion instanceof Exclusion.ForeignPart);
    }
}
