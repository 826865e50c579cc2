/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

/**
 * When something happened, as far as it is known.
 *
 * @param fromUs first microsecond (UTC) that it can have been
 * @param toUs last microsecond that it can have been; the same as fromUs for an instant
 * @param text as it was stated: an RFC 3339 time with its offset, a day, a month, or {@code unknown}
 */
public record Occurred(long fromUs, long toUs, String text) {}
