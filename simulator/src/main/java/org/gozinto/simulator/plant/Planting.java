/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Picks causes that touch about a wanted share of the parts of a stretch of production, so that how hard a case is can
 * be chosen.
 */
public final class Planting {

    private static final int SAMPLE = 4_000;
    private static final int TRIES = 2_000;

    /** A cause may touch so many times fewer or more parts than wanted; twice as many when none is found nearer. */
    private static final double NEAR = 1.25;

    private static final double FARTHEST = 2;

    private final Plant plant;
    private final int from;
    private final int to;
    private final double share;
    private final double times;
    private final SplittableRandom random;

    /**
     * Plants in parts {@code from} to {@code to}, exclusive.
     *
     * @param share of these parts that the cause is to touch, above 0 and below 1
     * @param times how much likelier they fail
     */
    public Planting(Plant plant, int from, int to, double share, double times, long seed) {
        this.plant = plant;
        this.from = from;
        this.to = to;
        this.share = share;
        this.times = times;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A lot that is bad, while lots of other suppliers are used beside it.
     *
     * @throws IllegalStateException when no lot touches about the wanted share
     */
    public PlantCause.BadLot badLot() {
        for (int i = 0; i < TRIES; i++) {
            int component = random.nextInt(plant.components());
            if (plant.suppliers(component) == 1) {
                continue;
            }
            SortedMap<Integer, Integer> counts = new TreeMap<>();
            for (int k = 0; k < SAMPLE / 8; k++) {
                int part = any();
                if (plant.has(part, component)) {
                    counts.merge(plant.lot(part, component), 1, Integer::sum);
                }
            }
            for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
                PlantCause.BadLot cause = new PlantCause.BadLot(component, one.getKey(), times);
                if (near(one.getValue() / (SAMPLE / 8.0), 1.25 * tolerance(i)) && near(touched(cause), tolerance(i))) {
                    return cause;
                }
            }
        }
        throw none("lot");
    }

    /**
     * A station that worked badly for a time, long enough to touch the wanted share.
     *
     * @throws IllegalStateException when no station makes so many parts
     */
    public PlantCause.BadTime badTime() {
        for (int i = 0; i < TRIES; i++) {
            int station = random.nextInt(plant.stations());
            double passes = touched(new PlantCause.BadTime(station, Long.MIN_VALUE, Long.MAX_VALUE, times));
            if (passes > 1.5 * share) {
                int parts = (int) ((to - from) * share / passes);
                int first = from + random.nextInt(to - from - parts);
                return new PlantCause.BadTime(station, plant.startUs(first), plant.startUs(first + parts), times);
            }
        }
        throw none("time");
    }

    /**
     * A lot and a station that are bad only together: each of them touches at least twice as many parts as both.
     *
     * @throws IllegalStateException when no lot and station touch about the wanted share
     */
    public PlantCause.LotOnTool lotOnTool() {
        for (int i = 0; i < TRIES; i++) {
            PlantCause.BadLot lot = new Planting(plant, from, to, 2.5 * share, times, random.nextLong()).badLot();
            int station = random.nextInt(plant.stations());
            PlantCause.LotOnTool both = new PlantCause.LotOnTool(lot.component(), lot.lot(), station, times);
            if (station != plant.stationOf(lot.component()) && near(touched(both), tolerance(i))) {
                return both;
            }
        }
        throw none("lot and station");
    }

    /**
     * A supplier whose lots get worse from the middle of the stretch on; the worst is reached within three lots.
     *
     * @throws IllegalStateException when no supplier touches about the wanted share
     */
    public PlantCause.Drift drift() {
        int middle = from + (to - from) / 2;
        for (int i = 0; i < TRIES; i++) {
            int component = random.nextInt(plant.components());
            int lot = plant.lot(middle, component);
            PlantCause.Drift cause = new PlantCause.Drift(component, lot, 3, times);
            if (near(touched(cause), tolerance(i)) && plant.suppliers(component) > 1) {
                return cause;
            }
        }
        throw none("supplier");
    }

    private double touched(PlantCause cause) {
        int count = 0;
        for (int i = 0; i < SAMPLE; i++) {
            count += cause.touches(plant, any()) ? 1 : 0;
        }
        return (double) count / SAMPLE;
    }

    private static double tolerance(int tries) {
        return tries < TRIES / 2 ? NEAR : FARTHEST;
    }

    private boolean near(double found, double factor) {
        return found > share / factor && found < share * factor;
    }

    private int any() {
        return from + random.nextInt(to - from);
    }

    private IllegalStateException none(String what) {
        return new IllegalStateException("no " + what + " touches " + share + " of the parts " + from + " to " + to);
    }
}
