/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** What members of registrations and their steps must look like. */
final class RegistrationCheck {

    static final int TEXT_LENGTH_MAX = 4_000;
    static final Set<String> PROOFS = Set.of("said", "receipt", "verified");

    private static final int WORD_LENGTH_MAX = 40;

    /** Nothing that is registered was bought before. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    private final Clock clock;

    RegistrationCheck(Clock clock) {
        this.clock = clock;
    }

    /** Notes what is wrong with what somebody registers. */
    void check(Faults faults, NewRegistration asked) {
        if (asked.item() != null) {
            faults.code("/item", asked.item());
        }
        faults.code("/serial", asked.serial());
        day(faults, "/boughtOn", asked.boughtOn());
        day(faults, "/installedOn", asked.installedOn());
        faults.text("/channel", asked.channel(), WORD_LENGTH_MAX);
        faults.text("/seller", asked.seller(), Person.LENGTH_MAX);
        proof(faults, "/proof", asked.proof() == null ? "said" : asked.proof());
        if (asked.owner() != null) {
            asked.owner().check(faults, "/owner");
        }
    }

    private static void proof(Faults faults, String at, @Nullable String proof) {
        faults.expect(proof != null && PROOFS.contains(proof), at, "is no level of proof", "said, receipt or verified");
    }

    /** Refuses a step that does not say what it must. */
    void require(Step step) {
        var faults = new Faults();
        faults.text("/step/" + (step instanceof Step.Note ? "text" : "reason"), step.words(), TEXT_LENGTH_MAX);
        switch (step) {
            case Step.Verify verify -> proof(faults, "/step/proof", verify.proof());
            case Step.Transfer transfer -> {
                needed(faults, "/step/on", transfer.on());
                faults.expect(
                        transfer.country() == null, "/step/country", "is of the owner", "owner: {\"country\": …}");
                if (transfer.owner() != null) {
                    transfer.owner().check(faults, "/step/owner");
                }
            }
            case Step.Correct correct -> {
                if (correct.item() != null) {
                    faults.code("/step/item", correct.item());
                }
                if (correct.serial() != null) {
                    faults.code("/step/serial", correct.serial());
                }
                day(faults, "/step/boughtOn", correct.boughtOn());
                day(faults, "/step/installedOn", correct.installedOn());
            }
            case Step.End end -> needed(faults, "/step/on", end.on());
            case Step.Note note ->
                faults.expect(
                        note.text() != null && !note.text().isBlank(), "/step/text", "is missing", "what to remember");
            case Step.Register _, Step.Secret _, Step.Details _, Step.Proof _, Step.Erase _ ->
                faults.expect(
                        false, "/step/type", "is written by the server", "verify, transfer, correct, end or note");
        }
        faults.refuse("The step cannot be taken");
    }

    private void needed(Faults faults, String at, @Nullable String day) {
        if (faults.expect(day != null, at, "is missing", "a day: 2026-11-30")) {
            day(faults, at, day);
        }
    }

    private void day(Faults faults, String at, @Nullable String day) {
        faults.expect(isDay(day), at, "is no day, or one to come", "a day up to today: 2026-11-30");
    }

    /** Whether it is a day up to today; where it is written it may be tomorrow already. Nothing is one too. */
    boolean isDay(@Nullable String text) {
        if (text == null) {
            return true;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate tomorrow = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
            return !day.isBefore(FIRST_DAY) && !day.isAfter(tomorrow);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
