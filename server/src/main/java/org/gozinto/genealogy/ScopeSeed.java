/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One seed of a scope: units by their numbers, or by what they have in common. Exactly one of the kinds below, and what
 * narrows it.
 *
 * @param item of a lot, serial, range, made, received or attribute; narrows a supplier's lot
 * @param lot the number of a lot
 * @param serial the number of a serial
 * @param issuer whose number the lot or serial is; empty for a number that is nobody else's
 * @param lots all lots of the item from one number to another
 * @param serials all serials of the item from one number to another
 * @param supplierLot the supplier's own number
 * @param partner whose number the supplier's lot is
 * @param run all that came out of a run
 * @param vessel what was in a vessel; {@code from} and {@code to} say when, else ever
 * @param made what of the item came out of runs then
 * @param received what of the item came in from partners then
 * @param attribute units of the item that were recorded with all of these attributes
 * @param container what is or was in a container, by the question's {@code contents}
 * @param place only what came to this place, or to one in it
 * @param document only what came by this document
 * @param from only what came then or later: an instant, or a day (UTC)
 * @param to only what came until then: an instant, or a day for its end (UTC)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeSeed(
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String issuer,
        @Nullable Numbers lots,
        @Nullable Numbers serials,
        @Nullable String supplierLot,
        @Nullable String partner,
        @Nullable String run,
        @Nullable String vessel,
        @Nullable Span made,
        @Nullable Receipts received,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<Attribute> attribute,

        @Nullable String container,
        @Nullable String place,
        @Nullable String document,
        @Nullable String from,
        @Nullable String to) {

    /**
     * Numbers that are alike but for one run of digits, both ends included. They are compared as numbers, and need not
     * have been given to anything.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Numbers(@Nullable String from, @Nullable String to) {}

    /** Instants, or days (UTC), both ends included; one of them may be left open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Span(@Nullable String from, @Nullable String to) {}

    /** @param partner only what came from this partner */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Receipts(
            @Nullable String from,
            @Nullable String to,
            @Nullable String partner) {}

    /** @param value the text, number or truth value that the attribute has */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attribute(@Nullable String name, @Nullable String value) {}

    /** The same seed of a lot or serial with its issuer named; empty for none. */
    ScopeSeed named(String issuerCode) {
        return new ScopeSeed(
                item,
                lot,
                serial,
                issuerCode,
                lots,
                serials,
                supplierLot,
                partner,
                run,
                vessel,
                made,
                received,
                attribute,
                container,
                place,
                document,
                from,
                to);
    }
}
