/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/** Why some parts of a plant fail more than others. */
public sealed interface PlantCause {

    /** How many times likelier than others a part fails; 1 when the cause does not touch it. */
    double risk(Plant plant, int part);

    /** Whether the cause touches a part. */
    default boolean touches(Plant plant, int part) {
        return risk(plant, part) > 1;
    }

    /** Nothing is wrong. */
    record None() implements PlantCause {
        @Override
        public double risk(Plant plant, int part) {
            return 1;
        }
    }

    /** A lot of a component is bad. */
    record BadLot(int component, int lot, double times) implements PlantCause {
        @Override
        public double risk(Plant plant, int part) {
            return plant.has(part, component) && plant.lot(part, component) == lot ? times : 1;
        }
    }

    /** A station worked badly for a time, both ends inclusive. */
    record BadTime(int station, long fromUs, long toUs, double times) implements PlantCause {
        @Override
        public double risk(Plant plant, int part) {
            if (!plant.passed(part, station)) {
                return 1;
            }
            long at = plant.atUs(part, station);
            return at >= fromUs && at <= toUs ? times : 1;
        }
    }

    /** A lot and a station are each good, and bad together. */
    record LotOnTool(int component, int lot, int station, double times) implements PlantCause {
        @Override
        public double risk(Plant plant, int part) {
            boolean both =
                    plant.passed(part, station) && plant.has(part, component) && plant.lot(part, component) == lot;
            return both ? times : 1;
        }
    }

    /**
     * What a supplier sends gets worse from one of its lots on.
     *
     * @param lastGood the last lot that is good
     * @param lots after how many lots {@code times} is reached; from there on it stays
     */
    record Drift(int component, int lastGood, int lots, double times) implements PlantCause {
        @Override
        public double risk(Plant plant, int part) {
            if (!plant.has(part, component)) {
                return 1;
            }
            int lot = plant.lot(part, component);
            if (plant.supplier(component, lot) != plant.supplier(component, lastGood)) {
                return 1;
            }
            double since = (double) (lot - lastGood) / plant.suppliers(component);
            return 1 + (times - 1) * Math.clamp(since / lots, 0, 1);
        }
    }
}
