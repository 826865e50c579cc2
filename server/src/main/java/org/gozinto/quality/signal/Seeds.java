/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import org.gozinto.genealogy.ScopeSeed;
import org.jspecify.annotations.Nullable;

/** Makes seeds as a recall's question takes them. */
final class Seeds {

    private Seeds() {}

    static ScopeSeed of(
            String item, @Nullable String lot, @Nullable String serial, ScopeSeed.@Nullable Numbers serials) {
        return new ScopeSeed(
                item, lot, serial, null, null, serials, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** @param issuer whose number it is, empty for ours */
    static ScopeSeed ofLot(String item, String lot, String issuer) {
        return new ScopeSeed(
                item, lot, null, issuer, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    static ScopeSeed ofRun(String run) {
        return new ScopeSeed(
                null, null, null, null, null, null, null, null, run, null, null, null, null, null, null, null, null,
                null);
    }
}
