/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.place.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

    @Bean
    Units units(Database database) {
        return new Units(database);
    }

    @Bean
    UseOfItems useOfItems(Units units, Places places) {
        return new UseOfItems(units, places);
    }

    @Bean
    PlaceNames placeNames(Places places, Items items, Units units) {
        return new PlaceNames(places, items, units);
    }

    @Bean
    UnitViews unitViews(Units units, Items items, Places places, PlaceNames names, Clock clock) {
        return new UnitViews(units, items, places, names, clock);
    }

    @Bean
    Lookup lookup(Units units, Items items, Places places, Entries entries, Clock clock) {
        return new Lookup(units, items, places, entries, clock);
    }
}
