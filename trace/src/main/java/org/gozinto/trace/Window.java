/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** A span of time in microseconds since 1970 UTC, both ends inclusive. */
public record Window(long fromUs, long toUs) {

    /** Whether what happened then happened in this span, or may have. */
    public boolean overlaps(Moment moment) {
        return moment.fromUs() <= toUs && moment.toUs() >= fromUs;
    }
}
