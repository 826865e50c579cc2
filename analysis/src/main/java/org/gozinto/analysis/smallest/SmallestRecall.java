/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.smallest;

import java.util.List;

/** The smallest recall that explains failures. */
public final class SmallestRecall {

    private SmallestRecall() {}

    /**
     * The curve of cost against failures left unexplained.
     *
     * @param failures ids of the failed units, each once
     * @param table candidates; failures of them that are not in {@code failures} are passed over
     * @param background failures without a common cause
     * @param limits when to stop looking for proof
     */
    public static RecallAnswer curve(List<Long> failures, ScopeTable table, Background background, Limits limits) {
        throw new UnsupportedOperationException(failures + " " + table + background + limits);
    }

    /**
     * When exact search ends and bounds begin.
     *
     * @param pointMs longest search for one point, milliseconds, at least 1
     * @param totalMs longest search in all, at least 1
     * @param atomsMax with more classes of units than this, units in several scopes are counted once for each
     */
    public record Limits(long pointMs, long totalMs, int atomsMax) {

        /** Two seconds a point, ten in all, 20,000 atoms. */
        public static Limits usual() {
            return new Limits(2_000, 10_000, 20_000);
        }
    }
}
