/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recall costs, and how many fail without a common cause.
 *
 * @param unitCosts of one recalled unit by item; 1 if left out
 * @param scopeCost of a recall besides its units (notice, goodwill) for each scope; 0 if left out
 * @param background failures of one unit without a common cause; estimated from the controls' items if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmallestQuestion(
        @Nullable Map<String, BigDecimal> unitCosts,
        @Nullable BigDecimal scopeCost,
        @Nullable Double background) {}
