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
    Traces traces(LedgerBook book, Entries entries, Units units, Items items, Places places, Clock clock) {
        return new Traces(book, entries, units, items, places, clock);
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
    Scopes scopes(Traces traces, ScopeStore store, Entries entries, JsonMapper json, Clock clock) {
        return new Scopes(traces, store, entries, json, clock);
    }

    @Bean
    ScopeDiff scopeDiff(Scopes scopes, ScopeStore store, Entries entries) {
        return new ScopeDiff(scopes, store, entries);
    }

    @Bean
    ScopeVerification scopeVerification(Scopes scopes, ScopeStore store, Traces traces) {
        return new ScopeVerification(scopes, store, traces);
    }

    @Bean
    NextSteps nextSteps(Database database, Units units, Items items, Places places) {
        return new NextSteps(database, units, items, places);
    }
}
