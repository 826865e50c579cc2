/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/** Which hosts a question means: the {@code hosts} of {@code GET /api/v1/trace}. */
public enum Hosts {
    /** Hosts that contain the component at the time asked about. {@code hosts=now}, the default. */
    NOW("now"),
    /** Hosts that contained it when they first left for a partner, or now if they never left. {@code hosts=asBuilt}. */
    AS_BUILT("asBuilt"),
    /** Hosts that contained it at any time up to the time asked about. {@code hosts=ever}. */
    EVER("ever");

    private final String word;

    Hosts(String word) {
        this.word = word;
    }

    /** The word that the HTTP contract has for it. */
    public String word() {
        return word;
    }
}
