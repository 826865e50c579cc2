/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which units failed, and what they are compared with.
 *
 * @param id a UUID made by the client
 * @param title what people call it; made of the question if left out
 * @param complaints the units of these complaints failed
 * @param serials these units failed; together with {@code complaints}, both
 * @param controls how comparable units are drawn; the usual way if left out
 * @param families of factors that are looked at; all if left out
 * @param interactions whether combinations of a component lot and a line are tried too
 * @param installed {@code ever}: parts that were ever in the unit count; {@code atFailure}: those that were in it on
 * the day of the failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CauseQuestion(
        @Nullable String id,
        @Nullable String title,
        @Nullable Complained complaints,
        @Nullable List<Named> serials,
        @Nullable ControlsWanted controls,
        @Nullable List<String> families,
        @Nullable Boolean interactions,
        @Nullable String installed) {

    /**
     * Complaints by what they say.
     *
     * @param code with those below it; any if left out
     * @param from first day of failure (or report, where that is not known)
     * @param to last day, inclusive
     * @param confirmedOnly only those whose code was confirmed by a diagnosis
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Complained(
            @Nullable String code,
            @Nullable String item,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean confirmedOnly) {}

    /** A serial by its number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(@Nullable String item, @Nullable String serial) {}

    /**
     * How comparable units are drawn.
     *
     * @param per how many for each failed unit, 1 to 100; 10 if left out
     * @param sameMarket whether they are in the country of the failed unit; true if left out
     * @param ageDays how many days apart they may have been made; 90 if left out, 0 for any
     * @param seed of the draw; 1 if left out
     * @param exclude units that are not to be drawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ControlsWanted(
            @Nullable Integer per,
            @Nullable Boolean sameMarket,
            @Nullable Integer ageDays,
            @Nullable Long seed,
            @Nullable List<Named> exclude) {}
}
