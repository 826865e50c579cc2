/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gozinto.analysis.signal.Unanswered.Reason;
import org.junit.jupiter.api.Test;

/** Evidence that no number can be made of gets a named answer. */
class BadInputTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 5);

    private final List<Lot> lots = new ArrayList<>();
    private final List<Cohort> cohorts = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private void lot(String id, long units) {
        lots.add(new Lot(id, "item", LocalDate.of(2025, 12, 1)));
        cohorts.add(new Cohort(id, "", JANUARY, null, units));
    }

    private void complain(String lot, int times) {
        for (int i = 0; i < times; i++) {
            complaints.add(new Complaint(lot, "code", "", MAY, JANUARY));
        }
    }

    private Report report() {
        return Signals.of(new Evidence(AS_OF, lots, cohorts, complaints, List.of()), Settings.weekly());
    }

    @Test
    void nothingAtAllIsAnEmptyReport() {
        Report report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.falseAlarms().tests()).isZero();
        assertThat(report.prior()).isEqualTo(GammaPoisson.NEUTRAL);
    }

    @Test
    void lotsWithoutAnyComplaintAreNoFindings() {
        lot("A", 100);
        lot("B", 100);
        assertThat(report().findings()).isEmpty();
        assertThat(report().unanswered()).isEmpty();
    }

    @Test
    void zeroCellsOnlyAreTestedAndSayNothing() {
        Tally tally = new Tally(1);
        tally.column(0, 0, new double[] {1, 2, 1.5}, new int[3]);
        Screening screening = Screening.of(tally, List.of("code"), Settings.weekly());
        assertThat(screening.signals()).isZero();
        assertThat(tally.tests()).isEqualTo(3);
        assertThat(PriorFit.of(tally)).isEqualTo(GammaPoisson.NEUTRAL);
    }

    @Test
    void aLotWithoutUnitsInServiceHasNoExposure() {
        lot("A", 100);
        lot("B", 100);
        lot("C", 100);
        lots.add(new Lot("none", "item", null));
        complain("none", 4);
        complain("A", 1);
        assertThat(report().unanswered())
                .extracting(Unanswered::lot, Unanswered::complaints, Unanswered::reason)
                .containsExactly(tuple("none", 4L, Reason.NO_EXPOSURE));
    }

    @Test
    void badCohortsAreTold() {
        lot("A", 100);
        lot("B", 100);
        lot("C", 100);
        lot("minus", -5);
        lots.add(new Lot("back", "item", null));
        cohorts.add(new Cohort("back", "", JANUARY, JANUARY.minusMonths(1), 5));
        lots.add(new Lot("old", "item", null));
        cohorts.add(new Cohort("old", "", YearMonth.of(1950, 1), null, 5));
        complain("minus", 3);
        complain("A", 2);
        Report report = report();
        assertThat(report.unanswered()).extracting(Unanswered::lot).containsExactly("back", "minus", "old");
        assertThat(report.unanswered()).extracting(Unanswered::reason).containsOnly(Reason.BAD_EXPOSURE);
        assertThat(report.unanswered().get(1).detail()).isEqualTo("a cohort of -5 units");
        assertThat(report.findings()).extracting(Finding::lot).containsExactly("A");
    }

    @Test
    void anExposureThatIsNoNumberOrNegativeIsSetApart() {
        Tally tally = new Tally(1);
        tally.column(0, 0, new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, 0, 1, 1, 1}, new int[] {
            1, 0, 2, 3, 1, 0, 2
        });
        assertThat(tally.refused())
                .extracting(Tally.Refused::reason)
                .containsExactly(Reason.BAD_EXPOSURE, Reason.BAD_EXPOSURE, Reason.BAD_EXPOSURE, Reason.NO_EXPOSURE);
        assertThat(tally.tests()).isEqualTo(3);
    }

    @Test
    void oneComplaintIsTooLittleHoweverUnlikelyItIs() {
        lot("tiny", 1);
        for (int i = 0; i < 9; i++) {
            lot("L" + i, 1_000_000);
        }
        complain("tiny", 1);
        Finding finding = report().findings().getFirst();
        assertThat(finding.midP()).isLessThan(1e-6);
        assertThat(finding.verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(finding.q()).isEqualTo(1);
        assertThat(finding.allFailed()).isTrue();
    }

    @Test
    void aLotThatIsMostOfItsItemIsNotComparedWithItself() {
        lot("large", 1000);
        lot("small", 10);
        complain("large", 9);
        Report report = report();
        assertThat(report.unanswered()).extracting(Unanswered::reason).containsExactly(Reason.NO_SIBLINGS);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void whenAllUnitsFailedNoLotStandsOut() {
        lot("A", 5);
        lot("B", 5);
        lot("C", 5);
        complain("A", 5);
        complain("B", 5);
        complain("C", 5);
        Report report = report();
        assertThat(report.unanswered()).hasSize(3).allMatch(one -> one.reason() == Reason.ALL_FAILED);
        assertThat(report.unanswered().getFirst().detail()).isEqualTo("15 complaints of 15 units in service");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aLotAllOfWhoseUnitsFailedIsASignalThatSaysSo() {
        lot("A", 8);
        for (int i = 0; i < 50; i++) {
            lot("L" + i, 100);
        }
        complain("A", 8);
        complain("L3", 4);
        Finding first = report().findings().getFirst();
        assertThat(first.lot()).isEqualTo("A");
        assertThat(first.allFailed()).isTrue();
        assertThat(first.verdict()).isEqualTo(Verdict.SIGNAL);
    }

    @Test
    void complaintsThatCannotBeAreCountedApart() {
        lot("A", 100);
        lot("B", 100);
        lot("C", 100);
        complain("A", 2);
        complaints.add(new Complaint("A", "code", "", LocalDate.of(2025, 11, 30), null));
        complaints.add(new Complaint("A", "code", "", LocalDate.of(2025, 12, 30), null));
        complaints.add(new Complaint("A", "code", "", MAY, YearMonth.of(2026, 6)));
        complaints.add(new Complaint("A", "code", "", LocalDate.of(2026, 7, 1), JANUARY));
        complaints.add(new Complaint("who", "code", "", MAY, JANUARY));
        Report report = report();
        assertThat(report.apart())
                .containsEntry(Apart.BEFORE_MANUFACTURE, 1L)
                .containsEntry(Apart.BEFORE_SERVICE, 2L)
                .containsEntry(Apart.AFTER_AS_OF, 1L)
                .containsEntry(Apart.UNKNOWN_LOT, 1L);
        assertThat(report.findings().getFirst().complaints()).isEqualTo(2);
    }

    @Test
    void withoutDenominatorsTheMixIsToldAsSuch() {
        for (int lot = 0; lot < 30; lot++) {
            lots.add(new Lot("L" + lot, "item", null));
            for (int i = 0; i < 20; i++) {
                String code = lot == 4 && i < 15 ? "leak" : "code-" + (i + lot) % 5;
                complaints.add(new Complaint("L" + lot, code, "", MAY, null));
            }
        }
        complaints.add(new Complaint("L9", "leak", "", MAY, null));
        Report report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.mix()).hasSizeGreaterThan(100);
        assertThat(report.unanswered()).isEmpty();
    }

    @Test
    void theMixRanksTheLotWithTheOddCode() {
        for (int lot = 0; lot < 30; lot++) {
            lots.add(new Lot("L" + lot, "item", null));
            for (int i = 0; i < 20; i++) {
                String code = i % 10 == 0 || lot == 4 && i < 15 ? "leak" : "code-" + i % 3;
                complaints.add(new Complaint("L" + lot, code, "", MAY, null));
            }
        }
        MixFinding first = report().mix().getFirst();
        assertThat(first.finding().lot() + first.finding().code()).isEqualTo("L4leak");
        assertThat(first.finding().method()).isEqualTo(Method.MIX);
        assertThat(first.finding().verdict()).isEqualTo(Verdict.WATCH);
        double a = 15.5;
        double b = 5.5;
        double c = 58.5;
        double d = 580 - 58 + 0.5;
        assertThat(first.finding().complaints()).isEqualTo(15);
        assertThat(first.prr()).isCloseTo(a / (a + b) / (c / (c + d)), within(1e-9));
        assertThat(first.ror()).isCloseTo(a * d / b / c, within(1e-9));
        assertThat(first.rorLow()).isGreaterThan(5).isLessThan(first.ror());
    }

    @Test
    void theOrderOfEvidenceDoesNotMatter() {
        World world = new World(60, 24, 600, age -> 0.003).withLots(lot -> lot == 9 ? 4 : 1);
        Evidence evidence = world.evidence(new Chance(4));
        Report straight = Signals.of(evidence, Settings.weekly());
        Random random = new Random(4);
        List<Lot> lotsMixed = new ArrayList<>(evidence.lots());
        List<Cohort> cohortsMixed = new ArrayList<>(evidence.cohorts());
        List<Complaint> complaintsMixed = new ArrayList<>(evidence.complaints());
        Collections.shuffle(lotsMixed, random);
        Collections.shuffle(cohortsMixed, random);
        Collections.shuffle(complaintsMixed, random);
        Report mixed = Signals.of(
                new Evidence(evidence.asOf(), lotsMixed, cohortsMixed, complaintsMixed, List.of()), Settings.weekly());
        assertThat(mixed).isEqualTo(straight);
    }

    @Test
    void twoLotsOfTheSameNameAreRefused() {
        lot("A", 1);
        lot("A", 1);
        assertThatThrownBy(this::report).isInstanceOf(IllegalArgumentException.class);
    }
}
