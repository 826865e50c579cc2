/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.care.fit.GivenRules.rule;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever publishes a rule is told. */
class FindingsTest {

    private static Rule ranged(String code, String from, String to, String... more) {
        return rule(
                code,
                "'item':'S1','serials':[{'from':'" + from + "','to':'" + to + "'}]",
                "fits",
                "'item':'CHG'",
                more);
    }

    private static List<String> found(Rule rule, Rule... others) {
        return Findings.of(rule, List.of(others)).stream()
                .map(f -> f.type() + " " + f.from() + ".." + f.to() + " " + String.join("+", f.rules()))
                .toList();
    }

    @Test
    void holesBetweenRangesAreToldInTheirNumbers() {
        Rule first = ranged("A", "ES0001", "ES0098");
        assertThat(found(first, ranged("B", "ES0099", "ES0200"))).isEmpty();
        assertThat(found(first, ranged("B", "ES0102", "ES0200"))).containsExactly("gap ES0099..ES0101 A+B");
        assertThat(found(first, ranged("B", "XS0102", "XS0200"))).isEmpty();
        assertThat(found(ranged("A", "9-1", "9-5"), ranged("B", "9-8", "9-9"))).containsExactly("gap 9-6..9-7 A+B");
    }

    @Test
    void aRuleForAllClosesEveryHole() {
        Rule all = rule("C", "'item':'S1'", "fits", "'item':'CHG'");
        assertThat(found(ranged("A", "ES1", "ES9"), ranged("B", "ES20", "ES30"), all))
                .isEmpty();
        // One for another revision does not.
        Rule some = rule("C", "'item':'S1','revisions':['B']", "fits", "'item':'CHG'");
        assertThat(found(ranged("A", "ES1", "ES9"), ranged("B", "ES20", "ES30"), some))
                .containsExactly("gap ES10..ES19 A+B+C");
    }

    @Test
    void holesBetweenDaysAreTold() {
        Rule first = rule("A", "'item':'S1'", "fits", "'item':'CHG'", "'validTo':'2026-02-27'");
        Rule second = rule("B", "'item':'S1'", "fits", "'item':'CHG'", "'validFrom':'2026-03-01'");
        assertThat(found(first, second)).containsExactly("gap 2026-02-28..2026-02-28 A+B");
        Rule early = rule("A", "'item':'S1','madeTo':'2025-12-31'", "fits", "'item':'CHG'");
        Rule late = rule("B", "'item':'S1','madeFrom':'2026-02-01'", "fits", "'item':'CHG'");
        assertThat(found(late, early)).containsExactly("gap 2026-01-01..2026-01-31 A+B");
    }

    @Test
    void rangesThatMeetOverlapAndSoDoEqualRules() {
        assertThat(found(ranged("A", "ES1", "ES50"), ranged("B", "ES40", "ES90")))
                .containsExactly("overlap ES40..ES50 A+B");
        assertThat(found(ranged("A", "ES5", "ES9"), ranged("B", "ES1", "ES90")))
                .containsExactly("overlap ES5..ES9 A+B");
        Rule plain = rule("A", "'item':'S1'", "fits", "'item':'CHG'");
        assertThat(found(plain, rule("B", "'item':'S1'", "fits", "'item':'CHG'")))
                .containsExactly("overlap null..null A+B");
        assertThat(found(plain, rule("B", "'item':'S1'", "fits", "'item':'CHG'", "'validFrom':'2026-01-01'"), plain))
                .containsExactly("overlap null..null A+B");
    }

    @Test
    void whatOneAllowsAndAnotherExcludesIsAContradiction() {
        Rule excludes = rule("X", "'item':'CHG'", "excludes", "'item':'S1','serials':[{'from':'ES40','to':'ES45'}]");
        assertThat(found(ranged("A", "ES1", "ES50"), excludes)).containsExactly("contradiction null..null A+X");
        assertThat(found(excludes, ranged("A", "ES1", "ES50"))).hasSize(1);
        assertThat(found(ranged("A", "ES46", "ES50"), excludes)).isEmpty();
        Rule same = rule("X", "'item':'S1','serials':[{'from':'ES40','to':'ES45'}]", "excludes", "'item':'CHG'");
        assertThat(found(ranged("A", "ES1", "ES50"), same)).containsExactly("contradiction ES40..ES45 A+X");
        assertThat(found(
                        ranged("A", "ES1", "ES50", "'validTo':'2025-12-31'"),
                        rule("X", "'item':'S1'", "excludes", "'item':'CHG'", "'validFrom':'2026-01-01'")))
                .isEmpty();
        assertThat(found(
                        rule("A", "'item':'S1','versions':[{'name':'fw','from':'2.10'}]", "fits", "'item':'CHG'"),
                        rule("X", "'item':'S1','versions':[{'name':'fw','to':'2.9'}]", "excludes", "'item':'CHG'")))
                .isEmpty();
    }

    @Test
    void circlesOfReplacementsAreTold() {
        Rule one = rule("R1", "'item':'A'", "replacedBy", "'item':'B'");
        Rule two = rule("R2", "'item':'B'", "replacedBy", "'item':'C'");
        Rule three = rule("R3", "'item':'C'", "replacedBy", "'item':'A'");
        assertThat(found(three, one, two)).containsExactly("contradiction null..null R1+R2+R3");
        assertThat(Findings.of(three, List.of(one, two)).getFirst().detail()).contains("C, A, B, C");
        assertThat(found(two, one)).isEmpty();
    }
}
