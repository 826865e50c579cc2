/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import org.gozinto.place.Place;
import org.jspecify.annotations.Nullable;

/** How a partner is reached. */
final class Contacts {

    private Contacts() {}

    static @Nullable String email(@Nullable Place partner) {
        return partner == null || partner.contact() == null
                ? null
                : partner.contact().email();
    }

    static @Nullable String country(@Nullable Place partner) {
        return partner == null || partner.contact() == null
                ? null
                : partner.contact().country();
    }

    static @Nullable String language(@Nullable Place partner) {
        return partner == null || partner.contact() == null
                ? null
                : partner.contact().language();
    }
}
