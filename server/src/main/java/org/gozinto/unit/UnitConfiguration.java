/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.security.SecureRandom;
import java.time.Clock;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.place.Places;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

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
    Stops stops(Database database, Clock clock) {
        return new Stops(database, clock);
    }

    @Bean
    Inspected inspected(Database database, Items items) {
        return new Inspected(database, items);
    }

    @Bean
    UnitViews unitViews(Units units, ShortUnits.Masters masters, Stops stops, Inspected inspected, Clock clock) {
        return new UnitViews(units, masters, stops, inspected, clock);
    }

    @Bean
    Lookup lookup(Units units, Items items, Places places, Entries entries, Stops stops, Clock clock) {
        return new Lookup(new Meanings(units, items, places, entries, stops), clock);
    }

    @Bean
    Sums sums(Database database) {
        return new Sums(database);
    }

    @Bean
    DatedStock datedStock(Database database, Places places, Clock clock) {
        return new DatedStock(database, places, clock);
    }

    @Bean
    UnitQueries unitQueries(Units units, Items items, Places places, Stops stops) {
        return new UnitQueries(units, items, places, stops);
    }

    @Bean
    UnitLists unitLists(Database database, Units units, Places places, DatedStock dated, Stops stops) {
        return new UnitLists(database, units, places, dated, stops);
    }

    @Bean
    UnitListing unitListing(Units units, UnitLists lists, UnitQueries queries) {
        return new UnitListing(units, lists, queries);
    }

    @Bean
    ShortUnits.Masters shownMasters(Items items, Places places, PlaceNames names) {
        return new ShortUnits.Masters(items, places, names);
    }

    @Bean
    ShortUnits shortUnits(Database database, ShortUnits.Masters masters, Units units, UnitViews views, Sums sums) {
        return new ShortUnits(database, masters, units, views, sums);
    }

    @Bean
    Summaries summaries(Units units, ShortUnits.Masters masters, UnitViews views, Sums sums, Entries entries) {
        return new Summaries(units, masters, views, sums, entries);
    }

    @Bean
    Stock stock(Database database, ShortUnits.Masters masters, Sums sums) {
        return new Stock(database, masters, sums);
    }

    @Bean
    SecureRandom numberSource() {
        return new SecureRandom();
    }

    @Bean
    Numberings numberings(Database database, Places places, JsonMapper json, Clock clock) {
        return new Numberings(database, places, json, clock);
    }

    @Bean
    NumberForms numberForms(Database database, Items items, JsonMapper json, Clock clock) {
        return new NumberForms(database, items, json, clock);
    }

    @Bean
    NumberStore numberStore(Database database, Items items, Places places) {
        return new NumberStore(database, items, places);
    }

    @Bean
    Numbers.Masters numberedMasters(Items items, Places places, Numberings numberings) {
        return new Numbers.Masters(items, places, numberings);
    }

    @Bean
    Numbers numbers(NumberStore store, Numbers.Masters masters, JsonMapper json, Clock clock, SecureRandom source) {
        return new Numbers(store, masters, json, clock, source);
    }

    @Bean
    NumberReports numberReports(Database database, Numberings numberings, Numbers numbers) {
        return new NumberReports(database, numberings, numbers);
    }

    @Bean
    Overview overview(Database database, DatedStock dated, Stops stops, Clock clock) {
        return new Overview(database, dated, stops, clock);
    }
}
