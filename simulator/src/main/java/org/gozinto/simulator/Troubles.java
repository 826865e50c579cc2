/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What riders complain of, and why: the cells of one lot get hot, and so do packs that were welded on one line within
 * two hours with a worn head. The rest, of other kinds, is what always comes.
 *
 * @param cellLot the lot whose packs overheat; not the one that its supplier writes about
 * @param equipment the line that welded badly
 * @param from when its first bad pack was welded
 * @param to when its last bad pack was welded
 * @param complaints by the day on which they came
 */
public record Troubles(String cellLot, String equipment, Instant from, Instant to, List<CustomerComplaint> complaints) {

    /** Packs that get hot. */
    public static final String HEAT = "HEAT";

    /** What can be complained of. */
    public static final List<Code> CODES = List.of(
            new Code("BATTERY", "Battery", null, "serious"),
            new Code(HEAT, "Overheats", "BATTERY", "critical"),
            new Code("RANGE", "Does not get far", "BATTERY", "minor"),
            new Code("RIDE", "Ride", null, "serious"),
            new Code("BRAKE", "Brakes badly", "RIDE", "serious"),
            new Code("NOISE", "Makes noises", "RIDE", "minor"),
            new Code("DISPLAY", "Display stays dark", null, "minor"));

    public Troubles {
        complaints = List.copyOf(complaints);
    }

    /** A code, in which other code it is, and how bad it usually is. */
    public record Code(String code, String name, @Nullable String parent, String severity) {}
}
