/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A trace question in the words of the API.
 *
 * @param issuer whose number it is; empty for a number that is nobody else's
 * @param supplierLot the supplier's own number instead of a lot of ours
 * @param asOf an instant, or a day for its end (UTC)
 * @param knownAt a sequence number, or an instant
 * @param place narrows the seed to what came to this place
 * @param document narrows the seed to what came by this document
 * @param killSteps steps that pass nothing on, separated by commas
 * @param contact hypotheses to add: place, vessel, equipment, operator, separated by commas
 * @param contactWindow the longest time between two units in contact, such as PT2H
 * @param badPieces how many pieces of each seed lot are bad, for the chance that a unit has one; with amounts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceQuery(
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
        @Nullable String cursor) {

    /** A question in this direction, all else by default. */
    static TraceQuery to(String direction) {
        return new TraceQuery(
                direction, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    /** What a lot or serial is made of, all else by default; {@code issuer} null for a number of our own. */
    public static TraceQuery backward(
            String item, @Nullable String lot, @Nullable String serial, @Nullable String issuer) {
        return backward(item, lot, serial, issuer, null);
    }

    /** The same as of a day or time; null for now. */
    public static TraceQuery backward(
            String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String issuer,
            @Nullable String asOf) {
        return new TraceQuery(
                "backward",
                item,
                lot,
                serial,
                issuer,
                null,
                null,
                asOf,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether it names the unit that it begins at. */
    boolean hasSeed() {
        return lot != null || serial != null || supplierLot != null || container != null;
    }

    /** The same question about what was known then; null for all that is known now. */
    TraceQuery knownAt(@Nullable String then) {
        return new TraceQuery(
                direction,
                item,
                lot,
                serial,
                issuer,
                supplierLot,
                container,
                asOf,
                then,
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

    /** The same question with its seed fully named, so that it stays clear when other things get the same number. */
    TraceQuery named(@Nullable String itemCode, @Nullable String issuerCode) {
        return new TraceQuery(
                direction,
                itemCode,
                lot,
                serial,
                issuerCode,
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
}
