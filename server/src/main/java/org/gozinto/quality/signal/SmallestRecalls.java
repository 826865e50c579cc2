/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gozinto.analysis.smallest.Background;
import org.gozinto.analysis.smallest.Point;
import org.gozinto.analysis.smallest.RecallAnswer;
import org.gozinto.analysis.smallest.Scope;
import org.gozinto.analysis.smallest.ScopeTable;
import org.gozinto.analysis.smallest.SmallestRecall;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.Lives;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Refusal;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.signal.Candidates.Candidate;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** The smallest recalls that explain the failures of an inquiry. */
final class SmallestRecalls {

    private static final Pattern COST = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private final Names names;
    private final Factors factors;
    private final Lives lives;

    SmallestRecalls(Names names, Factors factors, Lives lives) {
        this.names = names;
        this.factors = factors;
        this.lives = lives;
    }

    SmallestView of(CauseView inquiry, SmallestQuestion asked) {
        CauseView.AnswerView answer = inquiry.answer();
        if (answer == null) {
            throw Refusal.of("no-answer-yet", "The inquiry has no answer", inquiry.number() + " is " + inquiry.state())
                    .status(409)
                    .at("", "an inquiry that is done", "Ask again when it is done.")
                    .asException();
        }
        check(asked);
        Population population = population(answer);
        var serials = new SerialSeeds();
        Map<Long, Unit> units = population.units(names);
        for (int i = 0; i < population.ids().size(); i++) {
            Unit unit = units.get(population.ids().get(i));
            if (unit != null) {
                serials.add(i, population.items().get(i), unit.number());
            }
        }
        serials.sort();
        var candidates = new Candidates(names, population.ids(), population.failed(), serials);
        candidates.look(answer);
        List<Factors.Of> all =
                population.ids().stream().map(id -> new Factors.Of(id, null)).toList();
        Factors.Parts parts = CauseSearch.parts(inquiry.asked());
        factors.of(new Factors.Asked(all, Candidates.families(), parts), candidates, done -> {});
        return new Curve(inquiry.number(), answer, asked, population, candidates).view();
    }

    private void check(SmallestQuestion asked) {
        var faults = new Faults();
        Double background = asked.background();
        faults.expect(
                background == null || background >= 0 && background <= 1,
                "/background",
                "is out of range",
                "failures of one unit, 0 to 1");
        String scopeCost = asked.scopeCost();
        faults.expect(
                scopeCost == null || cost(scopeCost) != null, "/scopeCost", "is no cost", "a decimal text, 0 or more");
        if (asked.unitCosts() != null) {
            asked.unitCosts().forEach((item, cost) -> {
                faults.expect(
                        names.items.find(item) != null, "/unitCosts/" + item, "is no item", "the code of an item");
                faults.expect(
                        cost != null && cost(cost) != null,
                        "/unitCosts/" + item,
                        "is no cost",
                        "a decimal text, 0 or more");
            });
        }
        faults.refuse("The question cannot be asked");
    }

    private static @Nullable BigDecimal cost(String text) {
        return COST.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /**
     * All units that could have failed.
     *
     * @param items codes, in the order of the ids
     * @param failed which of them failed
     */
    record Population(List<Long> ids, List<String> items, BitSet failed) {

        Map<Long, Unit> units(Names names) {
            Map<Long, Unit> byId = new HashMap<>();
            names.units.byIds(ids).forEach(unit -> byId.put(unit.id(), unit));
            return byId;
        }
    }

    private Population population(CauseView.AnswerView answer) {
        Set<String> items = new HashSet<>();
        Set<Long> failures = new HashSet<>();
        for (UnitRef ref : answer.failed()) {
            if (ref.item() != null) {
                items.add(ref.item());
            }
            failures.add(Long.parseLong(ref.unit()));
        }
        var population = new Population(new ArrayList<>(), new ArrayList<>(), new BitSet());
        lives.forEach(items::contains, life -> {
            int at = population.ids().size();
            boolean isNew = at == 0 || population.ids().get(at - 1) != life.unitId();
            if (!life.serial() || !isNew) {
                return;
            }
            if (at == Factors.UNITS_MAX) {
                throw Refusal.of(
                                "too-many-units",
                                "There are too many units",
                                "The items that failed have more than " + Factors.UNITS_MAX + " serials.")
                        .status(422)
                        .at("", "at most " + Factors.UNITS_MAX + " serials", "Recall by the causes that were found.")
                        .asException();
            }
            population.ids().add(life.unitId());
            population.items().add(life.item());
            if (failures.contains(life.unitId())) {
                population.failed().set(at);
            }
        });
        return population;
    }

    /** One curve that is being drawn. */
    private static final class Curve {

        private final String number;
        private final CauseView.AnswerView answer;
        private final SmallestQuestion asked;
        private final Population population;
        private final Candidates source;
        private final List<Candidate> candidates;
        private final double background;

        Curve(
                String number,
                CauseView.AnswerView answer,
                SmallestQuestion asked,
                Population population,
                Candidates source) {
            this.number = number;
            this.answer = answer;
            this.asked = asked;
            this.population = population;
            this.source = source;
            this.candidates = source.all();
            Double said = asked.background();
            this.background = said != null
                    ? said
                    : (double) answer.unexplained().size()
                            / Math.max(1, population.ids().size());
        }

        SmallestView view() {
            List<Long> failures =
                    population.failed().stream().mapToObj(population.ids()::get).toList();
            RecallAnswer found = SmallestRecall.curve(
                    failures,
                    table(),
                    new Background(background, population.ids().size()),
                    SmallestRecall.Limits.usual());
            return switch (found) {
                case RecallAnswer.NoFailures _ -> view("noFailures", 0, 0, List.of(), null);
                case RecallAnswer.NothingCovers _ -> view("nothingCovers", 0, 0, List.of(), null);
                case RecallAnswer.Curve curve ->
                    view(
                            "curve",
                            curve.coverable(),
                            curve.dominated(),
                            curve.points().stream().map(this::point).toList(),
                            curve.suggested());
            };
        }

        private SmallestView view(
                String is, int coverable, int dominated, List<SmallestView.PointView> points, @Nullable Integer best) {
            return new SmallestView(
                    number,
                    is,
                    population.failed().cardinality(),
                    coverable,
                    dominated,
                    background,
                    population.ids().size(),
                    points,
                    best,
                    candidates.stream().map(this::candidate).toList());
        }

        private double cost(int at) {
            Map<String, String> costs = asked.unitCosts();
            String text = costs == null ? null : costs.get(population.items().get(at));
            BigDecimal cost = text == null ? null : SmallestRecalls.cost(text);
            return cost == null ? 1 : cost.doubleValue();
        }

        private ScopeTable table() {
            ScopeTable.Builder table = ScopeTable.builder();
            String scopeCost = asked.scopeCost();
            BigDecimal cost = scopeCost == null ? null : SmallestRecalls.cost(scopeCost);
            double fixed = cost == null ? 0 : cost.doubleValue();
            for (Candidate one : candidates) {
                List<Long> explained = Candidates.common(one.units(), population.failed()).stream()
                        .mapToObj(population.ids()::get)
                        .toList();
                table.scope(new Scope(one.name(), explained, fixed));
            }
            for (int unit = 0; unit < population.ids().size(); unit++) {
                int at = unit;
                int[] in = IntStream.range(0, candidates.size())
                        .filter(i -> candidates.get(i).units().get(at))
                        .toArray();
                table.units(1, cost(unit), in);
            }
            return table.build();
        }

        private SmallestView.PointView point(Point point) {
            List<SmallestView.ScopeOf> scopes = new ArrayList<>();
            for (Candidate one : candidates) {
                if (point.scopes().contains(one.name())) {
                    scopes.add(new SmallestView.ScopeOf(one.name(), one.words(), one.factors(), one.seeds()));
                }
            }
            return new SmallestView.PointView(
                    point.units(),
                    point.cost(),
                    point.lowerBound(),
                    point.unexplained(),
                    point.expectedOutside(),
                    point.chance(),
                    point.proof() == Point.Proof.EXACT,
                    point.counting() == Point.Counting.UPPER_BOUND,
                    scopes);
        }

        private SmallestView.CandidateView candidate(Candidate one) {
            return new SmallestView.CandidateView(
                    one.name(),
                    one.kind(),
                    one.words(),
                    one.factors(),
                    one.seeds(),
                    source.failures(one),
                    one.units().cardinality(),
                    one.units().stream().mapToDouble(this::cost).sum());
        }
    }
}
