/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gozinto.unit.FitDesk.Misfit;
import org.gozinto.unit.FitDesk.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * Judges what an act brings together.
 *
 * <p>In one product a rule that excludes speaks of any two things, one that fits of a thing and what it is installed
 * in, and one that needs of a thing and all others. A rule that fits and does something at the scan says that of its
 * two items nothing else goes together: an install of which no rule says that it fits is a misfit.
 *
 * <p>Things that are shipped side by side need not all go with each other: each must go with one of those that rules
 * name for it. What is missing a fact is told when a rule would refuse, and never refused.
 */
final class ScanJudge {

    /** Things of what would fit that a refusal names. */
    private static final int NAMED_MAX = 5;

    private final FitBook book;
    private final Occasion occasion;
    private final List<Rule> inForce;
    private final Map<String, List<Placed>> byItem = new HashMap<>();
    private final Map<Long, Placed> byUnit = new HashMap<>();
    private final List<Misfit> misfits = new ArrayList<>();

    /**
     * A thing among others.
     *
     * @param unit its id
     * @param within id of what it is installed in; 0 for what is in nothing
     * @param top id of the outermost thing
     * @param fresh whether the act brought it to the others
     */
    record Placed(Facts facts, long unit, long within, long top, boolean fresh) {

        boolean isLoose() {
            return within == 0;
        }
    }

    private ScanJudge(FitBook book, Occasion occasion, LocalDate day, Collection<Placed> placed) {
        this.book = book;
        this.occasion = occasion;
        this.inForce = book.rules().stream().filter(rule -> rule.isInForce(day)).toList();
        for (Placed thing : placed) {
            byItem.computeIfAbsent(thing.facts().item(), i -> new ArrayList<>()).add(thing);
            byUnit.put(thing.unit(), thing);
        }
    }

    /** What does not fit, one for each rule that says so, in the order of their codes. */
    static List<Misfit> judge(FitBook book, Occasion occasion, LocalDate day, Collection<Placed> placed) {
        var judge = new ScanJudge(book, occasion, day, placed);
        judge.look();
        judge.misfits.sort(Comparator.comparing(Misfit::rule));
        return judge.misfits;
    }

    private boolean isInstall() {
        return occasion == Occasion.INSTALL;
    }

    private void look() {
        Map<String, List<Rule>> fits = new LinkedHashMap<>();
        for (Rule rule : inForce) {
            boolean isHere = byItem.containsKey(rule.object().item())
                            && (byItem.containsKey(rule.subject().item()) || rule.relation() == Relation.NEEDS)
                    || rule.relation() == Relation.NEEDS
                            && byItem.containsKey(rule.subject().item());
            if (isHere && FitBook.enforcement(rule, occasion) != Enforcement.NONE) {
                switch (rule.relation()) {
                    case EXCLUDES -> excludes(rule);
                    case NEEDS -> needs(rule);
                    case FITS -> {
                        String pair =
                                rule.subject().item() + "\0" + rule.object().item();
                        fits.computeIfAbsent(pair, p -> new ArrayList<>()).add(rule);
                    }
                    case REPLACED_BY -> {}
                }
            }
        }
        fits.values().forEach(this::fits);
    }

    private List<Placed> of(Selector selector) {
        return byItem.getOrDefault(selector.item(), List.of());
    }

    // --- what may not be together

    private void excludes(Rule rule) {
        Worst worst = new Worst(rule);
        Map<Long, List<Placed>> objects = new HashMap<>();
        for (Placed object : of(rule.object())) {
            if (rule.object().match(object.facts()).truth() != Truth.NO) {
                objects.computeIfAbsent(object.top(), t -> new ArrayList<>()).add(object);
            }
        }
        for (Placed subject : of(rule.subject())) {
            for (Placed object : objects.getOrDefault(subject.top(), List.of())) {
                // What was together before was judged before.
                if (subject.unit() != object.unit() && (!isInstall() || subject.fresh() != object.fresh())) {
                    worst.take(
                            rule.subject()
                                    .match(subject.facts())
                                    .and(rule.object().match(object.facts())),
                            subject,
                            object);
                }
            }
        }
        if (!isInstall()) {
            List<Rule> pair = inForce.stream()
                    .filter(r -> r.relation() == Relation.EXCLUDES
                            && r.isOf(rule.subject().item(), rule.object().item()))
                    .toList();
            var subjects = new Classes(pair, of(rule.subject()));
            for (Placed object : of(rule.object())) {
                besideOthers(rule, pair, object, subjects, worst);
            }
        }
        worst.tell(
                "%s may not be with %s",
                "It is not known whether %s may be with %s",
                worst.subject == null ? "" : whatFits(worst.subject.facts()));
    }

    /** An object that goes with none of the subjects in the same delivery. */
    private static void besideOthers(Rule rule, List<Rule> pair, Placed object, Classes subjects, Worst worst) {
        List<Placed> others = subjects.beside(object);
        if (others.isEmpty()) {
            return;
        }
        Truth all = Truth.YES;
        Match own = Match.no("");
        Placed with = others.getFirst();
        for (Placed subject : others) {
            all = all.and(Truth.any(
                    pair.stream().map(r -> match(r, subject, object).truth()).toList()));
            Match match = match(rule, subject, object);
            if (match.truth().compareTo(own.truth()) > 0) {
                own = match;
                with = subject;
            }
        }
        worst.take(new Match(own.truth().and(all), own.missing(), null), with, object);
    }

    private static Match match(Rule rule, Placed subject, Placed object) {
        return rule.subject().match(subject.facts()).and(rule.object().match(object.facts()));
    }

    // --- what must be there

    private void needs(Rule rule) {
        Worst worst = new Worst(rule);
        Map<Long, List<Placed>> candidates = new HashMap<>();
        for (Placed object : of(rule.object())) {
            candidates
                    .computeIfAbsent(isInstall() ? object.top() : 0, t -> new ArrayList<>())
                    .add(object);
        }
        candidates.replaceAll((top, all) -> best(rule, all));
        for (Placed thing : of(rule.subject())) {
            if (!isInstall() || thing.fresh()) {
                List<Facts> others = candidates.getOrDefault(isInstall() ? thing.top() : 0, List.of()).stream()
                        .filter(c -> c.unit() != thing.unit())
                        .map(Placed::facts)
                        .toList();
                var need = FitEngine.need(rule, thing.facts(), others, true);
                worst.take(new Match(need.truth(), need.missing(), null), thing, thing);
            }
        }
        String object = rule.object().toString().replace("%", "%%");
        worst.tell(
                "%s needs " + object + " beside it, and there is none",
                "It is not known whether %s has " + object + ", which it needs, beside it",
                rule.object().toString());
    }

    /** The two that come closest to what is needed: one of them may be the thing itself. */
    private static List<Placed> best(Rule rule, List<Placed> all) {
        List<Placed> best = new ArrayList<>();
        for (Truth truth : List.of(Truth.YES, Truth.UNKNOWN)) {
            all.stream()
                    .filter(o -> best.size() < 2)
                    .filter(o -> rule.object().match(o.facts()).truth() == truth)
                    .limit(2L - best.size())
                    .forEach(best::add);
        }
        return best;
    }

    // --- what is said to fit

    /** @param enforced the rules of one pair of items that do something */
    private void fits(List<Rule> enforced) {
        Rule first = enforced.stream()
                .filter(r -> FitBook.enforcement(r, occasion) == Enforcement.REFUSE)
                .findFirst()
                .orElse(enforced.getFirst());
        List<Rule> pair = inForce.stream()
                .filter(r -> r.relation() == Relation.FITS
                        && r.isOf(first.subject().item(), first.object().item()))
                .toList();
        Worst worst = new Worst(first);
        Classes subjects = isInstall() ? null : new Classes(pair, of(first.subject()));
        for (Placed object : of(first.object())) {
            if (isInstall() && !object.fresh()) {
                continue;
            }
            List<Placed> hosts = hosts(object, first.subject().item());
            for (Placed host : hosts) {
                worst.take(misses(pair, host, object), host, object);
            }
            if (subjects != null && object.isLoose()) {
                goesWithOne(pair, object, subjects.beside(object), worst);
            }
        }
        worst.tell(
                "%s does not fit %s",
                "It is not known whether %s fits %s", worst.subject == null ? "" : whatFits(worst.subject.facts()));
    }

    private static void goesWithOne(List<Rule> pair, Placed object, List<Placed> others, Worst worst) {
        Match least = null;
        Placed with = null;
        for (Placed subject : others) {
            Match misses = misses(pair, subject, object);
            if (least == null || misses.truth().compareTo(least.truth()) < 0) {
                least = misses;
                with = subject;
            }
        }
        if (least != null && with != null) {
            worst.take(least, with, object);
        }
    }

    /** Whether none of the rules says that it fits; the match carries why not, or what is missing. */
    private static Match misses(List<Rule> pair, Placed subject, Placed object) {
        Truth says = Truth.NO;
        Match why = Match.no("no rule says so");
        for (Rule rule : pair) {
            Match match = match(rule, subject, object);
            says = says.or(match.truth());
            if (match.truth() == Truth.UNKNOWN || why.truth() == Truth.NO && match.truth() == Truth.NO) {
                why = match;
            }
        }
        return new Match(says.not(), why.missing(), why.failing());
    }

    /** The things of an item that a thing is in and was not before. */
    private List<Placed> hosts(Placed thing, String item) {
        List<Placed> hosts = new ArrayList<>();
        Placed at = byUnit.get(thing.within());
        for (int depth = 0; at != null && depth < byUnit.size(); depth++) {
            if (at.facts().item().equals(item) && (!isInstall() || !at.fresh())) {
                hosts.add(at);
            }
            at = byUnit.get(at.within());
        }
        return hosts;
    }

    private String whatFits(Facts subject) {
        List<String> fitting = book.of(subject.item()).stream()
                .filter(inForce::contains)
                .filter(r -> r.relation() == Relation.FITS)
                .filter(r -> r.subject().match(subject).truth() == Truth.YES)
                .map(r -> r.object().toString())
                .distinct()
                .limit(NAMED_MAX)
                .toList();
        return fitting.isEmpty() ? "something that a rule says fits" : String.join(" or ", fitting);
    }

    /** The worst case that a rule finds: one that is known before one that is not, else the first. */
    private final class Worst {

        private final Rule rule;
        private Match match = Match.no("");
        private @Nullable Placed subject;
        private @Nullable Placed object;

        Worst(Rule rule) {
            this.rule = rule;
        }

        void take(Match next, Placed of, Placed with) {
            if (next.truth().compareTo(match.truth()) > 0) {
                match = next;
                subject = of;
                object = with;
            }
        }

        /** Notes a misfit if there is one; the words are completed with the object and the subject. */
        void tell(String known, String unknown, String expected) {
            Enforcement enforcement = FitBook.enforcement(rule, occasion);
            boolean isKnown = match.truth() == Truth.YES;
            if (match.truth() == Truth.NO || !isKnown && enforcement != Enforcement.REFUSE) {
                return;
            }
            String object = Objects.requireNonNull(this.object).facts().name();
            String subject = Objects.requireNonNull(this.subject).facts().name();
            String why = isKnown
                    ? match.failing() == null || match.failing().isEmpty() ? "" : ": " + match.failing()
                    : match.missing().isEmpty()
                            ? ""
                            : ": " + withoutStop(match.missing().getFirst().detail());
            misfits.add(new Misfit(
                    rule.code(),
                    isKnown && enforcement == Enforcement.REFUSE,
                    isKnown,
                    (isKnown ? known : unknown).formatted(object, subject) + why + " (" + rule.named() + ").",
                    expected));
        }

        private static String withoutStop(String sentence) {
            return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        }
    }

    /** Things that no rule of a pair tells apart, so that thousands of them are asked about once. */
    private static final class Classes {

        private final Map<List<Truth>, List<Placed>> all = new LinkedHashMap<>();
        private final Map<List<Truth>, List<Placed>> loose = new LinkedHashMap<>();

        Classes(List<Rule> pair, List<Placed> subjects) {
            for (Placed subject : subjects) {
                List<Truth> truths = pair.stream()
                        .map(r -> r.subject().match(subject.facts()).truth())
                        .toList();
                add(all, truths, subject);
                if (subject.isLoose()) {
                    add(loose, truths, subject);
                }
            }
        }

        /** Of each class two of different products suffice: one of them is beside whatever is asked about. */
        private static void add(Map<List<Truth>, List<Placed>> classes, List<Truth> truths, Placed subject) {
            List<Placed> known = classes.computeIfAbsent(truths, t -> new ArrayList<>(2));
            if (known.isEmpty() || known.size() == 1 && known.getFirst().top() != subject.top()) {
                known.add(subject);
            }
        }

        /** Those that are beside a thing and not in one product with it, one of each class; one of the two is loose. */
        List<Placed> beside(Placed thing) {
            return (thing.isLoose() ? all : loose)
                    .values().stream()
                            .flatMap(c -> c.stream()
                                    .filter(s -> s.top() != thing.top())
                                    .limit(1))
                            .toList();
        }
    }
}
