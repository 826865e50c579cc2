/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.BitSet;
import org.gozinto.analysis.smallest.Cover.Choice;

/**
 * Takes the scope with the least further cost for each failure that it newly explains, until enough are explained; then
 * gives back what is not needed. Where no unit is in two scopes its cost is at most H(n) = 1 + 1/2 + … + 1/n times the
 * least (Chvátal, Mathematics of Operations Research 4 (1979) 233–235; for a part of the failures Slavík, Information
 * Processing Letters 64 (1997) 251–254).
 */
final class GreedyCover {

    private final Cover cover;

    GreedyCover(Cover cover) {
        this.cover = cover;
    }

    /** A choice that explains at least so many failures, at most {@link Cover#coverable}. */
    Choice atLeast(int wanted) {
        BitSet chosen = new BitSet();
        BitSet explained = new BitSet();
        BitSet reached = new BitSet();
        int left = wanted;
        while (left > 0) {
            int next = next(chosen, explained, reached, left);
            BitSet fresh = fresh(next, explained);
            left -= failures(fresh);
            explained.or(fresh);
            chosen.set(next);
            for (int atom : cover.atomsOf[next]) {
                reached.set(atom);
            }
        }
        return pruned(chosen, wanted);
    }

    /** At least this is the cost of any choice that explains so many, when no unit is in two scopes; else 0. */
    double lowerBound(int wanted, double greedyCost) {
        for (int[] scopes : cover.atomScopes) {
            if (scopes.length > 1) {
                return 0;
            }
        }
        double harmonic = 0;
        for (int i = 1; i <= wanted; i++) {
            harmonic += 1.0 / i;
        }
        return wanted == 0 ? 0 : greedyCost / harmonic;
    }

    private int next(BitSet chosen, BitSet explained, BitSet reached, int left) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int scope = 0; scope < cover.scopes.size(); scope++) {
            int gain = Math.min(left, failures(fresh(scope, explained)));
            if (chosen.get(scope) || gain == 0) {
                continue;
            }
            double cost = cover.scopes.get(scope).fixedCost();
            for (int atom : cover.atomsOf[scope]) {
                cost += reached.get(atom) ? 0 : cover.cost[atom];
            }
            if (cost / gain < least) {
                least = cost / gain;
                best = scope;
            }
        }
        if (best < 0) {
            throw new IllegalStateException(left + " failures that no scope explains");
        }
        return best;
    }

    private BitSet fresh(int scope, BitSet explained) {
        BitSet fresh = (BitSet) cover.explains[scope].clone();
        fresh.andNot(explained);
        return fresh;
    }

    private int failures(BitSet classes) {
        return classes.stream().map(i -> cover.failures[i]).sum();
    }

    /** Without scopes that are not needed, the dearest given back first. */
    private Choice pruned(BitSet chosen, int wanted) {
        Choice best = cover.choice(chosen);
        for (boolean again = true; again; ) {
            again = false;
            Choice cheapest = best;
            for (int scope = chosen.nextSetBit(0); scope >= 0; scope = chosen.nextSetBit(scope + 1)) {
                BitSet fewer = (BitSet) best.scopes().clone();
                fewer.clear(scope);
                Choice without = cover.choice(fewer);
                boolean fewerScopes =
                        without.scopes().cardinality() < cheapest.scopes().cardinality();
                if (without.explained() >= wanted
                        && fewerScopes
                        && (cheapest == best || without.cost() < cheapest.cost())) {
                    cheapest = without;
                    again = true;
                }
            }
            best = cheapest;
        }
        return best;
    }
}
