/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in our hands and is to be pulled.
 *
 * @param places each place with rows, in order
 * @param rows of the places, at most as many as were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PullView(
        @Nullable String cage,
        int open,
        int done,
        int missing,
        List<At> places,
        List<Row> rows,
        @Nullable String nextCursor) {

    /** A place, and how many of its rows are open and done. */
    record At(String place, String name, int open, int done) {}

    /**
     * A unit at a place.
     *
     * @param within containers and hosts that it is in, innermost first
     * @param state open, done (ticked off, or it stands in the cage) or missing
     * @param arrived it came after the scope was frozen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String unit,
            @Nullable String item,
            @Nullable String name,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String qty,
            @Nullable String unitOfMeasure,
            String place,
            List<String> within,
            String state,
            boolean arrived,
            @Nullable String by,
            @Nullable String at) {}
}
