/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gozinto.analysis.smallest.Point.Counting;
import org.gozinto.analysis.smallest.Point.Proof;
import org.gozinto.analysis.smallest.RecallAnswer.Curve;
import org.gozinto.analysis.smallest.SmallestRecall.Limits;
import org.junit.jupiter.api.Test;

class SmallestRecallTest {

    private static final Background NONE = new Background(0, 0);

    @Test
    void oneBadLotAndThreeStrays() {
        // 37 of 40 failures are in lot X9 of 500 units; the lots of the other three have 4,000 units each.
        ScopeTable.Builder table = ScopeTable.builder();
        table.units(500, 1, table.scope(scope("X9", 0, 37)));
        for (int i = 0; i < 3; i++) {
            table.units(4_000, 1, table.scope(scope("Y" + i, 37 + i, 1)));
        }
        Curve curve = curve(ids(40), table.build(), new Background(3.0 / 100_000, 100_000), Limits.usual());

        assertThat(curve.points()).extracting(Point::unexplained).containsExactly(0, 1, 2, 3, 40);
        assertThat(curve.points()).extracting(Point::units).containsExactly(12_500L, 8_500L, 4_500L, 500L, 0L);
        Point suggested = curve.points().get(curve.suggested());
        assertThat(suggested.scopes()).containsExactly("X9");
        assertThat(suggested.expectedOutside()).isCloseTo(2.985, within(1e-9));
        assertThat(suggested.chance()).isBetween(0.5, 0.6);
        assertThat(curve.points()).allMatch(one -> one.proof() == Proof.EXACT && one.counting() == Counting.ONCE);
    }

    @Test
    void aUnitInTwoScopesIsPaidForOnce() {
        ScopeTable.Builder table = ScopeTable.builder();
        int lot = table.scope(scope("lot", 0, 2));
        int line = table.scope(scope("line", 2, 2));
        int dear = table.scope(scope("all", 0, 4));
        table.units(100, 1, lot, line).units(10, 1, lot).units(10, 1, line).units(130, 1, dear);
        Point all = curve(ids(4), table.build(), NONE, Limits.usual()).points().getFirst();

        assertThat(all.scopes()).containsExactly("line", "lot");
        assertThat(all.units()).isEqualTo(120);
        assertThat(all.cost()).isCloseTo(120, within(1e-9));
    }

    @Test
    void unknownOverlapsGiveUpperBoundsAndSaySo() {
        ScopeTable.Builder table = ScopeTable.builder();
        int lot = table.scope(scope("lot", 0, 2));
        int line = table.scope(scope("line", 2, 2));
        table.unitsPerhapsShared(110, 1, lot).unitsPerhapsShared(110, 1, line);
        Point all = curve(ids(4), table.build(), NONE, Limits.usual()).points().getFirst();
        assertThat(all.units()).isEqualTo(220);
        assertThat(all.counting()).isEqualTo(Counting.UPPER_BOUND);

        ScopeTable.Builder known = ScopeTable.builder();
        int one = known.scope(scope("lot", 0, 2));
        int other = known.scope(scope("line", 2, 2));
        known.units(100, 1, one, other).units(10, 1, one).units(10, 1, other);
        Point bound = curve(ids(4), known.build(), NONE, new Limits(1_000, 1_000, 2))
                .points()
                .getFirst();
        assertThat(bound.units()).isEqualTo(220);
        assertThat(bound.counting()).isEqualTo(Counting.UPPER_BOUND);
    }

    @Test
    void theGreedyTrapIsAvoided() {
        // Greedy takes the big scope first and then needs both small ones.
        ScopeTable.Builder table = ScopeTable.builder();
        table.units(30, 1, table.scope(new Scope("big", List.of(0L, 1L, 3L, 4L), 0)));
        table.units(25, 1, table.scope(new Scope("left", List.of(0L, 1L, 2L), 0)));
        table.units(25, 1, table.scope(new Scope("right", List.of(3L, 4L, 5L), 0)));
        Point all = curve(ids(6), table.build(), NONE, Limits.usual()).points().getFirst();
        assertThat(all.scopes()).containsExactly("left", "right");
        assertThat(all.cost()).isEqualTo(50);
    }

    @Test
    void badQuestionsHaveNames() {
        ScopeTable.Builder table = ScopeTable.builder();
        table.scope(scope("lot", 0, 2));
        ScopeTable built = table.build();
        assertThat(SmallestRecall.curve(List.of(), built, NONE, Limits.usual()))
                .isInstanceOf(RecallAnswer.NoFailures.class);
        assertThat(SmallestRecall.curve(List.of(7L), built, NONE, Limits.usual()))
                .isEqualTo(new RecallAnswer.NothingCovers(1));
        assertThat(SmallestRecall.curve(List.of(7L), ScopeTable.builder().build(), NONE, Limits.usual()))
                .isEqualTo(new RecallAnswer.NothingCovers(1));
        assertThatThrownBy(() -> new Scope("lot", List.of(), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.scope(scope("lot", 0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.units(-1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Background(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyCurveIsTheBestOfAllChoices() {
        for (int seed = 0; seed < 60; seed++) {
            Sample sample = Sample.of(seed);
            Curve curve = curve(ids(sample.failures), sample.table(), NONE, Limits.usual());
            String at = "seed " + seed;
            double[] best = sample.leastCosts();
            for (int i = 0; i < curve.points().size(); i++) {
                Point point = curve.points().get(i);
                Set<Integer> chosen = sample.indices(point.scopes());
                assertThat(point.unexplained()).as(at).isEqualTo(sample.failures - sample.explained(chosen));
                assertThat(point.cost()).as(at).isCloseTo(sample.cost(chosen), within(1e-9));
                assertThat(point.proof()).as(at).isEqualTo(Proof.EXACT);
                assertThat(point.cost()).as(at).isCloseTo(best[point.unexplained()], within(1e-6));
                if (i > 0) {
                    Point before = curve.points().get(i - 1);
                    assertThat(point.cost()).as(at).isLessThan(before.cost());
                    assertThat(point.unexplained()).as(at).isGreaterThan(before.unexplained());
                }
            }
        }
    }

    @Test
    void withoutTimeTheBoundHolds() {
        for (int seed = 0; seed < 60; seed++) {
            Sample sample = Sample.of(seed);
            Cover cover = Cover.of(ids(sample.failures), sample.table(), 1_000);
            GreedyCover greedy = new GreedyCover(cover);
            double[] best = sample.leastCosts();
            for (int wanted = 1; wanted <= cover.coverable; wanted++) {
                Cover.Choice choice = greedy.atLeast(wanted);
                double least = best[sample.failures - wanted];
                assertThat(choice.explained()).as("seed %d", seed).isGreaterThanOrEqualTo(wanted);
                assertThat(choice.cost()).as("seed %d", seed).isGreaterThanOrEqualTo(least - 1e-9);
                assertThat(greedy.lowerBound(wanted, choice.cost()))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(least + 1e-9);
                int[] programs = {2};
                assertThat(new ExactCover(cover)
                                .atLeast(wanted, choice, () -> programs[0]-- > 0)
                                .lowerBound())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(least + 1e-6);
            }
        }
    }

    @Test
    void fourHundredFailuresInTwoHundredScopesTakeSeconds() {
        Random random = new Random(5);
        ScopeTable.Builder table = ScopeTable.builder();
        for (int i = 0; i < 200; i++) {
            List<Long> failed =
                    random.longs(1 + random.nextInt(8), 0, 400).boxed().toList();
            table.scope(new Scope("S" + i, failed, random.nextInt(50)));
        }
        for (int i = 0; i < 2_000; i++) {
            table.units(
                    1 + random.nextInt(100),
                    1,
                    random.ints(1 + random.nextInt(3), 0, 200).toArray());
        }
        Curve curve = curve(ids(400), table.build(), NONE, new Limits(200, 3_000, 5_000));
        assertThat(curve.points()).allMatch(one -> one.lowerBound() <= one.cost() + 1e-6);
        assertThat(curve.points().getFirst().unexplained()).isEqualTo(400 - curve.coverable());
    }

    private static Curve curve(List<Long> failures, ScopeTable table, Background background, Limits limits) {
        RecallAnswer answer = SmallestRecall.curve(failures, table, background, limits);
        assertThat(answer).isInstanceOf(Curve.class);
        return (Curve) answer;
    }

    private static Scope scope(String name, long from, int count) {
        return new Scope(name, LongStream.range(from, from + count).boxed().toList(), 0);
    }

    private static List<Long> ids(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    /** A small problem with overlaps and fixed costs, and its answer by trying all choices. */
    private record Sample(int failures, List<Scope> scopes, List<int[]> atoms) {

        static Sample of(long seed) {
            Random random = new Random(seed);
            int failures = 3 + random.nextInt(7);
            List<Scope> scopes = new ArrayList<>();
            int count = 2 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                List<Long> failed = random.longs(random.nextInt(5), 0, failures)
                        .distinct()
                        .boxed()
                        .toList();
                scopes.add(new Scope("S" + i, failed, random.nextInt(3)));
            }
            List<int[]> atoms = new ArrayList<>();
            boolean overlapping = seed % 2 == 0;
            for (int i = 0; i < (overlapping ? 12 : count); i++) {
                int[] in = overlapping
                        ? random.ints(1 + random.nextInt(3), 0, count)
                                .distinct()
                                .toArray()
                        : new int[] {i};
                atoms.add(IntStream.concat(IntStream.of(1 + random.nextInt(20)), IntStream.of(in))
                        .toArray());
            }
            return new Sample(failures, scopes, atoms);
        }

        ScopeTable table() {
            ScopeTable.Builder table = ScopeTable.builder();
            scopes.forEach(table::scope);
            atoms.forEach(one -> table.units(one[0], 1, Arrays.copyOfRange(one, 1, one.length)));
            return table.build();
        }

        Set<Integer> indices(List<String> names) {
            Set<Integer> indices = new HashSet<>();
            names.forEach(name -> indices.add(Integer.parseInt(name.substring(1))));
            return indices;
        }

        int explained(Set<Integer> chosen) {
            Set<Long> explained = new HashSet<>();
            chosen.forEach(one -> explained.addAll(scopes.get(one).failures()));
            return explained.size();
        }

        double cost(Set<Integer> chosen) {
            double cost = chosen.stream()
                    .mapToDouble(one -> scopes.get(one).fixedCost())
                    .sum();
            for (int[] atom : atoms) {
                cost += Arrays.stream(atom).skip(1).anyMatch(chosen::contains) ? atom[0] : 0;
            }
            return cost;
        }

        /** The least cost that leaves at most so many failures unexplained. */
        double[] leastCosts() {
            double[] least = new double[failures + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (int set = 0; set < 1 << scopes.size(); set++) {
                int of = set;
                Set<Integer> chosen = new HashSet<>(IntStream.range(0, scopes.size())
                        .filter(i -> (of >> i & 1) == 1)
                        .boxed()
                        .toList());
                double cost = cost(chosen);
                for (int left = failures - explained(chosen); left <= failures; left++) {
                    least[left] = Math.min(least[left], cost);
                }
            }
            return least;
        }
    }
}
