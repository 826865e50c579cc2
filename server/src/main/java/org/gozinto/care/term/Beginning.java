/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Judgement.EventOn;
import org.jspecify.annotations.Nullable;

/** The first day of a term. */
sealed interface Beginning {

    /** @param cap what made it begin earlier than it would have; null for nothing */
    record Known(LocalDate day, EventOn by, @Nullable EventOn cap) implements Beginning {}

    record Unknown(List<Reason> why) implements Beginning {}

    /** The first event that is known with the proof it asks for begins a term, but never later than it allows. */
    static Beginning of(Promise promise, UnitFacts facts) {
        Known first = null;
        for (Promise.Start start : promise.starts()) {
            first = known(promise, start, facts);
            if (first != null) {
                break;
            }
        }
        Promise.Start latest = promise.latest();
        Known cap = latest == null ? null : known(promise, latest, facts);
        if (first != null && cap != null && first.day.isAfter(cap.day)) {
            return new Known(cap.day, first.by, cap.by);
        }
        if (first == null && cap != null) {
            return new Known(cap.day, cap.by, cap.by);
        }
        return first != null ? first : new Unknown(missing(promise));
    }

    private static @Nullable Known known(Promise promise, Promise.Start start, UnitFacts facts) {
        LocalDate on = EventDays.of(facts, start.event(), start.proof(), promise.zone());
        return on == null
                ? null
                : new Known(
                        start.plus() == null ? on : on.plus(start.plus()),
                        new EventOn(start.event(), on, start.plusText()),
                        null);
    }

    private static List<Reason> missing(Promise promise) {
        List<Reason> reasons = new ArrayList<>();
        for (Promise.Start start : promise.starts()) {
            String event = start.event().word();
            String proof = start.proof() == RegistrationFacts.Proof.SAID
                    ? ""
                    : " with the proof " + start.proof().word();
            reasons.add(new Reason("no-" + event, "No " + event + " is known" + proof + "."));
        }
        return reasons;
    }
}
