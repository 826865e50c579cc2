/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * Where a unit can be: a location, vessel, container, partner, run, host or one of the virtual places.
 *
 * @param parent the place that this one always belongs to, -1 for none
 * @param unit the unit that is this place (a container, or a serial as host), -1 for none
 * @param overlap δ of a {@link Mixing#FIFO} vessel, at the scale of the quantities filled into it
 */
public record Place(int id, String code, Kind kind, int parent, int unit, Mixing mixing, long overlap) {

    /** What kind of place it is; the last four are virtual. */
    public enum Kind {
        SITE,
        AREA,
        BIN,
        VESSEL,
        CONTAINER,
        PARTNER,
        RUN,
        HOST,
        OUTSIDE,
        SCRAP,
        ADJUSTMENT,
        UNKNOWN
    }
}
