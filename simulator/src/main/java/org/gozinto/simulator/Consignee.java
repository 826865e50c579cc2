/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;

/** How much of an item in scope went to a partner, and how much of that did not come back. */
public record Consignee(String partner, String item, BigDecimal gross, BigDecimal net) {}
