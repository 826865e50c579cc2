/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/**
 * What to take, first expired first out.
 *
 * @param unit in which quantities are
 * @param missing how much of what was asked for was not found
 * @param complete false when the search met its limit before it had found all that was asked for
 * @param passed what would have come first and may not be used
 * @param passedMore true when more than these were passed over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PickView(
        String item,
        String name,
        String unit,
        String asked,
        String found,
        @JsonProperty("short") String missing,
        boolean complete,
        List<Pick> picks,
        List<Passed> passed,
        @Nullable Boolean passedMore) {

    /**
     * Something to take.
     *
     * @param place the location where it stands
     * @param within the containers that it is in there, innermost first
     * @param available how much of it is in that very spot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pick(
            String unit,
            @Nullable String lot,
            @Nullable String serial,
            String place,
            List<String> within,
            String qty,
            String available,
            @Nullable String expiry) {}

    /** Something that may not be used; with the recalls that it is under. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Passed(
            String unit,
            @Nullable String lot,
            @Nullable String serial,
            String place,
            String qty,
            @Nullable String expiry,
            List<Why> why,
            @Nullable List<RecallTag> recalls) {}

    /** A reason against the purpose. */
    record Why(String purpose, String code, String detail) {}
}
