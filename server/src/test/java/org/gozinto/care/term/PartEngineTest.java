/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.care.term.MadeUp.judged;
import static org.gozinto.care.term.MadeUp.on;
import static org.gozinto.care.term.MadeUp.text;
import static org.gozinto.care.term.MadeUp.twoYears;
import static org.gozinto.care.term.MadeUp.unit;
import static org.gozinto.care.term.MadeUp.when;

import java.util.List;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.PartEngine.Built;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What parts get, case by case. The product went out on 2024-01-01 and is covered until 2026-01-01. */
class PartEngineTest {

    private static MadeUp product() {
        return unit("SCOOTER", "S1").shipped("2024-01-01", "D", "DE");
    }

    private static Promise term(String rule) {
        return twoYears("T", ",'parts':[" + rule + "]");
    }

    /** A pack that came in on a day, after another had been removed. */
    private static Built pack(String since) {
        return new Built(
                unit("PACK", "P2").stay(7, "battery", since, null, since).facts(), "battery", when(since));
    }

    private static PartEngine.Judged judge(Built built, MadeUp product, String day, Promise promise) {
        UnitFacts facts = product.facts();
        return PartEngine.judge(built, facts, judged(facts, day, promise), List.of(), on(day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2025-12-01 | 'replacement':'remainder'                  | covered 2024-01-01..2026-01-01
            2025-12-01 | 'replacement':'fresh','period':'P1Y'       | covered 2025-12-01..2026-12-01
            2024-02-01 | 'replacement':'fresh','period':'P1Y'       | expired 2024-02-01..2025-02-01
            2025-12-01 | 'replacement':'longer','period':'P1Y'      | covered 2025-12-01..2026-12-01
            2024-02-01 | 'replacement':'longer','period':'P1Y'      | covered 2024-01-01..2026-01-01
            2025-12-01 | 'replacement':'atLeast','atLeast':'P90D'   | covered 2025-12-01..2026-03-01
            2024-02-01 | 'replacement':'atLeast','atLeast':'P90D'   | covered 2024-01-01..2026-01-01
            """)
    void aReplacedPartGetsWhatTheTermSays(String since, String rule, String expected) {
        PartEngine.Judged judged = judge(pack(since), product(), "2025-12-24", term("{" + rule + "}"));
        assertThat(judged.replacement()).isTrue();
        assertThat(judged.lines()).extracting(MadeUp::text).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"remainder", "fresh", "longer", "atLeast"})
    void aPartThatCameWithTheProductEndsWithIt(String rule) {
        String more = rule.equals("atLeast") ? ",'atLeast':'P5Y'" : rule.equals("remainder") ? "" : ",'period':'P5Y'";
        PartEngine.Judged judged =
                judge(pack("2023-12-20"), product(), "2025-12-24", term("{'replacement':'" + rule + "'" + more + "}"));
        assertThat(judged.replacement()).isFalse();
        assertThat(judged.lines()).extracting(MadeUp::text).containsExactly("covered 2024-01-01..2026-01-01");
    }

    @Test
    void aPartThatIsMovedToAnotherHostIsNotNewThere() {
        UnitFacts moved = unit("PACK", "P2")
                .stay(3, "battery", "2023-05-01", "2025-11-30", "2023-06-01")
                .stay(7, "battery", "2025-12-01", null, "2025-12-01")
                .facts();
        Promise fresh = term("{'replacement':'fresh','period':'P3Y'}");
        assertThat(judge(new Built(moved, "battery", when("2025-12-01")), product(), "2025-12-24", fresh)
                        .lines())
                .extracting(MadeUp::text)
                .containsExactly("covered 2023-06-01..2026-06-01");
        UnitFacts renewed = unit("PACK", "P2")
                .stay(3, "battery", "2023-05-01", "2025-10-30", "2023-06-01")
                .stay(7, "battery", "2025-12-01", null, "2025-12-01")
                .renewed("2025-11-10")
                .facts();
        assertThat(judge(new Built(renewed, "battery", when("2025-12-01")), product(), "2025-12-24", fresh)
                        .lines())
                .extracting(MadeUp::text)
                .containsExactly("covered 2025-12-01..2028-12-01");
    }

    @Test
    void theFirstRuleThatMeetsCountsAndWithoutOneAPartIsNotCovered() {
        Promise term = term("{'items':['PACK'],'positions':['spare'],'replacement':'remainder'},"
                + "{'positions':['battery'],'replacement':'fresh','period':'P1Y'}");
        assertThat(judge(pack("2025-12-01"), product(), "2025-12-24", term).lines())
                .extracting(MadeUp::text)
                .containsExactly("covered 2025-12-01..2026-12-01");
        Built bell = new Built(unit("BELL", "B").facts(), "bar", when("2025-12-01"));
        assertThat(judge(bell, product(), "2025-12-24", term).lines()).isEmpty();
        assertThat(judge(bell, product(), "2025-12-24", twoYears("T")).lines())
                .extracting(MadeUp::text)
                .containsExactly("covered 2024-01-01..2026-01-01");
    }

    @Test
    void aFreshPartEndsWithATransferToo() {
        Promise term = twoYears("T", ",'transferable':false,'parts':[{'replacement':'fresh','period':'P1Y'}]");
        MadeUp product = product().registered("2024-01-02", null, Proof.SAID, "2026-05-01");
        PartEngine.Judged judged = judge(pack("2025-12-01"), product, "2026-06-01", term);
        assertThat(judged.lines()).extracting(MadeUp::text).containsExactly("expired 2025-12-01..2026-04-30");
    }

    @Test
    void aPartThatWasOpenedIsNotCovered() {
        Promise term = twoYears("T", ",'exclusions':[{'state':'opened'}]");
        UnitFacts opened = unit("PACK", "P1")
                .stay(7, "battery", "2023-12-01", null, "2024-01-01")
                .change("2024-05-01", 99, "CELL", null, false, true)
                .facts();
        Judgement line = judge(new Built(opened, "battery", when("2023-12-01")), product(), "2024-06-01", term)
                .lines()
                .getFirst();
        assertThat(line.why()).extracting(Reason::code).containsExactly("opened");
        assertThat(line.state().word).isEqualTo("excluded");
    }

    @Test
    void theTermsOfThePartsOwnItemCountToo() {
        Promise own = twoYears("PACKS", ",'scope':{'items':['PACK']}");
        UnitFacts product = product().facts();
        UnitFacts pack = unit("PACK", "P2")
                .shipped("2025-12-01", "D", "DE")
                .stay(7, "battery", "2025-12-01", null, "2025-12-01")
                .facts();
        PartEngine.Judged judged = PartEngine.judge(
                new Built(pack, "battery", when("2025-12-01")),
                product,
                judged(product, "2025-12-24", twoYears("T")),
                List.of(own),
                on("2025-12-24"));
        assertThat(judged.lines())
                .extracting(line -> line.promise().code() + " " + text(line))
                .containsExactly("T covered 2024-01-01..2026-01-01", "PACKS covered 2025-12-01..2027-12-01");
    }
}
