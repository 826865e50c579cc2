/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Clock;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.Traces;
import org.gozinto.ledger.Ledger;
import org.gozinto.paper.PdfPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Puts papers, drills and the watch together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperConfiguration {

    @Bean
    PaperCase.Sources paperSources(RecallViews views, Scopes scopes, CaseScopes.Rooms rooms) {
        return new PaperCase.Sources(views, scopes, rooms.items());
    }

    @Bean
    MassBalances massBalances(Scopes scopes, Traces traces, CaseScopes.Rooms rooms) {
        return new MassBalances(scopes, traces, rooms.items());
    }

    @Bean
    Papers.Parts paperParts(
            PaperCase.Sources sources,
            CaseScopes scopes,
            Pulls pulls,
            MassBalances balances,
            PdfPages pages,
            JsonMapper json) {
        return new Papers.Parts(
                sources,
                scopes,
                pulls,
                balances,
                new PaperTables(sources.scopes()),
                new PaperPages(pages),
                new PaperJson(json));
    }

    @Bean
    Papers papers(Papers.Parts parts, PaperSettings settings, JsonMapper json, Clock clock) {
        return new Papers(parts, PaperForm.all(json), settings, clock);
    }

    @Bean
    Drills drills(Recalls recalls, PaperCase.Sources sources, Pulls pulls, MassBalances balances) {
        return new Drills(recalls, sources, pulls, balances);
    }

    @Bean
    DrillPlans drillPlans(CaseScopes.Rooms rooms, RecallStore store, JsonMapper json, Clock clock) {
        return new DrillPlans(rooms.database(), store, json, clock);
    }

    /** Begins with the server, whoever needs it when. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    CaseWatch caseWatch(Recalls.Parts parts, Ledger ledger) {
        return new CaseWatch(parts, ledger);
    }
}
