/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something odd about a rule among the others.
 *
 * @param type gap, overlap or contradiction
 * @param from first number or day that it is about, where it is about such; {@code to} the last
 * @param rules codes of the rules that it is about, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        String type,
        String detail,
        @Nullable String from,
        @Nullable String to,
        List<String> rules) {

    static final String GAP = "gap";
    static final String OVERLAP = "overlap";
    static final String CONTRADICTION = "contradiction";
}
