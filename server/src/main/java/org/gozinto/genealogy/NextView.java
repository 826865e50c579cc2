/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/** A page of what a unit is directly made of or holds, or of what it directly went into. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NextView(List<Row> rows, @Nullable String nextCursor) {

    /**
     * One step down or up.
     *
     * @param how installed, packed, input of a run or output of a run
     * @param at when the act says that it happened
     * @param precision how sure it is; left out for what is seen to be inside
     * @param recalls those that the unit is under
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String how,
            TraceView.Named unit,
            @Nullable String item,
            @Nullable String name,
            String qty,
            @Nullable String at,
            @Nullable Long seq,
            @Nullable String run,
            @Nullable String position,
            @Nullable String precision,
            @Nullable List<RecallTag> recalls) {}
}
