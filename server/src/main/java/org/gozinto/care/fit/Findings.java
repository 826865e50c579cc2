/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a rule among the others as at a map of intervals: what no rule says anything of between two that do, what
 * two say twice, and where one says the opposite of another. None of it hinders a rule; whoever publishes it is told.
 */
final class Findings {

    /** Told of one rule, at the most. */
    static final int FINDINGS_MAX = 50;

    private final Rule rule;
    private final List<Rule> others;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Rule rule, List<Rule> others) {
        this.rule = rule;
        this.others = others;
    }

    /**
     * What is odd about a rule.
     *
     * @param active the rules in use; one of the same code is this one and does not count
     */
    static List<Finding> of(Rule rule, Collection<Rule> active) {
        List<Rule> others =
                active.stream().filter(r -> !r.code().equals(rule.code())).toList();
        var findings = new Findings(rule, others);
        findings.look();
        return findings.found.stream().limit(FINDINGS_MAX).toList();
    }

    private void look() {
        contradictions();
        if (rule.relation() == Relation.REPLACED_BY) {
            circle();
        } else {
            overlaps();
            gaps();
        }
    }

    // --- the opposite

    private void contradictions() {
        for (Rule other : others) {
            boolean opposite = isFor(rule) && other.relation() == Relation.EXCLUDES
                    || rule.relation() == Relation.EXCLUDES && isFor(other);
            boolean met = opposite
                    && meets(rule.validFrom(), rule.validTo(), other.validFrom(), other.validTo())
                    && (meet(rule.subject(), other.subject()) && meet(rule.object(), other.object())
                            || meet(rule.subject(), other.object()) && meet(rule.object(), other.subject()));
            if (met) {
                Rule excluding = rule.relation() == Relation.EXCLUDES ? rule : other;
                Rule allowing = excluding == rule ? other : rule;
                add(
                        Finding.CONTRADICTION,
                        "Rule " + allowing.code() + " says that " + allowing.object() + " "
                                + (allowing.relation() == Relation.FITS ? "fits " : "is needed by ")
                                + allowing.subject() + ", and rule " + excluding.code()
                                + " excludes some of it: there the answer is no.",
                        common(rule, other),
                        other);
            }
        }
    }

    private static boolean isFor(Rule rule) {
        return rule.relation() == Relation.FITS || rule.relation() == Relation.NEEDS;
    }

    private void circle() {
        List<String> way = new ArrayList<>(List.of(rule.subject().item()));
        Set<String> codes = new TreeSet<>(Set.of(rule.code()));
        if (!rule.subject().item().equals(rule.object().item())
                && leadsBack(rule.object().item(), way, codes, new HashSet<>())) {
            found.add(new Finding(
                    Finding.CONTRADICTION,
                    "The items replace each other in a circle: " + String.join(", ", way) + ".",
                    null,
                    null,
                    List.copyOf(codes)));
        }
    }

    /** Walks without recursion: what is reached from an item, and over which rule. */
    private boolean leadsBack(String start, List<String> way, Set<String> codes, Set<String> seen) {
        record Step(String item, @Nullable Step before, String code) {}
        List<Step> open = new ArrayList<>(List.of(new Step(start, null, rule.code())));
        while (!open.isEmpty()) {
            Step at = open.removeLast();
            if (at.item.equals(rule.subject().item())) {
                List<String> items = new ArrayList<>();
                for (Step step = at; step != null; step = step.before) {
                    items.addFirst(step.item);
                    codes.add(step.code);
                }
                way.addAll(items);
                return true;
            }
            if (seen.add(at.item)) {
                others.stream()
                        .filter(r -> r.relation() == Relation.REPLACED_BY)
                        .filter(r -> r.subject().item().equals(at.item))
                        .forEach(r -> open.add(new Step(r.object().item(), at, r.code())));
            }
        }
        return false;
    }

    // --- the same twice

    private Stream<Rule> peers() {
        return others.stream()
                .filter(r -> r.relation() == rule.relation())
                .filter(r -> r.isOf(rule.subject().item(), rule.object().item()));
    }

    private void overlaps() {
        peers().filter(other -> meet(rule.subject(), other.subject()) && meet(rule.object(), other.object()))
                .filter(other -> meets(rule.validFrom(), rule.validTo(), other.validFrom(), other.validTo()))
                .filter(other -> isLike(rule.subject(), other.subject()) && isLike(rule.object(), other.object()))
                .forEach(other -> add(
                        Finding.OVERLAP,
                        "Rules " + rule.code() + " and " + other.code() + " say the same of " + rule.object() + " and "
                                + rule.subject() + " where both are met.",
                        common(rule, other),
                        other));
    }

    /** Whether both are narrowed by the same sort of facts, so that they are meant to be apart. */
    private static boolean isLike(Selector a, Selector b) {
        return a.revisions().isEmpty() == b.revisions().isEmpty()
                && a.lots().isEmpty() == b.lots().isEmpty()
                && a.serials().isEmpty() == b.serials().isEmpty()
                && a.versions().isEmpty() == b.versions().isEmpty()
                && a.has().isEmpty() == b.has().isEmpty();
    }

    /** Whether a thing can meet both, for all that the selections say. */
    private static boolean meet(Selector a, Selector b) {
        return a.item().equals(b.item())
                && meet(a.revisions(), b.revisions())
                && meet(a.lots(), b.lots())
                && (a.serials().isEmpty() || b.serials().isEmpty() || serialsMeet(a, b) != null)
                && meets(a.madeFrom(), a.madeTo(), b.madeFrom(), b.madeTo())
                && a.versions().stream().allMatch(v -> b.versions().stream().allMatch(w -> meet(v, w)));
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
    }

    private static boolean meet(Selector.VersionRange a, Selector.VersionRange b) {
        var order = VersionOrder.INSTANCE;
        return !a.name().equals(b.name())
                || (a.from() == null || b.to() == null || order.compare(a.from(), b.to()) <= 0)
                        && (b.from() == null || a.to() == null || order.compare(b.from(), a.to()) <= 0);
    }

    private static boolean meets(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        return (from == null || otherTo == null || !from.isAfter(otherTo))
                && (otherFrom == null || to == null || !otherFrom.isAfter(to));
    }

    /** The first serials that both name; null when there are none. */
    private static Selector.@Nullable Serials serialsMeet(Selector a, Selector b) {
        for (Selector.Serials x : a.serials()) {
            for (Selector.Serials y : b.serials()) {
                boolean beginsIn = y.range().contains(x.from());
                if (beginsIn || x.range().contains(y.from())) {
                    String to = x.range().contains(y.to()) ? y.to() : x.to();
                    return Selector.Serials.between(beginsIn ? x.from() : y.from(), to);
                }
            }
        }
        return null;
    }

    private static Selector.@Nullable Serials common(Rule a, Rule b) {
        return serialsMeet(a.subject(), b.subject());
    }

    private void add(String type, String detail, Selector.@Nullable Serials serials, Rule other) {
        List<String> both = Stream.of(rule.code(), other.code()).sorted().toList();
        found.add(new Finding(
                type, detail, serials == null ? null : serials.from(), serials == null ? null : serials.to(), both));
    }

    // --- nothing said

    private void gaps() {
        gaps("serials", Findings::serials, Findings::withoutSerials);
        gaps(
                "days of making",
                r -> isOpen(r.subject().madeFrom(), r.subject().madeTo())
                        ? null
                        : List.of(
                                Interval.of(r.subject().madeFrom(), r.subject().madeTo())),
                Findings::withoutMade);
        gaps(
                "days",
                r -> isOpen(r.validFrom(), r.validTo()) ? null : List.of(Interval.of(r.validFrom(), r.validTo())),
                Findings::withoutValidity);
    }

    private static boolean isOpen(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null;
    }

    private static @Nullable List<Interval> serials(Rule rule) {
        if (rule.subject().serials().isEmpty()) {
            return null;
        }
        List<Interval> intervals = new ArrayList<>();
        for (Selector.Serials serials : rule.subject().serials()) {
            Interval interval = Interval.of(serials);
            if (interval != null) {
                intervals.add(interval);
            }
        }
        return intervals;
    }

    /**
     * Looks along one sort of numbers, among the rules that say at least as much as this one otherwise.
     *
     * @param intervals those of a rule; null when it is about all
     * @param rest the rule but for these numbers
     */
    private void gaps(String what, Function<Rule, @Nullable List<Interval>> intervals, Function<Rule, Rule> rest) {
        List<Interval> own = intervals.apply(rule);
        if (own == null || own.isEmpty()) {
            return;
        }
        List<Interval> all = new ArrayList<>(own);
        for (Rule peer : peers().toList()) {
            if (isWider(rest.apply(peer), rest.apply(rule))) {
                List<Interval> more = intervals.apply(peer);
                if (more == null) {
                    return;
                }
                all.addAll(more);
            }
        }
        Interval.holes(all).stream().filter(hole -> isBeside(hole, own)).forEach(hole -> gap(what, hole));
    }

    private static boolean isBeside(Interval hole, List<Interval> own) {
        return own.stream()
                .filter(o -> o.line().equals(hole.line()))
                .anyMatch(o -> o.to().add(BigInteger.ONE).equals(hole.from())
                        || o.from().subtract(BigInteger.ONE).equals(hole.to()));
    }

    private void gap(String what, Interval hole) {
        Set<String> codes = new TreeSet<>(Set.of(rule.code()));
        peers().map(Rule::code).forEach(codes::add);
        String verb = switch (rule.relation()) {
            case FITS -> "fits";
            case NEEDS -> "is needed";
            case EXCLUDES -> "is excluded";
            case REPLACED_BY -> "replaces it";
        };
        found.add(new Finding(
                Finding.GAP,
                "Between the " + what + " of the rules lie " + hole.fromText() + " to " + hole.toText()
                        + ", of which none says whether " + rule.object().item() + " " + verb + ".",
                hole.fromText(),
                hole.toText(),
                List.copyOf(codes)));
    }

    private static Rule withSubject(Rule rule, Selector subject) {
        return new Rule(
                rule.code(),
                rule.version(),
                subject,
                rule.relation(),
                rule.object(),
                rule.validFrom(),
                rule.validTo(),
                rule.install(),
                rule.ship(),
                rule.reason());
    }

    private static Rule withoutSerials(Rule rule) {
        Selector s = rule.subject();
        return withSubject(
                rule,
                new Selector(
                        s.item(), s.revisions(), s.lots(), List.of(), s.madeFrom(), s.madeTo(), s.versions(), s.has()));
    }

    private static Rule withoutMade(Rule rule) {
        Selector s = rule.subject();
        return withSubject(
                rule, new Selector(s.item(), s.revisions(), s.lots(), s.serials(), null, null, s.versions(), s.has()));
    }

    private static Rule withoutValidity(Rule rule) {
        return new Rule(
                rule.code(),
                rule.version(),
                rule.subject(),
                rule.relation(),
                rule.object(),
                null,
                null,
                rule.install(),
                rule.ship(),
                rule.reason());
    }

    /** Whether all that the narrow rule is met by meets the wide one too, as far as the same words tell. */
    private static boolean isWider(Rule wide, Rule narrow) {
        return isWider(wide.subject(), narrow.subject())
                && isWider(wide.object(), narrow.object())
                && (wide.validFrom() == null
                        || narrow.validFrom() != null && !wide.validFrom().isAfter(narrow.validFrom()))
                && (wide.validTo() == null
                        || narrow.validTo() != null && !wide.validTo().isBefore(narrow.validTo()));
    }

    private static boolean isWider(Selector wide, Selector narrow) {
        return isWider(wide.revisions(), narrow.revisions())
                && isWider(wide.lots(), narrow.lots())
                && (wide.serials().isEmpty() || wide.serials().equals(narrow.serials()))
                && (wide.madeFrom() == null
                        || narrow.madeFrom() != null && !wide.madeFrom().isAfter(narrow.madeFrom()))
                && (wide.madeTo() == null
                        || narrow.madeTo() != null && !wide.madeTo().isBefore(narrow.madeTo()))
                && (wide.versions().isEmpty() || wide.versions().equals(narrow.versions()))
                && (wide.has().isEmpty() || wide.has().equals(narrow.has()));
    }

    private static boolean isWider(Set<String> wide, Set<String> narrow) {
        return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
    }
}
