/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What one plant has, from the door to the dock, as its people would find it. */
final class Floor {

    final Catalog.Site site;
    final Catalog.Places places;
    final Heaps cells = new Heaps();
    final Heaps glue = new Heaps();
    final Heaps lineCells = new Heaps();
    final Heaps lineGlue = new Heaps();
    final IntQueue lineFrames = new IntQueue();
    final IntQueue lineControllers = new IntQueue();
    final IntQueue linePacks = new IntQueue();
    final IntQueue built = new IntQueue();
    final IntQueue finished = new IntQueue();
    final IntQueue reusePacks = new IntQueue();

    /** The offset of the wall clock today: clocks change on Sundays, when nobody works. */
    int offsetMinutes;

    private final Deque<Group> frames = new ArrayDeque<>();
    private final Deque<Group> controllers = new ArrayDeque<>();
    private final Deque<Group> chargers = new ArrayDeque<>();

    /** Pieces of one ware that were put away together. */
    record Group(int place, IntQueue pieces) {}

    Floor(Catalog.Site site) {
        this.site = site;
        this.places = site.places();
    }

    Deque<Group> groups(Ware ware) {
        return switch (ware) {
            case FRAME -> frames;
            case CONTROLLER -> controllers;
            case CHARGER -> chargers;
            case CELL, ADHESIVE, PACK, SCOOTER -> throw noStock(ware);
        };
    }

    int stored(Ware ware) {
        int stored = 0;
        for (Group group : groups(ware)) {
            stored += group.pieces().size();
        }
        return stored;
    }

    /** The next piece of the oldest group. */
    int takeStored(Ware ware) {
        Group group = groups(ware).getFirst();
        int piece = group.pieces().take();
        if (group.pieces().isEmpty()) {
            groups(ware).removeFirst();
        }
        return piece;
    }

    IntQueue line(Ware ware) {
        return switch (ware) {
            case FRAME -> lineFrames;
            case CONTROLLER -> lineControllers;
            case PACK -> linePacks;
            case CELL, ADHESIVE, CHARGER, SCOOTER -> throw noStock(ware);
        };
    }

    Heaps heaps(Ware ware) {
        return switch (ware) {
            case CELL -> cells;
            case ADHESIVE -> glue;
            case FRAME, CONTROLLER, CHARGER, PACK, SCOOTER -> throw noStock(ware);
        };
    }

    Heaps lineHeaps(Ware ware) {
        return switch (ware) {
            case CELL -> lineCells;
            case ADHESIVE -> lineGlue;
            case FRAME, CONTROLLER, CHARGER, PACK, SCOOTER -> throw noStock(ware);
        };
    }

    private static IllegalArgumentException noStock(Ware ware) {
        return new IllegalArgumentException(ware + " is not kept here");
    }
}
