/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.nio.file.Files;
import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.place.Places;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GenealogyConfiguration {

    /** There is a directory with the embedded database; with PostgreSQL there is one if somebody made it. */
    @Bean
    IndexKeeping indexKeeping(LedgerSettings settings, Entries entries) {
        return new IndexKeeping(
                Files.isDirectory(settings.data())
                        ? new IndexFile(settings.data(), entries, IndexFile.Growth.USUAL)
                        : null);
    }

    /** Where the index is kept, if anywhere. */
    record IndexKeeping(@Nullable IndexFile file) {}

    @Bean
    LedgerBook ledgerBook(
            Entries entries, Units units, Items items, Places places, JsonMapper json, IndexKeeping keeping) {
        return new LedgerBook(entries, units, items, places, json, LedgerBook.JOINING, keeping.file());
    }

    /** Begins with the server, whoever needs it when. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    IndexUpkeep indexUpkeep(LedgerBook book, IndexKeeping keeping) {
        return new IndexUpkeep(book, keeping.file());
    }

    @Bean
    Questions questions(Database database, Units units, Items items, Places places, JsonMapper json) {
        var sources = new SeedSearch.Sources(units, places, new SeedStore(database), json);
        return new Questions(sources, items);
    }

    @Bean
    Pictures pictures(Units units, Stops stops, Places places, Clock clock) {
        return new Pictures(units, stops, places, clock);
    }

    @Bean
    Traces traces(LedgerBook book, Entries entries, Questions questions, Pictures pictures, Places places) {
        return new Traces(book, entries, questions, pictures, places);
    }

    @Bean
    TraceCheck traceCheck(Traces traces) {
        return new TraceCheck(traces);
    }

    @Bean
    ScopeStore scopeStore(Database database, JsonMapper json) {
        return new ScopeStore(database, json);
    }

    @Bean
    ScopeUnitStore scopeUnitStore(Database database, JsonMapper json) {
        return new ScopeUnitStore(database, json);
    }

    @Bean(destroyMethod = "close")
    ScopeBinder scopeBinder(ScopeUnitStore store) {
        return new ScopeBinder(store);
    }

    @Bean
    Scopes.Stores scopeStores(ScopeStore scopes, ScopeUnitStore units, ScopeBinder binder) {
        return new Scopes.Stores(scopes, units, binder);
    }

    @Bean
    Scopes scopes(Traces traces, Scopes.Stores stores, Entries entries, JsonMapper json, Clock clock) {
        return new Scopes(traces, stores, entries, json, clock);
    }

    @Bean
    ScopeDiff scopeDiff(Scopes scopes, ScopeUnitStore units, Entries entries) {
        return new ScopeDiff(scopes, units, entries);
    }

    @Bean
    ScopeVerification scopeVerification(Scopes scopes, ScopeStore store, ScopeUnitStore units, Traces traces) {
        return new ScopeVerification(scopes, store, units, traces);
    }

    @Bean
    ScopePreviews scopePreviews(Traces traces) {
        return new ScopePreviews(traces);
    }

    @Bean
    Factors factors(LedgerBook book, Database database, JsonMapper json) {
        return new Factors(book, database, json);
    }

    @Bean
    Lives lives(LedgerBook book) {
        return new Lives(book);
    }

    @Bean
    Chronicles chronicles(LedgerBook book) {
        return new Chronicles(book);
    }

    @Bean
    StopTags stopTags(Units units, Stops stops) {
        return new StopTags(units, stops);
    }

    @Bean
    NextSteps nextSteps(Database database, Units units, Items items, Places places, StopTags tags) {
        return new NextSteps(database, units, items, places, tags);
    }
}
