/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.StepChain.Taken;

/** A record with all that was done in it, oldest first. */
public record File<S>(Head head, List<Taken<S>> steps) {

    /** The number of the last step. */
    public long last() {
        return steps.isEmpty() ? 0 : steps.getLast().n();
    }

    /** Steps after one as they are shown, oldest first. */
    public <V> Page<V> page(long after, int limit, Function<Taken<S>, V> shown) {
        int from = (int) Math.min(after, last());
        int to = (int) Math.min(last(), (long) from + limit);
        return new Page<>(
                steps.subList(from, to).stream().map(shown).toList(),
                to < last() ? Paging.cursor(String.valueOf(to)) : null);
    }

    /** What was said in steps of one type, oldest first. */
    public <T extends S> Stream<T> all(Class<T> type) {
        return steps.stream().map(Taken::step).filter(type::isInstance).map(type::cast);
    }
}
