/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

/** What the numbers of a lot and code say. */
public enum Verdict {

    /** Its q is at or below the level, and there are complaints enough. */
    SIGNAL,

    /** Not a signal, but even the careful estimate (EB05) is above what was expected. */
    WATCH,

    /** As expected. */
    NOTHING,

    /** Fewer complaints than a signal needs, be they as unlikely as they may: one complaint is no pattern. */
    TOO_LITTLE
}
