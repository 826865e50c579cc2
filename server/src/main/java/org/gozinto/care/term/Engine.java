/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.care.term.CoverageView.Considered;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Draft.Candidate;
import org.gozinto.care.term.ScopeMatch.Met;
import org.gozinto.care.term.UnitFacts.Contract;
import org.jspecify.annotations.Nullable;

/**
 * Judges what terms promise for a unit on a day. It knows no database and no clock: the same facts and terms give the
 * same answer, in whatever order the terms come.
 */
final class Engine {

    /** Extensions of extensions that are followed. */
    private static final int BASES_MAX = 20;

    private Engine() {}

    /**
     * @param codes what a failure is coded by, with the codes above it; empty when none is judged
     */
    record Asked(LocalDate asOf, Set<String> codes) {}

    /** @param considered the terms that may be for the unit by its item, and whether they are */
    record Judged(List<Judgement> lines, List<Considered> considered) {}

    /** @param promises each code once */
    static Judged judge(UnitFacts facts, Collection<Promise> promises, Asked asked) {
        List<Considered> considered = new ArrayList<>(promises.size());
        return new Judged(lines(facts, promises, asked, considered), considered);
    }

    /** The same lines, without the terms that were considered: much quicker where most are not met. */
    static List<Judgement> lines(UnitFacts facts, Collection<Promise> promises, Asked asked) {
        return lines(facts, promises, asked, null);
    }

    private static List<Judgement> lines(
            UnitFacts facts, Collection<Promise> promises, Asked asked, @Nullable List<Considered> considered) {
        List<Candidate> candidates = candidates(facts, promises, considered);
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            for (Contract contract : contracts(candidate.promise(), facts)) {
                candidate
                        .promise()
                        .covers()
                        .forEach(cover -> drafts.add(
                                new Draft(candidate, contract == NONE ? null : contract, cover, facts, asked)));
            }
        }
        Map<String, Promise> byCode = new HashMap<>();
        candidates.forEach(candidate -> byCode.put(candidate.promise().code(), candidate.promise()));
        new Engine.Chains(drafts, byCode).run();
        List<LocalDate> transfers = EventDays.transfers(facts);
        List<Judgement> lines = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            draft.transfers(transfers);
            draft.meters();
            lines.add(draft.judgement(asked.codes()));
        }
        return lines;
    }

    private static final Contract NONE = new Contract(0, "", LocalDate.EPOCH);
    private static final List<Contract> NOT_SOLD = List.of(NONE);

    /** Those by which a term was sold, in their order; one that says nothing for a term that is not sold. */
    private static List<Contract> contracts(Promise promise, UnitFacts facts) {
        if (facts.contracts().isEmpty()) {
            return promise.perSerial() ? List.of() : NOT_SOLD;
        }
        List<Contract> sold = facts.contracts().stream()
                .filter(contract -> contract.term().equals(promise.code()))
                .sorted(Comparator.comparing(Contract::soldOn).thenComparingLong(Contract::n))
                .toList();
        return promise.perSerial() || !sold.isEmpty() ? sold : NOT_SOLD;
    }

    private static List<Candidate> candidates(
            UnitFacts facts, Collection<Promise> promises, @Nullable List<Considered> considered) {
        List<Candidate> all = new ArrayList<>();
        for (Promise promise : promises) {
            Set<String> items = promise.scope().items();
            if (items == null || items.contains(facts.item())) {
                ScopeMatch.Match match = ScopeMatch.of(promise, facts, considered != null);
                if (match.met() != Met.NO || considered != null) {
                    all.add(new Candidate(promise, match));
                }
            }
        }
        all.sort(Comparator.comparing(candidate -> candidate.promise().code()));
        int top = Integer.MIN_VALUE;
        for (Candidate one : all) {
            if (one.match().met() == Met.YES && isCommercial(one)) {
                top = Math.max(top, one.promise().rank());
            }
        }
        List<Candidate> counted = new ArrayList<>();
        for (Candidate one : all) {
            boolean met = one.match().met() != Met.NO;
            boolean outranked = met && isCommercial(one) && one.promise().rank() < top;
            if (considered != null) {
                considered.add(considered(one, outranked, top));
            }
            if (met && !outranked) {
                counted.add(one);
            }
        }
        return counted;
    }

    private static Considered considered(Candidate one, boolean outranked, int top) {
        List<Reason> why = new ArrayList<>(one.match().why());
        if (outranked) {
            why.add(new Reason("outranked", "A term of rank " + top + " counts instead."));
        }
        return new Considered(one.promise().code(), one.match().met().word(), why);
    }

    private static boolean isCommercial(Candidate candidate) {
        return candidate.promise().kind() == Promise.Kind.COMMERCIAL;
    }

    /** Extensions: what replaces a term comes first, then what is appended, each in the order in which it was sold. */
    private static final class Chains {

        private static final Comparator<Draft> AS_SOLD = Comparator.comparing(
                        (Draft draft) -> draft.contract == null ? LocalDate.MIN : draft.contract.soldOn())
                .thenComparingLong(draft -> draft.contract == null ? 0 : draft.contract.n())
                .thenComparing(draft -> draft.promise.code());

        private final List<Draft> drafts;
        private final Map<String, Promise> byCode;
        private final Map<Key, Draft> tails = new HashMap<>();

        /** A chain: what it begins with, and what is covered. */
        private record Key(String root, String what) {}

        Chains(List<Draft> drafts, Map<String, Promise> byCode) {
            this.drafts = drafts;
            this.byCode = byCode;
        }

        void run() {
            drafts.stream().filter(draft -> !draft.appends()).forEach(Draft::begin);
            drafts.stream().filter(Draft::replaces).sorted(AS_SOLD).forEach(this::replace);
            drafts.stream().filter(Draft::appends).sorted(AS_SOLD).forEach(this::append);
        }

        private void replace(Draft draft) {
            LocalDate from = draft.start();
            Key key = key(draft);
            if (from == null || !draft.isCertain() || key == null) {
                return;
            }
            Draft before = tails.get(key);
            if (before != null) {
                before.replaceFrom(from);
            }
            roots(key).forEach(root -> root.replaceFrom(from));
            tails.put(key, draft);
        }

        private void append(Draft draft) {
            Key key = key(draft);
            Draft tail = key == null ? null : tails.get(key);
            if (tail == null && key != null) {
                tail = longest(roots(key));
            }
            if (key == null || tail == null) {
                if (draft.promise.starts().isEmpty()) {
                    draft.noBase();
                } else {
                    draft.begin();
                }
                return;
            }
            draft.append(tail);
            tails.put(key, draft);
        }

        /** What a term is added to in the end; null for a circle. */
        private @Nullable Key key(Draft draft) {
            Promise at = draft.promise;
            for (int i = 0; i < BASES_MAX; i++) {
                Promise.Extension extension = at.extension();
                String base = extension == null ? at.code() : extension.base();
                Promise next = base == null ? null : byCode.get(base);
                if (extension == null || next == null || extension.mode() == Promise.Mode.PARALLEL) {
                    String root = extension == null || extension.mode() == Promise.Mode.PARALLEL ? at.code() : base;
                    return new Key(root == null ? "" : root, draft.cover.what());
                }
                at = next;
            }
            return null;
        }

        /** What a chain begins with; with no name, the commercial terms. */
        private List<Draft> roots(Key key) {
            return drafts.stream()
                    .filter(draft -> draft.cover.what().equals(key.what()))
                    .filter(draft -> key.root().isEmpty()
                            ? draft.promise.kind() == Promise.Kind.COMMERCIAL
                            : draft.promise.code().equals(key.root()))
                    .filter(draft -> !draft.appends() && !draft.replaces())
                    .toList();
        }

        private static @Nullable Draft longest(List<Draft> roots) {
            return roots.stream()
                    .max(Comparator.comparing(Draft::isCertain)
                            .thenComparing(draft -> draft.start() != null)
                            .thenComparing(draft -> Objects.requireNonNullElse(draft.calendarEnd(), LocalDate.MAX))
                            .thenComparing(draft -> draft.promise.code()))
                    .orElse(null);
        }
    }
}
