/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;

/** What failed units share, or why that cannot be said. */
public sealed interface CauseAnswer {

    /** The table contradicts itself; the first faults, at most 100, and how many there are. */
    record Unreadable(List<Fault> faults, int faultsInAll) implements CauseAnswer {

        public Unreadable {
            faults = List.copyOf(faults);
        }
    }

    /** Too few failed to share anything; {@code needed} are. */
    record TooFewFailures(int failures, int needed) implements CauseAnswer {}

    /** There is nothing to compare the failed units with. */
    record NoControls(int failures) implements CauseAnswer {}

    /** All comparable units that exist failed: what they share is what they are. */
    record EveryoneFailed(int failures) implements CauseAnswer {}

    /** Failed and comparable units are never in one stratum, so each is only compared with its like. */
    record NothingInCommon(int failures, int controls) implements CauseAnswer {}

    /**
     * No factor has more failures than chance explains.
     *
     * @param screening what was looked at
     * @param leastQ the share of false causes at which the first would have been named, 1 when nothing was tested
     * @param nearest the strongest suspicions, at most five, the strongest first: unproven, worth a look and no more
     */
    record Nothing(Screening screening, double leastQ, List<Cause> nearest) implements CauseAnswer {

        public Nothing {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * What explains the failures, the strongest cause first.
     *
     * @param causes at least one
     * @param unexplained ids of failed units that have none of the causes, ascending
     * @param more whether the limit of causes was met while another factor had an excess
     * @param screening what was looked at
     */
    record Found(List<Cause> causes, List<Long> unexplained, boolean more, Screening screening) implements CauseAnswer {

        public Found {
            causes = List.copyOf(causes);
            unexplained = List.copyOf(unexplained);
        }
    }
}
