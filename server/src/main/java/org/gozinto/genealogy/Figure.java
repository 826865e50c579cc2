/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.List;
import java.util.Locale;
import org.gozinto.trace.Precision;

/**
 * What a picture shows before anything is folded: spots in the order of the answer, and the steps between them in the
 * order of time.
 *
 * @param forward the seeds stand on the left; else on the right
 */
record Figure(List<Spot> spots, List<Tie> ties, boolean forward) {

    /** What a spot stands for. */
    enum Kind {
        LOT,
        SERIAL,
        CONTAINER,
        RUN,
        PARTNER,
        PLACE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a spot is doing, the least alarming first. */
    enum State {
        GONE,
        OK,
        UNKNOWN,
        BAD,
        HELD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One unit, run, vessel or partner.
     *
     * @param id letter and number: u17 is unit 17, p5 is place 5
     * @param number of the unit in the engine, -1 for a place
     * @param item code, empty for a place
     * @param stock where it stands, such as "in stock"; empty for a place
     * @param whom who has it, empty when nobody else has
     */
    record Spot(
            String id,
            Kind kind,
            int number,
            String item,
            String title,
            String subtitle,
            State state,
            String stock,
            String whom,
            boolean seed) {}

    /** A step from one spot to another, by their indexes. */
    record Tie(int from, int to, Precision precision) {}
}
