/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.gozinto.analysis.cause.Cause;
import org.gozinto.analysis.cause.CauseAnswer;
import org.gozinto.analysis.cause.CauseSettings;
import org.gozinto.analysis.cause.CommonCauses;
import org.gozinto.analysis.cause.FactorTable;
import org.gozinto.simulator.plant.Plant;
import org.gozinto.simulator.plant.PlantCase;
import org.gozinto.simulator.plant.PlantCause;
import org.gozinto.simulator.plant.PlantCause.None;
import org.gozinto.simulator.plant.PlantSettings;
import org.gozinto.simulator.plant.Planting;

/**
 * Common causes in a plant like that of the Bosch set, with causes that are planted and so are known. Each case has a
 * seed of its own; the worst ones are named on the terminal.
 */
final class Causes {

    private static final long SEED = 20_261_201;

    /** Production of three months: what is compared is alike in age. */
    private static final int PARTS = PlantSettings.BOSCH_PARTS / 8;

    /** Large lots, so that some touch a tenth of the parts while others are used beside them. */
    private static final int LOT_PARTS = 30_000;

    private static final double RISK = 5;
    private static final int NAMED_SEEDS = 8;

    private final int cases;
    private final int speedParts;
    private final Table table = new Table(
            "Planted",
            "failures",
            "of the cause",
            "cases",
            "first",
            "first or its rival",
            "first, the kind known",
            "in first five",
            "other causes named",
            "recalled ÷ bad",
            "bad missed");
    private final Table times = new Table("Time", "parts", "failures", "controls", "factors", "exposures", "s");
    private final Gaps gaps = new Gaps();

    Causes(Scale scale) {
        cases = scale.known().cases();
        speedParts = scale.known().parts();
    }

    /** How a row of the table is made. */
    private record Kind(
            String title,
            int failures,
            int lotParts,
            double share,
            double wrong,
            double absent,
            Function<Planting, PlantCause> plant) {}

    /** What came of the cases of a row. */
    private static final class Score {
        private int all;
        private int touched;
        private int first;
        private int five;
        private int rival;
        private int known;
        private int others;
        private double recalled;
        private double missed;
        private int scored;

        private String share(int count) {
            return Table.number(100.0 * count / all) + " %";
        }
    }

    String run() {
        List<Kind> kinds = List.of(
                new Kind("bad lot", 40, LOT_PARTS, 0.1, 0, 0, Planting::badLot),
                new Kind("bad lot", 112, LOT_PARTS, 0.1, 0, 0, Planting::badLot),
                new Kind("bad lot, 2 % mislabelled", 112, LOT_PARTS, 0.1, 0.02, 0, Planting::badLot),
                new Kind("bad lot, 1 % of links missing", 112, LOT_PARTS, 0.1, 0, 0.01, Planting::badLot),
                new Kind("bad lot, 10 % of links missing", 112, LOT_PARTS, 0.1, 0, 0.1, Planting::badLot),
                new Kind("bad time of a station", 112, LOT_PARTS, 0.1, 0, 0, Planting::badTime),
                new Kind("lot on a station, pairs asked for", 192, LOT_PARTS, 0.05, 0, 0, Planting::lotOnTool),
                new Kind("supplier drifts", 112, LOT_PARTS, 0.1, 0, 0, Planting::drift),
                new Kind("nothing", 112, LOT_PARTS, 0.1, 0, 0, none -> new None()));
        for (Kind kind : kinds) {
            row(kind);
        }
        speed();
        return table + "\n" + times + "\n" + gaps;
    }

    private void row(Kind kind) {
        Score score = new Score();
        StringBuilder seeds = new StringBuilder();
        int named = 0;
        for (int i = 0; i < cases; i++) {
            boolean right = one(kind, SEED + i, score);
            if (!right && named++ < NAMED_SEEDS) {
                seeds.append(' ').append(SEED + i);
            }
        }
        Lab.say(
                "causes: %s, %d failures: first in %d of %d; not:%s",
                kind.title, kind.failures, score.first, cases, seeds);
        boolean nothing = score.touched == 0;
        table.row(
                kind.title,
                Integer.toString(kind.failures),
                Table.number((double) score.touched / score.all),
                Integer.toString(score.all),
                nothing ? "–" : score.share(score.first),
                nothing ? "–" : score.share(score.first + score.rival),
                nothing ? "–" : score.share(score.known),
                nothing ? "–" : score.share(score.five),
                Table.number((double) score.others / score.all),
                score.scored == 0 ? "–" : Table.number(score.recalled / score.scored),
                score.scored == 0 ? "–" : Table.number(100 * score.missed / score.scored) + " %");
        target(kind, score);
    }

    private void target(Kind kind, Score score) {
        double first = 100.0 * score.first / score.all;
        String how =
                ", relative risk 5, " + kind.failures + " failures (" + score.touched / score.all + " of the cause)";
        switch (kind.title) {
            case "nothing" -> gaps.atMost("a cause is named where there is none", 5, falseAlarms(score), " %");
            case "supplier drifts" -> {}
            default -> gaps.atLeast("first: " + kind.title + how, 95, first, " %");
        }
    }

    private static double falseAlarms(Score score) {
        return 100.0 * score.scored / score.all;
    }

    /** Whether the planted cause came first, or rightly nothing was named. */
    private static boolean one(Kind kind, long seed, Score score) {
        PlantSettings settings =
                PlantSettings.bosch(seed).ofParts(PARTS).with(1, kind.lotParts).recorded(kind.wrong, kind.absent);
        Plant plant = Plant.of(settings);
        PlantCause cause = kind.plant.apply(new Planting(plant, 0, plant.parts(), kind.share, RISK, seed));
        PlantCase one = PlantCase.exactly(kind.failures, plant, cause, 0, plant.parts(), seed);
        PlantFactors factors = new PlantFactors(plant);
        CauseSettings asked = CauseSettings.usual(seed);
        if (cause instanceof PlantCause.LotOnTool) {
            asked = asked.with(List.of(PlantFactors.PAIR));
        }
        CauseAnswer answer = CommonCauses.find(factors.table(one, seed), asked);
        List<Cause> named = answer instanceof CauseAnswer.Found found ? found.causes() : List.of();
        int at = 0;
        while (at < named.size() && !factors.isTrue(named.get(at), cause)) {
            at++;
        }
        score.all++;
        score.touched += one.touched();
        score.first += at == 0 && !named.isEmpty() ? 1 : 0;
        score.rival += at > 0 && factors.isRival(named.getFirst(), cause) ? 1 : 0;
        score.known += isKnown(factors, one, asked) ? 1 : 0;
        score.five += at < Math.min(5, named.size()) ? 1 : 0;
        score.others += named.size() - (at < named.size() ? 1 : 0);
        if (!named.isEmpty()) {
            recall(factors.recalled(named.getFirst()), one, score);
        }
        return cause instanceof None ? named.isEmpty() : at == 0 && !named.isEmpty();
    }

    /**
     * Whether somebody who knows the kind of cause would name it: the best of its kind by the data, believed or not. No
     * ranking of all kinds can be expected to be better.
     */
    private static boolean isKnown(PlantFactors factors, PlantCase one, CauseSettings asked) {
        if (one.cause() instanceof None) {
            return false;
        }
        FactorTable table = factors.table(one, asked.seed(), PlantFactors.kind(one.cause()));
        List<Cause> named = switch (CommonCauses.find(table, asked)) {
            case CauseAnswer.Found found -> found.causes();
            case CauseAnswer.Nothing nothing -> nothing.nearest();
            default -> List.of();
        };
        return !named.isEmpty() && factors.isTrue(named.getFirst(), one.cause());
    }

    /** What recalling the first cause would reach, beside what is really bad. */
    private static void recall(IntPredicate recalled, PlantCase one, Score score) {
        int bad = 0;
        int reached = 0;
        int missed = 0;
        for (int part = one.from(); part < one.to(); part++) {
            boolean isBad = one.cause().touches(one.plant(), part);
            boolean isRecalled = recalled.test(part);
            bad += isBad ? 1 : 0;
            reached += isRecalled ? 1 : 0;
            missed += isBad && !isRecalled ? 1 : 0;
        }
        score.scored++;
        score.recalled += bad == 0 ? 0 : (double) reached / bad;
        score.missed += bad == 0 ? 0 : (double) missed / bad;
    }

    /** A thousand failures and half a million factors: electronics, with twelve components at every station. */
    private void speed() {
        PlantSettings settings =
                PlantSettings.bosch(SEED).ofParts(speedParts).with(12, Math.max(20, speedParts / 1_000));
        Plant plant = Plant.of(settings);
        PlantCause cause = new Planting(plant, 0, plant.parts(), 0.002, 50, SEED).badLot();
        PlantCase one = PlantCase.exactly(1_000, plant, cause, 0, plant.parts(), SEED);
        FactorTable asked = new PlantFactors(plant).table(one, SEED);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            CauseAnswer answer = CommonCauses.find(asked, CauseSettings.usual(SEED));
            double took = (System.nanoTime() - start) / 1e9;
            Lab.say("causes: %s in %.2f s", answer.getClass().getSimpleName(), took);
            least = Math.min(least, took);
        }
        times.row(
                "common causes, best of three",
                Table.number((long) plant.parts()),
                "1,000",
                Table.number(asked.units() - 1_000L),
                Table.number((long) asked.factors()),
                Table.number((long) asked.exposures()),
                Table.number(least));
        gaps.atMost("1,000 failures, " + Table.number((long) asked.factors()) + " factors", 5, least, " s");
    }
}
