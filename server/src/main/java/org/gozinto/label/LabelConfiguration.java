/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.time.Clock;
import java.time.Duration;
import org.gozinto.item.Items;
import org.gozinto.label.MasterStore.Sort;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.unit.Numbers;
import org.gozinto.unit.Units;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabelSettings.class)
class LabelConfiguration {

    /** A printer that is out of paper gets this long to be filled. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    Templates labelTemplates(Database database, JsonMapper json, Clock clock) {
        return new Templates(new MasterStore(database, clock, Sort.TEMPLATE), json);
    }

    @Bean
    Printers printers(Database database, JsonMapper json, Clock clock) {
        return new Printers(new MasterStore(database, clock, Sort.PRINTER), json);
    }

    @Bean
    PrintStore printStore(Database database) {
        return new PrintStore(database);
    }

    @Bean
    PrintViews printViews(PrintStore store, Items items, Units units) {
        return new PrintViews(store, items, units);
    }

    @Bean
    LabelSource.Rooms labelRooms(Items items, Places places, Units units, Numbers numbers) {
        return new LabelSource.Rooms(items, places, units, numbers);
    }

    @Bean
    LabelSource labelSource(LabelSource.Rooms rooms, LabelSettings settings, Clock clock) {
        return new LabelSource(rooms, settings, clock);
    }

    @Bean
    Wire printerWire() {
        return new Wire(PATIENCE);
    }

    @Bean
    Prints.Parts printParts(Templates templates, Printers printers, LabelSource source, PrintStore store) {
        return new Prints.Parts(templates, printers, source, store);
    }

    @Bean
    Prints prints(Prints.Parts parts, Wire wire, JsonMapper json, Clock clock) {
        return new Prints(parts, wire, json, clock);
    }
}
