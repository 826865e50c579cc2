/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which recalls' units went into which runs, as far as it was asked, so that a long run is not read for every group of
 * acts. Right as long as nothing that existed before comes under a stop: then all is forgotten. Safe for use by many
 * threads.
 */
final class RunInputs {

    private static final int RUNS_MAX = 10_000;

    private final Map<Long, Fed> fed = new LinkedHashMap<>(16, 0.75f, true);
    private long generation;

    /**
     * The recalls of what went into a run.
     *
     * @param seq up to this entry
     */
    record Fed(long seq, Set<String> recalls) {

        static final Fed NOTHING = new Fed(0, new TreeSet<>());
    }

    /** What is known of a run, to be brought forward from there. */
    synchronized Fed of(long run) {
        return fed.getOrDefault(run, Fed.NOTHING);
    }

    /** Which state of knowledge {@link #of} gives; see {@link #keep}. */
    synchronized long generation() {
        return generation;
    }

    /** Keeps what was learnt, unless all was forgotten since the generation. */
    synchronized void keep(long learntIn, Map<Long, Fed> learnt) {
        if (learntIn == generation) {
            fed.putAll(learnt);
            while (fed.size() > RUNS_MAX) {
                fed.remove(fed.keySet().iterator().next());
            }
        }
    }

    synchronized void forget() {
        generation++;
        fed.clear();
    }
}
