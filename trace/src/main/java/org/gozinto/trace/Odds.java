/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;

/**
 * How likely something is, 0 to 1, to 12 digits: {@code lo} and {@code hi} are the same when it is known, else it is
 * between them.
 */
public record Odds(BigDecimal lo, BigDecimal hi) {}
