/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.gozinto.analysis.cause.CauseAnswer.Found;

/**
 * Takes causes one by one: the strongest suspect, or one around or inside it that explains more, the tightest that
 * leaves nothing; then all suspects again among units that are alike in the causes so far, until none has an excess. A
 * cause that the later ones explain is taken back. What looked guilty at first hangs below the cause that explains
 * most of it.
 *
 * <p>That there is a cause is what is believed; which one it is, is weighed among all that may be: a time of a line is
 * the better explanation of a line that is believed, though by itself, after so many times were looked at, it would
 * not be. So the chance that a cause is named where there is none stays as it is stated.
 */
final class Explaining {

    /** What is left of an excess counts as nothing above this p. */
    private static final double LN_RESIDUAL = Math.log(0.05);

    /** Suspects whose p are within this factor are equally likely, and the tighter one is taken. */
    private static final double LN_EQUAL = Math.log(3);

    private static final int RIVALS_MAX = 64;
    private static final int GUILTY_MAX = 2_000;

    private final FactorTable table;
    private final Partition strata;
    private final Beliefs beliefs;
    private final CauseSettings settings;
    private final LnFactorials ln;
    private final List<Suspect> causes = new ArrayList<>();

    Explaining(FactorTable table, Partition strata, Beliefs beliefs, CauseSettings settings, LnFactorials ln) {
        this.table = table;
        this.strata = strata;
        this.beliefs = beliefs;
        this.settings = settings;
        this.ln = ln;
    }

    CauseAnswer answer(IntFunction<Screening> screening) {
        Beliefs.Result first = beliefs.in(strata);
        if (first.suspects().isEmpty()) {
            Effects effects = new Effects(strata, ln, settings.confidence());
            return new CauseAnswer.Nothing(
                    screening.apply(first.windows()),
                    first.leastQ(),
                    nearest(first.nearest()).stream()
                            .map(one -> cause(one, one.lnP(), List.of(), effects))
                            .toList());
        }
        Beliefs.Result now = first;
        Partition partition = strata;
        while (!now.suspects().isEmpty() && causes.size() < settings.causesMax()) {
            Suspect next = likelier(tightest(now.suspects(), partition), now.likely(), partition);
            causes.add(next);
            partition = partition.by(next.row());
            now = beliefs.in(partition);
        }
        takeBack();
        return found(first.suspects(), now.suspects(), screening.apply(first.windows()));
    }

    /** The guiltiest, or one that lies around or inside it or is as likely and tighter, when that explains more. */
    private Suspect tightest(List<Suspect> suspects, Partition partition) {
        Suspect best = suspects.getFirst();
        for (Suspect other : suspects.subList(1, Math.min(suspects.size(), RIVALS_MAX))) {
            boolean better = switch (other.row().to(best.row())) {
                case INSIDE -> explainsMore(other, best, partition);
                case AROUND -> !explainsMore(best, other, partition);
                case ACROSS ->
                    asLikely(other, best)
                            && other.row().weight() < best.row().weight()
                            && lnGiven(best.row(), partition.by(other.row())) >= LN_RESIDUAL;
            };
            best = better ? other : best;
        }
        return best;
    }

    /** One that is believed, or one that is not and explains it better; it is then believed as much. */
    private Suspect likelier(Suspect believed, List<Suspect> likely, Partition partition) {
        List<Suspect> all = new ArrayList<>(likely.size() + 1);
        all.add(believed);
        all.addAll(likely);
        Suspect chosen = tightest(all, partition);
        return new Suspect(chosen.row(), chosen.lnP(), believed.q());
    }

    /** The same, with the one in front that explains most of the first. */
    private List<Suspect> nearest(List<Suspect> nearest) {
        List<Suspect> ordered = new ArrayList<>(nearest);
        if (!ordered.isEmpty()) {
            Suspect first = tightest(nearest, strata);
            ordered.remove(first);
            ordered.addFirst(first);
        }
        return ordered;
    }

    private static boolean asLikely(Suspect one, Suspect other) {
        return one.lnWeighed() <= other.lnWeighed() + LN_EQUAL;
    }

    /**
     * Whether the inner of two factors is the better explanation: nothing is left of the outer one without it, and it
     * has an excess among the units of the outer one. That is counted for as many parts of its size as the outer has,
     * since any of them could have been looked at. When both leave something the lesser rest decides; when neither
     * does, the evidence, and the inner if it is even.
     */
    private boolean explainsMore(Suspect inner, Suspect outer, Partition partition) {
        double lnLeft = lnGiven(outer.row(), partition.by(inner.row()));
        double parts = Math.max(1, (double) outer.row().weight() / inner.row().weight());
        double lnInside =
                Math.log(parts) + Chances.lnMidP(new Tallier(partition.by(outer.row())).tally(inner.row()), ln);
        boolean leaves = lnLeft < LN_RESIDUAL;
        boolean exceeds = lnInside < LN_RESIDUAL;
        if (leaves != exceeds) {
            return exceeds;
        }
        return leaves ? lnInside < lnLeft : asLikely(inner, outer);
    }

    private double lnGiven(Row row, Partition partition) {
        return Chances.lnMidP(row, new Tallier(partition), ln);
    }

    /** Takes back the weakest cause that the others explain, until none is. */
    private void takeBack() {
        while (causes.size() > 1) {
            int weakest = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < causes.size(); i++) {
                double given = lnGivenOthers(i);
                if (given > most) {
                    most = given;
                    weakest = i;
                }
            }
            if (most < LN_RESIDUAL) {
                return;
            }
            causes.remove(weakest);
        }
    }

    private double lnGivenOthers(int index) {
        Partition partition = strata;
        for (int i = 0; i < causes.size(); i++) {
            partition = i == index ? partition : partition.by(causes.get(i).row());
        }
        return lnGiven(causes.get(index).row(), partition);
    }

    private Found found(List<Suspect> guilty, List<Suspect> left, Screening screening) {
        double[] lnGivenOthers = new double[causes.size()];
        Integer[] order = new Integer[causes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            lnGivenOthers[i] = lnGivenOthers(i);
        }
        Arrays.sort(order, (one, other) -> Double.compare(lnGivenOthers[one], lnGivenOthers[other]));
        List<List<Below>> below = below(guilty, left);
        Effects effects = new Effects(strata, ln, settings.confidence());
        List<Cause> named = new ArrayList<>();
        for (int i : order) {
            named.add(cause(causes.get(i), lnGivenOthers[i], below.get(i), effects));
        }
        return new Found(named, unexplained(), !left.isEmpty(), screening);
    }

    /** A suspect below a cause, with what is left of it. */
    private record Below(Suspect suspect, double lnGiven) {}

    private List<List<Below>> below(List<Suspect> guilty, List<Suspect> left) {
        Set<Factor> open = new HashSet<>();
        left.forEach(one -> open.add(one.row().first()));
        causes.forEach(one -> open.add(one.row().first()));
        List<Tallier> talliers = new ArrayList<>();
        List<List<Below>> below = new ArrayList<>();
        for (Suspect cause : causes) {
            talliers.add(new Tallier(strata.by(cause.row())));
            below.add(new ArrayList<>());
        }
        for (Suspect suspect : guilty.subList(0, Math.min(guilty.size(), GUILTY_MAX))) {
            if (open.contains(suspect.row().first())) {
                continue;
            }
            int explains = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < causes.size(); i++) {
                double given = Chances.lnMidP(suspect.row(), talliers.get(i), ln);
                if (given > most) {
                    most = given;
                    explains = i;
                }
            }
            below.get(explains).add(new Below(suspect, most));
        }
        return below;
    }

    private Cause cause(Suspect suspect, double lnGivenOthers, List<Below> below, Effects effects) {
        Row row = suspect.row();
        double lnAlone = lnGiven(row, strata);
        List<Explained> explained = below.stream()
                .limit(settings.explainedMax())
                .map(one -> explained(one, row, effects))
                .toList();
        return new Cause(
                row.factors(),
                row.window(),
                effects.counts(row),
                Math.exp(lnAlone),
                suspect.q(),
                Math.exp(lnGivenOthers),
                effects.effect(row),
                failed(row),
                explained,
                below.size());
    }

    private Explained explained(Below below, Row cause, Effects effects) {
        Row row = below.suspect.row();
        double lnOfCause = lnGiven(cause, strata.by(row));
        return new Explained(
                row.factors(),
                row.window(),
                effects.counts(row),
                Math.exp(below.suspect.lnP()),
                Math.exp(below.lnGiven),
                Math.exp(lnOfCause),
                row.to(cause),
                below.lnGiven >= LN_RESIDUAL && lnOfCause >= LN_RESIDUAL);
    }

    private List<Long> failed(Row row) {
        return Arrays.stream(row.units())
                .filter(strata::failed)
                .mapToObj(unit -> table.unitIds[unit])
                .toList();
    }

    private List<Long> unexplained() {
        boolean[] explained = new boolean[table.units()];
        for (Suspect cause : causes) {
            for (int unit : cause.row().units()) {
                explained[unit] = true;
            }
        }
        List<Long> ids = new ArrayList<>();
        for (int unit = 0; unit < explained.length; unit++) {
            if (strata.failed(unit) && !explained[unit]) {
                ids.add(table.unitIds[unit]);
            }
        }
        return ids;
    }
}
