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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Outcome;
import org.gozinto.unit.Unit;
import tools.jackson.databind.JsonNode;

/**
 * The rules that never bend, for made-up histories on both engines. jqwik prints the seed and the shortest history that
 * fails. {@code -Dgozinto.test.worlds=50} looks at fifty times as many.
 */
class RulesProperties {

    private static final int WORLDS = Integer.getInteger("gozinto.test.worlds", 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse(NaiveActs.NOW), ZoneOffset.UTC);

    private interface Look {
        void at(long seed) throws Exception;
    }

    private static void eachWorld(long seed, Look look) throws Exception {
        for (int i = 0; i < WORLDS; i++) {
            look.at(seed + i);
        }
    }

    @Property(tries = 20)
    void theBookAgreesWithThePlainOneOnBothEngines(@ForAll long first, @ForAll @IntRange(min = 1, max = 150) int count)
            throws Exception {
        eachWorld(first, seed -> {
            World world = World.of(seed, count);
            try (var sqlite = new Workshop(Engines.SQLITE, CLOCK);
                    var postgres = new Workshop(Engines.POSTGRESQL, CLOCK)) {
                List<String> answers = agrees(sqlite, world);
                assertThat(agrees(postgres, world)).isEqualTo(answers);
                assertThat(postgres.hash()).isEqualTo(sqlite.hash());
            }
        });
    }

    /** Records the world and compares; gives the answers of what was recorded. */
    private static List<String> agrees(Workshop book, World world) {
        List<JsonNode> recorded = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (var request : world.requests()) {
            var outcomes = book.record(request.acts(), request.atomic());
            for (int i = 0; i < outcomes.size(); i++) {
                assertThat(World.Verdict.of(outcomes.get(i)))
                        .as("%s → %s\n after %s", request.acts().get(i), outcomes.get(i), recorded)
                        .isEqualTo(request.verdicts().get(i));
                if (outcomes.get(i) instanceof Outcome.Recorded now) {
                    recorded.add(request.acts().get(i));
                    answers.add(now.answer());
                }
            }
        }
        assertThat(book.holdings())
                .as("after %s", recorded)
                .isEqualTo(world.end().holdings());
        assertThat(brokenRules(book)).as("after %s", recorded).isEmpty();
        assertThat(book.seq()).isEqualTo(recorded.size());
        repeats(book, recorded, answers);
        var report = book.verify();
        assertThat(report.firstDifference()).as("after %s", recorded).isNull();
        assertThat(report.ok()).isTrue();
        return answers;
    }

    private static void repeats(Workshop book, List<JsonNode> recorded, List<String> answers) {
        var before = book.holdings();
        byte[] hash = book.hash();
        var again = book.record(recorded, false);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(again.get(i)).isInstanceOf(Outcome.Repeated.class);
            assertThat(((Outcome.Repeated) again.get(i)).answer()).isEqualTo(answers.get(i));
        }
        assertThat(book.holdings()).isEqualTo(before);
        assertThat(book.hash()).isEqualTo(hash);
    }

    /** The rules on what the book holds, without asking the plain one. */
    private static List<String> brokenRules(Workshop book) {
        Map<String, Map<String, Long>> byUnit = new TreeMap<>();
        book.holdings().forEach((at, qty) -> {
            String[] parts = at.split(" @ ", 2);
            byUnit.computeIfAbsent(parts[0], u -> new HashMap<>()).put(parts[1], qty);
        });
        Set<String> pieces = new HashSet<>();
        for (Unit unit : book.units()) {
            if (unit.kind() == Unit.Kind.SERIAL || unit.kind() == Unit.Kind.CONTAINER) {
                pieces.add(book.name(unit));
            }
        }
        List<String> broken = new ArrayList<>();
        byUnit.forEach((unit, at) -> broken.addAll(Naive.brokenRules(unit, pieces.contains(unit), at)));
        return broken;
    }

    @Property(tries = 15)
    void independentEntriesMayComeInAnyOrder(@ForAll long first, @ForAll @IntRange(min = 2, max = 100) int count)
            throws Exception {
        eachWorld(first, seed -> {
            World world = World.of(seed, count);
            List<JsonNode> shuffled = Independence.shuffled(world, new Random(seed));
            try (var book = new Workshop(Engines.SQLITE, CLOCK)) {
                book.record(shuffled, false).forEach(o -> assertThat(o).isInstanceOf(Outcome.Recorded.class));
                assertThat(book.holdings())
                        .as("%s", shuffled)
                        .isEqualTo(world.end().holdings());
            }
        });
    }

    @Property(tries = 8)
    void whatWasKnownThenIsWhatIsAnsweredAsKnownThen(@ForAll long first, @ForAll @IntRange(min = 2, max = 60) int count)
            throws Exception {
        eachWorld(first, seed -> {
            List<JsonNode> recorded = World.of(seed, count).recorded();
            int cut = recorded.isEmpty() ? 0 : 1 + new Random(seed).nextInt(recorded.size());
            try (var whole = new Workshop(Engines.SQLITE, CLOCK);
                    var then = new Workshop(Engines.SQLITE, CLOCK)) {
                whole.record(recorded, false);
                then.record(recorded.subList(0, cut), false);
                for (Unit unit : then.units()) {
                    if (isTraced(unit)) {
                        for (boolean forward : List.of(true, false)) {
                            String known = String.valueOf(cut);
                            assertThat(whole.traces().of(forward, unit, "now", known))
                                    .as("%s as known at %d of %s", whole.name(unit), cut, recorded)
                                    .isEqualTo(then.traces().of(forward, unit, "now", known));
                        }
                    }
                }
            }
        });
    }

    private static boolean isTraced(Unit unit) {
        return unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.SERIAL;
    }

    /**
     * A lot of pieces with serials is a name for them: it leads to them and from them, and nothing leads to the name.
     */
    @Property(tries = 8)
    void backwardMirrorsForward(@ForAll long first, @ForAll @IntRange(min = 2, max = 60) int count) throws Exception {
        eachWorld(first, seed -> {
            List<JsonNode> recorded = World.of(seed, count).recorded();
            try (var book = new Workshop(Engines.SQLITE, CLOCK)) {
                book.record(recorded, false);
                var traces = book.traces();
                Set<String> forward = new HashSet<>();
                Set<String> backward = new HashSet<>();
                for (Unit unit : book.units()) {
                    if (isTraced(unit)) {
                        String name = book.name(unit).replaceAll("~.*", "");
                        traces.reached(true, unit, "ever").forEach(to -> forward.add(name + " → " + to));
                        traces.reached(false, unit, "ever").forEach(from -> backward.add(from + " → " + name));
                    }
                }
                backward.removeIf(pair -> pair.contains(" → BAT/BL"));
                // Untracked stock is no unit that one can ask about, so it has no mirror.
                forward.removeIf(pair -> pair.contains(" → BAT/BL") || pair.endsWith("/null"));
                assertThat(backward).as("%s", recorded).isEqualTo(forward);
            }
        });
    }
}
