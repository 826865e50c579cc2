/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer holds: the reference read the whole ledger and was compared with what the server answers.
 *
 * @param same the two agree, and so does the hash that was given
 * @param proof of what the server answers
 * @param referenceHash what the reference answers
 * @param givenHash what somebody held, as it was given
 * @param units how many units the reference names
 * @param detail why it is not the same, in words
 * @param differences the first units that differ, in the order of the answer; null when the two agree
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckView(
        boolean same,
        TraceView.Proof proof,
        String referenceHash,
        @Nullable String givenHash,
        int units,
        long tookMs,
        @Nullable String detail,
        @Nullable List<Difference> differences) {

    /**
     * A unit of which the two do not say the same.
     *
     * @param answered what the server answers of it; null when it leaves the unit out
     * @param reference what the reference answers; null when it does not name the unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(
            TraceView.Named unit,
            TraceView.@Nullable ReachedView answered,
            TraceView.@Nullable ReachedView reference) {}
}
