/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import org.jspecify.annotations.Nullable;

/**
 * A run that is asked for.
 *
 * @param id a UUID made by the client
 * @param asOf last day that counts; today if left out
 * @param q share of signals that may be false, above 0 and at most 0.5; 0.05 if left out
 */
record SignalRunAsked(
        @Nullable String id,
        @Nullable String asOf,
        @Nullable Double q) {}
