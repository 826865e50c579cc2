/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.jspecify.annotations.Nullable;

/**
 * A registration as its steps make it.
 *
 * @param item code of the item; null where it is not known
 * @param serial the number as it was registered
 * @param proof of the purchase: said, receipt or verified
 * @param secret whether somebody had the secret under the label
 * @param country of the owner, ISO 3166-1 alpha-2
 * @param owner the number of the owner who holds it, from 1
 * @param transfers days from which on another held it, in the order in which they were recorded
 * @param endedOn the first day on which it does not count
 * @param erased the step that erased the owner's data, while no other owner came after it
 */
record Registration(
        @Nullable String item,
        String serial,
        @Nullable LocalDate boughtOn,
        @Nullable LocalDate installedOn,
        @Nullable String channel,
        @Nullable String country,
        String proof,
        boolean secret,
        int owner,
        List<LocalDate> transfers,
        @Nullable LocalDate endedOn,
        @Nullable Taken<Step> erased) {

    private static final Registration NONE =
            new Registration(null, "", null, null, null, null, "said", false, 1, List.of(), null, null);

    static Registration of(File<Step> file) {
        Registration now = NONE;
        for (Taken<Step> taken : file.steps()) {
            Registration after = now.after(taken.step());
            now = taken.step() instanceof Step.Erase ? after.erasedBy(taken) : after;
        }
        return now;
    }

    /** What a step makes of it. */
    Registration after(Step step) {
        return switch (step) {
            case Step.Register register ->
                new Registration(
                        register.item(),
                        String.valueOf(register.serial()),
                        day(register.boughtOn()),
                        day(register.installedOn()),
                        register.channel(),
                        register.country(),
                        register.proof() == null ? "said" : register.proof(),
                        Boolean.TRUE.equals(register.secret()),
                        1,
                        List.of(),
                        null,
                        null);
            case Step.Verify verify -> withProof(String.valueOf(verify.proof()), secret);
            case Step.Secret _ -> withProof(proof, true);
            case Step.Transfer transfer -> transferred(transfer);
            case Step.Correct correct -> corrected(correct);
            case Step.Details details -> in(details.country());
            case Step.End end -> ended(day(end.on()));
            case Step.Proof _, Step.Note _, Step.Erase _ -> this;
        };
    }

    private Registration withProof(String proven, boolean had) {
        return new Registration(
                item, serial, boughtOn, installedOn, channel, country, proven, had, owner, transfers, endedOn, erased);
    }

    private Registration in(@Nullable String other) {
        return new Registration(
                item, serial, boughtOn, installedOn, channel, other, proof, secret, owner, transfers, endedOn, erased);
    }

    private Registration ended(@Nullable LocalDate day) {
        return new Registration(
                item, serial, boughtOn, installedOn, channel, country, proof, secret, owner, transfers, day, erased);
    }

    private Registration erasedBy(Taken<Step> step) {
        return new Registration(
                item, serial, boughtOn, installedOn, channel, country, proof, secret, owner, transfers, endedOn, step);
    }

    private Registration transferred(Step.Transfer transfer) {
        List<LocalDate> days = new ArrayList<>(transfers);
        LocalDate day = day(transfer.on());
        if (day != null) {
            days.add(day);
        }
        return new Registration(
                item,
                serial,
                boughtOn,
                installedOn,
                channel,
                transfer.country() == null ? country : transfer.country(),
                proof,
                secret,
                owner + 1,
                List.copyOf(days),
                endedOn,
                null);
    }

    private Registration corrected(Step.Correct correct) {
        return new Registration(
                correct.item() == null ? item : correct.item(),
                correct.serial() == null ? serial : correct.serial(),
                correct.boughtOn() == null ? boughtOn : day(correct.boughtOn()),
                correct.installedOn() == null ? installedOn : day(correct.installedOn()),
                channel,
                country,
                proof,
                secret,
                owner,
                transfers,
                endedOn,
                erased);
    }

    /** The word of its state in lists of records. */
    String state() {
        return endedOn == null ? "active" : "ended";
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
