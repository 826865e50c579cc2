/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.care.fit.Judgement.Weighed;

/**
 * Judges whether one thing fits another, on what is known of them.
 *
 * <p>An exclusion that is met, or a need that is not, says no. What may be one for all that is known leaves it open.
 * Else a rule that says that it fits says yes, and where none does, it is unknown: no rule is no promise. All of it is
 * and, or and not of three values, so knowing more turns unknown into yes or no and never one of these into the other,
 * and the order of rules does not matter.
 */
final class FitEngine {

    private FitEngine() {}

    /**
     * What is asked.
     *
     * @param subject the host or product
     * @param object what is to fit it
     * @param beside what else is in the same product, without the object
     * @param day on which it is to fit
     */
    record Question(Facts subject, Facts object, Beside beside, LocalDate day) {}

    /**
     * What is in one product together.
     *
     * @param complete false when there may be more
     */
    record Beside(List<Facts> things, boolean complete) {

        static final Beside UNKNOWN = new Beside(List.of(), false);
    }

    /** @param rules those that are active, in any order */
    static Judgement ask(Question question, List<Rule> rules) {
        List<Rule> inForce = rules.stream()
                .filter(rule -> rule.isInForce(question.day()))
                .sorted(Comparator.comparing(Rule::code))
                .toList();
        List<Weighed> weighed = new ArrayList<>();
        for (Rule rule : inForce) {
            weighed.addAll(weigh(rule, question));
        }
        Answer answer = answer(question, weighed);
        return new Judgement(answer, decided(weighed, answer), Successors.of(question.object(), inForce));
    }

    private static List<Weighed> weigh(Rule rule, Question question) {
        Facts subject = question.subject();
        Facts object = question.object();
        boolean isOfBoth = rule.isOf(subject.item(), object.item());
        List<Weighed> weighed = new ArrayList<>(2);
        switch (rule.relation()) {
            case FITS -> {
                if (isOfBoth) {
                    weighed.add(pair(rule, subject, object, " fits "));
                }
            }
            case EXCLUDES -> {
                if (isOfBoth) {
                    weighed.add(pair(rule, subject, object, " may not be with "));
                }
                if (rule.isOf(object.item(), subject.item())) {
                    weighed.add(pair(rule, object, subject, " may not be with "));
                }
            }
            case NEEDS -> {
                if (rule.subject().item().equals(object.item())) {
                    weighed.add(need(
                            rule,
                            object,
                            candidates(question),
                            question.beside().complete()));
                } else if (isOfBoth) {
                    weighed.add(pair(rule, subject, object, " is what it takes for "));
                }
            }
            case REPLACED_BY -> {}
        }
        return weighed;
    }

    private static List<Facts> candidates(Question question) {
        List<Facts> all = new ArrayList<>(question.beside().things());
        all.add(question.subject());
        return all;
    }

    private static Weighed pair(Rule rule, Facts subject, Facts object, String says) {
        Match match = rule.subject().match(subject).and(rule.object().match(object));
        String detail = match.failing() != null
                ? match.failing() + "."
                : match.truth() == Truth.YES
                        ? object.name() + says + subject.name() + reason(rule)
                        : rule.object() + says + rule.subject() + reason(rule);
        return new Weighed(rule, match.truth(), false, detail, match.missing());
    }

    private static String reason(Rule rule) {
        return rule.reason() == null ? "." : ": " + rule.reason();
    }

    /**
     * Whether a thing lacks what the rule says that it needs.
     *
     * @param candidates what could be it
     */
    static Weighed need(Rule rule, Facts thing, List<Facts> candidates, boolean complete) {
        Match needy = rule.subject().match(thing);
        Truth met = complete ? Truth.NO : Truth.UNKNOWN;
        Set<Reason> missing = new LinkedHashSet<>(needy.missing());
        if (!complete) {
            missing.add(new Reason(
                    "configuration-unknown",
                    "Whether " + rule.object() + " is beside " + thing.name() + " is not known."));
        }
        for (Facts candidate : candidates) {
            if (candidate.item().equals(rule.object().item())) {
                Match match = rule.object().match(candidate);
                met = met.or(match.truth());
                missing.addAll(match.missing());
            }
        }
        Truth lacks = needy.truth().and(met.not());
        String detail = needy.failing() != null
                ? needy.failing() + "."
                : thing.name() + " needs " + rule.object() + " beside it"
                        + switch (met) {
                            case YES -> ", which is there.";
                            case NO -> ", and there is none" + reason(rule);
                            case UNKNOWN -> ", and it is not known whether there is one.";
                        };
        return new Weighed(rule, lacks, false, detail, lacks == Truth.UNKNOWN ? List.copyOf(missing) : List.of());
    }

    /** Whether the rule, weighed so, forbids; a need of the subject that the object meets forbids nothing. */
    private static boolean isAgainst(Weighed weighed, Question question) {
        return switch (weighed.rule().relation()) {
            case EXCLUDES -> true;
            case NEEDS ->
                weighed.rule().subject().item().equals(question.object().item());
            case FITS, REPLACED_BY -> false;
        };
    }

    private static Answer answer(Question question, List<Weighed> weighed) {
        List<Weighed> against =
                weighed.stream().filter(w -> isAgainst(w, question)).toList();
        List<Weighed> inFavour =
                weighed.stream().filter(w -> !isAgainst(w, question)).toList();
        Truth no = Truth.any(against.stream().map(Weighed::truth).toList());
        Truth yes = Truth.any(inFavour.stream().map(Weighed::truth).toList());
        if (no == Truth.YES) {
            return new Answer.No(rules(against));
        }
        if (no == Truth.NO && yes == Truth.YES) {
            return new Answer.Yes(rules(inFavour));
        }
        Set<Reason> missing = new LinkedHashSet<>();
        against.forEach(w -> missing.addAll(w.missing()));
        if (yes != Truth.YES) {
            inFavour.forEach(w -> missing.addAll(w.missing()));
        }
        if (missing.isEmpty()) {
            missing.add(new Reason(
                    "no-rule",
                    "No rule says that " + question.object().name() + " fits "
                            + question.subject().name() + "."));
        }
        return new Answer.Unknown(List.copyOf(missing));
    }

    private static List<Rule> rules(List<Weighed> weighed) {
        return weighed.stream()
                .filter(w -> w.truth() == Truth.YES)
                .map(Weighed::rule)
                .distinct()
                .toList();
    }

    private static List<Weighed> decided(List<Weighed> weighed, Answer answer) {
        List<Rule> by = switch (answer) {
            case Answer.Yes yes -> yes.by();
            case Answer.No no -> no.by();
            case Answer.Unknown unknown -> List.of();
        };
        return weighed.stream()
                .map(w -> w.deciding(w.truth() == Truth.YES && by.contains(w.rule())))
                .toList();
    }

    /** Follows the rules that say what replaces what. */
    static final class Successors {

        private Successors() {}

        /**
         * The items that replace a thing, the nearest first; those that replace them after them. A circle is walked
         * once and leads to nothing that was there before. Rules that need a fact that is not known do not count.
         */
        static List<String> of(Facts thing, List<Rule> rules) {
            Set<String> found = new LinkedHashSet<>();
            Deque<Facts> open = new ArrayDeque<>(List.of(thing));
            while (!open.isEmpty()) {
                Facts at = open.removeFirst();
                for (Rule rule : rules) {
                    String next = rule.object().item();
                    if (rule.relation() == Relation.REPLACED_BY
                            && rule.subject().match(at).truth() == Truth.YES
                            && !next.equals(thing.item())
                            && found.add(next)) {
                        open.addLast(Facts.ofItem(next));
                    }
                }
            }
            return List.copyOf(found);
        }
    }
}
