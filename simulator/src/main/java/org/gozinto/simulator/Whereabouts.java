/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one piece is at the end, innermost place first: a pack may be in a host that is in a container that is at a
 * partner. {@code stops} is never empty.
 */
public record Whereabouts(List<Stop> stops) {

    public Whereabouts {
        stops = List.copyOf(stops);
    }

    /** The kinds of place; {@code RUN} means consumed. */
    public enum Kind {
        LOCATION,
        PARTNER,
        CONTAINER,
        HOST,
        RUN,
        SCRAP,
        ADJUSTMENT
    }

    /** One place: its code, or for a host its serial and item. */
    public record Stop(Kind kind, String code, @Nullable String item) {}

    /** The place that holds the piece directly: what the ledger calls its holding. */
    public Stop direct() {
        return stops.getFirst();
    }

    /** The place that everything around the piece stands at. */
    public Stop outermost() {
        return stops.getLast();
    }
}
