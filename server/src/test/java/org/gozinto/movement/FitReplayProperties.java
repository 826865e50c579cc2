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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gozinto.care.fit.GivenFits;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Outcome;
import org.gozinto.unit.StopOrder;
import org.gozinto.unit.Unit;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;

/**
 * A book in which fit rules warn and refuse comes out of a replay as it is, down to the last hash and to every answer,
 * though a replay knows no rules. jqwik prints the seed and the shortest history that fails.
 */
class FitReplayProperties {

    private static final Clock CLOCK = Clock.fixed(Instant.parse(NaiveActs.NOW), ZoneOffset.UTC);

    /** Everything that can be installed and shipped in made-up histories is named by one that warns or refuses. */
    private static final List<String> RULES = List.of(
            "{'code':'W1','subject':{'item':'CAR'},'relation':'excludes','object':{'item':'BAT'},"
                    + "'enforce':{'install':'warn','ship':'warn'}}",
            "{'code':'W2','subject':{'item':'BAT'},'relation':'needs','object':{'item':'MIX'},"
                    + "'enforce':{'install':'warn','ship':'warn'},'reason':'it \\\"slips\\\" 100 %'}",
            "{'code':'W3','subject':{'item':'CAR','madeFrom':'2026-02-01'},'relation':'fits','object':{'item':'SALT'},"
                    + "'enforce':{'install':'refuse','ship':'warn'}}",
            "{'code':'W4','subject':{'item':'CAR','has':[{'item':'MIX'}]},"
                    + "'relation':'excludes','object':{'item':'CAR'},"
                    + "'enforce':{'install':'refuse','ship':'refuse'}}");

    @Property(tries = 5)
    void whatWasWarnedOfIsTheSameInAReplay(@ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int count)
            throws Exception {
        List<JsonNode> acts = World.of(seed, count).recorded();
        for (Engines engine : List.of(Engines.SQLITE, Engines.POSTGRESQL)) {
            try (var book = new Workshop(engine, CLOCK, (database, items) -> GivenFits.in(database, items, RULES))) {
                List<Outcome> first = book.record(acts.subList(0, acts.size() / 2), false);
                recallSomething(book);
                List<Outcome> second = book.record(acts.subList(acts.size() / 2, acts.size()), false);
                assertThat(book.verify().firstDifference()).as("%s", acts).isNull();
                assertThat(book.verify().ok()).isTrue();
                isAnsweredAgain(book, acts.subList(0, acts.size() / 2), first);
                isAnsweredAgain(book, acts.subList(acts.size() / 2, acts.size()), second);
            }
        }
    }

    /** Alerts of recalls and of rules stand side by side. */
    private static void recallSomething(Workshop book) {
        var scope = new RoaringBitmap();
        for (Unit unit : book.units()) {
            if (unit.id() % 5 == 0 && unit.kind() != Unit.Kind.CONTAINER) {
                scope.add((int) unit.id());
            }
        }
        book.stops().put(new StopOrder("R-2026-001", "Something bad", List.of(), scope, false));
    }

    private static void isAnsweredAgain(Workshop book, List<JsonNode> acts, List<Outcome> before) {
        for (int i = 0; i < acts.size(); i++) {
            if (before.get(i) instanceof Outcome.Recorded recorded) {
                Outcome again = book.record(List.of(acts.get(i)), false).getFirst();
                assertThat(again).isInstanceOf(Outcome.Repeated.class);
                assertThat(((Outcome.Repeated) again).answer()).isEqualTo(recorded.answer());
            }
        }
    }
}
