/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import org.jspecify.annotations.Nullable;

/**
 * How goods without earlier history came into the books: a named leaf of the trace.
 *
 * @param from the partner it was received from, or the virtual place outside
 * @param to the place that it was received at or commissioned at
 * @param qty at the unit's scale
 */
public record Source(
        long seq,
        Act act,
        long occurredUs,
        int from,
        int to,
        long qty,
        @Nullable String document) {}
