/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.gozinto.analysis.smallest.Cover.Choice;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The covering problem as a program: min Σ fixed·x + Σ cost·y, where a scope is taken (x), an atom is reached when one of
 * its scopes is taken (y ≥ x), a class of failures is explained (e ≤ Σ x) and enough failures are. Solved without the
 * demand that x is whole by ojAlgo, and made whole by branching here: the integer solver of ojAlgo 56 calls some choices
 * optimal that are not, and a bound that is wrong is worse than none.
 */
final class ExactCover {

    /** An x this near to a whole number is one. */
    private static final double WHOLE = 1e-6;

    /** Costs whose shares differ by less are the same. */
    private static final double SAME = 1e-7;

    private final Cover cover;

    ExactCover(Cover cover) {
        this.cover = cover;
    }

    /**
     * What was found.
     *
     * @param choice the best choice
     * @param lowerBound no choice costs less, up to rounding
     * @param optimal whether the choice is proven to be the cheapest
     */
    record Answer(Choice choice, double lowerBound, boolean optimal) {}

    /** A part of all choices: with these scopes, without those; none of it costs less than the bound. */
    private record Branch(BitSet with, BitSet without, double bound) {}

    /** The program's answer for one branch: the share of each scope; shares is empty when it failed. */
    private record Relaxed(double value, double[] shares) {}

    /**
     * The cheapest choice that explains at least so many failures, at most {@link Cover#coverable}.
     *
     * @param known a choice that does
     * @param more whether there is time for one more program
     */
    Answer atLeast(int wanted, Choice known, BooleanSupplier more) {
        Choice best = known;
        double unproven = Double.POSITIVE_INFINITY;
        Deque<Branch> open = new ArrayDeque<>();
        open.push(new Branch(new BitSet(), new BitSet(), 0));
        while (!open.isEmpty() && more.getAsBoolean()) {
            Branch branch = open.pop();
            if (branch.bound >= enough(best) || !canExplain(wanted, branch)) {
                continue;
            }
            Relaxed relaxed = relaxed(wanted, branch);
            double bound = Math.max(branch.bound, relaxed.value);
            if (bound >= enough(best)) {
                continue;
            }
            best = rounded(relaxed, wanted, best);
            int divides = mostDivided(relaxed, branch);
            if (divides >= 0) {
                open.push(new Branch(branch.with, and(branch.without, divides), bound));
                open.push(new Branch(and(branch.with, divides), branch.without, bound));
            } else if (bound < enough(best)) {
                unproven = Math.min(unproven, bound);
            }
        }
        double left = open.stream().mapToDouble(Branch::bound).min().orElse(Double.POSITIVE_INFINITY);
        double lowest = Math.min(unproven, left);
        return lowest >= enough(best) ? new Answer(best, best.cost(), true) : new Answer(best, lowest, false);
    }

    private static double enough(Choice best) {
        return best.cost() * (1 - SAME) - SAME;
    }

    private static BitSet and(BitSet set, int one) {
        BitSet more = (BitSet) set.clone();
        more.set(one);
        return more;
    }

    private boolean canExplain(int wanted, Branch branch) {
        BitSet all = new BitSet();
        all.set(0, cover.scopes.size());
        all.andNot(branch.without);
        return cover.choice(all).explained() >= wanted;
    }

    /** Takes the scopes that are taken by more than half, when that is a choice and a cheaper one. */
    private Choice rounded(Relaxed relaxed, int wanted, Choice best) {
        BitSet taken = new BitSet();
        for (int i = 0; i < relaxed.shares.length; i++) {
            taken.set(i, relaxed.shares[i] > 0.5);
        }
        Choice choice = cover.choice(taken);
        return choice.explained() >= wanted && choice.cost() < best.cost() ? choice : best;
    }

    /** The scope that is least whole; when the program failed, any that is not decided; −1 when there is none. */
    private int mostDivided(Relaxed relaxed, Branch branch) {
        int most = -1;
        double distance = WHOLE;
        for (int i = 0; i < cover.scopes.size(); i++) {
            if (branch.with.get(i) || branch.without.get(i)) {
                continue;
            }
            double share = relaxed.shares.length == 0 ? 0.5 : relaxed.shares[i];
            if (Math.min(share, 1 - share) > distance) {
                distance = Math.min(share, 1 - share);
                most = i;
            }
        }
        return most;
    }

    private Relaxed relaxed(int wanted, Branch branch) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] taken = build(model, wanted, branch);
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return new Relaxed(0, new double[0]);
        }
        double[] shares = new double[taken.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = result.doubleValue(i);
        }
        return new Relaxed(result.getValue(), shares);
    }

    private Variable[] build(ExpressionsBasedModel model, int wanted, Branch branch) {
        Variable[] taken = new Variable[cover.scopes.size()];
        double[] cost = new double[taken.length];
        for (int i = 0; i < taken.length; i++) {
            cost[i] = cover.scopes.get(i).fixedCost();
            taken[i] = model.newVariable("x" + i)
                    .lower(branch.with.get(i) ? BigDecimal.ONE : BigDecimal.ZERO)
                    .upper(branch.without.get(i) ? BigDecimal.ZERO : BigDecimal.ONE);
        }
        for (int atom = 0; atom < cover.cost.length; atom++) {
            if (cover.atomScopes[atom].length == 1) {
                // An atom of one scope is paid with it; one of several has a variable of its own.
                cost[cover.atomScopes[atom][0]] += cover.cost[atom];
            } else if (cover.cost[atom] > 0) {
                reach(model, taken, atom);
            }
        }
        for (int i = 0; i < taken.length; i++) {
            taken[i].weight(cost[i]);
        }
        Expression explained = model.newExpression("explained").lower(BigDecimal.valueOf(wanted));
        for (int i = 0; i < cover.failures.length; i++) {
            Variable one = model.newVariable("e" + i).lower(BigDecimal.ZERO).upper(BigDecimal.ONE);
            explained.set(one, cover.failures[i]);
            Expression by = model.newExpression("c" + i).lower(BigDecimal.ZERO).set(one, -1);
            for (int scope : cover.explainedBy[i]) {
                by.set(taken[scope], 1);
            }
        }
        return taken;
    }

    private void reach(ExpressionsBasedModel model, Variable[] taken, int atom) {
        Variable reached = model.newVariable("y" + atom)
                .lower(BigDecimal.ZERO)
                .upper(BigDecimal.ONE)
                .weight(cover.cost[atom]);
        for (int scope : cover.atomScopes[atom]) {
            model.newExpression("r" + atom + "/" + scope)
                    .lower(BigDecimal.ZERO)
                    .set(reached, 1)
                    .set(taken[scope], -1);
        }
    }
}
