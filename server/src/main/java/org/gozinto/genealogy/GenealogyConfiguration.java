/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.place.Places;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GenealogyConfiguration {

    @Bean
    Traces traces(Entries entries, Units units, Items items, Places places, JsonMapper json, Clock clock) {
        return new Traces(entries, units, items, places, json, clock);
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
