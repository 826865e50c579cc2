/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.gozinto.analysis.smallest.Cover.Choice;
import org.gozinto.analysis.smallest.Point.Proof;

/** The smallest recall that explains failures. */
public final class SmallestRecall {

    /** An unexplained rest that the background makes rarer than this is more than background. */
    private static final double BACKGROUND_CHANCE = 0.05;

    /** Costs that differ by less than this share are the same. */
    private static final double SAME = 1e-9;

    private static final long NS_IN_MS = 1_000_000;

    private final Cover cover;
    private final Background background;
    private final Limits limits;
    private final int failures;
    private final GreedyCover greedy;
    private final ExactCover exact;
    private long leftMs;

    private SmallestRecall(Cover cover, Background background, Limits limits, int failures) {
        this.cover = cover;
        this.background = background;
        this.limits = limits;
        this.failures = failures;
        greedy = new GreedyCover(cover);
        exact = new ExactCover(cover);
        leftMs = limits.totalMs;
    }

    /**
     * When exact search ends and bounds begin.
     *
     * @param pointMs longest search for one point, milliseconds, at least 1
     * @param totalMs longest search in all, at least 1
     * @param atomsMax with more classes of units than this, units in several scopes are counted once for each
     */
    public record Limits(long pointMs, long totalMs, int atomsMax) {

        public Limits {
            if (pointMs < 1 || totalMs < 1 || atomsMax < 0) {
                throw new IllegalArgumentException(pointMs + " ms, " + totalMs + " ms, " + atomsMax + " atoms");
            }
        }

        /** Two seconds a point, ten in all, 5,000 atoms. */
        public static Limits usual() {
            return new Limits(2_000, 10_000, 5_000);
        }
    }

    /**
     * The curve of cost against failures left unexplained.
     *
     * @param failures ids of the failed units; one that is there twice counts once
     * @param table candidates; failures of them that are not in {@code failures} are passed over
     * @param background failures without a common cause
     * @param limits when to stop looking for proof
     */
    public static RecallAnswer curve(List<Long> failures, ScopeTable table, Background background, Limits limits) {
        List<Long> failed = failures.stream().distinct().sorted().toList();
        if (failed.isEmpty()) {
            return new RecallAnswer.NoFailures();
        }
        Cover cover = Cover.of(failed, table, limits.atomsMax);
        if (cover.coverable == 0) {
            return new RecallAnswer.NothingCovers(failed.size());
        }
        return new SmallestRecall(cover, background, limits, failed.size()).curve();
    }

    /** From nothing upwards: each time one failure more than the last choice explained. */
    private RecallAnswer curve() {
        List<Point> points = new ArrayList<>();
        points.add(point(cover.choice(new BitSet()), 0, Proof.EXACT));
        int explained = 0;
        while (explained < cover.coverable) {
            Point last = points.getLast();
            Point next = next(explained + 1, last);
            explained = failures - next.unexplained();
            // It explains more, so one that costs as much or more is of no use.
            while (!points.isEmpty() && points.getLast().cost() >= next.cost() * (1 - SAME)) {
                points.removeLast();
            }
            points.add(next);
        }
        Collections.reverse(points);
        return new RecallAnswer.Curve(points, failures, cover.coverable, cover.dominated, suggested(points));
    }

    private Point next(int wanted, Point last) {
        Choice quick = greedy.atLeast(wanted);
        long beganNs = System.nanoTime();
        long limitNs = Math.min(limits.pointMs, leftMs) * NS_IN_MS;
        ExactCover.Answer answer = exact.atLeast(wanted, quick, () -> System.nanoTime() - beganNs < limitNs);
        leftMs -= (System.nanoTime() - beganNs) / NS_IN_MS;
        if (answer.optimal()) {
            return point(answer.choice(), answer.choice().cost(), Proof.EXACT);
        }
        double bound =
                Math.max(answer.lowerBound(), Math.max(last.lowerBound(), greedy.lowerBound(wanted, quick.cost())));
        return point(answer.choice(), Math.min(bound, answer.choice().cost()), Proof.BOUND);
    }

    private Point point(Choice choice, double lowerBound, Proof proof) {
        int unexplained = failures - choice.explained();
        double outside = background.expectedOutside(choice.units());
        return new Point(
                unexplained,
                choice.scopes().stream()
                        .mapToObj(i -> cover.scopes.get(i).name())
                        .toList(),
                choice.units(),
                choice.cost(),
                lowerBound,
                proof,
                cover.counting,
                outside,
                chance(unexplained, outside));
    }

    private static double chance(int unexplained, double expected) {
        if (unexplained == 0) {
            return 1;
        }
        return expected > 0 ? PoissonDistribution.of(expected).survivalProbability(unexplained - 1) : 0;
    }

    private static int suggested(List<Point> points) {
        int suggested = 0;
        for (int i = 0; i < points.size(); i++) {
            suggested = points.get(i).chance() >= BACKGROUND_CHANCE ? i : suggested;
        }
        return suggested;
    }
}
