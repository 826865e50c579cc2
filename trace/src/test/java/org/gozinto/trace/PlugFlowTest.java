/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The shares of a fifo vessel with overlap, against grains of which each one's way is known. */
class PlugFlowTest {

    private static Fraction whole(long qty) {
        return Fraction.of(qty);
    }

    private static Fraction sum(List<PlugFlow.Taken> taken) {
        return taken.stream()
                .map(part -> part.share().times(part.plug().length()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    @Test
    void aDrawIsAskedForByNameOfEachFillInReach() {
        var vessel = new PlugFlow();
        vessel.fill(7, 1, whole(10), whole(4));
        vessel.fill(8, 2, whole(10), whole(4));
        List<PlugFlow.Taken> taken = vessel.draw(whole(8));

        assertThat(taken).extracting(part -> part.plug().node()).containsExactly(7, 8);
        assertThat(taken).extracting(PlugFlow.Taken::share).containsExactly(Fraction.of(7, 10), Fraction.of(1, 10));
        assertThat(taken).extracting(PlugFlow.Taken::most).containsExactly(Fraction.of(8, 10), Fraction.of(2, 10));
        assertThat(taken.getFirst().least()).isEqualTo(Fraction.of(6, 10));
        assertThat(vessel.clean()).extracting(PlugFlow.Plug::node).containsExactly(7, 8);
    }

    /** One unit of quantity that entered at a position, somewhere inside it. */
    private record Grain(int fill, long position) {}

    @Property(tries = 300)
    void whateverWayTheGrainsFlowedTheSharesAddUpAndTheBoundsHold(@ForAll long seed) {
        var random = new Random(seed);
        long overlap = random.nextInt(6);
        var vessel = new PlugFlow();
        List<Grain> grains = new ArrayList<>();
        Map<Integer, Fraction> gone = new HashMap<>();
        long filled = 0;
        long drawn = 0;
        int fills = 0;
        for (int step = 0; step < 30; step++) {
            if (grains.isEmpty() || random.nextBoolean()) {
                int qty = 1 + random.nextInt(12);
                vessel.fill(fills, fills, whole(qty), whole(overlap));
                for (int i = 0; i < qty; i++) {
                    grains.add(new Grain(fills, filled++));
                }
                fills++;
            } else {
                int qty = 1 + random.nextInt(grains.size());
                Map<Integer, Integer> really = flow(grains, drawn, qty, overlap, random);
                drawn += qty;
                List<PlugFlow.Taken> taken = vessel.draw(whole(qty));
                assertThat(sum(taken)).isEqualTo(whole(qty));
                for (PlugFlow.Taken part : taken) {
                    Fraction share = Fraction.of(really.getOrDefault(part.plug().node(), 0))
                            .over(part.plug().length());
                    assertThat(share).isBetween(part.least(), part.most());
                    assertThat(part.share()).isBetween(part.least(), part.most());
                    assertThat(gone.merge(part.plug().node(), part.share(), Fraction::plus))
                            .isLessThanOrEqualTo(Fraction.ONE);
                    really.remove(part.plug().node());
                }
                assertThat(really).isEmpty();
            }
        }
        if (grains.isEmpty()) {
            assertThat(gone.values()).containsOnly(Fraction.ONE);
        }
    }

    /** Takes all grains that are due, and of the others in reach any. */
    private static Map<Integer, Integer> flow(List<Grain> grains, long drawn, int qty, long overlap, Random random) {
        List<Grain> out = new ArrayList<>(grains.stream()
                .filter(grain -> grain.position() < drawn + qty - overlap)
                .toList());
        List<Grain> others = new ArrayList<>(grains.stream()
                .filter(grain -> grain.position() >= drawn + qty - overlap)
                .filter(grain -> grain.position() < drawn + qty + overlap)
                .toList());
        Collections.shuffle(others, random);
        out.addAll(others.subList(0, qty - out.size()));
        grains.removeAll(out);
        Map<Integer, Integer> counts = new HashMap<>();
        out.forEach(grain -> counts.merge(grain.fill(), 1, Integer::sum));
        return counts;
    }
}
