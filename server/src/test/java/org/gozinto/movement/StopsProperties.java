/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Outcome;
import org.gozinto.unit.StopOrder;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recall that is put at some moment of a made-up history: whatever a trace from its seeds reaches at the end is
 * stopped, without that anybody worked the scope out again, unless a late entry or a void tells the past of a tank.
 * jqwik prints the seed and the shortest history that fails. {@code -Dgozinto.test.worlds=50} looks at fifty times as
 * many.
 */
class StopsProperties {

    private static final int WORLDS = Integer.getInteger("gozinto.test.worlds", 1);
    private static final String RECALL = "R-2026-001";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse(NaiveActs.NOW), ZoneOffset.UTC);

    @Property(tries = 12)
    void whatIsReachedAfterwardsIsStopped(@ForAll long first, @ForAll @IntRange(min = 10, max = 150) int count)
            throws Exception {
        for (int i = 0; i < WORLDS; i++) {
            for (Engines engine : List.of(Engines.SQLITE, Engines.POSTGRESQL)) {
                look(engine, first + i, count);
            }
        }
    }

    private static void look(Engines engine, long seed, int count) throws Exception {
        List<JsonNode> acts = World.of(seed, count).recorded();
        var random = new Random(seed);
        int cut = acts.isEmpty() ? 0 : random.nextInt(acts.size());
        try (var book = new Workshop(engine, CLOCK)) {
            book.record(acts.subList(0, cut), false);
            List<Unit> seeds = seeds(book, random);
            var scope = new RoaringBitmap();
            reached(book, seeds, "ever").forEach(scope::add);
            book.stops().put(new StopOrder(RECALL, "Something bad", List.of(), scope, false));

            List<JsonNode> recorded = new ArrayList<>(acts.subList(0, cut));
            for (int at = cut; at < acts.size(); ) {
                var some = acts.subList(at, Math.min(acts.size(), at + 1 + random.nextInt(5)));
                var outcomes = book.record(some, false);
                for (int i = 0; i < some.size(); i++) {
                    if (outcomes.get(i) instanceof Outcome.Recorded) {
                        recorded.add(some.get(i));
                    }
                }
                at += some.size();
            }
            String history = "seed %d, cut after %d of %s, seeds %s"
                    .formatted(
                            seed, cut, recorded, seeds.stream().map(book::name).toList());
            if (tellsThePast(recorded)) {
                // What stood together in a tank before no rule can tell, and the watch of the case asks again; all else
                // is stopped at once here too.
                isStoppedUnlessMixed(book, seeds, history);
                var again = new RoaringBitmap();
                reached(book, seeds, "ever").forEach(again::add);
                book.stops().put(new StopOrder(RECALL, "Something bad", List.of(), again, true));
            }
            Map<Long, Unit> units = new java.util.HashMap<>();
            book.units().forEach(u -> units.put(u.id(), u));
            for (int id : reached(book, seeds, "now")) {
                Unit unit = units.get((long) id);
                assertThat(book.stops().of(unit))
                        .as("%s is reached and not stopped: %s", book.name(unit), history)
                        .isNotEmpty();
                isNotShipped(book, unit, history);
            }
            assertThat(book.verify().firstDifference()).as(history).isNull();
        }
    }

    /** Whatever is reached by itself, and not only with the lots that were mixed in a vessel, is stopped. */
    private static void isStoppedUnlessMixed(Workshop book, List<Unit> seeds, String history) {
        Map<Long, Unit> units = new java.util.HashMap<>();
        book.units().forEach(u -> units.put(u.id(), u));
        var traces = book.traces();
        for (Unit seed : seeds) {
            traces.of(true, seed, "now", null).units().forEach(reached -> {
                Unit unit = units.get(Long.parseLong(reached.unit()));
                if (!reached.precision().equals("lot")) {
                    assertThat(book.stops().of(unit))
                            .as("%s is reached by itself and not stopped: %s", book.name(unit), history)
                            .isNotEmpty();
                }
            });
        }
    }

    /** Whether something was told late or taken back: either can say what stood together in a vessel before. */
    private static boolean tellsThePast(List<JsonNode> recorded) {
        String latest = "";
        for (JsonNode act : recorded) {
            String at = act.path("occurredAt").asString("");
            if (at.compareTo(latest) < 0 || act.path("type").asString("").equals("void")) {
                return true;
            }
            latest = at;
        }
        return false;
    }

    private static List<Unit> seeds(Workshop book, Random random) {
        List<Unit> traced = new ArrayList<>(book.units().stream()
                .filter(u -> u.kind() == Unit.Kind.LOT || u.kind() == Unit.Kind.SERIAL)
                .toList());
        List<Unit> seeds = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0 && !traced.isEmpty(); i--) {
            seeds.add(traced.get(random.nextInt(traced.size())));
        }
        return seeds;
    }

    /** The seeds and whatever a trace reaches from them; a trace takes suspect twins for one. */
    private static Set<Integer> reached(Workshop book, List<Unit> seeds, String hosts) {
        Set<Integer> reached = new HashSet<>();
        var traces = book.traces();
        for (Unit seed : seeds) {
            reached.add((int) seed.id());
            traces.of(true, seed, hosts, null).units().forEach(u -> reached.add(Integer.parseInt(u.unit())));
        }
        return reached;
    }

    /** Tries to ship it from wherever it is in our hands. */
    private static void isNotShipped(Workshop book, Unit unit, String history) {
        if (unit.kind() == Unit.Kind.CONTAINER) {
            return;
        }
        for (Units.At at : book.holdings(unit)) {
            if (at.qty() <= 0 || at.placeId() <= 0 || !book.isLocation(at.placeId())) {
                continue;
            }
            var ship = JSON.createObjectNode()
                    .put("type", "ship")
                    .put("id", "00000000-0000-7000-8000-eeeeeeeeeeee")
                    .put("from", book.places().get(at.placeId()).code())
                    .put("to", "CUST");
            var item = book.items().get(unit.itemId());
            var line = ship.putArray("lines").addObject().put("item", item.code());
            if (unit.kind() == Unit.Kind.SERIAL) {
                line.put("serial", unit.number());
            } else {
                line.put("qty", item.quantity(1));
                if (unit.kind() == Unit.Kind.LOT) {
                    line.put("lot", unit.number());
                }
            }
            assertThat(book.preview(ship))
                    .as("%s at %s: %s", book.name(unit), at, history)
                    .isInstanceOf(DryRun.Answer.Refused.class);
        }
    }
}
