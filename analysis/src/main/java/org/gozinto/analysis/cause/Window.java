/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/**
 * A time of a line or a tool in which more failed than before and after.
 *
 * @param series the line or tool
 * @param fromUs when the first unit in it was made, microseconds since 1970, inclusive
 * @param toUs when the last unit in it was made, inclusive
 * @param outerFromUs the earliest start of the windows that fit nearly as well, at most {@code fromUs}; a recall that
 *     takes the window should begin here
 * @param outerToUs the latest end of them, at least {@code toUs}
 */
public record Window(String series, long fromUs, long toUs, long outerFromUs, long outerToUs) {}
