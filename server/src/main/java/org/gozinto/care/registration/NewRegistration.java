/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to register a product.
 *
 * @param id a UUID made by who sends it
 * @param item null where the number alone is known
 * @param boughtOn a day
 * @param installedOn a day
 * @param channel where it was registered: {@code web}, {@code shop} …
 * @param seller where it was bought, in the owner's words
 * @param proof said, receipt or verified; said when it is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewRegistration(
        @Nullable String id,
        @Nullable String item,
        @Nullable String serial,
        @Nullable Person owner,
        @Nullable String boughtOn,
        @Nullable String installedOn,
        @Nullable String channel,
        @Nullable String seller,
        @Nullable String proof) {

    /** The same without what may be about a person. */
    NewRegistration bare() {
        return new NewRegistration(id, item, serial, null, boughtOn, installedOn, channel, null, proof);
    }

    Owners.Owned owned() {
        return new Owners.Owned(owner == null ? Person.NOBODY : owner, seller);
    }

    Step.Register step(boolean secret) {
        return new Step.Register(
                item,
                serial,
                boughtOn,
                installedOn,
                channel,
                owner == null ? null : owner.country(),
                proof == null ? "said" : proof,
                secret ? true : null);
    }
}
