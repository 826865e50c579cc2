/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Worlds of serials only, followed piece by piece: every piece carries the set of all that it was made from. Nothing is
 * shared with the state graph but the rules.
 */
class SerialWorldTest {

    private final Story story = new Story();
    private final List<String> inStock = new ArrayList<>();
    private final Map<String, Set<String>> madeFrom = new HashMap<>();
    private final Map<String, Set<String>> inRun = new HashMap<>();
    private final Map<String, String> hostOf = new HashMap<>();
    private int made;

    @Property(tries = 300)
    void theGraphAgreesWithFollowingEveryPiece(@ForAll long seed) {
        SerialWorldTest world = new SerialWorldTest();
        world.tell(new Random(seed), 30);
        world.compare();
    }

    private void tell(Random random, int acts) {
        for (int i = 0; i < acts; i++) {
            switch (random.nextInt(5)) {
                case 0 -> buy(i);
                case 1, 2 -> produce(random, i);
                case 3 -> install(random, i);
                default -> remove(random, i);
            }
        }
    }

    private String fresh() {
        String name = "S" + made++;
        story.serials("PART", name);
        madeFrom.put(name, new HashSet<>(Set.of(name)));
        return name;
    }

    private void buy(int second) {
        String name = fresh();
        story.receive(second, name, 1, "SUP", "A");
        inStock.add(name);
    }

    private String draw(Random random) {
        return inStock.remove(random.nextInt(inStock.size()));
    }

    private Set<String> withContents(String unit) {
        Set<String> labels = new HashSet<>(madeFrom.getOrDefault(unit, Set.of()));
        hostOf.forEach((part, host) -> {
            if (host.equals(unit)) {
                labels.addAll(withContents(part));
            }
        });
        return labels;
    }

    private void produce(Random random, int second) {
        String name = "MO" + random.nextInt(3);
        Story.Telling run = story.run(second, name);
        Set<String> entering = new HashSet<>();
        for (int i = random.nextInt(3); i > 0 && !inStock.isEmpty(); i--) {
            String input = draw(random);
            run.in(input, 1, "A");
            entering.addAll(withContents(input));
        }
        int outputs = random.nextInt(3);
        // One serial out of one entry is linked to what came in with it; else the pool of the run takes it.
        if (outputs != 1) {
            inRun.computeIfAbsent(name, absent -> new HashSet<>()).addAll(entering);
        }
        for (int i = 0; i < outputs; i++) {
            String output = fresh();
            run.out(output, 1, "A");
            inStock.add(output);
            madeFrom.get(output).addAll(inRun.getOrDefault(name, Set.of()));
            if (outputs == 1) {
                madeFrom.get(output).addAll(entering);
            }
        }
        run.done();
    }

    private void install(Random random, int second) {
        if (inStock.size() > 1) {
            String part = draw(random);
            String host = inStock.get(random.nextInt(inStock.size()));
            story.install(second, part, host, "A");
            hostOf.put(part, host);
        }
    }

    private void remove(Random random, int second) {
        List<String> parts = new ArrayList<>(hostOf.keySet());
        if (!parts.isEmpty()) {
            parts.sort(null);
            String part = parts.get(random.nextInt(parts.size()));
            story.remove(second, part, hostOf.remove(part), "A");
            inStock.add(part);
        }
    }

    private void compare() {
        for (String seed : madeFrom.keySet()) {
            Set<String> expected = new HashSet<>();
            for (String unit : madeFrom.keySet()) {
                if (withContents(unit).contains(seed)) {
                    expected.add(unit);
                }
            }
            assertThat(new HashSet<>(story.forward(seed).units()))
                    .as("forward " + seed)
                    .isEqualTo(expected);
            assertThat(new HashSet<>(story.backward(seed).units()))
                    .as("backward " + seed)
                    .isEqualTo(withContents(seed));
        }
    }
}
