/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Something that the answer could not follow.
 *
 * @param place where, -1 when the limit was met
 * @param unit what, -1 when the limit was met
 * @param qty how much, at the unit's scale; for a limit, the number of units left out
 */
public record Cut(int place, int unit, long qty, Reason reason) {

    /** Why the walk ended there. */
    public enum Reason {
        /** More left a place than was known to be there; the rest came from nowhere known. */
        SHORTFALL,
        /** It came from, or went to, the place that stands for the unknown. */
        UNKNOWN,
        /** Stock of an item without lot or serial: which of it went where is not known. */
        UNTRACKED,
        /** More units were reached than {@link Limits#units()} keeps. */
        LIMIT
    }
}
