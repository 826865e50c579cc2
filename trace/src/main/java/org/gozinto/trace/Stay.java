/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import org.jspecify.annotations.Nullable;

/**
 * A time that a unit spent in a container or host, directly or inside another one.
 *
 * @param in the unit that is the container or host
 * @param fromUs when it got in, microseconds since 1970 UTC
 * @param toUs when it got out (exclusive), null while it is in
 * @param position where in the host it was installed, null when not said
 */
public record Stay(
        int in, long fromUs, @Nullable Long toUs, @Nullable String position) {}
