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
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
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
}
