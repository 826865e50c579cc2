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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    Imports.Rooms importRooms(Items items, Places places, Movements movements, Entries entries, Database database) {
        return new Imports.Rooms(items, places, movements, entries, database);
    }

    @Bean
    Imports imports(Imports.Rooms rooms, JsonMapper json, Clock clock) {
        return new Imports(rooms, json, clock);
    }
}
