/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.Ledger;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.ledger.Preview;
import org.gozinto.place.Places;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.PlaceNames;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MovementConfiguration {

    @Bean
    ActClerk clerk(Items items, Places places, Database database, Stops stops, ObjectProvider<FitDesk.Source> fits) {
        // The rules of what fits are kept in a room above, which a test may leave out.
        return ActClerk.of(items, places, database.dialect(), stops, fits.getIfAvailable(() -> FitDesk.Source.NONE));
    }

    @Bean
    Movements movements(Ledger ledger, ActClerk clerk, Database database, Clock clock, LedgerSettings settings) {
        // A dry run keeps one connection and may need another for a name, so half of them stay free.
        int atOnce = Math.max(1, settings.readersMax() / 2);
        return new Movements(ledger, new DryRun(new Preview(database, clock), clerk, atOnce));
    }

    @Bean
    EntryViews entryViews(Entries entries, Units units, Items items, PlaceNames names, Stops stops) {
        return new EntryViews(entries, units, items, names, stops);
    }

    @Bean
    ShortEntries shortEntries(
            Database database, Units units, Items items, Places places, PlaceNames names, JsonMapper json) {
        return new ShortEntries(new MovedStore(database), units, items, places, names, json);
    }

    @Bean
    PickBasket.Known known(Units units, Stops stops, Inspected inspected) {
        return new PickBasket.Known(units, stops, inspected);
    }

    @Bean
    Picks picks(Database database, PickBasket.Known known, Items items, Places places, Clock clock) {
        return new Picks(new PickStore(database), known, items, places, clock);
    }

    @Bean
    Verification verification(Database database, JsonMapper json, Clock clock, LedgerSettings settings) {
        return new Verification(database, json, clock, settings.data());
    }
}
