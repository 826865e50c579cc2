/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gozinto.care.fit.FitEngine.Beside;
import org.gozinto.care.fit.FitEngine.Question;

/** What must hold of any rules and any facts. jqwik prints the seed of what fails. */
class FitEngineProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> ITEMS = List.of("S", "P", "C");

    @Property(tries = 2_000)
    void theOrderOfRulesDoesNotMatter(@ForAll long seed) {
        var world = new Worlds(seed);
        Question question = world.question();
        List<Rule> rules = world.rules();
        Judgement once = FitEngine.ask(question, rules);
        List<Rule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(FitEngine.ask(question, shuffled)).isEqualTo(once);
    }

    @Property(tries = 2_000)
    void anExcludedPairIsNeverYes(@ForAll long seed) {
        var world = new Worlds(seed);
        Question question = world.question();
        Facts subject = question.subject();
        Facts object = question.object();
        List<Rule> rules = world.rules();
        boolean excluded = rules.stream()
                .filter(r -> r.relation() == Relation.EXCLUDES && r.isInForce(DAY))
                .anyMatch(r -> meets(r, subject, object) || meets(r, object, subject));
        String answer = FitEngine.ask(question, rules).answer().word();
        if (excluded) {
            assertThat(answer).isEqualTo("no");
        }
    }

    private static boolean meets(Rule rule, Facts subject, Facts object) {
        return rule.subject().match(subject).truth() == Truth.YES
                && rule.object().match(object).truth() == Truth.YES;
    }

    /** Whatever is answered when less is known is the answer, or unknown. */
    @Property(tries = 4_000)
    void moreKnowledgeNeverTurnsAnAnswerRound(@ForAll long seed) {
        var world = new Worlds(seed);
        Question all = world.question();
        List<Rule> rules = world.rules();
        Question less = new Question(
                world.forgotten(all.subject()),
                world.forgotten(all.object()),
                new Beside(
                        all.beside().things().stream().map(world::forgotten).toList(),
                        all.beside().complete() && world.random.nextBoolean()),
                DAY);
        String answer = FitEngine.ask(less, rules).answer().word();
        if (!answer.equals("unknown")) {
            assertThat(FitEngine.ask(all, rules).answer().word())
                    .as("%s by %s", less, rules)
                    .isEqualTo(answer);
        }
    }

    @Property(tries = 2_000)
    void anAnswerSaysWhatDecidedIt(@ForAll long seed) {
        var world = new Worlds(seed);
        Judgement judged = FitEngine.ask(world.question(), world.rules());
        boolean decided = judged.weighed().stream().anyMatch(Judgement.Weighed::decided);
        switch (judged.answer()) {
            case Answer.Yes yes -> assertThat(decided && !yes.by().isEmpty()).isTrue();
            case Answer.No no -> assertThat(decided && !no.by().isEmpty()).isTrue();
            case Answer.Unknown unknown -> {
                assertThat(decided).isFalse();
                assertThat(unknown.missing()).isNotEmpty();
            }
        }
        assertThat(judged.replacedBy()).doesNotHaveDuplicates();
    }

    /** A number in the ranges of rules that leave no hole between them, as the map sees it, is met by one of them. */
    @Property(tries = 1_000)
    void theMapNamesEveryHoleBetweenRanges(@ForAll long seed) {
        var random = new Random(seed);
        List<Rule> rules = new ArrayList<>();
        Set<Integer> covered = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int from = 1 + random.nextInt(40);
            int to = from + random.nextInt(10);
            for (int n = from; n <= to; n++) {
                covered.add(n);
            }
            rules.add(GivenRules.rule(
                    "F" + i,
                    "'item':'S','serials':[{'from':'E" + from + "','to':'E" + to + "'}]",
                    "fits",
                    "'item':'P'"));
        }
        Set<Integer> holes = new TreeSet<>();
        for (Rule rule : rules) {
            for (Finding finding : Findings.of(rule, rules)) {
                if (finding.type().equals(Finding.GAP)) {
                    for (int n = number(finding.from()); n <= number(finding.to()); n++) {
                        holes.add(n);
                    }
                }
            }
        }
        Set<Integer> expected = new TreeSet<>();
        int last = Collections.max(covered);
        for (int n = Collections.min(covered); n <= last; n++) {
            if (!covered.contains(n)) {
                expected.add(n);
            }
        }
        assertThat(holes).as("%s", rules).isEqualTo(expected);
    }

    private static int number(String serial) {
        return Integer.parseInt(serial.substring(1));
    }

    /** Small worlds in which rules and facts meet often. */
    private static final class Worlds {

        private final Random random;

        Worlds(long seed) {
            this.random = new Random(seed);
        }

        private String any(String... values) {
            return values[random.nextInt(values.length)];
        }

        private boolean some() {
            return random.nextInt(3) == 0;
        }

        Question question() {
            List<Facts> things = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                things.add(facts(ITEMS.get(random.nextInt(ITEMS.size()))));
            }
            return new Question(facts("S"), facts("P"), new Beside(things, random.nextBoolean()), DAY);
        }

        Facts facts(String item) {
            List<Facts.Part> parts = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                parts.add(new Facts.Part(any("P", "C"), random.nextBoolean() ? any("A", "B") : null, any("x", "y")));
            }
            return new Facts(
                    item,
                    "E" + random.nextInt(20),
                    random.nextBoolean() ? any("L1", "L2") : null,
                    random.nextBoolean() ? any("A", "B") : null,
                    random.nextBoolean() ? Days.of(any("2026-01-10", "2026-01", "2026-02-10")) : null,
                    random.nextBoolean() ? Map.of("fw", any("2.9", "2.10")) : Map.of(),
                    random.nextBoolean() ? new Facts.Inside(parts, random.nextBoolean()) : null);
        }

        /** The same with some of it not known. */
        Facts forgotten(Facts facts) {
            Map<String, String> versions = new HashMap<>(facts.versions());
            if (random.nextBoolean()) {
                versions.clear();
            }
            Facts.Inside inside = facts.inside();
            return new Facts(
                    facts.item(),
                    random.nextBoolean() ? facts.serial() : null,
                    random.nextBoolean() ? facts.lot() : null,
                    random.nextBoolean() ? facts.revision() : null,
                    facts.made() == null || random.nextBoolean() ? facts.made() : wider(facts.made()),
                    versions,
                    inside == null || random.nextInt(3) == 0 ? null : forgotten(inside));
        }

        private Days wider(Days days) {
            return random.nextBoolean()
                    ? null
                    : new Days(days.from().minusDays(40), days.to().plusDays(9));
        }

        private Facts.Inside forgotten(Facts.Inside inside) {
            boolean whole = random.nextBoolean();
            List<Facts.Part> parts = new ArrayList<>();
            for (Facts.Part part : inside.parts()) {
                if (whole || random.nextBoolean()) {
                    parts.add(random.nextBoolean() ? part : new Facts.Part(part.item(), null, part.position()));
                }
            }
            return new Facts.Inside(parts, inside.complete() && whole);
        }

        List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                Relation relation = Relation.values()[random.nextInt(4)];
                rules.add(GivenRules.rule(
                        "F" + i,
                        selection(),
                        relation.word(),
                        selection(),
                        some() ? "'validFrom':'" + any("2026-01-01", "2026-04-01") + "'" : "'reason':'r'"));
            }
            return rules;
        }

        private String selection() {
            var text = new StringBuilder("'item':'" + ITEMS.get(random.nextInt(ITEMS.size())) + "'");
            if (some()) {
                text.append(",'revisions':['").append(any("A", "B")).append("']");
            }
            if (some()) {
                text.append(",'lots':['").append(any("L1", "L2")).append("']");
            }
            if (some()) {
                text.append(",'serials':[{'from':'E").append(random.nextInt(10)).append("','to':'E12'}]");
            }
            if (some()) {
                text.append(",'madeFrom':'")
                        .append(any("2026-01-05", "2026-02-01"))
                        .append("'");
            }
            if (some()) {
                text.append(",'versions':[{'name':'fw','from':'")
                        .append(any("2.9", "2.10"))
                        .append("'}]");
            }
            if (some()) {
                text.append(",'has':[{'item':'").append(any("P", "C")).append("','revisions':['A']}]");
            }
            return text.toString();
        }
    }
}
