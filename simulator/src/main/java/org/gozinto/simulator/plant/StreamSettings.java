/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/**
 * Which lots and complaints.
 *
 * @param seed of everything that chance decides
 * @param items how many items, 1 or more
 * @param lotsPerItem lots of each, one after the other over the months, 1 or more
 * @param unitsPerLot about how many units a lot has; a third to three times as many, 1 or more
 * @param codes of complaints, 1 to 1,000
 * @param months from the first lot to the last day that is known, 6 to 240
 * @param complaintsPerUnit expected of a unit of all codes together within two years, above 0
 * @param seasons whether complaints come by season, a fifth more in summer
 * @param mislabelled share of complaints that name another lot of the item
 * @param missing share of complaints whose lot is not known
 */
public record StreamSettings(
        long seed,
        int items,
        int lotsPerItem,
        int unitsPerLot,
        int codes,
        int months,
        double complaintsPerUnit,
        boolean seasons,
        double mislabelled,
        double missing) {

    public StreamSettings {
        require(items >= 1 && lotsPerItem >= 1 && unitsPerLot >= 1, "no lots or no units");
        require(codes >= 1 && codes <= 1_000, codes + " codes");
        require(months >= 6 && months <= 240, months + " months");
        require(complaintsPerUnit > 0, complaintsPerUnit + " complaints");
        require(mislabelled >= 0 && mislabelled <= 1 && missing >= 0 && missing <= 1, "shares beyond 0 to 1");
    }

    /** Eight items of 25 lots with some 1,000 units each, ten codes, three years. */
    public static StreamSettings usual(long seed) {
        return new StreamSettings(seed, 8, 25, 1_000, 10, 36, 0.1, true, 0, 0);
    }

    /** The same with records that are wrong or not there. */
    public StreamSettings recorded(double wrong, double absent) {
        return new StreamSettings(
                seed, items, lotsPerItem, unitsPerLot, codes, months, complaintsPerUnit, seasons, wrong, absent);
    }

    /** The same in which all months are alike. */
    public StreamSettings withoutSeasons() {
        return new StreamSettings(
                seed, items, lotsPerItem, unitsPerLot, codes, months, complaintsPerUnit, false, mislabelled, missing);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
