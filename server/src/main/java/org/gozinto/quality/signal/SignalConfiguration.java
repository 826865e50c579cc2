/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.Clock;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.Lives;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.quality.certificate.Certificates;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.quality.inspection.Inspections;
import org.gozinto.unit.Units;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignalSettings.class)
class SignalConfiguration {

    @Bean
    Names signalNames(Units units, Items items, Places places) {
        return new Names(units, items, places);
    }

    @Bean(destroyMethod = "close")
    QualityJobs qualityJobs() {
        return new QualityJobs();
    }

    @Bean
    CauseSearch causeSearch(Names names, Factors factors, Lives lives, ComplaintFacts complaints) {
        return new CauseSearch(names, factors, lives, complaints);
    }

    @Bean(initMethod = "resume")
    Causes causes(
            Database database,
            JsonMapper json,
            Names names,
            ComplaintFacts complaints,
            CauseSearch search,
            QualityJobs jobs,
            Clock clock) {
        return new Causes(database, json, new Causes.Parts(names, complaints, search, jobs), clock);
    }

    @Bean
    SmallestRecalls smallestRecalls(Names names, Factors factors, Lives lives) {
        return new SmallestRecalls(names, factors, lives);
    }

    @Bean
    SignalStore signalStore(Database database, JsonMapper json) {
        return new SignalStore(database, json);
    }

    @Bean
    BaselineStore baselines(Database database, JsonMapper json, Items items, ComplaintFacts complaints, Clock clock) {
        return new BaselineStore(database, json, items, complaints, clock);
    }

    @Bean(initMethod = "resume")
    SignalRuns signalRuns(
            Database database,
            JsonMapper json,
            SignalStore store,
            BaselineStore baselines,
            CauseReading reading,
            QualityJobs jobs,
            Clock clock) {
        var parts = new SignalRuns.Parts(
                store, baselines, reading.names(), reading.factors(), reading.lives(), reading.complaints(), jobs);
        return new SignalRuns(database, json, parts, clock);
    }

    /** What both causes and signals read. */
    record CauseReading(Names names, Factors factors, Lives lives, ComplaintFacts complaints) {}

    @Bean
    CauseReading causeReading(Names names, Factors factors, Lives lives, ComplaintFacts complaints) {
        return new CauseReading(names, factors, lives, complaints);
    }

    @Bean
    Trends trends(SignalStore store, BaselineStore baselines, Names names, ComplaintFacts complaints) {
        return new Trends(store, baselines, names, complaints);
    }

    @Bean
    UnitQuality unitQuality(
            SignalStore store,
            BaselineStore baselines,
            Names names,
            ComplaintFacts complaints,
            Inspections inspections,
            Certificates certificates) {
        return new UnitQuality(store, baselines, names, complaints, inspections, certificates);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    SignalSchedule signalSchedule(SignalRuns runs, ComplaintFacts complaints, SignalSettings settings, Clock clock) {
        return new SignalSchedule(runs, complaints, settings, clock);
    }
}
