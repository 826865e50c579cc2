/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Work on many factors, in parts on several cores; the results are in order, so that the number of cores is not seen.
 */
final class Parts {

    private static final int SIZE = 16_384;

    /** Does the work from one index to before another. */
    interface Work<T> {
        T part(int first, int end);
    }

    private Parts() {}

    static <T> List<T> of(int count, Work<T> work) {
        return IntStream.range(0, (count + SIZE - 1) / SIZE)
                .parallel()
                .mapToObj(i -> work.part(i * SIZE, Math.min(count, (i + 1) * SIZE)))
                .toList();
    }
}
