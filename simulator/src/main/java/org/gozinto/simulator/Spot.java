/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/**
 * Where something is, as one int: the kind of place in the upper bits, its running number in the lower 28. Numbers
 * count locations, partners and runs as the book knows them, containers by SSCC, hosts by scooter.
 */
final class Spot {

    static final int SCRAP = spot(Whereabouts.Kind.SCRAP, 0);
    static final int ADJUSTMENT = spot(Whereabouts.Kind.ADJUSTMENT, 0);

    private static final int NUMBER_BITS = 28;
    private static final Whereabouts.Kind[] KINDS = Whereabouts.Kind.values();

    private Spot() {}

    static int location(int number) {
        return spot(Whereabouts.Kind.LOCATION, number);
    }

    static int partner(int number) {
        return spot(Whereabouts.Kind.PARTNER, number);
    }

    static int container(int number) {
        return spot(Whereabouts.Kind.CONTAINER, number);
    }

    static int host(int scooter) {
        return spot(Whereabouts.Kind.HOST, Ware.number(scooter));
    }

    static int run(int number) {
        return spot(Whereabouts.Kind.RUN, number);
    }

    static Whereabouts.Kind kind(int spot) {
        return KINDS[spot >>> NUMBER_BITS];
    }

    static int number(int spot) {
        return spot & ((1 << NUMBER_BITS) - 1);
    }

    /** The order of the kinds is part of the number, which lives no longer than one run of the program. */
    @SuppressWarnings("EnumOrdinal")
    private static int spot(Whereabouts.Kind kind, int number) {
        return (kind.ordinal() << NUMBER_BITS) | number;
    }
}
