/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A unit by its numbers; {@code unit} is its id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitRef(
        String unit,
        @Nullable String item,
        @Nullable String name,
        @Nullable String lot,
        @Nullable String serial) {}
