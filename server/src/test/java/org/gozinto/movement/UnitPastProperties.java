/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.ledger.Engines;
import org.gozinto.unit.Unit;
import tools.jackson.databind.json.JsonMapper;

/** When things were made, asked of many at once and of each. */
class UnitPastProperties {

    private static final Clock CLOCK = Clock.fixed(Instant.parse(NaiveActs.NOW), ZoneOffset.UTC);

    @Property(tries = 4)
    void manyAtOnceAndEachAgree(@ForAll long seed, @ForAll @IntRange(min = 10, max = 120) int count) throws Exception {
        for (Engines engine : List.of(Engines.SQLITE, Engines.POSTGRESQL)) {
            try (var book = new Workshop(engine, CLOCK)) {
                book.record(World.of(seed, count).recorded(), false);
                var past = new UnitPast(book.database(), book.places(), new JsonMapper());
                Map<Long, String> each = new TreeMap<>();
                for (Unit unit : book.units()) {
                    String at = past.made(unit).at();
                    if (at != null) {
                        each.put(unit.id(), at);
                    }
                }
                assertThat(past.madeAt(book.units())).isEqualTo(each);
            }
        }
    }
}
