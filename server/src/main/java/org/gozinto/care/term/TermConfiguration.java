/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.care.RecallsOf;
import org.gozinto.care.fit.Versions;
import org.gozinto.genealogy.Chronicles;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what knows terms and judges coverages. */
@Configuration(proxyBeanMethods = false)
class TermConfiguration {

    @Bean
    TermBook terms(Database database, Places places, JsonMapper json, Clock clock) {
        return new TermBook(database, places, json, clock);
    }

    @Bean
    FactStore factStore(Database database) {
        return new FactStore(database);
    }

    /** Fit rules ask for the versions that were noted. */
    @Bean
    Versions notedVersions(FactStore store) {
        return (units, day) -> store.versions(units.stream().map(Unit::id).toList(), day);
    }

    @Bean
    UnitFinder unitFinder(Units units, Items items) {
        return new UnitFinder(units, items);
    }

    /** Registrations, where somebody keeps them. */
    record Registered(RegistrationFacts facts) {}

    @Bean
    Registered registeredFacts(ObjectProvider<RegistrationFacts> registrations) {
        return new Registered(registrations.getIfAvailable(NoRegistrations::new));
    }

    @Bean
    FactReader factReader(
            Chronicles chronicles,
            Units units,
            Items items,
            Places places,
            FactStore store,
            Registered registered,
            JsonMapper json) {
        return new FactReader(chronicles, new FactReader.Rooms(units, items, places), store, registered.facts(), json);
    }

    @Bean
    CoverageDesk coverages(
            TermBook terms,
            FactReader reader,
            UnitRefs refs,
            ObjectProvider<RecallsOf> recalls,
            ComplaintFacts complaints,
            Clock clock) {
        return new CoverageDesk(
                terms,
                reader,
                refs,
                ids -> {
                    RecallsOf of = recalls.getIfAvailable();
                    return of == null ? Map.of() : of.of(ids);
                },
                complaints,
                clock);
    }

    @Bean
    FactDesk factDesk(
            Database database,
            FactStore store,
            TermBook terms,
            UnitFinder finder,
            UnitRefs refs,
            JsonMapper json,
            Clock clock) {
        return new FactDesk(new FactDesk.Parts(database, store, terms, finder, refs), json, clock);
    }

    @Bean
    StandingStore standingStore(Database database) {
        return new StandingStore(database);
    }

    @Bean(destroyMethod = "close")
    StandingWork standingWork(
            StandingStore store,
            TermBook terms,
            FactReader reader,
            FactStore facts,
            Registered registered,
            Units units,
            Items items,
            Clock clock) {
        return new StandingWork(
                new StandingWork.Parts(store, terms, reader, facts, registered.facts(), units, items), clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    StandingSchedule standingSchedule(StandingWork work) {
        return new StandingSchedule(work);
    }

    /** Nobody keeps registrations. */
    private static final class NoRegistrations implements RegistrationFacts {

        @Override
        public Map<Long, List<Registration>> of(Collection<Long> unitIds, @Nullable Instant knownAt) {
            return Map.of();
        }

        @Override
        public long changes() {
            return 0;
        }

        @Override
        public Set<Long> changedSince(long changes) {
            return Set.of();
        }
    }
}
