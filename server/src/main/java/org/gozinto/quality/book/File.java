/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.util.List;
import java.util.stream.Stream;
import org.gozinto.ledger.StepChain.Taken;

/** A record with all that was done in it, oldest first. */
public record File<S>(Head head, List<Taken<S>> steps) {

    /** The number of the last step. */
    public long last() {
        return steps.isEmpty() ? 0 : steps.getLast().n();
    }

    /** What was said in steps of one type, oldest first. */
    public <T extends S> Stream<T> all(Class<T> type) {
        return steps.stream().map(Taken::step).filter(type::isInstance).map(type::cast);
    }
}
