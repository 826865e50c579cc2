/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.gozinto.analysis.signal.Baseline;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.FalseAlarms;
import org.gozinto.analysis.signal.Finding;
import org.gozinto.analysis.signal.Report;
import org.gozinto.analysis.signal.Settings;
import org.gozinto.analysis.signal.Signals;
import org.gozinto.analysis.signal.Verdict;
import org.gozinto.simulator.plant.ComplaintStream;
import org.gozinto.simulator.plant.StreamCause;
import org.gozinto.simulator.plant.StreamSettings;

/**
 * Signals in streams of complaints with causes that are planted and so are known: how soon they are seen, how often
 * one is seen where none is, and how long a run takes.
 */
final class Signalling {

    private static final long SEED = 20_261_201;
    private static final int WEEK = 7;

    /** A rate that is stated is held when it is hit within a fifth. */
    private static final double NEAR = 0.2;

    private static final int PEAK_DAYS = 60;

    private final int cases;
    private final int quiet;
    private final int lots;
    private final int codes;
    private final Table rates = new Table(
            "Nothing is wrong", "runs", "lot-months", "signals", "stated", "measured ÷ stated", "per 1,000 lot-months");
    private final Table found = new Table(
            "Planted",
            "cases",
            "detected",
            "days to detection, median",
            "complaints until then",
            "ranked first",
            "in first five",
            "false ÷ all signals",
            "recalled ÷ bad",
            "bad missed");
    private final Table times = new Table("Time", "lots", "codes", "cohorts", "complaints", "signals", "s");
    private final Gaps gaps = new Gaps();

    Signalling(Scale scale) {
        cases = scale.known().cases() / 2;
        quiet = scale.known().quiet();
        lots = scale.known().lots();
        codes = scale.known().codes();
    }

    /** How a row of planted causes is made; {@code reset} says whether publicity begins a new baseline. */
    private record Kind(String title, double wrong, double absent, boolean reset, IntFunction<StreamCause> plant) {}

    private static final class Score {
        private int detected;
        private int first;
        private int five;
        private int signals;
        private int wrong;
        private long bad;
        private long missed;
        private long recalled;
        private final List<Long> days = new ArrayList<>();
        private final List<Long> complaints = new ArrayList<>();
    }

    String run() {
        falseAlarms("months alike", StreamSettings::withoutSeasons);
        falseAlarms("seasons", settings -> settings);
        falseAlarms("seasons, 2 % mislabelled, 10 % missing", settings -> settings.recorded(0.02, 0.1));
        for (Kind kind : List.of(
                new Kind("bad lot, relative risk 5", 0, 0, false, i -> new StreamCause.BadLot(lot(i), code(i), 5)),
                new Kind("bad lot, relative risk 2", 0, 0, false, i -> new StreamCause.BadLot(lot(i), code(i), 2)),
                new Kind("the same of 5, 2 % mislabelled", 0.02, 0, false, Signalling::bad),
                new Kind("the same of 5, 1 % missing", 0, 0.01, false, Signalling::bad),
                new Kind("the same of 5, 10 % missing", 0, 0.1, false, Signalling::bad),
                new Kind(
                        "supplier drifts to 5",
                        0,
                        0,
                        false,
                        i -> new StreamCause.Drift(8 + 25 * (i % 8), 4, code(i), 5)),
                new Kind("publicity, no new baseline", 0, 0, false, Signalling::peak),
                new Kind("publicity, new baseline after it", 0, 0, true, Signalling::peak))) {
            row(kind);
        }
        speed();
        return rates + "\n" + found + "\n" + times + "\n" + gaps;
    }

    private static int lot(int number) {
        return new SplittableRandom(SEED + number).nextInt(8) * 25 + 3 + number % 15;
    }

    private static int code(int number) {
        return number % 10;
    }

    private static StreamCause bad(int number) {
        return new StreamCause.BadLot(lot(number), code(number), 5);
    }

    private static StreamCause.Publicity peak(int number) {
        return new StreamCause.Publicity(number % 8, code(number), ComplaintStream.FIRST_DAY + 800, PEAK_DAYS, 6);
    }

    private void falseAlarms(String title, java.util.function.UnaryOperator<StreamSettings> how) {
        long signals = 0;
        double stated = 0;
        double months = 0;
        int loud = 0;
        StringBuilder seeds = new StringBuilder();
        for (int i = 0; i < quiet; i++) {
            StreamSettings settings = new StreamSettings(SEED + i, 1, 100, 1_000, 10, 36, 0.1, true, 0, 0);
            ComplaintStream stream = ComplaintStream.of(how.apply(settings), new StreamCause.None());
            Report report = Signals.of(new Streams(stream).on(stream.lastDay(), List.of()), Settings.weekly());
            FalseAlarms alarms = report.falseAlarms();
            signals += alarms.signals();
            stated += alarms.whenNothingIsWrong();
            months += stream.lots().size();
            if (alarms.signals() > 0 && loud++ < 8) {
                seeds.append(' ').append(SEED + i);
            }
        }
        Lab.say("signals: %s: %d false in %d runs, %.1f stated; seeds%s", title, signals, quiet, stated, seeds);
        rates.row(
                title,
                Integer.toString(quiet),
                Table.number(months),
                Table.number(signals),
                Table.number(stated),
                Table.ratio(signals, stated),
                Table.number(1000 * signals / months));
        gaps.atMost(
                "false alarms, " + title + ", distance from the rate that is stated",
                100 * NEAR,
                100 * Math.abs(signals / stated - 1),
                " %");
    }

    private void row(Kind kind) {
        Score score = new Score();
        StringBuilder late = new StringBuilder();
        for (int i = 0; i < cases; i++) {
            StreamSettings settings = StreamSettings.usual(SEED + i).recorded(kind.wrong, kind.absent);
            int before = score.detected;
            one(kind, ComplaintStream.of(settings, kind.plant.apply(i)), score);
            if (score.detected == before && late.length() < 80) {
                late.append(' ').append(SEED + i);
            }
        }
        boolean lots = score.bad > 0;
        Lab.say("signals: %s: %d of %d; not:%s", kind.title, score.detected, cases, late);
        found.row(
                kind.title,
                Integer.toString(cases),
                lots ? Table.number(100.0 * score.detected / cases) + " %" : "–",
                lots ? median(score.days) : "–",
                lots ? median(score.complaints) : "–",
                lots ? Table.number(100.0 * score.first / cases) + " %" : "–",
                lots ? Table.number(100.0 * score.five / cases) + " %" : "–",
                score.wrong + " of " + score.signals,
                lots ? Table.number((double) score.recalled / score.bad) : "–",
                lots ? Table.number(100.0 * score.missed / score.bad) + " %" : "–");
    }

    private static String median(List<Long> values) {
        return values.isEmpty()
                ? "–"
                : Table.number(values.stream().sorted().toList().get(values.size() / 2));
    }

    private static void one(Kind kind, ComplaintStream stream, Score score) {
        Streams streams = new Streams(stream);
        List<Baseline> baselines = List.of();
        if (kind.reset && stream.cause() instanceof StreamCause.Publicity it) {
            LocalDate from = LocalDate.ofEpochDay(it.day() + it.days());
            baselines = List.of(new Baseline(Streams.item(it.item()), Streams.code(it.code()), from));
        }
        Report last = Signals.of(streams.on(stream.lastDay(), baselines), Settings.weekly());
        rank(stream, last, score);
        units(stream, last, score);
        if (detects(stream, last)) {
            score.detected++;
            first(stream, streams, score);
        }
    }

    private static boolean isBad(ComplaintStream stream, Finding finding) {
        int code = Integer.parseInt(finding.code().substring("code ".length()));
        return stream.risk(Integer.parseInt(finding.lot()), code) > 1;
    }

    private static boolean isSignal(Finding finding) {
        return finding.verdict() == Verdict.SIGNAL;
    }

    private static boolean detects(ComplaintStream stream, Report report) {
        return report.findings().stream().anyMatch(one -> isSignal(one) && isBad(stream, one));
    }

    private static void rank(ComplaintStream stream, Report report, Score score) {
        List<Finding> findings = report.findings();
        int at = 0;
        while (at < findings.size() && !isBad(stream, findings.get(at))) {
            at++;
        }
        score.first += at == 0 && !findings.isEmpty() ? 1 : 0;
        score.five += at < Math.min(5, findings.size()) ? 1 : 0;
        for (Finding one : findings) {
            score.signals += isSignal(one) ? 1 : 0;
            score.wrong += isSignal(one) && !isBad(stream, one) ? 1 : 0;
        }
    }

    /** Units of the lots that have a signal, beside those of the lots that are bad. */
    private static void units(ComplaintStream stream, Report report, Score score) {
        boolean[] recalled = new boolean[stream.lots().size()];
        boolean[] bad = new boolean[recalled.length];
        report.findings().stream()
                .filter(Signalling::isSignal)
                .forEach(one -> recalled[Integer.parseInt(one.lot())] = true);
        for (int lot = 0; lot < bad.length; lot++) {
            for (int code = 0; code < stream.settings().codes(); code++) {
                bad[lot] |= stream.risk(lot, code) > 1;
            }
        }
        for (int i = 0; i < stream.cohorts().size(); i++) {
            int lot = stream.cohorts().lot()[i];
            int units = stream.cohorts().units()[i];
            score.bad += bad[lot] ? units : 0;
            score.recalled += recalled[lot] ? units : 0;
            score.missed += bad[lot] && !recalled[lot] ? units : 0;
        }
    }

    /** The first week on whose last day the lot is seen, from the day on which its first unit entered service. */
    private static void first(ComplaintStream stream, Streams streams, Score score) {
        long began = began(stream);
        long low = began;
        long high = stream.lastDay();
        while (high - low > WEEK) {
            long middle = low + (high - low) / 2;
            boolean seen = detects(stream, Signals.of(streams.on(middle, List.of()), Settings.weekly()));
            low = seen ? low : middle;
            high = seen ? middle : high;
        }
        score.days.add(high - began);
        long heard = 0;
        ComplaintStream.Complaints of = stream.complaints();
        for (int i = 0; i < of.size(); i++) {
            boolean counts = of.failedDay()[i] <= high && stream.risk(of.trueLot()[i], of.code()[i]) > 1;
            heard += counts ? 1 : 0;
        }
        score.complaints.add(heard);
    }

    private static long began(ComplaintStream stream) {
        long began = stream.lastDay();
        for (int lot = 0; lot < stream.lots().size(); lot++) {
            for (int code = 0; code < stream.settings().codes(); code++) {
                if (stream.risk(lot, code) > 1) {
                    began = Math.min(began, stream.lots().madeDay()[lot] + 30L);
                }
            }
        }
        return began;
    }

    /** The weekly run of a large maker. */
    private void speed() {
        StreamSettings settings = new StreamSettings(SEED, lots / 100, 100, 500, codes, 48, 0.1, true, 0, 0);
        ComplaintStream stream = ComplaintStream.of(settings, new StreamCause.BadLot(50, 3, 20));
        Evidence evidence = new Streams(stream).on(stream.lastDay(), List.of());
        double least = Double.POSITIVE_INFINITY;
        long signals = 0;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            signals = Signals.of(evidence, Settings.weekly()).falseAlarms().signals();
            least = Math.min(least, (System.nanoTime() - start) / 1e9);
        }
        times.row(
                "one run, the better of two",
                Table.number((long) lots),
                Integer.toString(codes),
                Table.number((long) evidence.cohorts().size()),
                Table.number((long) evidence.complaints().size()),
                Table.number(signals),
                Table.number(least));
        gaps.atMost(Table.number((long) lots) + " lots × " + codes + " codes", 60, least, " s");
    }
}
