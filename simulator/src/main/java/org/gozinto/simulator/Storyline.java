/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the planted lot leads an eventful life: its scooters come back and are resold, swapped and scrapped,
 * one pack ends in a scooter that was built without it, one is sold as a spare. The rest is left to chance.
 */
final class Storyline {

    /** Neither a lot nor the complement of a pack number. */
    private static final int NOT_YET = Integer.MIN_VALUE;

    private final BitSet badPacks = new BitSet();
    private final Deque<Fate> fates =
            new ArrayDeque<>(List.of(Fate.SWAP_REUSE, Fate.RESALE, Fate.SWAP_SCRAP, Fate.SWAP_REFURBISH, Fate.SCRAP));
    private int badLot = NOT_YET;
    private boolean sharedRunDue = true;
    private boolean spareDue = true;
    private @Nullable Floor bench;

    /** What becomes of a scooter that came back. */
    enum Fate {
        RESALE,
        SWAP_REUSE,
        SWAP_SCRAP,
        SWAP_REFURBISH,
        CONTROLLER,
        SCRAP,
        SCRAP_WHOLE
    }

    void begin(int lot) {
        badLot = lot;
    }

    boolean isBadLot(int lot) {
        return lot == badLot;
    }

    /** Remembers a pack when anything that it is made of is bad or may be. */
    void packMade(int pack, List<TruthBook.Input> inputs) {
        for (TruthBook.Input input : inputs) {
            int source = input.source();
            if (source == badLot || (source < 0 && badPacks.get(~source))) {
                badPacks.set(Ware.number(pack));
                return;
            }
        }
    }

    boolean isBadPack(int pack) {
        return badPacks.get(Ware.number(pack));
    }

    /** True once: the first job from the bad lot is a run of several packs. */
    boolean takeSharedRun() {
        boolean due = sharedRunDue;
        sharedRunDue = false;
        return due;
    }

    boolean takeSpare() {
        boolean due = spareDue;
        spareDue = false;
        return due;
    }

    boolean wantsReturn() {
        return !fates.isEmpty();
    }

    Fate takeFate() {
        return fates.removeFirst();
    }

    /** A bad pack waits on a plant's bench: the next sound scooter that is sold there shall come for it. */
    void badPackOnBench(Floor floor) {
        bench = floor;
    }

    boolean takeCleanReturn(Floor floor) {
        boolean due = bench == floor;
        if (due) {
            bench = null;
        }
        return due;
    }
}
