/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Clerk;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.Ledger;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.place.Places;
import org.gozinto.unit.PlaceNames;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MovementConfiguration {

    @Bean
    Clerk clerk(Items items, Places places, Database database) {
        return new ActClerk(items, places, database.dialect(), false);
    }

    @Bean
    Movements movements(Ledger ledger) {
        return new Movements(ledger);
    }

    @Bean
    EntryViews entryViews(Entries entries, Units units, Items items, PlaceNames names) {
        return new EntryViews(entries, units, items, names);
    }

    @Bean
    Verification verification(Database database, JsonMapper json, Clock clock, LedgerSettings settings) {
        return new Verification(database, json, clock, settings.data());
    }
}
