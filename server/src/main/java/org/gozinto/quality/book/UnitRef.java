/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A lot or serial by its numbers; {@code unit} is its id. A serial names its lot too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitRef(
        String unit,
        @Nullable String item,
        @Nullable String name,
        @Nullable String lot,
        @Nullable String serial) {}
