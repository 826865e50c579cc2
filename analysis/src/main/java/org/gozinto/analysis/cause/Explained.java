/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A factor that looks guilty by itself and is explained by a cause.
 *
 * @param factors it and those that the same units have; the data cannot tell them apart
 * @param window when it is a time of a line
 * @param counts how many have it
 * @param p by itself
 * @param pGivenCause what is left of its excess when the cause is known: its p among units alike in the cause
 * @param pOfCause what is left of the cause's excess when this factor is known
 * @param relation how its units lie to those of the cause
 * @param rival whether the data can hardly tell which of both is the cause: neither leaves an excess of the other
 */
public record Explained(
        List<Factor> factors,
        @Nullable Window window,
        Counts counts,
        double p,
        double pGivenCause,
        double pOfCause,
        Relation relation,
        boolean rival) {

    /** How the units of a factor lie to those of another. */
    public enum Relation {
        /** It has all units of the cause and more, as a supplier has those of a lot. */
        AROUND,
        /** It has some units of the cause and no other, as a reel has those of a lot. */
        INSIDE,
        /** It has some of the cause's units and others. */
        ACROSS
    }

    public Explained {
        factors = List.copyOf(factors);
    }
}
