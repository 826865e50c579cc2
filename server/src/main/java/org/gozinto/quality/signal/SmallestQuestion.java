/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recall costs, and how many fail without a common cause.
 *
 * @param unitCosts of one recalled unit by item, decimal texts; 1 if left out
 * @param scopeCost of a recall besides its units (notice, goodwill) for each scope, a decimal text; 0 if left out
 * @param background failures of one unit without a common cause; estimated from the controls' items if left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SmallestQuestion(
        @Nullable Map<String, String> unitCosts,
        @Nullable String scopeCost,
        @Nullable Double background) {}
