/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/**
 * Which plant: the same settings give the same parts, for ever.
 *
 * @param seed of everything that chance decides
 * @param parts how many are made, 1,000 to 100 million
 * @param days in which they are made, evenly, 1 to 3,650
 * @param componentsPerStation how many components a station builds in, 1 to 100
 * @param lotParts how many parts are made in the time in which a lot of a component lasts; lots of a component last a
 *     quarter to four times as long
 * @param mislabelled share of links to component lots that name a neighbouring lot, 0 to 1
 * @param missing share of links to component lots that were not recorded, 0 to 1
 */
public record PlantSettings(
        long seed, int parts, int days, int componentsPerStation, int lotParts, double mislabelled, double missing) {

    /** Parts of the set that Bosch made public in 2016. */
    public static final int BOSCH_PARTS = 1_183_747;

    /** Share of them that failed. */
    public static final double BOSCH_FAILED = 0.0058;

    public PlantSettings {
        require(parts >= 1_000 && parts <= 100_000_000, parts + " parts");
        require(days >= 1 && days <= 3_650, days + " days");
        require(componentsPerStation >= 1 && componentsPerStation <= 100, componentsPerStation + " components");
        require(lotParts >= 4 && lotParts <= parts, "lots of " + lotParts + " parts");
        require(mislabelled >= 0 && mislabelled <= 1 && missing >= 0 && missing <= 1, "shares beyond 0 to 1");
    }

    /** The size of the Bosch set in two years, one component a station, every link recorded and right. */
    public static PlantSettings bosch(long seed) {
        return new PlantSettings(seed, BOSCH_PARTS, 730, 1, 12_000, 0, 0);
    }

    /** The same with another number of parts, made at the same pace. */
    public PlantSettings ofParts(int count) {
        int time = Math.max(1, (int) Math.round((double) days * count / parts));
        int lot = Math.min(lotParts, count);
        return new PlantSettings(seed, count, time, componentsPerStation, lot, mislabelled, missing);
    }

    /** The same with records that are wrong or not there. */
    public PlantSettings recorded(double wrong, double absent) {
        return new PlantSettings(seed, parts, days, componentsPerStation, lotParts, wrong, absent);
    }

    /** The same with more components, in lots of another size. */
    public PlantSettings with(int components, int partsOfLot) {
        return new PlantSettings(seed, parts, days, components, partsOfLot, mislabelled, missing);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
