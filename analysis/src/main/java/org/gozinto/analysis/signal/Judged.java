/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;
import java.util.List;
import org.gozinto.analysis.signal.Tally.Refused;

/** The cells of a tally as they are told: ranked, with their names. */
final class Judged {

    private final Field field;
    private final Tally tally;
    private final Settings settings;
    private final boolean byMix;
    private final Screening screening;
    private final GammaPoisson prior;
    private final List<Finding> findings;

    /** @param byMix the exposures come from the mix of complaints */
    Judged(Field field, Tally tally, Settings settings, boolean byMix) {
        this.field = field;
        this.tally = tally;
        this.settings = settings;
        this.byMix = byMix;
        this.screening = Screening.of(tally, field.codes(), settings);
        this.prior = PriorFit.of(tally);
        this.findings =
                Arrays.stream(screening.ranked(prior)).mapToObj(this::finding).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    long unlisted() {
        return tally.size() - (long) findings.size();
    }

    List<Dispersion> dispersions() {
        return screening.dispersions();
    }

    GammaPoisson prior() {
        return prior;
    }

    FalseAlarms falseAlarms() {
        return FalseAlarms.of(tally.tests(), screening.signals(), settings);
    }

    List<Unanswered> unanswered() {
        return tally.refused().stream().map(this::told).toList();
    }

    private Finding finding(int cell) {
        CountLaw law = screening.law(cell);
        int lot = tally.lot(cell);
        long complaints = tally.count(cell);
        GammaPoisson.Shrunk shrunk = prior.after(complaints, law.mean());
        return new Finding(
                field.lots().get(lot).id(),
                field.codes().get(tally.code(cell)),
                complaints,
                law.mean(),
                complaints / law.mean(),
                shrunk.ebgm(),
                shrunk.eb05(),
                shrunk.eb95(),
                screening.midP(cell),
                screening.q(cell),
                method(cell),
                law.band(),
                !byMix && complaints >= field.services().get(lot).units(),
                verdict(cell, shrunk.eb05()));
    }

    private Method method(int cell) {
        if (byMix) {
            return Method.MIX;
        }
        return screening.method(cell);
    }

    private Verdict verdict(int cell, double eb05) {
        if (screening.isSignal(cell)) {
            return byMix ? Verdict.WATCH : Verdict.SIGNAL;
        }
        if (tally.count(cell) < settings.complaintsMin()) {
            return tally.count(cell) > tally.exposure(cell) ? Verdict.TOO_LITTLE : Verdict.NOTHING;
        }
        return eb05 > 1 ? Verdict.WATCH : Verdict.NOTHING;
    }

    private Unanswered told(Refused refused) {
        String detail = switch (refused.reason()) {
            case NO_EXPOSURE -> "no unit of the lot was in service in the days that count";
            case BAD_EXPOSURE -> "an exposure of " + refused.exposure();
            case NO_SIBLINGS -> "the lot is more than half of the exposure of its item";
            case ALL_FAILED -> "as many complaints as units";
        };
        return new Unanswered(
                field.lots().get(refused.lot()).id(),
                field.codes().get(refused.code()),
                refused.complaints(),
                refused.reason(),
                detail);
    }
}
