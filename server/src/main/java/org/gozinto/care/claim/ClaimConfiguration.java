/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.Clock;
import java.util.List;
import org.gozinto.care.RecallsOf;
import org.gozinto.care.term.Coverages;
import org.gozinto.genealogy.NextSteps;
import org.gozinto.genealogy.Traces;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.WordBook;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintDesk;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.Lookup;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts claims and recoveries together. */
@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

    @Bean
    Promises claimPromises(Coverages coverages) {
        return new TermPromises(coverages);
    }

    @Bean
    ClaimStore claimStore(Database database) {
        return new ClaimStore(database);
    }

    @Bean
    Subjects claimSubjects(
            Units units, Items items, Places places, NextSteps steps, Database database, JsonMapper json) {
        return new Subjects(units, items, places, new UnitPast(database, places, json), steps);
    }

    @Bean
    Judging.Rooms claimJudgingRooms(
            Subjects subjects,
            Units units,
            Places places,
            Promises promises,
            RecallsOf recalls,
            Database database,
            JsonMapper json) {
        return new Judging.Rooms(subjects, units, new UnitPast(database, places, json), promises, recalls);
    }

    @Bean
    Judging claimJudging(Judging.Rooms rooms, ClaimStore store, Clock clock) {
        return new Judging(rooms, store, clock);
    }

    @Bean
    Causes claimCauses(Database database, Traces traces, Units units, Items items, Places places) {
        return new Causes(database, new Causes.Rooms(traces, units, items, places, new UnitRefs(units, items)));
    }

    @Bean
    Deeds claimDeeds(
            Database database,
            Entries entries,
            Subjects subjects,
            Places places,
            Items items,
            Units units,
            JsonMapper json) {
        return new Deeds(database, entries, new UnitPast(database, places, json), subjects, new UnitRefs(units, items));
    }

    @Bean
    Claims.Parts claimParts(
            Database database,
            ClaimStore store,
            Subjects subjects,
            Judging judging,
            Causes causes,
            Deeds deeds,
            ClaimRules rules,
            JsonMapper json,
            Clock clock) {
        var book = new QualityBook<>(database, json, Kind.CLAIM, ClaimStep.class, clock);
        return new Claims.Parts(book, store, rules, subjects, judging, causes, deeds);
    }

    @Bean
    ClaimRules claimRules(Items items, Places places, ComplaintFacts complaints) {
        return new ClaimRules(items, places, complaints);
    }

    @Bean
    Claims claims(Claims.Parts parts, ComplaintDesk complaints, Lookup lookup, JsonMapper json, Clock clock) {
        return new Claims(parts, complaints, lookup, json, clock);
    }

    @Bean
    ClaimViews claimViews(Claims.Parts parts, Units units, Items items, Places places, ComplaintFacts complaints) {
        return new ClaimViews(parts, new UnitRefs(units, items), places, complaints);
    }

    @Bean
    Recoveries.Parts recoveryParts(
            Database database,
            Claims.Parts claims,
            ClaimViews views,
            Promises promises,
            Places places,
            JsonMapper json,
            Clock clock) {
        var book = new QualityBook<>(database, json, Kind.RECOVERY, RecoveryStep.class, clock);
        return new Recoveries.Parts(book, claims.book(), claims.store(), views, claims.causes(), promises, places);
    }

    @Bean
    Recoveries recoveries(Recoveries.Parts parts, JsonMapper json, Clock clock) {
        return new Recoveries(parts, json, clock);
    }

    @Bean
    RecoveryViews recoveryViews(Database database, Units units, Items items, Places places) {
        return new RecoveryViews(new RecoveryStore(database), new UnitRefs(units, items), places);
    }

    @Bean
    RecoveryPages recoveryPages(PdfPages pages) {
        return new RecoveryPages(pages, WordBook.load(RecoveryPages.class, "papers", List.of("en", "de")));
    }
}
