/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.Clock;
import java.util.List;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.place.Places;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.Units;
import tools.jackson.databind.json.JsonMapper;

/** Fit rules in a book, for tests of other rooms. */
public final class GivenFits {

    private static final JsonMapper JSON = new JsonMapper();

    private GivenFits() {}

    /**
     * The desks of a book with these rules.
     *
     * @param rules as the API takes them, with single quotes
     */
    public static FitDesk.Source in(Database database, Items items, List<String> rules) {
        var kept = new FitRules(database, items, JSON, Clock.systemUTC());
        for (String rule : rules) {
            kept.create(JSON.readValue(rule.replace('\'', '"'), FitRule.class), "anna");
        }
        var places = new Places(database, JSON, Clock.systemUTC());
        var past = new UnitPast(database, places, JSON);
        var reader = new FactReader(new Units(database), items, past, Versions.NONE, JSON, Clock.systemUTC());
        return new FitConfiguration().fitDesks(kept, reader, items);
    }
}
