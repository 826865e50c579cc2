/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * When something happened, in microseconds since 1970 UTC, both ends inclusive. A known instant has equal ends; a time
 * known only to the day or month is that whole day or month (trace semantics §1).
 */
public record Moment(long fromUs, long toUs) {

    /** A time nobody knows. */
    public static final Moment UNKNOWN = new Moment(Long.MIN_VALUE, Long.MAX_VALUE);

    public Moment {
        if (fromUs > toUs) {
            throw new IllegalArgumentException("a moment ends before it begins: " + fromUs + " > " + toUs);
        }
    }

    public static Moment at(long us) {
        return new Moment(us, us);
    }

    public boolean isInstant() {
        return fromUs == toUs;
    }
}
