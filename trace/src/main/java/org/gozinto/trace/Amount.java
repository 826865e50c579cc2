/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;

/**
 * How much seed material there is: at least, expected, at most; rounded half-even to the seed's scale plus three digits
 * (trace semantics §4).
 */
public record Amount(BigDecimal lo, BigDecimal expected, BigDecimal hi) {}
