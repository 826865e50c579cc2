/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question of a scope: that of a trace, with one seed as there, or with a list of them.
 *
 * @param seeds 1 to 10,000 of them instead of the one that {@code item} to {@code container}, {@code place} and
 *     {@code document} are of
 * @see TraceQuery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeQuestion(
        @Nullable String direction,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String issuer,
        @Nullable String supplierLot,
        @Nullable String container,
        @Nullable String asOf,
        @Nullable String knownAt,
        @Nullable String hosts,
        @Nullable String contents,
        @Nullable Boolean amounts,
        @Nullable String place,
        @Nullable String document,
        @Nullable String killSteps,
        @Nullable String precision,
        @Nullable String stop,
        @Nullable String contact,
        @Nullable String contactWindow,
        @Nullable Long badPieces,
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable List<ScopeSeed> seeds) {

    /** A question about a list of seeds, all else by default. */
    public static ScopeQuestion of(String direction, List<ScopeSeed> seeds) {
        return new ScopeQuestion(
                direction, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, seeds);
    }

    /** The seeds of the list, or the one seed of the question itself; empty when it names none. */
    public List<ScopeSeed> allSeeds() {
        if (seeds != null) {
            return seeds;
        }
        if (lot == null && serial == null && supplierLot == null && container == null) {
            return List.of();
        }
        return List.of(new ScopeSeed(
                item,
                lot,
                serial,
                issuer,
                null,
                null,
                supplierLot,
                null,
                null,
                null,
                null,
                null,
                null,
                container,
                place,
                document,
                null,
                null));
    }

    /** The same question as that of a trace, whose seed it may have. */
    TraceQuery query() {
        return new TraceQuery(
                direction,
                item,
                lot,
                serial,
                issuer,
                supplierLot,
                container,
                asOf,
                knownAt,
                hosts,
                contents,
                amounts,
                place,
                document,
                killSteps,
                precision,
                stop,
                contact,
                contactWindow,
                badPieces,
                limit,
                cursor);
    }

    private static ScopeQuestion of(TraceQuery query, @Nullable List<ScopeSeed> seeds) {
        return new ScopeQuestion(
                query.direction(),
                query.item(),
                query.lot(),
                query.serial(),
                query.issuer(),
                query.supplierLot(),
                query.container(),
                query.asOf(),
                query.knownAt(),
                query.hosts(),
                query.contents(),
                query.amounts(),
                query.place(),
                query.document(),
                query.killSteps(),
                query.precision(),
                query.stop(),
                query.contact(),
                query.contactWindow(),
                query.badPieces(),
                query.limit(),
                query.cursor(),
                seeds);
    }

    /** The same question about what was known then; null for all that is known now. */
    ScopeQuestion knownAt(@Nullable String then) {
        return of(query().knownAt(then), seeds);
    }

    /** The same question with its one seed fully named, so that it stays clear. */
    ScopeQuestion named(@Nullable String itemCode, @Nullable String issuerCode) {
        return of(query().named(itemCode, issuerCode), seeds);
    }

    /** The same question about these seeds. */
    ScopeQuestion seeds(List<ScopeSeed> others) {
        return of(query(), others);
    }
}
