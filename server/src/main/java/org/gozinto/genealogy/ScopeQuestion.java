/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question of a scope: that of a trace, with one seed as there, or with a list of them. In JSON the members of the
 * one stand beside those of the other.
 *
 * @param trace the question, whose seed it may have
 * @param seeds 1 to 10,000 of them instead of the one that {@code item} to {@code container}, {@code place} and
 *     {@code document} are of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeQuestion(
        @JsonUnwrapped TraceQuery trace, @Nullable List<ScopeSeed> seeds) {

    /** A question about a list of seeds, all else by default. */
    public static ScopeQuestion of(String direction, List<ScopeSeed> seeds) {
        return new ScopeQuestion(TraceQuery.to(direction), seeds);
    }

    /** The seeds of the list, or the one seed of the question itself; empty when it names none. */
    public List<ScopeSeed> allSeeds() {
        if (seeds != null) {
            return seeds;
        }
        if (!trace.hasSeed()) {
            return List.of();
        }
        return List.of(new ScopeSeed(
                trace.item(),
                trace.lot(),
                trace.serial(),
                trace.issuer(),
                null,
                null,
                trace.supplierLot(),
                null,
                null,
                null,
                null,
                null,
                null,
                trace.container(),
                trace.place(),
                trace.document(),
                null,
                null));
    }

    /** The same question about what was known then; null for all that is known now. */
    ScopeQuestion knownAt(@Nullable String then) {
        return new ScopeQuestion(trace.knownAt(then), seeds);
    }

    /** The same question with its one seed fully named, so that it stays clear. */
    ScopeQuestion named(@Nullable String itemCode, @Nullable String issuerCode) {
        return new ScopeQuestion(trace.named(itemCode, issuerCode), seeds);
    }

    /** The same question about these seeds. */
    ScopeQuestion seeds(List<ScopeSeed> others) {
        return new ScopeQuestion(trace, others);
    }
}
