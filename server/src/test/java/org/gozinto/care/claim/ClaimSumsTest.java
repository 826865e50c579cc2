/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.gozinto.care.claim.ClaimStep.Granted;
import org.gozinto.care.claim.ClaimStep.Line;
import org.gozinto.care.claim.Judgement.Check;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.care.claim.Judgement.Result;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.Head;
import org.junit.jupiter.api.Test;

/** What is paid, granted and recovered agrees to the cent, whatever is asked for. jqwik prints the seed. */
class ClaimSumsTest {

    private static final List<String> WHATS = List.of("parts", "labour", "travel");
    private static final Check FINE = Check.of("serialExists", Result.PASS, "It is recorded.");
    private static final Check NOT_CLAIMED = Check.of("notClaimed", Result.PASS, "Nobody else did.");
    private static final Head HEAD = new Head(1, "id", "W-2026-00001", "It broke", "submitted", new byte[0], "anna", 0);

    /** Made-up claims: lines, promises, what people try to grant and to pay. */
    private static final class World {

        private final Random random;
        private final String currency;

        World(long seed) {
            this.random = new Random(seed);
            this.currency = List.of("EUR", "JPY", "KWD").get(random.nextInt(3));
        }

        private String amount(long most) {
            return Money.text(1 + random.nextLong(most), currency);
        }

        List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                lines.add(new Line(WHATS.get(random.nextInt(3)), null, null, amount(50_000), currency));
            }
            return lines;
        }

        List<Promise> promises() {
            List<Promise> promises = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                Money deductible = random.nextInt(3) > 0
                        ? null
                        : new Money(amount(30_000), random.nextInt(4) > 0 ? currency : "USD");
                promises.add(new Promise(
                        "T" + i,
                        1L,
                        null,
                        "commercial",
                        random.nextBoolean() ? "product" : "part",
                        WHATS.get(random.nextInt(3)),
                        List.of("covered", "covered", "expired", "unknown", "excluded")
                                .get(random.nextInt(5)),
                        "2025-01-01",
                        "2027-01-01",
                        random.nextInt(101),
                        deductible,
                        List.of()));
            }
            return promises;
        }

        Check check() {
            return random.nextInt(5) > 0
                    ? FINE
                    : Check.of("soldHere", random.nextBoolean() ? Result.FAIL : Result.UNKNOWN, "Hm.");
        }

        Judgement judged(List<Line> lines) {
            return Verdicts.of(
                    new Verdicts.Facts(
                            List.of(FINE, check()), random.nextInt(6) == 0, promises(), random.nextBoolean(), lines),
                    "2026-01-01T00:00:00Z");
        }
    }

    private static long cents(String amount, String currency) {
        return Money.known(amount, currency);
    }

    @Property(tries = 500)
    void nothingIsPayableThatIsNotKnownOrBeyondWhatWasAsked(@ForAll long seed) {
        var world = new World(seed);
        List<Line> lines = world.lines();
        Judgement judgement = world.judged(lines);
        boolean open = judgement.checks().stream().anyMatch(check -> !check.is(Result.PASS));
        long payable = 0;
        long asked = 0;
        for (int i = 0; i < lines.size(); i++) {
            long one = cents(judgement.lines().get(i).payable(), world.currency);
            long most = cents(lines.get(i).amount(), world.currency);
            assertThat(one).isBetween(0L, most);
            assertThat(open && one > 0).isFalse();
            assertThat(judgement.lines().get(i).unknown() && one > 0).isFalse();
            payable += one;
            asked += most;
        }
        assertThat(judgement.verdict().equals(Judgement.COVERED)).isEqualTo(!open && payable == asked);
        if (judgement.verdict().equals(Judgement.PART)) {
            assertThat(payable).isBetween(1L, asked - 1);
        }
        boolean unknown = judgement.checks().stream().anyMatch(check -> check.is(Result.UNKNOWN));
        boolean failed = judgement.checks().stream().anyMatch(check -> check.is(Result.FAIL));
        assertThat(unknown && !failed).isEqualTo(unknown && judgement.verdict().equals(Judgement.UNCLEAR));
    }

    @Property(tries = 300)
    void whatIsPaidNeverExceedsWhatIsApproved(@ForAll long seed) {
        var world = new World(seed);
        List<Line> lines = world.lines();
        List<ClaimStep> steps = new ArrayList<>();
        steps.add(new ClaimStep.File(
                "SCOOTER", "S1", null, null, null, "2026-01-01", "It broke", null, null, null, null, lines, "C-1"));
        steps.add(new ClaimStep.Submit(world.judged(lines)));
        long payable = claim(steps).judgement().lines().stream()
                .mapToLong(line -> cents(line.payable(), world.currency))
                .sum();
        boolean reason = world.random.nextBoolean();
        List<Granted> asked = world.random.nextBoolean() ? null : granted(world, lines);
        try {
            var approve = new ClaimStep.Approve(asked, reason ? "as a favour" : null, null);
            List<Granted> granted = ClaimRules.granted("W-1", claim(steps), approve, NOT_CLAIMED);
            steps.add(new ClaimStep.Approve(granted, approve.reason(), null));
        } catch (RefusedException e) {
            assertThat(e.refusal().code()).isIn("reason-needed", "too-much");
            return;
        }
        long approved = claim(steps).approved();
        assertThat(approved).isLessThanOrEqualTo(claim(steps).asked());
        assertThat(reason || approved <= payable).isTrue();
        for (int i = 0; i < 10; i++) {
            var pay = new ClaimStep.Pay(world.amount(60_000), world.currency, "2026-02-01", null);
            long left = approved - claim(steps).paid();
            try {
                ClaimRules.requirePayable(claim(steps), pay);
                steps.add(pay);
            } catch (RefusedException e) {
                assertThat(cents(pay.amount(), world.currency)).isGreaterThan(left);
            }
            Claim now = claim(steps);
            assertThat(now.paid()).isLessThanOrEqualTo(approved);
            assertThat(now.state().equals(Claim.PAID)).isEqualTo(approved > 0 && now.paid() == approved);
            assertThat(now.next().contains("pay")).isEqualTo(now.paid() < approved);
        }
    }

    private static List<Granted> granted(World world, List<Line> lines) {
        List<Granted> granted = new ArrayList<>();
        for (int n = 1; n <= lines.size(); n++) {
            if (world.random.nextInt(4) > 0) {
                granted.add(new Granted(n, world.amount(50_000)));
            }
        }
        return granted;
    }

    private static Claim claim(List<ClaimStep> steps) {
        List<Taken<ClaimStep>> taken = new ArrayList<>();
        for (ClaimStep step : steps) {
            taken.add(new Taken<>(taken.size() + 1L, "id", 0, "anna", "quality", step, new byte[0], new byte[0]));
        }
        return Claim.of(new File<>(HEAD, taken));
    }

    @Property(tries = 500)
    void partsOfWhatCameMakeUpTheWhole(
            @ForAll @LongRange(min = 0, max = Money.MOST) long amount,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = Money.MOST) Long> weights) {
        List<Long> parts = Shares.of(amount, weights);
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        BigDecimal total = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < parts.size(); i++) {
            // No part is a whole step away from what is exact.
            BigDecimal off = BigDecimal.valueOf(parts.get(i))
                    .multiply(total)
                    .subtract(BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(weights.get(i))))
                    .abs();
            assertThat(off).isLessThan(total);
        }
    }

    @Test
    void amountsAreOfTheirCurrency() {
        assertThat(Money.steps("12.5", "EUR")).isEqualTo(1_250);
        assertThat(Money.steps("12.50", "EUR")).isEqualTo(1_250);
        assertThat(Money.steps("12.505", "EUR")).isNull();
        assertThat(Money.steps("12.505", "KWD")).isEqualTo(12_505);
        assertThat(Money.steps("12.0", "JPY")).isEqualTo(12);
        assertThat(Money.steps("12.5", "JPY")).isNull();
        assertThat(Money.steps("-1", "EUR")).isNull();
        assertThat(Money.steps("1", "ABC")).isNull();
        assertThat(Money.steps("99999999999999", "EUR")).isNull();
        assertThat(Money.text(5, "EUR")).isEqualTo("0.05");
        assertThat(Money.percent(5, BigDecimal.valueOf(50))).isEqualTo(3);
    }
}
