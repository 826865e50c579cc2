/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.LocalDate;
import java.util.List;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its steps make it, without what the ledger knows.
 *
 * @param said what was said of the unit last
 * @param saidAt number of the step that said it, from 1
 * @param investigated whether anybody began to look into it
 * @param mergedInto number of another complaint
 * @param closedAt number of the step that closed it; 0 while it is not closed
 */
record Complaint(
        Matching.Said said,
        long saidAt,
        @Nullable String description,
        @Nullable String code,
        @Nullable String severity,
        boolean confirmed,
        @Nullable String place,
        @Nullable String country,
        @Nullable LocalDate failedOn,
        LocalDate reportedOn,
        @Nullable Reporter reporter,
        @Nullable String channel,
        @Nullable Integer injuries,
        List<String> likes,
        boolean investigated,
        @Nullable String mergedInto,
        long closedAt) {

    static final String OPEN = "open";
    static final String INVESTIGATING = "investigating";
    static final String CLOSED = "closed";
    static final String MERGED = "merged";

    /** What steps make, oldest first; the first of them takes the complaint. */
    static Complaint of(List<Step> steps) {
        if (steps.isEmpty() || !(steps.getFirst() instanceof Step.Take take)) {
            throw new IllegalStateException("a complaint begins with what was said");
        }
        Complaint complaint = taken(take);
        for (int i = 1; i < steps.size(); i++) {
            complaint = complaint.after(steps.get(i), i + 1L);
        }
        return complaint;
    }

    private static Complaint taken(Step.Take take) {
        return new Complaint(
                new Matching.Said(take.item(), take.serial(), take.lot(), take.scanned(), null),
                1,
                take.description(),
                take.code(),
                take.severity(),
                false,
                take.place(),
                take.country(),
                day(take.failedOn()),
                reported(take.reportedOn()),
                take.reporter(),
                take.channel(),
                take.injuries(),
                take.likeId() == null ? List.of() : take.likeId(),
                false,
                null,
                0);
    }

    private static LocalDate reported(@Nullable String day) {
        LocalDate reported = day(day);
        if (reported == null) {
            throw new IllegalStateException("the day of the report is filled in before the step is kept");
        }
        return reported;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static <T> @Nullable T or(@Nullable T newer, @Nullable T older) {
        return newer == null ? older : newer;
    }

    /** The complaint after one more step, the n-th. */
    Complaint after(Step step, long n) {
        return switch (step) {
            case Step.Identify to ->
                identified(new Matching.Said(to.item(), to.serial(), to.lot(), to.scanned(), to.unit()), n);
            case Step.Code to ->
                coded(to.code(), or(to.severity(), severity), confirmed || Boolean.TRUE.equals(to.confirmed()));
            case Step.Detail detail -> detailed(detail);
            case Step.Merge merge -> standing(investigated, merge.into(), closedAt);
            case Step.Unmerge _ -> standing(investigated, null, closedAt);
            case Step.Investigate _ -> standing(true, mergedInto, closedAt);
            case Step.Close _ -> standing(investigated, mergedInto, n);
            case Step.Reopen _ -> standing(investigated, mergedInto, 0);
            case Step.Take _,
                    Step.Note _,
                    Step.Reply _,
                    Step.Mailed _,
                    Step.MailTrouble _,
                    Step.Said _,
                    Step.Attach _,
                    Step.Link _ -> this;
        };
    }

    /** The word of its state. */
    String state() {
        return mergedInto != null ? MERGED : closedAt > 0 ? CLOSED : investigated ? INVESTIGATING : OPEN;
    }

    private Complaint identified(Matching.Said now, long n) {
        return new Complaint(
                now,
                n,
                description,
                code,
                severity,
                confirmed,
                place,
                country,
                failedOn,
                reportedOn,
                reporter,
                channel,
                injuries,
                likes,
                investigated,
                mergedInto,
                closedAt);
    }

    private Complaint coded(@Nullable String newCode, @Nullable String newSeverity, boolean isConfirmed) {
        return new Complaint(
                said,
                saidAt,
                description,
                newCode,
                newSeverity,
                isConfirmed,
                place,
                country,
                failedOn,
                reportedOn,
                reporter,
                channel,
                injuries,
                likes,
                investigated,
                mergedInto,
                closedAt);
    }

    private Complaint detailed(Step.Detail detail) {
        LocalDate reported = day(detail.reportedOn());
        return new Complaint(
                said,
                saidAt,
                or(detail.description(), description),
                code,
                or(detail.severity(), severity),
                confirmed,
                or(detail.place(), place),
                or(detail.country(), country),
                or(day(detail.failedOn()), failedOn),
                reported == null ? reportedOn : reported,
                or(detail.reporter(), reporter),
                channel,
                or(detail.injuries(), injuries),
                likes,
                investigated,
                mergedInto,
                closedAt);
    }

    private Complaint standing(boolean looked, @Nullable String into, long closed) {
        return new Complaint(
                said,
                saidAt,
                description,
                code,
                severity,
                confirmed,
                place,
                country,
                failedOn,
                reportedOn,
                reporter,
                channel,
                injuries,
                likes,
                looked,
                into,
                closed);
    }
}
