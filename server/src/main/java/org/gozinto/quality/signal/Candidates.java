/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.place.Place;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.signal.CauseView.FactorView;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What could be recalled as a whole: the lots, runs and times of an answer, lots in such a time or on such a line, and
 * the serials from the first failed one to the last; each with the units that it reaches.
 */
final class Candidates implements Factors.Taker {

    private static final int SETS_MAX = 40;
    private static final int SEEDS_MAX = 100;
    private static final int CANDIDATES_MAX = 200;

    /** A part is recalled without the rest only if it is worse at this level. */
    private static final double LEVEL = 0.05;

    private final Names names;
    private final List<Long> population;
    private final BitSet failed;
    private final SerialSeeds serials;
    private final Map<String, Base> bases = new LinkedHashMap<>();
    private final List<@Nullable Base> numbered = new ArrayList<>();

    /** Units that have one thing in common. */
    private static final class Base {
        private final FactorView shown;
        private final BitSet units = new BitSet();
        private final long fromUs;
        private final long toUs;

        Base(FactorView shown, long fromUs, long toUs) {
            this.shown = shown;
            this.fromUs = fromUs;
            this.toUs = toUs;
        }
    }

    /** @param units places in the population */
    record Candidate(
            String name, String kind, String words, List<FactorView> factors, List<ScopeSeed> seeds, BitSet units) {}

    /** @param failed places of the failed units in the population */
    Candidates(Names names, List<Long> population, BitSet failed, SerialSeeds serials) {
        this.names = names;
        this.population = population;
        this.failed = failed;
        this.serials = serials;
    }

    /** Takes the factors of an answer that can be recalled by. */
    void look(CauseView.AnswerView answer) {
        for (CauseView.FoundView cause : answer.causes()) {
            add(cause.factors(), cause.window());
            // What a cause explains is no more dangerous than the rest of it, unless the data can hardly tell which it
            // is.
            cause.explains().stream()
                    .filter(CauseView.ExplainedView::rival)
                    .forEach(one -> add(one.factors(), one.window()));
        }
        for (CauseView.SharedView shared : answer.shared()) {
            add(List.of(shared.factor()), null);
        }
    }

    private void add(List<FactorView> factors, CauseView.@Nullable WindowView window) {
        if (window != null) {
            FactorView shown = FactorViews.ofTimes(window.equipment(), window.outerFrom(), window.outerTo());
            add(new Base(shown, us(window.outerFrom()), us(window.outerTo())));
            return;
        }
        for (FactorView factor : factors) {
            if (Set.of("lot", "run", "equipment").contains(factor.family())) {
                add(new Base(factor, 0, 0));
            }
        }
    }

    private static long us(String text) {
        return Days.us(Instant.parse(text));
    }

    private void add(Base base) {
        String family = base.shown.family();
        long alike = bases.values().stream()
                .filter(one -> one.shown.family().equals(family))
                .count();
        if (alike < SETS_MAX) {
            bases.putIfAbsent(family + " " + base.shown.key(), base);
        }
    }

    /** The families that have to be looked for. */
    static Set<Factor.Family> families() {
        return Set.of(Factor.Family.LOT, Factor.Family.RUN, Factor.Family.EQUIPMENT, Factor.Family.PASS);
    }

    // --- which units

    @Override
    public int factor(Factor factor) {
        numbered.add(bases.get(factor.family().word() + " " + factor.key()));
        return numbered.size() - 1;
    }

    @Override
    public void has(int unit, int factor, double weight) {
        Base base = numbered.get(factor);
        if (base != null) {
            base.units.set(unit);
        }
    }

    @Override
    public void passed(int unit, String equipment, long atUs) {
        for (Base base : bases.values()) {
            boolean isThen = base.toUs != 0 && atUs >= base.fromUs && atUs <= base.toUs;
            if (isThen && equipment.equals(base.shown.equipment())) {
                base.units.set(unit);
            }
        }
    }

    // --- candidates

    /** Those that explain a failure, those with the most failures first. */
    List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        List<Base> lots = of("lot");
        lots.forEach(lot -> addLot(lot, all));
        of("run").forEach(run -> {
            String code = run.shown.run();
            if (code != null) {
                add(all, "run", List.of(run), run.units, List.of(Seeds.ofRun(code)));
            }
        });
        List<Base> windows = of("window");
        windows.forEach(window -> add(all, "window", List.of(window), window.units, null));
        for (Base lot : lots) {
            windows.forEach(window -> addBoth("lotWindow", lot, window, all));
            of("equipment").forEach(line -> addBoth("lotLine", lot, line, all));
        }
        serials.spans(failed).forEach((item, span) -> addRange(item, span, all));
        all.sort((a, b) -> Integer.compare(failures(b), failures(a)));
        return all.subList(0, Math.min(CANDIDATES_MAX, all.size()));
    }

    private List<Base> of(String family) {
        return bases.values().stream()
                .filter(base -> base.shown.family().equals(family))
                .toList();
    }

    int failures(Candidate candidate) {
        return common(candidate.units(), failed).cardinality();
    }

    static BitSet common(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private void addLot(Base base, List<Candidate> all) {
        UnitRef ref = base.shown.unit();
        Unit lot = ref == null ? null : names.units.find(Long.parseLong(ref.unit()));
        String item = ref == null ? null : ref.item();
        if (lot != null && item != null) {
            Place issuer = lot.issuerId() == 0 ? null : names.places.find(lot.issuerId());
            String code = issuer == null ? "" : issuer.code();
            add(all, "lot", List.of(base), base.units, List.of(Seeds.ofLot(item, lot.number(), code)));
        }
    }

    private void addBoth(String kind, Base lot, Base other, List<Candidate> all) {
        BitSet both = common(lot.units, other.units);
        // All of the lot, or all of the time, is there without the other.
        boolean isPart = !both.equals(lot.units) && !both.equals(other.units);
        if (isPart && isWorseThanTheRest(both, lot.units) && isWorseThanTheRest(both, other.units)) {
            add(all, kind, List.of(lot, other), both, null);
        }
    }

    /**
     * Whether more of a part failed than of the rest of the whole, by the one-sided hypergeometric test: a recall of
     * the part leaves the rest with people, and nothing but this speaks for it.
     */
    private boolean isWorseThanTheRest(BitSet part, BitSet whole) {
        var failures = HypergeometricDistribution.of(
                whole.cardinality(), common(whole, failed).cardinality(), part.cardinality());
        return failures.survivalProbability(common(part, failed).cardinality() - 1) <= LEVEL;
    }

    private void addRange(String item, BitSet span, List<Candidate> all) {
        List<ScopeSeed> seeds = isNarrow(span) ? serials.of(span, SEEDS_MAX) : null;
        if (seeds != null) {
            String itemName = names.item(item);
            String words = (itemName == null ? item : itemName) + " " + ends(span);
            all.add(new Candidate("range " + item, "range", words, List.of(), seeds, span));
        }
    }

    /**
     * Whether the failures lie closer together than by chance: of n points spread evenly, the first and the last are
     * within a share r of all with probability n·r^(n−1) − (n−1)·r^n (David and Nagaraja, Order Statistics, 3rd ed.,
     * 2.3).
     */
    private boolean isNarrow(BitSet span) {
        int n = common(span, failed).cardinality();
        double share = span.cardinality() / (double) population.size();
        return n > 1 && n * Math.pow(share, n - 1) - (n - 1) * Math.pow(share, n) <= LEVEL;
    }

    private String ends(BitSet span) {
        List<UnitRef> refs =
                names.list(span.stream().limit(1).mapToObj(population::get).toList());
        String first = refs.isEmpty() ? "" : String.valueOf(refs.getFirst().serial());
        return first + " … (" + span.cardinality() + ")";
    }

    /** @param seeds null to name the serials by their numbers */
    private void add(
            List<Candidate> all, String kind, List<Base> bases, BitSet units, @Nullable List<ScopeSeed> seeds) {
        if (!units.intersects(failed)) {
            return;
        }
        List<ScopeSeed> named = seeds == null ? serials.of(units, SEEDS_MAX) : seeds;
        if (named != null) {
            List<FactorView> factors = bases.stream().map(base -> base.shown).toList();
            String words = String.join(
                    FactorViews.AND, factors.stream().map(FactorView::words).toList());
            String name = kind + " "
                    + String.join(" ", factors.stream().map(FactorView::key).toList());
            all.add(new Candidate(name, kind, words, factors, named, units));
        }
    }
}
