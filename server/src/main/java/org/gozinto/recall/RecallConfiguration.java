/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Clock;
import org.gozinto.care.registration.Registrations;
import org.gozinto.genealogy.ScopeDiff;
import org.gozinto.genealogy.Scopes;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.quality.Baselines;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class RecallConfiguration {

    @Bean
    RecallStore recallStore(Database database, JsonMapper json) {
        return new RecallStore(database, json);
    }

    @Bean
    CaseFiles caseFiles(RecallStore store) {
        return new CaseFiles(store);
    }

    @Bean
    CaseScopes.Rooms caseRooms(Database database, Units units, Items items, Places places) {
        return new CaseScopes.Rooms(database, units, items, places);
    }

    @Bean
    CaseScopes caseScopes(Scopes scopes, ScopeDiff diff, Stops stops, CaseScopes.Rooms rooms) {
        return new CaseScopes(
                new CaseScopes.Answers(scopes, diff), stops, new StopRulesOf(rooms.items(), rooms.places()), rooms);
    }

    @Bean
    Remedies remedies(CaseScopes.Rooms rooms) {
        return new Remedies(rooms.database(), rooms.units(), rooms.items());
    }

    @Bean
    NoticeStore noticeStore(Database database, JsonMapper json) {
        return new NoticeStore(database, json);
    }

    @Bean
    Consignees consignees(CaseScopes scopes, NoticeStore notices, Remedies remedies, CaseScopes.Rooms rooms) {
        return new Consignees(scopes, notices, remedies, rooms.items(), rooms.places());
    }

    @Bean
    Pulls pulls(CaseScopes scopes, CaseScopes.Rooms rooms) {
        return new Pulls(scopes, new PullRows(rooms.database(), rooms.units(), rooms.places()), rooms);
    }

    @Bean
    Reconciliations reconciliations(CaseScopes scopes, Consignees consignees, Pulls pulls, CaseScopes.Rooms rooms) {
        return new Reconciliations(scopes, consignees, pulls, rooms.items());
    }

    @Bean
    CaseRules caseRules(Consignees consignees, Reconciliations reconciliations, CaseScopes.Rooms rooms) {
        return new CaseRules(consignees, reconciliations, AnswerRule.of(rooms.items()), rooms.places());
    }

    @Bean
    Recalls.Parts recallParts(
            RecallStore store,
            CaseFiles files,
            CaseRules rules,
            CaseScopes scopes,
            Remedies remedies,
            Baselines baselines) {
        return new Recalls.Parts(store, files, rules, scopes, remedies, baselines);
    }

    @Bean
    RecallsOfUnits recallsOfUnits(Recalls.Parts parts, Stops stops) {
        return new RecallsOfUnits(parts, stops);
    }

    @Bean
    Recalls recalls(Recalls.Parts parts, JsonMapper json, Clock clock) {
        return new Recalls(parts, json, clock);
    }

    @Bean
    RecallViews recallViews(
            CaseScopes scopes,
            CaseRules rules,
            Consignees consignees,
            Pulls pulls,
            Reconciliations reconciliations,
            Remedies remedies,
            CaseScopes.Rooms rooms,
            Stops stops,
            Registrations registrations) {
        return new RecallViews(
                scopes,
                rules,
                new RecallViews.Parts(
                        consignees,
                        new Deliveries(scopes, remedies, rooms),
                        pulls,
                        reconciliations,
                        new Figures(scopes, consignees, reconciliations),
                        remedies,
                        new StopEntries(rooms.database(), stops),
                        registrations));
    }

    @Bean
    PublicRecalls publicRecalls(Recalls.Parts parts, CaseScopes.Rooms rooms) {
        return new PublishedRecalls(parts, rooms.items(), rooms.units());
    }
}
