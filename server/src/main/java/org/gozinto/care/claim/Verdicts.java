/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.care.claim.Judgement.Check;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.care.claim.Judgement.Result;
import org.jspecify.annotations.Nullable;

/**
 * What follows from checks and promises. Pure: the same facts give the same judgement. What is not known never becomes
 * covered, and nothing is payable beyond what was asked.
 */
final class Verdicts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Verdicts() {}

    /**
     * What is judged.
     *
     * @param checks those that do not ask the terms
     * @param free whether a recall has it
     * @param promises of the product and of the part, on the day of the failure
     * @param part whether a part is claimed
     */
    record Facts(List<Check> checks, boolean free, List<Promise> promises, boolean part, List<ClaimStep.Line> lines) {}

    static Judgement of(Facts facts, String knownAt) {
        List<Check> checks = new ArrayList<>(facts.checks());
        checks.add(inTerm(facts));
        checks.add(notExcluded(facts));
        boolean failed = checks.stream().anyMatch(check -> check.is(Result.FAIL));
        boolean unknown = checks.stream().anyMatch(check -> check.is(Result.UNKNOWN));
        List<Judgement.Line> lines = lines(facts, failed ? "A check failed." : unknown ? "A check is open." : null);
        String verdict = failed
                ? Judgement.NOT_COVERED
                : unknown || lines.stream().anyMatch(Judgement.Line::unknown)
                        ? Judgement.UNCLEAR
                        : covered(facts, lines);
        return new Judgement(verdict, facts.free(), checks, facts.promises(), lines, knownAt);
    }

    private static String covered(Facts facts, List<Judgement.Line> lines) {
        if (facts.lines().isEmpty()) {
            boolean whole =
                    facts.free() || relevant(facts).stream().anyMatch(p -> p.is("covered") && p.percent() == 100);
            return whole ? Judgement.COVERED : Judgement.PART;
        }
        long asked = 0;
        long payable = 0;
        for (int i = 0; i < lines.size(); i++) {
            ClaimStep.Line line = facts.lines().get(i);
            asked += Money.known(line.amount(), line.currency());
            payable += Money.known(lines.get(i).payable(), line.currency());
        }
        return payable == asked ? Judgement.COVERED : payable > 0 ? Judgement.PART : Judgement.NOT_COVERED;
    }

    // --- the checks that ask the terms

    /** The promises that any line of the claim asks for; all when it has no lines. */
    private static List<Promise> relevant(Facts facts) {
        List<Promise> relevant = new ArrayList<>();
        if (facts.lines().isEmpty()) {
            relevant.addAll(facts.promises().stream()
                    .filter(p -> !facts.part() || p.of().equals("part"))
                    .toList());
        }
        facts.lines().stream()
                .map(line -> String.valueOf(line.what()))
                .distinct()
                .forEach(what -> relevant.addAll(promised(facts, what)));
        return relevant;
    }

    /** What is promised of one kind; what a part itself costs is promised for the part alone. */
    private static List<Promise> promised(Facts facts, String what) {
        boolean piece = what.equals("parts") || what.equals("consumables");
        return facts.promises().stream()
                .filter(p -> p.what().equals(what))
                .filter(p -> !(facts.part() && piece) || p.of().equals("part"))
                .toList();
    }

    private static Check inTerm(Facts facts) {
        if (facts.free()) {
            return Check.of("inTerm", Result.PASS, "A recall has it: its remedy is free whatever a term says.");
        }
        List<Promise> relevant = relevant(facts);
        Promise covered = best(relevant);
        if (covered != null) {
            return Check.of("inTerm", Result.PASS, words(covered) + " covers it" + until(covered) + ".");
        }
        if (relevant.stream().anyMatch(p -> p.is("unknown"))) {
            Promise open =
                    relevant.stream().filter(p -> p.is("unknown")).findFirst().orElseThrow();
            return Check.of("inTerm", Result.UNKNOWN, words(open) + " is not clear. " + String.join(" ", open.why()));
        }
        Promise excluded =
                relevant.stream().filter(p -> p.is("excluded")).findFirst().orElse(null);
        if (excluded != null) {
            return Check.of("inTerm", Result.PASS, words(excluded) + " was running" + until(excluded) + ".");
        }
        Promise last = relevant.stream()
                .max(Comparator.comparing(p -> p.end() == null ? "" : p.end()))
                .orElse(null);
        return Check.of(
                "inTerm",
                Result.FAIL,
                last == null
                        ? "No term promises it."
                        : words(last) + (last.is("notStarted") ? " had not begun." : " had ended" + on(last) + "."));
    }

    private static Check notExcluded(Facts facts) {
        List<Promise> relevant = relevant(facts);
        Promise excluded =
                relevant.stream().filter(p -> p.is("excluded")).findFirst().orElse(null);
        if (facts.free() || excluded == null || best(relevant) != null) {
            return Check.of("notExcluded", Result.PASS, "No term excludes it.");
        }
        return Check.of(
                "notExcluded", Result.FAIL, words(excluded) + " excludes it. " + String.join(" ", excluded.why()));
    }

    private static String words(Promise promise) {
        return promise.name() == null ? promise.term() : promise.term() + " (" + promise.name() + ")";
    }

    private static String until(Promise promise) {
        return promise.end() == null ? "" : " until " + promise.end();
    }

    private static String on(Promise promise) {
        return promise.end() == null ? "" : " on " + promise.end();
    }

    /** Of what is covered the highest percent, then the smallest deductible. */
    private static @Nullable Promise best(List<Promise> promises) {
        return promises.stream()
                .filter(p -> p.is("covered"))
                .min(Comparator.comparingInt((Promise p) -> -p.percent())
                        .thenComparing(Verdicts::deducted)
                        .thenComparing(Promise::term))
                .orElse(null);
    }

    private static BigDecimal deducted(Promise promise) {
        return promise.deductible() == null || promise.deductible().amount() == null
                ? BigDecimal.ZERO
                : new BigDecimal(promise.deductible().amount());
    }

    // --- lines

    private static List<Judgement.Line> lines(Facts facts, @Nullable String nothing) {
        List<Judgement.Line> lines = new ArrayList<>();
        Map<String, Long> left = new HashMap<>();
        for (int i = 0; i < facts.lines().size(); i++) {
            ClaimStep.Line line = facts.lines().get(i);
            lines.add(
                    nothing != null
                            ? line(i + 1, line, BigDecimal.ZERO, 0, false, nothing)
                            : facts.free()
                                    ? line(i + 1, line, HUNDRED, asked(line), false, "Free by recall.")
                                    : line(i + 1, line, promised(facts, String.valueOf(line.what())), left));
        }
        return lines;
    }

    private static long asked(ClaimStep.Line line) {
        return Money.known(line.amount(), line.currency());
    }

    private static Judgement.Line line(
            int n, ClaimStep.Line line, BigDecimal percent, long payable, boolean unknown, String why) {
        return new Judgement.Line(n, percent, Money.text(payable, String.valueOf(line.currency())), unknown, why);
    }

    private static Judgement.Line line(int n, ClaimStep.Line line, List<Promise> promises, Map<String, Long> left) {
        Promise best = best(promises);
        if (best == null) {
            boolean unknown = promises.stream().anyMatch(p -> p.is("unknown"));
            String why = unknown
                    ? "It is not clear whether " + line.what() + " are covered."
                    : "Nothing covers " + line.what() + ".";
            return line(n, line, BigDecimal.ZERO, 0, unknown, why);
        }
        BigDecimal percent = BigDecimal.valueOf(best.percent());
        long share = Money.percent(asked(line), percent);
        Money deductible = best.deductible();
        if (deductible == null) {
            return line(n, line, percent, share, false, best.percent() + " % by " + best.term() + ".");
        }
        Long whole = Money.steps(deductible.amount(), deductible.currency());
        if (whole == null || !String.valueOf(line.currency()).equals(deductible.currency())) {
            return line(
                    n,
                    line,
                    percent,
                    0,
                    true,
                    "The deductible of " + best.term() + " is in " + deductible.currency() + ", not in "
                            + line.currency() + ".");
        }
        // A deductible is taken once of all lines under the same promise.
        long taken = Math.min(left.getOrDefault(best.term() + best.what(), whole), share);
        left.put(best.term() + best.what(), left.getOrDefault(best.term() + best.what(), whole) - taken);
        return line(
                n,
                line,
                percent,
                share - taken,
                false,
                best.percent() + " % by " + best.term()
                        + (taken == 0
                                ? "."
                                : ", less " + Money.text(taken, String.valueOf(line.currency())) + " deductible."));
    }
}
