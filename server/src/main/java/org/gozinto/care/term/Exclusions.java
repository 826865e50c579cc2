/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.Promise.Exclusion;
import org.gozinto.care.term.UnitFacts.Change;
import org.jspecify.annotations.Nullable;

/** What a term does not cover. Stateless. */
final class Exclusions {

    private Exclusions() {}

    /**
     * The exclusions of a term that are met.
     *
     * @param asOf what happened later does not count
     * @param codes what the failure is coded by, with the codes above it; empty for no failure
     */
    static List<Reason> of(Promise promise, UnitFacts facts, LocalDate asOf, Set<String> codes) {
        if (promise.exclusions().isEmpty()) {
            return List.of();
        }
        List<Reason> met = new ArrayList<>(1);
        for (Exclusion exclusion : promise.exclusions()) {
            Reason reason = switch (exclusion) {
                case Exclusion.ByCode(var code) ->
                    codes.contains(code)
                            ? new Reason("excluded-code", "Failures of kind " + code + " are not covered.")
                            : null;
                case Exclusion.Opened _ -> opened(promise, facts, asOf);
                case Exclusion.ForeignPart foreign -> foreignPart(promise, foreign, facts, asOf);
            };
            if (reason != null) {
                met.add(reason);
            }
        }
        return met;
    }

    private static @Nullable Reason opened(Promise promise, UnitFacts facts, LocalDate asOf) {
        for (Change change : facts.changes()) {
            LocalDate day = change.when().day(promise.zone());
            if (change.away() && !day.isAfter(asOf)) {
                return new Reason(
                        "opened",
                        "A " + change.item() + " went " + (change.in() ? "in" : "out") + " on " + day
                                + ", while it was not in our hands.");
            }
        }
        return null;
    }

    /** Something that is not genuine is foreign while it is in, from the first delivery on. */
    private static @Nullable Reason foreignPart(
            Promise promise, Exclusion.ForeignPart foreign, UnitFacts facts, LocalDate asOf) {
        if (facts.deliveries().isEmpty()) {
            return null;
        }
        LocalDate delivered = facts.deliveries().getFirst().when().day(promise.zone());
        for (Change change : facts.changes()) {
            LocalDate in = change.when().day(promise.zone());
            boolean counts = change.in()
                    && !foreign.genuine().contains(change.item())
                    && (foreign.positions() == null
                            || change.position() != null && foreign.positions().contains(change.position()));
            LocalDate out = counts ? outOf(promise, facts, change) : null;
            if (counts && !in.isAfter(asOf) && !delivered.isAfter(asOf) && (out == null || out.isAfter(delivered))) {
                return new Reason("foreign-part", "A " + change.item() + " was in it since " + in + ".");
            }
        }
        return null;
    }

    private static @Nullable LocalDate outOf(Promise promise, UnitFacts facts, Change in) {
        boolean after = false;
        for (Change change : facts.changes()) {
            if (after && !change.in() && change.partId() == in.partId()) {
                return change.when().day(promise.zone());
            }
            after |= change == in;
        }
        return null;
    }
}
