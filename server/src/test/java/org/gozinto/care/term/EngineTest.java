/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.care.term.MadeUp.day;
import static org.gozinto.care.term.MadeUp.extension;
import static org.gozinto.care.term.MadeUp.judged;
import static org.gozinto.care.term.MadeUp.of;
import static org.gozinto.care.term.MadeUp.on;
import static org.gozinto.care.term.MadeUp.one;
import static org.gozinto.care.term.MadeUp.promise;
import static org.gozinto.care.term.MadeUp.text;
import static org.gozinto.care.term.MadeUp.twoYears;
import static org.gozinto.care.term.MadeUp.unit;

import java.util.List;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Judgement.EndsBy;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What terms promise, case by case. */
class EngineTest {

    private static List<String> codes(Judgement line) {
        return line.why().stream().map(Reason::code).toList();
    }

    private static Promise starting(String starts, String... more) {
        return promise("'code':'T','name':'T','kind':'commercial','start':[" + starts + "],"
                + "'coverages':[{'what':'parts','period':'P1Y'}]" + String.join("", more));
    }

    // --- days

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, P1Y, 2025-02-28",
        "2024-02-29, P4Y, 2028-02-29",
        "2023-02-28, P1Y, 2024-02-28",
        "2025-01-31, P1M, 2025-02-28",
        "2024-01-31, P1M, 2024-02-29",
        "2025-08-31, P18M, 2027-02-28",
        "2025-12-31, P2M, 2026-02-28",
        "2025-03-01, P90D, 2025-05-30",
        "2025-05-05, P2Y, 2027-05-05"
    })
    void aPeriodEndsWithTheSameDayOfTheLaterMonth(String shipped, String period, String end) {
        Promise term = promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'" + period + "'}]");
        UnitFacts facts = unit("S", "1").shipped(shipped, "D", "DE").facts();
        assertThat(text(one(facts, end, term))).isEqualTo("covered " + shipped + ".." + end);
        assertThat(one(facts, day(end).plusDays(1).toString(), term).state().word)
                .isEqualTo("expired");
        assertThat(one(facts, day(shipped).minusDays(1).toString(), term).state().word)
                .isEqualTo("notStarted");
    }

    @Test
    void aDayIsADayInTheZoneOfTheTerm() {
        UnitFacts facts =
                unit("S", "1").shipped("2026-03-31T23:30:00Z", "D", "DE").facts();
        assertThat(one(facts, "2026-05-01", twoYears("U")).start()).isEqualTo("2026-03-31");
        assertThat(one(facts, "2026-05-01", twoYears("B", ",'timeZone':'Europe/Berlin'"))
                        .start())
                .isEqualTo("2026-04-01");
        assertThat(one(facts, "2026-05-01", twoYears("N", ",'timeZone':'America/New_York'"))
                        .start())
                .isEqualTo("2026-03-31");
        UnitFacts stated = unit("S", "1").shipped("2026-03-31", "D", "DE").facts();
        for (String zone : List.of("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Honolulu")) {
            assertThat(one(stated, "2026-05-01", twoYears("Z", ",'timeZone':'" + zone + "'"))
                            .start())
                    .as(zone)
                    .isEqualTo("2026-03-31");
        }
    }

    // --- the start

    @Test
    void theFirstEventThatIsKnownAndProvedBegins() {
        Promise term = starting("{'event':'sale','proof':'receipt'},{'event':'registration'},"
                + "{'event':'shipment','plus':'P30D'},{'event':'manufacture','plus':'P6M'}");
        MadeUp made = unit("S", "1").made("2025-01-10");
        assertThat(one(made.facts(), "2025-08-01", term).start()).isEqualTo("2025-07-10");
        made.shipped("2025-02-01", "D", "DE");
        Judgement shipped = one(made.facts(), "2025-08-01", term);
        assertThat(shipped.start()).isEqualTo("2025-03-03");
        assertThat(shipped.startedBy())
                .isEqualTo(new Judgement.EventOn(Promise.Event.SHIPMENT, day("2025-02-01"), "P30D"));
        made.registered("2025-04-02", "2025-04-01", Proof.SAID);
        assertThat(one(made.facts(), "2025-08-01", term).start()).isEqualTo("2025-04-02");
        made.registered("2025-04-05", "2025-04-01", Proof.RECEIPT);
        assertThat(one(made.facts(), "2025-08-01", term).start()).isEqualTo("2025-04-01");
        made.sold("2025-03-20", "C", "DE");
        assertThat(one(made.facts(), "2025-08-01", term).start()).isEqualTo("2025-03-20");
    }

    @Test
    void theStartIsNeverLaterThanItMayBe() {
        Promise term = starting("{'event':'registration'}", ",'latestStart':{'event':'shipment','plus':'P6M'}");
        MadeUp made = unit("S", "1").shipped("2025-01-15", "D", "DE");
        Judgement unregistered = one(made.facts(), "2025-08-01", term);
        assertThat(unregistered.start()).isEqualTo("2025-07-15");
        assertThat(unregistered.cappedBy().plus()).isEqualTo("P6M");
        Judgement late = one(made.registered("2025-12-24", null, Proof.SAID).facts(), "2026-01-01", term);
        assertThat(late.start()).isEqualTo("2025-07-15");
        assertThat(late.startedBy().event()).isEqualTo(Promise.Event.REGISTRATION);
        Judgement early = one(made.registered("2025-02-01", null, Proof.SAID).facts(), "2026-01-01", term);
        assertThat(early.start()).isEqualTo("2025-02-01");
        assertThat(early.cappedBy()).isNull();
    }

    @Test
    void anUnknownStartIsUnknownAndSaysWhatIsMissing() {
        Judgement line = one(unit("S", "1").facts(), "2026-01-01", starting("{'event':'sale'},{'event':'shipment'}"));
        assertThat(text(line)).isEqualTo("unknown null..null");
        assertThat(codes(line)).containsExactly("no-sale", "no-shipment");
    }

    // --- scope

    @Test
    void aFactThatIsNotKnownMakesATermUnknownAndNeverMet() {
        Promise german = twoYears("DE", ",'scope':{'markets':['DE'],'lots':['L1']}");
        MadeUp made = unit("S", "1").shipped("2025-01-01", "D", null);
        Judgement unknown = one(made.facts(), "2025-06-01", german);
        assertThat(unknown.state().word).isEqualTo("unknown");
        assertThat(codes(unknown)).containsExactly("no-lot", "no-market");
        assertThat(one(made.facts(), "2028-06-01", german).state().word).isEqualTo("expired");
        assertThat(judged(made.lot("L2").facts(), "2025-06-01", german)).isEmpty();
        made.lot("L1").registrationCountry("DE");
        assertThat(one(made.facts(), "2025-06-01", german).state().word).isEqualTo("covered");
        assertThat(judged(made.shipped("2025-02-01", "D", "FR").facts(), "2025-06-01", german))
                .isEmpty();
    }

    @Test
    void serialsAreComparedAsNumbersNeverAsText() {
        Promise term = twoYears("T", ",'scope':{'serials':[{'from':'ES9','to':'ES100'}]}");
        assertThat(judged(unit("S", "ES10").shipped("2025-01-01", "D", "DE").facts(), "2025-06-01", term))
                .hasSize(1);
        assertThat(judged(unit("S", "ES101").shipped("2025-01-01", "D", "DE").facts(), "2025-06-01", term))
                .isEmpty();
    }

    @Test
    void onlyTheHighestRankOfCommercialTermsCounts() {
        UnitFacts facts = unit("S", "1").shipped("2025-01-01", "D", "DE").facts();
        Promise statutory = promise("'code':'LAW','name':'Law','kind':'statutory','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'P2Y'}]");
        List<Judgement> lines = judged(
                facts, "2025-06-01", twoYears("A"), twoYears("B", ",'rank':5"), twoYears("C", ",'rank':5"), statutory);
        assertThat(lines).extracting(line -> line.promise().code()).containsExactly("B", "C", "LAW");
        assertThat(Engine.judge(facts, List.of(twoYears("A"), twoYears("B", ",'rank':5")), on("2025-06-01"))
                        .considered()
                        .getFirst()
                        .why())
                .extracting(Reason::code)
                .containsExactly("outranked");
    }

    // --- repairs

    @Test
    void theClockStopsInRepair() {
        Promise term = twoYears("T", ",'stopInRepair':true");
        MadeUp made = unit("S", "1").shipped("2024-01-10", "D", "DE").repair("2025-05-01", "2025-05-21");
        Judgement repaired = one(made.facts(), "2026-01-15", term);
        assertThat(text(repaired)).isEqualTo("covered 2024-01-10..2026-01-30");
        assertThat(repaired.stoppedDays()).isEqualTo(20);
        made.repair("2026-01-30", null);
        Judgement running = one(made.facts(), "2026-03-01", term);
        assertThat(text(running)).isEqualTo("covered 2024-01-10..2026-03-01");
        assertThat(running.running()).isTrue();
        Judgement tooLate = one(
                unit("S", "1")
                        .shipped("2024-01-10", "D", "DE")
                        .repair("2026-01-11", null)
                        .facts(),
                "2026-03-01",
                term);
        assertThat(text(tooLate)).isEqualTo("expired 2024-01-10..2026-01-10");
        assertThat(one(made.facts(), "2026-03-01", twoYears("N")).stoppedDays()).isZero();
    }

    // --- extensions

    @Test
    void twoExtensionsAppendInTheOrderInWhichTheyWereSold() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-02-29", "D", "DE")
                .contract("X", "2025-06-01")
                .contract("A", "2025-07-01")
                .facts();
        List<Judgement> lines = judged(
                facts,
                "2027-01-01",
                extension("A", "append", "T", "P1Y"),
                extension("X", "append", "T", "P6M"),
                twoYears("T"));
        assertThat(text(of(lines, "T"))).isEqualTo("expired 2024-02-29..2026-02-28");
        assertThat(text(of(lines, "X"))).isEqualTo("expired 2026-03-01..2026-08-28");
        assertThat(text(of(lines, "A"))).isEqualTo("covered 2026-08-29..2027-08-28");
    }

    @Test
    void theSameExtensionSoldTwiceCountsTwice() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .contract("X", "2024-02-01")
                .contract("X", "2024-02-01")
                .facts();
        List<Judgement> lines = judged(facts, "2024-06-01", twoYears("T"), extension("X", "append", "T", "P1Y"));
        assertThat(lines)
                .extracting(MadeUp::text)
                .containsExactly(
                        "covered 2024-01-01..2026-01-01",
                        "notStarted 2026-01-02..2027-01-01",
                        "notStarted 2027-01-02..2028-01-01");
        assertThat(CoverageViews.standing(lines).until())
                .as("they follow one another")
                .hasToString("2028-01-01");
    }

    @Test
    void aRepairInTheBaseMovesWhatIsAppended() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .repair("2024-03-01", "2024-03-11")
                .contract("X", "2024-02-01")
                .facts();
        List<Judgement> lines = judged(
                facts, "2024-06-01", twoYears("T", ",'stopInRepair':true"), extension("X", "append", "T", "P1Y"));
        assertThat(text(of(lines, "T"))).isEqualTo("covered 2024-01-01..2026-01-11");
        assertThat(text(of(lines, "X"))).isEqualTo("notStarted 2026-01-12..2027-01-11");
    }

    @Test
    void whatReplacesATermEndsIt() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .registered("2024-03-01", null, Proof.SAID)
                .contract("R", "2024-03-01")
                .facts();
        Promise replacing = promise("'code':'R','name':'Better','kind':'extension','perSerial':true,"
                + "'extends':{'mode':'replace','term':'T'},'start':[{'event':'registration'}],"
                + "'coverages':[{'what':'parts','period':'P3Y'}]");
        List<Judgement> lines = judged(facts, "2024-06-01", twoYears("T"), replacing);
        assertThat(text(of(lines, "T"))).isEqualTo("expired 2024-01-01..2024-02-29");
        assertThat(of(lines, "T").endsBy()).isEqualTo(EndsBy.REPLACED);
        assertThat(text(of(lines, "R"))).isEqualTo("covered 2024-03-01..2027-03-01");
    }

    @Test
    void whatIsAppendedToAReplacedTermFollowsWhatReplacedIt() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .contract("R", "2024-03-01")
                .contract("X", "2024-03-01")
                .facts();
        List<Judgement> lines = judged(
                facts,
                "2024-06-01",
                twoYears("T"),
                extension("R", "replace", "T", "P4Y"),
                extension("X", "append", "T", "P1Y"));
        assertThat(text(of(lines, "R"))).isEqualTo("covered 2024-01-01..2028-01-01");
        assertThat(of(lines, "T").state().word).isEqualTo("expired");
        assertThat(of(lines, "T").end()).isNull();
        assertThat(text(of(lines, "X"))).isEqualTo("notStarted 2028-01-02..2029-01-01");
    }

    @Test
    void whatRunsBesideHasItsOwnDays() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .contract("P", "2024-03-01")
                .facts();
        List<Judgement> lines = judged(facts, "2024-06-01", twoYears("T"), extension("P", "parallel", "T", "P5Y"));
        assertThat(text(of(lines, "T"))).isEqualTo("covered 2024-01-01..2026-01-01");
        assertThat(text(of(lines, "P"))).isEqualTo("covered 2024-01-01..2029-01-01");
    }

    @Test
    void anExtensionThatWasNotSoldDoesNotCount() {
        UnitFacts facts = unit("S", "1").shipped("2024-01-01", "D", "DE").facts();
        assertThat(judged(facts, "2024-06-01", twoYears("T"), extension("X", "append", "T", "P1Y")))
                .hasSize(1);
    }

    // --- limits

    @Test
    void metersCoverUpToTheLastReadingBelowAndNotFromTheFirstAbove() {
        Promise term = promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'P2Y','meters':[{'meter':'km','most':'20000'}]}]");
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .read("km", "19000", "2024-06-01")
                .read("km", "20001", "2024-09-01")
                .read("km", "120", "2024-01-05")
                .read("hours", "99999", "2024-01-05")
                .facts();
        assertThat(one(facts, "2024-06-01", term).state().word).isEqualTo("covered");
        Judgement between = one(facts, "2024-07-01", term);
        assertThat(between.state().word).isEqualTo("unknown");
        assertThat(codes(between)).containsExactly("meter-between");
        Judgement above = one(facts, "2024-09-01", term);
        assertThat(text(above)).isEqualTo("expired 2024-01-01..2024-08-31");
        assertThat(above.endsBy()).isEqualTo(EndsBy.METER);
        assertThat(Meters.left(
                        facts.readings(), term.covers().getFirst().meters().getFirst(), day("2024-08-01")))
                .isEqualByComparingTo("1000");
    }

    @Test
    void whatIsAppendedBeginsWhenAMeterEndsTheBase() {
        Promise term = promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'P2Y','meters':[{'meter':'km','most':'20000'}]}]");
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .read("km", "19000", "2024-06-01")
                .read("km", "20001", "2024-09-01")
                .contract("X", "2024-02-01")
                .facts();
        List<Judgement> lines = judged(facts, "2024-07-01", term, extension("X", "append", "T", "P1Y"));
        assertThat(text(of(lines, "X"))).isEqualTo("covered 2024-06-02..2027-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 100", "2025-01-01, 100", "2025-01-02, 50", "2026-01-01, 50", "2026-01-02, 0"})
    void sharesAreWhatIsCoveredUntilTheyArePast(String day, int percent) {
        Promise term = promise("'code':'T','name':'T','kind':'commercial','start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'P2Y',"
                + "'shares':[{'until':'P1Y','percent':100},{'until':'P2Y','percent':50}]}]");
        UnitFacts facts = unit("S", "1").shipped("2024-01-01", "D", "DE").facts();
        assertThat(one(facts, day, term).percent()).isEqualTo(percent);
    }

    // --- exclusions and owners

    @Test
    void aTermThatIsNotTransferableEndsBeforeTheTransfer() {
        UnitFacts facts = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .registered("2024-01-05", null, Proof.SAID, "2024-12-24")
                .facts();
        Judgement ended = one(facts, "2025-01-01", twoYears("T", ",'transferable':false"));
        assertThat(text(ended)).isEqualTo("expired 2024-01-01..2024-12-23");
        assertThat(ended.endsBy()).isEqualTo(EndsBy.TRANSFER);
        assertThat(one(facts, "2025-01-01", twoYears("U")).state().word).isEqualTo("covered");
    }

    @Test
    void exclusionsAreMetByCodeAndByWhatHappened() {
        Promise term = twoYears(
                "T",
                ",'exclusions':[{'code':'MISUSE'},{'state':'opened'},"
                        + "{'state':'foreignPart','positions':['battery'],'genuine':['PACK']}]");
        MadeUp made =
                unit("S", "1").shipped("2024-01-01", "D", "DE").change("2023-12-01", 9, "PACK", "battery", true, false);
        UnitFacts whole = made.facts();
        assertThat(one(whole, "2024-06-01", term).state().word).isEqualTo("covered");
        assertThat(Engine.judge(whole, List.of(term), on("2024-06-01", "DROPPED", "MISUSE"))
                        .lines()
                        .getFirst()
                        .state()
                        .word)
                .isEqualTo("excluded");
        UnitFacts opened =
                made.change("2024-05-01", 9, "PACK", null, false, true).facts();
        assertThat(codes(one(opened, "2024-06-01", term))).containsExactly("opened");
        assertThat(one(opened, "2024-04-30", term).state().word).isEqualTo("covered");
        UnitFacts foreign = unit("S", "1")
                .shipped("2024-01-01", "D", "DE")
                .change("2024-03-01", 8, "COPY", "battery", true, false)
                .change("2024-03-02", 8, "COPY", null, false, false)
                .change("2024-03-03", 5, "BELL", "bar", true, false)
                .facts();
        assertThat(codes(one(foreign, "2024-06-01", term))).containsExactly("foreign-part");
        assertThat(one(foreign, "2027-06-01", term).state().word).isEqualTo("expired");
    }

    @Test
    void theStatutoryFloorIsNotShortenedByCommercialExclusions() {
        Promise law = promise("'code':'LAW','name':'Law','kind':'statutory','start':[{'event':'sale'}],"
                + "'coverages':[{'what':'parts','period':'P2Y'}]");
        Promise maker = twoYears("T", ",'transferable':false,'exclusions':[{'state':'opened'}]");
        UnitFacts facts = unit("S", "1")
                .sold("2024-01-01", "C", "DE")
                .change("2024-02-01", 9, "PACK", null, false, true)
                .facts();
        List<Judgement> lines = judged(facts, "2024-06-01", law, maker);
        assertThat(of(lines, "T").state().word).isEqualTo("excluded");
        assertThat(of(lines, "LAW").state().word).isEqualTo("covered");
        assertThat(CoverageViews.standing(lines)).isEqualTo(new CoverageViews.Standing("covered", day("2026-01-01")));
    }

    @Test
    void whatASupplierOwesToUsIsNoCoverageOfTheHolder() {
        Promise owed =
                promise("'code':'S','name':'S','kind':'supplier','supplier':'ACME','start':[{'event':'receipt'}],"
                        + "'coverages':[{'what':'parts','period':'P3Y'}]");
        UnitFacts facts = unit("S", "1")
                .received("2024-01-01", "ACME")
                .shipped("2024-02-01", "D", "DE")
                .facts();
        List<Judgement> lines = judged(facts, "2024-06-01", owed);
        assertThat(text(lines.getFirst())).isEqualTo("covered 2024-01-01..2027-01-01");
        assertThat(CoverageViews.standing(lines).state()).isEqualTo("none");
        assertThat(judged(unit("S", "1").received("2024-01-01", "OTHER").facts(), "2024-06-01", owed))
                .isEmpty();
    }
}
