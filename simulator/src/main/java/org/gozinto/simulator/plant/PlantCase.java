/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Parts of a plant that failed, in a stretch of its production, with the cause that is known.
 *
 * @param plant where they were made
 * @param cause why some fail more than others
 * @param from first part of the stretch
 * @param to its end, exclusive
 * @param failed numbers of those that failed, ascending
 */
public record PlantCase(Plant plant, PlantCause cause, int from, int to, int[] failed) {

    /** What chance decides here; far from the numbers that the plant takes for itself. */
    private static final int FAILS = 101;

    private static final int ORDER = 102;

    private record Drawn(int part, double key) {}

    /**
     * Each part fails by itself, with a chance that is the share times its risk.
     *
     * @param share of parts that fail where no cause touches them
     */
    public static PlantCase natural(Plant plant, PlantCause cause, double share, long seed) {
        int[] failed = IntStream.range(0, plant.parts())
                .filter(part -> Chance.share(seed, FAILS, part) < share * cause.risk(plant, part))
                .toArray();
        return new PlantCase(plant, cause, 0, plant.parts(), failed);
    }

    /**
     * Exactly so many fail, those with a higher risk the likelier: drawn one after the other without putting back, by
     * the smallest keys of exponential chance (Efraimidis and Spirakis, Information Processing Letters 97 (2006)).
     */
    public static PlantCase exactly(int failures, Plant plant, PlantCause cause, int from, int to, long seed) {
        if (failures > to - from) {
            throw new IllegalArgumentException(failures + " failures of " + (to - from) + " parts");
        }
        Drawn[] keys = new Drawn[to - from];
        for (int part = from; part < to; part++) {
            double key = -Math.log1p(-Chance.share(seed, ORDER, part)) / cause.risk(plant, part);
            keys[part - from] = new Drawn(part, key);
        }
        Arrays.sort(keys, (a, b) -> Double.compare(a.key, b.key));
        int[] failed = new int[failures];
        for (int i = 0; i < failures; i++) {
            failed[i] = keys[i].part;
        }
        Arrays.sort(failed);
        return new PlantCase(plant, cause, from, to, failed);
    }

    /** How many of the failed parts the cause touches. */
    public int touched() {
        return (int)
                Arrays.stream(failed).filter(part -> cause.touches(plant, part)).count();
    }

    /**
     * Comparable parts of the same stretch and the same market that did not fail, each once.
     *
     * @param per how many for each failed one
     * @return ascending; fewer when there are no more
     */
    public int[] controls(int per, long seed) {
        int[] wanted = new int[4];
        for (int part : failed) {
            wanted[plant.market(part)] += per;
        }
        boolean[] taken = new boolean[to - from];
        for (int part : failed) {
            taken[part - from] = true;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] found = new int[Math.min(to - from - failed.length, failed.length * per)];
        int count = 0;
        for (long tries = 0; count < found.length && tries < 64L * (to - from); tries++) {
            int part = from + random.nextInt(to - from);
            int market = plant.market(part);
            if (!taken[part - from] && wanted[market] > 0) {
                taken[part - from] = true;
                wanted[market]--;
                found[count++] = part;
            }
        }
        int[] controls = Arrays.copyOf(found, count);
        Arrays.sort(controls);
        return controls;
    }
}
