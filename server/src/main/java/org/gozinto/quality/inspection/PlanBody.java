/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan of inspection as it is sent, kept and shown.
 *
 * @param item code of the item that it is for; null for any
 * @param stage received, produced or any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String item,
        @Nullable String stage,
        @Nullable Sampling sampling,
        @Nullable List<Characteristic> characteristics,
        @Nullable Boolean active,
        @Nullable Long version) {

    /**
     * How many are looked at.
     *
     * @param type full, fixed or aql
     * @param n how many, for fixed
     * @param accept with how many nonconforming ones it is accepted still, for full and fixed; 0 when null
     * @param level I, II, III, S1, S2, S3 or S4, for aql
     * @param aql acceptance quality limit in percent nonconforming, such as 1.0, for aql
     * @param severity normal, tightened or reduced, for aql
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sampling(
            @Nullable String type,
            @Nullable Integer n,
            @Nullable Integer accept,
            @Nullable String level,
            @Nullable String aql,
            @Nullable String severity) {}

    /**
     * What is looked at.
     *
     * @param kind attribute or measurement
     * @param unit of a measurement, such as mm
     * @param lower least value that conforms, a decimal text; {@code upper} the greatest
     * @param decimals with how many a reading is given, 0 to 9
     * @param criticality critical, major or minor; {@code class} in JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Characteristic(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String lower,
            @Nullable String target,
            @Nullable String upper,
            @Nullable Integer decimals,

            @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String criticality) {}
}
