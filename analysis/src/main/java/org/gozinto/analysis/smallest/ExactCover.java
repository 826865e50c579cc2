/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.gozinto.analysis.smallest.Cover.Choice;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The covering problem as a program: min Σ fixed·x + Σ cost·y, where a scope is taken (x), an atom is reached when one
 * of its scopes is taken (y ≥ x), a class of failures is explained (e ≤ Σ x) and enough failures are. Solved without
 * the demand that x is whole by ojAlgo, and made whole by branching here: the integer solver of ojAlgo 56 calls some
 * choices optimal that are not, and a bound that is wrong is worse than none.
 */
final class ExactCover {

    /** An x this near to a whole number is one. */
    private static final double WHOLE = 1e-6;

    /** Costs whose shares differ by less are the same. */
    private static final double SAME = 1e-7;

    /** Branches with the quick bound, times scopes, before the program is asked. */
    private static final int COUNTED_MAX = 200_000;

    private final Cover cover;
    private final long programMs;

    /** With {@code programMs}, the longest time for one program, milliseconds. */
    ExactCover(Cover cover, long programMs) {
        this.cover = cover;
        this.programMs = programMs;
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

    /**
     * A bound for one branch.
     *
     * @param value no choice of the branch costs less
     * @param shares how much of each scope is taken; empty when the program failed
     * @param divides the scope to branch on, −1 when there is none
     */
    private record Relaxed(double value, double[] shares, int divides) {}

    /** How a branch is bounded. */
    private interface Bounding {
        Relaxed of(int wanted, Branch branch);
    }

    /**
     * The cheapest choice that explains at least so many failures, at most {@link Cover#coverable}: first by a bound
     * that takes microseconds, then, if that proves nothing in many branches, by the program.
     *
     * @param known a choice that does
     * @param more whether there is time for one more branch
     */
    Answer atLeast(int wanted, Choice known, BooleanSupplier more) {
        int[] left = {COUNTED_MAX / Math.max(1, cover.scopes.size())};
        Answer counted = search(wanted, known, () -> left[0]-- > 0 && more.getAsBoolean(), this::counted);
        if (counted.optimal) {
            return counted;
        }
        Answer answer = search(wanted, counted.choice, more, this::relaxed);
        return answer.optimal
                ? answer
                : new Answer(answer.choice, Math.max(counted.lowerBound, answer.lowerBound), false);
    }

    private Answer search(int wanted, Choice known, BooleanSupplier more, Bounding bounding) {
        Choice best = known;
        double unproven = Double.POSITIVE_INFINITY;
        Deque<Branch> open = new ArrayDeque<>();
        open.push(new Branch(new BitSet(), new BitSet(), 0));
        while (!open.isEmpty() && more.getAsBoolean()) {
            Branch branch = open.pop();
            if (branch.bound >= enough(best) || !canExplain(wanted, branch)) {
                continue;
            }
            Relaxed relaxed = bounding.of(wanted, branch);
            double bound = Math.max(branch.bound, relaxed.value);
            if (bound >= enough(best)) {
                continue;
            }
            best = rounded(relaxed, wanted, best);
            if (relaxed.divides >= 0) {
                open.push(new Branch(branch.with, and(branch.without, relaxed.divides), bound));
                open.push(new Branch(and(branch.with, relaxed.divides), branch.without, bound));
            } else if (bound < enough(best)) {
                unproven = Math.min(unproven, bound);
            }
        }
        double left = open.stream().mapToDouble(Branch::bound).min().orElse(Double.POSITIVE_INFINITY);
        double lowest = Math.min(unproven, left);
        return lowest >= enough(best) ? new Answer(best, best.cost(), true) : new Answer(best, lowest, false);
    }

    /**
     * Each atom's cost is divided among the scopes that may still reach it, so that no choice costs less than the
     * parts of its scopes; then as many failures as are wanted are bought where a failure costs least, and the last
     * scope in part.
     */
    private Relaxed counted(int wanted, Branch branch) {
        Choice with = cover.choice(branch.with);
        double[] shares = new double[cover.scopes.size()];
        branch.with.stream().forEach(scope -> shares[scope] = 1);
        int left = wanted - with.explained();
        if (left <= 0) {
            return new Relaxed(with.cost(), shares, -1);
        }
        double[] cost = parts(branch);
        BitSet explained = new BitSet();
        branch.with.stream().forEach(scope -> explained.or(cover.explains[scope]));
        int[] gain = new int[cost.length];
        for (int scope = 0; scope < gain.length; scope++) {
            if (!branch.without.get(scope) && !branch.with.get(scope)) {
                BitSet fresh = (BitSet) cover.explains[scope].clone();
                fresh.andNot(explained);
                gain[scope] = Math.min(
                        left, fresh.stream().map(i -> cover.failures[i]).sum());
            }
        }
        int[] order = IntStream.range(0, gain.length)
                .filter(scope -> gain[scope] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(scope -> cost[scope] / gain[scope]))
                .mapToInt(Integer::intValue)
                .toArray();
        double value = with.cost();
        for (int scope : order) {
            int taken = Math.min(left, gain[scope]);
            value += cost[scope] * taken / gain[scope];
            left -= taken;
        }
        return new Relaxed(value, shares, order[0]);
    }

    /** Cost of each scope that is not decided: its own, and its parts of atoms that are not yet paid. */
    private double[] parts(Branch branch) {
        double[] cost = new double[cover.scopes.size()];
        for (int scope = 0; scope < cost.length; scope++) {
            cost[scope] = cover.scopes.get(scope).fixedCost();
        }
        for (int atom = 0; atom < cover.cost.length; atom++) {
            int sharing = 0;
            boolean paid = false;
            for (int scope : cover.atomScopes[atom]) {
                sharing += branch.without.get(scope) ? 0 : 1;
                paid |= branch.with.get(scope);
            }
            for (int scope : cover.atomScopes[atom]) {
                cost[scope] += paid || sharing == 0 ? 0 : cover.cost[atom] / sharing;
            }
        }
        return cost;
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
    private int mostDivided(double[] shares, Branch branch) {
        int most = -1;
        double distance = WHOLE;
        for (int i = 0; i < cover.scopes.size(); i++) {
            if (branch.with.get(i) || branch.without.get(i)) {
                continue;
            }
            double share = shares.length == 0 ? 0.5 : shares[i];
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
        model.options.time_abort = programMs;
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return new Relaxed(0, new double[0], mostDivided(new double[0], branch));
        }
        double[] shares = new double[taken.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = result.doubleValue(i);
        }
        return new Relaxed(result.getValue(), shares, mostDivided(shares, branch));
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
