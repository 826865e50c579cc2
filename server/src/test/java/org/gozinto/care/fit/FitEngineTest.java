/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.care.fit.GivenRules.rule;
import static org.gozinto.care.fit.GivenRules.selector;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gozinto.care.fit.FitEngine.Beside;
import org.gozinto.care.fit.FitEngine.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits by rules, case by case. */
class FitEngineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Facts scooter(String serial) {
        return Facts.ofNumber("S1", serial, null);
    }

    private static Facts revised(String item, String revision) {
        return new Facts(item, null, null, revision, null, Map.of(), null);
    }

    private static Facts versioned(String item, String firmware) {
        return new Facts(item, null, null, null, null, Map.of("firmware", firmware), null);
    }

    private static Judgement ask(Facts subject, Facts object, Beside beside, Rule... rules) {
        return FitEngine.ask(new Question(subject, object, beside, DAY), Arrays.asList(rules));
    }

    private static String answer(Facts subject, Facts object, Rule... rules) {
        return ask(subject, object, Beside.UNKNOWN, rules).answer().word();
    }

    private static List<String> missing(Judgement judgement) {
        return judgement.answer() instanceof Answer.Unknown unknown
                ? unknown.missing().stream().map(Reason::code).toList()
                : List.of();
    }

    @Test
    void noRuleIsNoPromise() {
        var judged = ask(scooter("ES1"), Facts.ofItem("CHG"), Beside.UNKNOWN);
        assertThat(judged.answer().word()).isEqualTo("unknown");
        assertThat(missing(judged)).containsExactly("no-rule");
    }

    @ParameterizedTest
    @CsvSource({"ES1,yes", "ES0099,yes", "ES500,yes", "ES501,unknown", "ES1000,unknown", "XS20,unknown", "ES20A,unknown"
    })
    void serialsAreComparedAsNumbers(String serial, String expected) {
        Rule rule = rule("F1", "'item':'S1','serials':[{'from':'ES1','to':'ES500'}]", "fits", "'item':'CHG'");
        assertThat(answer(scooter(serial), Facts.ofItem("CHG"), rule)).isEqualTo(expected);
    }

    @Test
    void theItemAloneDoesNotSayWhichSerialItIs() {
        Rule rule = rule("F1", "'item':'S1','serials':[{'from':'ES1','to':'ES500'}]", "fits", "'item':'CHG'");
        var judged = ask(Facts.ofItem("S1"), Facts.ofItem("CHG"), Beside.UNKNOWN, rule);
        assertThat(missing(judged)).containsExactly("serial-unknown");
        assertThat(judged.weighed().getFirst().decided()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2.9,unknown", "2.10,yes", "2.10.0,yes", "v2.11,yes", "3.0,yes", "2.10-rc1,unknown", "3.1,unknown"})
    void firmwareIsComparedByItsParts(String firmware, String expected) {
        Rule rule = rule(
                "F1", "'item':'S1','versions':[{'name':'firmware','from':'2.10','to':'3.0'}]", "fits", "'item':'CHG'");
        assertThat(answer(versioned("S1", firmware), Facts.ofItem("CHG"), rule)).isEqualTo(expected);
    }

    @Test
    void versionsHaveAnOrder() {
        List<String> inOrder = List.of("1", "2.0-alpha", "2.0-rc1", "2.0", "2.0.1", "2.9", "2.10", "2.10b", "10.0");
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = 0; j < inOrder.size(); j++) {
                assertThat(Integer.signum(VersionOrder.INSTANCE.compare(inOrder.get(i), inOrder.get(j))))
                        .as("%s to %s", inOrder.get(i), inOrder.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
        assertThat(VersionOrder.INSTANCE.compare("2.10", "v2.10.0+build7")).isZero();
    }

    @Test
    void aBuiltWindowIsMetOnlyWhenAllDaysThatItCanBeAreInIt() {
        Rule rule = rule("F1", "'item':'S1','madeFrom':'2026-01-15','madeTo':'2026-02-28'", "fits", "'item':'CHG'");
        for (var one : Map.of(
                        "2026-01-14",
                        "unknown",
                        "2026-01-15",
                        "yes",
                        "2026-02",
                        "yes",
                        "2026-01",
                        "unknown",
                        "2026-02-28T23:59:00+01:00",
                        "yes")
                .entrySet()) {
            var facts = new Facts("S1", "ES1", null, null, Days.of(one.getKey()), Map.of(), null);
            assertThat(answer(facts, Facts.ofItem("CHG"), rule))
                    .as(one.getKey())
                    .isEqualTo(one.getValue());
        }
        assertThat(missing(ask(scooter("ES1"), Facts.ofItem("CHG"), Beside.UNKNOWN, rule)))
                .containsExactly("made-unknown");
    }

    @Test
    void aSwappedBoardChangesTheAnswer() {
        Rule rule = rule(
                "F1",
                "'item':'S1','has':[{'item':'BOARD','revisions':['B'],'position':'main'}]",
                "fits",
                "'item':'CHG'");
        assertThat(answer(with(new Facts.Part("BOARD", "A", "main")), Facts.ofItem("CHG"), rule))
                .isEqualTo("unknown");
        assertThat(answer(with(new Facts.Part("BOARD", "B", "main")), Facts.ofItem("CHG"), rule))
                .isEqualTo("yes");
        var elsewhere = ask(with(new Facts.Part("BOARD", "B", "spare")), Facts.ofItem("CHG"), Beside.UNKNOWN, rule);
        assertThat(missing(elsewhere)).containsExactly("no-rule");
        var unrevised = ask(with(new Facts.Part("BOARD", null, "main")), Facts.ofItem("CHG"), Beside.UNKNOWN, rule);
        assertThat(missing(unrevised)).containsExactly("configuration-unknown");
        var nobodyKnows = ask(scooter("ES1"), Facts.ofItem("CHG"), Beside.UNKNOWN, rule);
        assertThat(missing(nobodyKnows)).containsExactly("configuration-unknown");
    }

    private static Facts with(Facts.Part... parts) {
        return new Facts("S1", "ES1", null, null, null, Map.of(), new Facts.Inside(List.of(parts), true));
    }

    @Test
    void anExclusionStandsAboveWhatFitsAndHoldsBothWays() {
        Rule fits = rule("F1", "'item':'S1'", "fits", "'item':'CHG'");
        Rule excludes = rule("F2", "'item':'CHG','revisions':['A']", "excludes", "'item':'S1'", "'reason':'It burns'");
        var no = ask(scooter("ES1"), revised("CHG", "A"), Beside.UNKNOWN, fits, excludes);
        assertThat(no.answer().word()).isEqualTo("no");
        assertThat(no.weighed()).extracting(w -> w.rule().code() + w.decided()).containsExactly("F1false", "F2true");
        assertThat(no.weighed().getLast().detail()).contains("may not be with", "It burns");
        assertThat(answer(scooter("ES1"), revised("CHG", "B"), fits, excludes)).isEqualTo("yes");
        // A revision that nobody knows may be the bad one.
        var open = ask(scooter("ES1"), Facts.ofItem("CHG"), Beside.UNKNOWN, fits, excludes);
        assertThat(open.answer().word()).isEqualTo("unknown");
        assertThat(missing(open)).containsExactly("revision-unknown");
    }

    @Test
    void aNeedIsMetByWhatIsInTheSameProduct() {
        Rule fits = rule("F1", "'item':'S1'", "fits", "'item':'PACK'");
        Rule needs = rule("F2", "'item':'PACK','revisions':['C']", "needs", "'item':'CTRL','revisions':['B']");
        Facts pack = revised("PACK", "C");
        var met = new Beside(List.of(revised("CTRL", "A"), revised("CTRL", "B")), true);
        assertThat(ask(scooter("ES1"), pack, met, fits, needs).answer().word()).isEqualTo("yes");
        var not = new Beside(List.of(revised("CTRL", "A")), true);
        assertThat(ask(scooter("ES1"), pack, not, fits, needs).answer().word()).isEqualTo("no");
        var unknown = new Beside(List.of(Facts.ofItem("CTRL")), true);
        assertThat(missing(ask(scooter("ES1"), pack, unknown, fits, needs))).containsExactly("revision-unknown");
        assertThat(missing(ask(scooter("ES1"), pack, Beside.UNKNOWN, fits, needs)))
                .containsExactly("configuration-unknown");
        // Another revision needs nothing.
        assertThat(answer(scooter("ES1"), revised("PACK", "B"), fits, needs)).isEqualTo("yes");
    }

    @Test
    void theHostItselfCanBeWhatIsNeeded() {
        Rule fits = rule("F1", "'item':'S1'", "fits", "'item':'CHG'");
        Rule needs = rule("F2", "'item':'CHG'", "needs", "'item':'S1','versions':[{'name':'firmware','from':'2.10'}]");
        var empty = new Beside(List.of(), true);
        assertThat(ask(versioned("S1", "2.9"), Facts.ofItem("CHG"), empty, fits, needs)
                        .answer()
                        .word())
                .isEqualTo("no");
        assertThat(ask(versioned("S1", "2.10"), Facts.ofItem("CHG"), empty, fits, needs)
                        .answer()
                        .word())
                .isEqualTo("yes");
    }

    @Test
    void aRuleHoldsOnItsDaysOnly() {
        Rule before = rule("F1", "'item':'S1'", "fits", "'item':'CHG'", "'validTo':'2026-02-28'");
        Rule after = rule("F2", "'item':'S1'", "fits", "'item':'CHG'", "'validFrom':'2026-03-02'");
        Rule on = rule("F3", "'item':'S1'", "fits", "'item':'CHG'", "'validFrom':'2026-03-01','validTo':'2026-03-01'");
        assertThat(answer(scooter("ES1"), Facts.ofItem("CHG"), before, after)).isEqualTo("unknown");
        assertThat(answer(scooter("ES1"), Facts.ofItem("CHG"), before, after, on))
                .isEqualTo("yes");
    }

    @Test
    void whatReplacesIsFollowedToItsEndAndCirclesEnd() {
        Rule one = rule("R1", "'item':'A'", "replacedBy", "'item':'B'");
        Rule two = rule("R2", "'item':'B'", "replacedBy", "'item':'C'");
        Rule back = rule("R3", "'item':'C'", "replacedBy", "'item':'A'");
        Rule lot = rule("R4", "'item':'A','lots':['L1']", "replacedBy", "'item':'D'");
        assertThat(ask(Facts.ofItem("S1"), Facts.ofItem("A"), Beside.UNKNOWN, back, two, one, lot)
                        .replacedBy())
                .containsExactly("B", "C");
        assertThat(ask(Facts.ofItem("S1"), Facts.ofNumber("A", null, "L1"), Beside.UNKNOWN, lot, one)
                        .replacedBy())
                .containsExactly("B", "D");
        assertThat(ask(Facts.ofItem("S1"), Facts.ofItem("B"), Beside.UNKNOWN, one, two, back)
                        .replacedBy())
                .containsExactly("C", "A");
    }

    @Test
    void lotsAreNamedOneByOne() {
        Rule rule = rule("F1", "'item':'S1'", "fits", "'item':'CELL','lots':['L10','L11']");
        assertThat(answer(scooter("ES1"), Facts.ofNumber("CELL", null, "L10"), rule))
                .isEqualTo("yes");
        assertThat(answer(scooter("ES1"), Facts.ofNumber("CELL", null, "L1"), rule))
                .isEqualTo("unknown");
        assertThat(missing(ask(scooter("ES1"), Facts.ofNumber("CELL", "C7", null), Beside.UNKNOWN, rule)))
                .containsExactly("lot-unknown");
    }

    @Test
    void whatPiecesOfOneNumberDifferInIsNotKnown() {
        Facts common = revised("S1", "A").common(revised("S1", "B"));
        assertThat(common.revision()).isNull();
        assertThat(versioned("S1", "2").common(versioned("S1", "2")).versions()).containsEntry("firmware", "2");
    }

    @Test
    void aSelectionReadsAsWords() {
        assertThat(selector("'item':'CHG','revisions':['B','C'],'madeFrom':'2026-01-01'"))
                .hasToString("CHG (revision B or C, made from 2026-01-01 on)");
    }
}
