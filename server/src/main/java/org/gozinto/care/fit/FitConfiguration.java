/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.Clock;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what answers what fits what. */
@Configuration(proxyBeanMethods = false)
class FitConfiguration {

    @Bean
    FitRules fitRules(Database database, Items items, JsonMapper json, Clock clock) {
        return new FitRules(database, items, json, clock);
    }

    @Bean
    FactReader fitFacts(
            Units units, Items items, UnitPast past, ObjectProvider<Versions> versions, JsonMapper json, Clock clock) {
        return new FactReader(units, items, past, versions.getIfAvailable(() -> Versions.NONE), json, clock);
    }

    @Bean
    Fits fits(FitRules rules, FactReader reader, Units units, Items items) {
        return new Fits(rules, reader, units, items);
    }

    @Bean
    FitDesk.Source fitDesks(FitRules rules, FactReader reader, Items items) {
        return connection -> {
            FitBook book = rules.book(connection);
            return book.isIdle() ? FitDesk.IDLE : new ScanDesk(book, reader, items);
        };
    }
}
