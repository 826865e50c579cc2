/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gozinto.unit.Unit;

/**
 * Tells a component that comes out of a disassembly from a second piece with its number: it was consumed by a run,
 * and what came out of that run, or of a run that this went into, has now been put into the disassembling run.
 */
final class Disassembly {

    /** Units that the search follows at the most; beyond it the piece counts as a stranger. */
    private static final int SEEN_MAX = 1_000;

    private final Stage stage;

    Disassembly(Stage stage) {
        this.stage = stage;
    }

    /** Whether the unit went, over any number of runs, into something that was put into the run. */
    boolean comesOutOf(Unit unit, long run) throws SQLException {
        Deque<Long> open = new ArrayDeque<>(Set.of(unit.id()));
        Set<Long> seen = new HashSet<>(open);
        while (!open.isEmpty() && seen.size() < SEEN_MAX) {
            long at = open.removeFirst();
            stage.balances().load(Set.of(at));
            for (Map.Entry<Long, Long> place : stage.balances().places(at).entrySet()) {
                if (place.getValue() <= 0 || !stage.placeOfRun(place.getKey())) {
                    continue;
                }
                if (place.getKey() == run) {
                    return true;
                }
                for (long output : stage.balances().unitsAt(place.getKey())) {
                    if (stage.balances().at(output, place.getKey()) < 0 && seen.add(output)) {
                        open.addLast(output);
                    }
                }
            }
        }
        return false;
    }
}
