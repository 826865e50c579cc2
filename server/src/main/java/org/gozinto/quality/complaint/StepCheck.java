/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gozinto.ledger.Faults;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.jspecify.annotations.Nullable;

/** Whether a step says what it must, by itself; whether it fits the complaint is asked later. */
final class StepCheck {

    static final int TEXT_LENGTH_MAX = 10_000;
    static final List<String> SEVERITIES = List.of("critical", "serious", "minor", "negligible");

    private static final int NUMBER_LENGTH_MAX = 200;
    private static final int SCANNED_LENGTH_MAX = 2_000;
    private static final int LIKE_MAX = 20;
    private static final int INJURIES_MAX = 1_000_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Faults faults = new Faults();
    private final LocalDate latest;

    private StepCheck(Clock clock) {
        // Somewhere it is tomorrow already.
        this.latest = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    }

    /** Refuses what does not say what it must, with all its faults. */
    static void requireTake(Step.Take take, Clock clock) {
        var check = new StepCheck(clock);
        check.taken(take);
        check.faults.refuse("The complaint cannot be taken");
    }

    /** Refuses a step that does not say what it must, with all its faults. */
    static void require(Step step, Clock clock) {
        var check = new StepCheck(clock);
        check.of(step);
        Faults.within("/step", () -> check.faults.refuse("The step cannot be taken"));
    }

    private void of(Step step) {
        switch (step) {
            case Step.Note note -> text("/text", note.text());
            case Step.Code code -> {
                faults.code("/code", code.code());
                severity(code.severity());
            }
            case Step.Identify identify -> identified(identify);
            case Step.Detail detail -> detailed(detail);
            case Step.Merge merge -> faults.code("/into", merge.into());
            case Step.Unmerge unmerge -> optional("/reason", unmerge.reason());
            case Step.Investigate investigate -> text("/findings", investigate.findings());
            case Step.Reply reply -> text("/text", reply.text());
            case Step.Close close -> {
                text("/reason", close.reason());
                word(
                        "/outcome",
                        close.outcome(),
                        "confirmed",
                        "noFaultFound",
                        "misuse",
                        "transport",
                        "unidentified",
                        "other");
            }
            case Step.Reopen reopen -> text("/reason", reopen.reason());
            case Step.Take _, Step.Said _, Step.Attach _, Step.Link _, Step.Mailed _, Step.MailTrouble _ ->
                faults.expect(false, "/type", "is written by the server", "a step that people take");
        }
    }

    private void taken(Step.Take take) {
        numbers(take.item(), take.serial(), take.lot(), take.scanned());
        optional("/description", take.description());
        boolean says = Stream.of(
                        take.item(), take.serial(), take.lot(), take.scanned(), take.description(), take.code())
                .anyMatch(value -> value != null && !value.isBlank());
        faults.expect(
                says, "/description", "is missing", "what is wrong, or at least the item, serial, lot or scanned code");
        if (take.code() != null) {
            faults.code("/code", take.code());
        }
        severity(take.severity());
        about(take.place(), take.country(), take.reporter(), take.injuries());
        word("/channel", take.channel(), "phone", "email", "web", "shop", "service", "answerLink");
        days(take.failedOn(), take.reportedOn());
        List<String> like = take.likeId() == null ? List.of() : take.likeId();
        faults.expect(like.size() <= LIKE_MAX, "/likeId", "are too many", "at most " + LIKE_MAX);
        for (int i = 0; i < Math.min(like.size(), LIKE_MAX); i++) {
            faults.code("/likeId/" + i, like.get(i));
        }
    }

    private void identified(Step.Identify identify) {
        numbers(identify.item(), identify.serial(), identify.lot(), identify.scanned());
        faults.expect(
                identify.unit() == null || identify.unit().matches("[0-9]{1,18}"),
                "/unit",
                "is no id of a unit",
                "the id of one of the candidates");
        faults.expect(
                Stream.of(identify.item(), identify.serial(), identify.lot(), identify.scanned(), identify.unit())
                        .anyMatch(value -> value != null && !value.isBlank()),
                "",
                "says nothing",
                "an item, serial, lot, scanned code or unit");
    }

    private void detailed(Step.Detail detail) {
        optional("/description", detail.description());
        severity(detail.severity());
        about(detail.place(), detail.country(), detail.reporter(), detail.injuries());
        days(detail.failedOn(), detail.reportedOn());
    }

    private void numbers(
            @Nullable String item, @Nullable String serial, @Nullable String lot, @Nullable String scanned) {
        number("/item", item);
        number("/serial", serial);
        number("/lot", lot);
        faults.expect(scanned == null || !scanned.isEmpty(), "/scanned", "is empty", "a code");
        faults.text("/scanned", scanned, SCANNED_LENGTH_MAX);
    }

    private void number(String pointer, @Nullable String value) {
        faults.expect(value == null || !value.isBlank(), pointer, "is empty", "a number, or nothing");
        faults.text(pointer, value, NUMBER_LENGTH_MAX);
    }

    private void about(
            @Nullable String place, @Nullable String country, @Nullable Reporter reporter, @Nullable Integer injuries) {
        faults.text("/place", place, NUMBER_LENGTH_MAX);
        faults.expect(
                country == null || COUNTRIES.contains(country),
                "/country",
                "is unknown",
                "a country of ISO 3166-1, such as DE");
        faults.expect(
                injuries == null || (injuries >= 0 && injuries <= INJURIES_MAX),
                "/injuries",
                "is out of range",
                "0 to " + INJURIES_MAX);
        if (reporter != null) {
            faults.text("/reporter/name", reporter.name(), NUMBER_LENGTH_MAX);
            faults.text("/reporter/email", reporter.email(), NUMBER_LENGTH_MAX);
            faults.text("/reporter/phone", reporter.phone(), NUMBER_LENGTH_MAX);
            faults.expect(
                    reporter.email() == null || reporter.email().matches("[^@\\s]+@[^@\\s]+"),
                    "/reporter/email",
                    "is no address",
                    "name@example.org");
            faults.expect(
                    reporter.language() == null || LANGUAGES.contains(reporter.language()),
                    "/reporter/language",
                    "is no language",
                    "two letters, such as en");
        }
    }

    private void days(@Nullable String failedOn, @Nullable String reportedOn) {
        LocalDate failed = day("/failedOn", failedOn);
        LocalDate reported = day("/reportedOn", reportedOn);
        faults.expect(
                failed == null || reported == null || !failed.isAfter(reported),
                "/failedOn",
                "is after the day of the report",
                "at the latest " + reportedOn);
    }

    private @Nullable LocalDate day(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            faults.expect(!day.isAfter(latest), pointer, "is in the future", "a day until today");
            faults.expect(!day.isBefore(EARLIEST), pointer, "is too long ago", "a day since " + EARLIEST);
            return day;
        } catch (DateTimeException e) {
            faults.expect(false, pointer, "is no day", "2026-03-01");
            return null;
        }
    }

    /** A text that must be there. */
    private void text(String pointer, @Nullable String value) {
        faults.expect(
                value != null && !value.isBlank(), pointer, value == null ? "is missing" : "is empty", "some words");
        optional(pointer, value);
    }

    private void optional(String pointer, @Nullable String value) {
        faults.text(pointer, value, TEXT_LENGTH_MAX);
    }

    private void severity(@Nullable String value) {
        word("/severity", value, SEVERITIES.toArray(String[]::new));
    }

    private void word(String pointer, @Nullable String value, String... words) {
        faults.expect(
                value == null || Arrays.asList(words).contains(value), pointer, "is unknown", String.join(", ", words));
    }
}
