/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import org.jspecify.annotations.Nullable;

/**
 * A unit that may be affected by contact, precision {@link Precision#WINDOW} always. It is no fact of genealogy: no
 * entry says that anything went from one to the other.
 *
 * @param kind what was shared
 * @param place the shared place or vessel, -1 for equipment and operators
 * @param name the shared equipment or operator, else null
 * @param with the reached unit that it was shared with
 * @param through the unit that was touched: this one, or the one that leads to it
 * @param sinceUs forward, since when it can be affected; backward, until when it can have been the cause: the latest
 *     time of the contact, or when it went into what was touched; microseconds since 1970 UTC
 */
public record Hypothesis(
        int unit,
        Relation relation,
        Contact.Kind kind,
        int place,
        @Nullable String name,
        int with,
        int through,
        long sinceUs) {

    /** How the unit relates to the contact. */
    public enum Relation {
        /** It was there itself. */
        TOUCHED,
        /** Forward, it was made from a touched unit, or contains one; backward, a touched unit was made from it. */
        FOLLOWED
    }
}
