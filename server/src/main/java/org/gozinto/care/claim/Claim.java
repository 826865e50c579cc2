/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gozinto.care.claim.ClaimStep.Granted;
import org.gozinto.care.claim.ClaimStep.Line;
import org.gozinto.care.claim.ClaimStep.Part;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.jspecify.annotations.Nullable;

/** A claim as its steps make it. Not safe for several threads; made anew from the steps each time. */
final class Claim {

    static final String DRAFT = "draft";
    static final String SUBMITTED = "submitted";
    static final String APPROVED = "approved";
    static final String PART = "part";
    static final String REJECTED = "rejected";
    static final String REPAIRED = "repaired";
    static final String REPLACED = "replaced";
    static final String PAID = "paid";
    static final String CLOSED = "closed";

    static final List<String> STATES =
            List.of(DRAFT, SUBMITTED, APPROVED, PART, REJECTED, REPAIRED, REPLACED, PAID, CLOSED);

    /** A step with its number, from 1, and when it was taken, in microseconds since 1970. */
    record At<S>(S step, long n, long atUs, String actor) {}

    private ClaimStep.File said;
    private boolean submitted;
    private @Nullable Judgement judgement;
    private @Nullable At<ClaimStep.Approve> approval;
    private @Nullable At<ClaimStep.Reject> rejection;
    private @Nullable At<ClaimStep> end;
    private ClaimStep.@Nullable Repair repair;
    private ClaimStep.@Nullable Replace replacement;
    private ClaimStep.@Nullable Cause cause;
    private final List<ClaimStep.Pay> paid = new ArrayList<>();

    private Claim(ClaimStep.File said) {
        this.said = said;
    }

    static Claim of(File<ClaimStep> file) {
        if (!(file.steps().getFirst().step() instanceof ClaimStep.File first)) {
            throw new IllegalStateException("a claim begins with what is claimed");
        }
        var claim = new Claim(first);
        for (Taken<ClaimStep> taken : file.steps()) {
            claim.take(taken.step(), taken.n(), taken.atUs(), taken.actor());
        }
        return claim;
    }

    /** A claim that is about to be filed. */
    static Claim of(ClaimStep.File first) {
        return new Claim(first);
    }

    /** The same claim after one more step. */
    static Claim after(File<ClaimStep> file, ClaimStep step, long nowUs, String actor) {
        Claim claim = of(file);
        claim.take(step, file.last() + 1, nowUs, actor);
        return claim;
    }

    private void take(ClaimStep step, long n, long atUs, String actor) {
        switch (step) {
            case ClaimStep.File _, ClaimStep.Note _ -> {
                // What was filed is there already; a note changes nothing.
            }
            case ClaimStep.Detail detail -> {
                said = detailed(detail);
                judgement = null;
            }
            case ClaimStep.Submit submit -> {
                submitted = true;
                judgement = submit.judgement();
            }
            case ClaimStep.Judge judge -> judgement = judge.judgement();
            case ClaimStep.Approve approve -> approval = new At<>(approve, n, atUs, actor);
            case ClaimStep.Reject reject -> rejection = new At<>(reject, n, atUs, actor);
            case ClaimStep.Repair to -> repair = to;
            case ClaimStep.Replace to -> replacement = to;
            case ClaimStep.Pay pay -> paid.add(pay);
            case ClaimStep.Cause to -> cause = to;
            case ClaimStep.NoFault _, ClaimStep.Withdraw _ -> end = new At<>(step, n, atUs, actor);
            case ClaimStep.Reopen _ -> {
                approval = null;
                rejection = null;
                end = null;
            }
        }
    }

    private ClaimStep.File detailed(ClaimStep.Detail detail) {
        return new ClaimStep.File(
                said.item(),
                said.serial(),
                said.lot(),
                said.scanned(),
                or(detail.part(), said.part()),
                or(detail.failedOn(), said.failedOn()),
                or(detail.description(), said.description()),
                or(detail.code(), said.code()),
                or(detail.meters(), said.meters()),
                or(detail.country(), said.country()),
                or(detail.partner(), said.partner()),
                or(detail.lines(), said.lines()),
                said.complaint());
    }

    private static <T> @Nullable T or(@Nullable T newer, @Nullable T older) {
        return newer == null ? older : newer;
    }

    ClaimStep.File said() {
        return said;
    }

    @Nullable
    Part part() {
        return said.part();
    }

    LocalDate failedOn() {
        return LocalDate.parse(Objects.requireNonNull(said.failedOn()));
    }

    List<Line> lines() {
        return said.lines() == null ? List.of() : said.lines();
    }

    /** The currency of all its lines; null when it has none. */
    @Nullable
    String currency() {
        return lines().isEmpty() ? null : lines().getFirst().currency();
    }

    Map<String, BigDecimal> meters() {
        Map<String, BigDecimal> meters = new TreeMap<>();
        if (said.meters() != null) {
            said.meters()
                    .forEach(m -> meters.put(
                            Objects.requireNonNull(m.meter()), new BigDecimal(Objects.requireNonNull(m.value()))));
        }
        return meters;
    }

    String complaint() {
        return Objects.requireNonNull(said.complaint());
    }

    boolean isSubmitted() {
        return submitted;
    }

    @Nullable
    Judgement judgement() {
        return judgement;
    }

    @Nullable
    At<ClaimStep.Approve> approval() {
        return approval;
    }

    @Nullable
    At<ClaimStep.Reject> rejection() {
        return rejection;
    }

    @Nullable
    At<ClaimStep> end() {
        return end;
    }

    ClaimStep.@Nullable Repair repair() {
        return repair;
    }

    ClaimStep.@Nullable Replace replacement() {
        return replacement;
    }

    List<ClaimStep.Pay> payments() {
        return paid;
    }

    /** What somebody said is behind it, or else what was found when it was approved. */
    @Nullable
    Causal causal() {
        if (cause != null) {
            return cause.causal();
        }
        return approval == null ? null : approval.step().causal();
    }

    boolean isCauseChosen() {
        return cause != null;
    }

    // --- money, in smallest steps of the currency

    long asked() {
        return lines().stream()
                .mapToLong(line -> Money.known(line.amount(), line.currency()))
                .sum();
    }

    /** What is granted of all lines; 0 unless an approval stands. */
    long approved() {
        if (approval == null) {
            return 0;
        }
        List<Granted> granted = approval.step().lines();
        return granted == null
                ? 0
                : granted.stream()
                        .mapToLong(line -> Money.known(line.amount(), currency()))
                        .sum();
    }

    long paid() {
        return paid.stream()
                .mapToLong(pay -> Money.known(pay.amount(), pay.currency()))
                .sum();
    }

    // --- where it stands

    String state() {
        if (end != null) {
            return CLOSED;
        }
        if (!submitted) {
            return DRAFT;
        }
        if (rejection != null) {
            return REJECTED;
        }
        if (approval == null) {
            return SUBMITTED;
        }
        long approved = approved();
        if (approved > 0 && paid() >= approved) {
            return PAID;
        }
        if (replacement != null) {
            return REPLACED;
        }
        return repair != null ? REPAIRED : approved < asked() ? PART : APPROVED;
    }

    /** The types of the steps that can be taken now. */
    List<String> next() {
        List<String> next = new ArrayList<>(List.of("note"));
        switch (state()) {
            case DRAFT -> next.addAll(List.of("detail", "submit", "withdraw"));
            case SUBMITTED ->
                next.addAll(List.of("detail", "judge", "approve", "reject", "cause", "noFault", "withdraw"));
            case REJECTED, CLOSED -> next.add("reopen");
            default -> granted(next);
        }
        return next;
    }

    private void granted(List<String> next) {
        next.add("cause");
        if (repair == null && replacement == null) {
            next.addAll(List.of("repair", "replace"));
        }
        if (paid() < approved()) {
            next.add("pay");
        }
        if (paid.isEmpty() && repair == null && replacement == null) {
            next.add("reopen");
        }
    }
}
