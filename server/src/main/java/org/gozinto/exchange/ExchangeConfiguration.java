/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.movement.Movements;
import org.gozinto.place.Places;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    Imports.Rooms importRooms(
            Items items, Places places, Units units, Movements movements, Entries entries, Database database) {
        return new Imports.Rooms(items, places, units, movements, entries, database);
    }

    @Bean
    Imports imports(Imports.Rooms rooms, JsonMapper json, Clock clock) {
        return new Imports(rooms, json, clock);
    }

    /** Depends on the rooms, so it ends before the ledger does. */
    @Bean(initMethod = "start", destroyMethod = "close")
    ImportJobs importJobs(Imports.Rooms rooms, Database database, JsonMapper json, Clock clock) {
        return new ImportJobs(rooms, new JobStore(database, json), clock);
    }

    @Bean
    SheetImports sheetImports(Imports.Rooms rooms, ImportJobs jobs) {
        return new SheetImports(rooms, jobs);
    }
}
