/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/**
 * A plant in the shape of the public Bosch set: parts pass some of 52 stations in 4 segments, each station builds in
 * components out of lots, people work at them in shifts. What is recorded can differ from what was so, as much as the
 * settings say. Parts, stations, components and lots are numbers from 0 on; times are microseconds since 1970.
 * Immutable.
 *
 * <p>Parts are made in the order of their numbers. Of each component, the lots of one to three suppliers are used side
 * by side, in turns of some two dozen parts. A sample: component 7 has two suppliers, A and B; parts 0–23 got lot A0,
 * 24–47 lot B0, 48–71 again B0, and so on, until A0 is used up and A1 follows.
 */
public final class Plant {

    /** Lots of one supplier that come out of the same lot of raw material. */
    private static final int LOTS_OF_RAW = 3;

    private static final int TURN = 24;
    private static final int MARKETS = 4;
    private static final int PEOPLE = 24;
    private static final long FIRST_US = 1_704_067_200_000_000L;
    private static final long DAY_US = 86_400_000_000L;
    private static final long SHIFT_US = DAY_US / 3;
    private static final long STATION_US = 120_000_000L;

    private final PlantSettings settings;
    private final Paths paths;
    private final short[] way;
    private final long[] startUs;
    private final int[] lanes;
    private final int[] span;

    private Plant(PlantSettings settings) {
        this.settings = settings;
        paths = new Paths(settings.seed());
        way = new short[settings.parts()];
        startUs = new long[settings.parts()];
        double stepUs = (double) settings.days() * DAY_US / settings.parts();
        for (int part = 0; part < way.length; part++) {
            way[part] = (short) paths.pick(share(Of.WAY, part));
            startUs[part] = FIRST_US + (long) ((part + share(Of.START, part)) * stepUs);
        }
        lanes = new int[components()];
        span = new int[components()];
        for (int component = 0; component < lanes.length; component++) {
            lanes[component] = 1 + Chance.below(3, settings.seed(), Of.LANES.ordinal(), component);
            double times = Math.pow(4, 2 * share(Of.SPAN, component) - 1);
            span[component] = Math.max(1, (int) (settings.lotParts() * times));
        }
    }

    /** What chance decides, each by itself. */
    private enum Of {
        WAY,
        START,
        LANES,
        SPAN,
        MARKET,
        TURN,
        JITTER,
        PERSON,
        WRONG,
        ABSENT
    }

    /** Makes the plant. */
    public static Plant of(PlantSettings settings) {
        return new Plant(settings);
    }

    public PlantSettings settings() {
        return settings;
    }

    public int parts() {
        return way.length;
    }

    public int stations() {
        return Paths.STATIONS;
    }

    /** The line segment of a station, 0 to 3. */
    public int segment(int station) {
        return Paths.segment(station);
    }

    /** The number of a part's way through the plant. */
    public int way(int part) {
        return way[part];
    }

    /** The stations that a part passed, one bit each. */
    public long passed(int part) {
        return paths.stations(way[part]);
    }

    public boolean passed(int part, int station) {
        return (passed(part) >>> station & 1) != 0;
    }

    /** When a part came into the plant. */
    public long startUs(int part) {
        return startUs[part];
    }

    /** When a part was at a station that it passed. */
    public long atUs(int part, int station) {
        int before = Long.bitCount(passed(part) & (1L << station) - 1);
        return startUs[part] + before * STATION_US + (long) (share(Of.JITTER, part * 64L + station) * STATION_US / 2);
    }

    /** In which of four markets a part is sold. */
    public int market(int part) {
        return Chance.below(MARKETS, settings.seed(), Of.MARKET.ordinal(), part);
    }

    /** The number of the shift of eight hours. */
    public long shift(long us) {
        return Math.floorDiv(us, SHIFT_US);
    }

    /** Who worked at a station then: one of two dozen people of its segment. */
    public int person(int station, long us) {
        int of = Chance.below(PEOPLE, settings.seed(), Of.PERSON.ordinal(), shift(us) * 64 + station);
        return segment(station) * PEOPLE + of;
    }

    public int components() {
        return Paths.STATIONS * settings.componentsPerStation();
    }

    /** Where a component is built in. */
    public int stationOf(int component) {
        return component / settings.componentsPerStation();
    }

    /** Whether a part has a component. */
    public boolean has(int part, int component) {
        return passed(part, stationOf(component));
    }

    /** The lot of a component that a part really has. */
    public int lot(int part, int component) {
        int of = lanes[component];
        long turn = (part + (long) component * 7) / TURN;
        int lane = Chance.below(of, settings.seed(), Of.TURN.ordinal(), turn * 8192 + component);
        int running = (int) ((part + (long) lane * span[component] / of) / span[component]);
        return running * of + lane;
    }

    /** The lot of a component that a part has by the records; -1 when nobody wrote it down. */
    public int recordedLot(int part, int component) {
        long which = (long) part * 8192 + component;
        if (share(Of.ABSENT, which) < settings.missing()) {
            return -1;
        }
        int lot = lot(part, component);
        if (share(Of.WRONG, which) >= settings.mislabelled()) {
            return lot;
        }
        int neighbour = lot + lanes[component];
        return (Chance.bits(settings.seed(), Of.WRONG.ordinal(), ~which) & 1) == 0 && lot >= lanes[component]
                ? lot - lanes[component]
                : neighbour;
    }

    /** How many suppliers a component has; they are numbers from 0 on. */
    public int suppliers(int component) {
        return lanes[component];
    }

    /** Which supplier a lot is of. */
    public int supplier(int component, int lot) {
        return lot % lanes[component];
    }

    /** The lot of raw material that a lot was made of. */
    public int rawLot(int component, int lot) {
        int running = lot / lanes[component];
        return running / LOTS_OF_RAW * lanes[component] + supplier(component, lot);
    }

    private double share(Of what, long which) {
        return Chance.share(settings.seed(), what.ordinal(), which);
    }
}
