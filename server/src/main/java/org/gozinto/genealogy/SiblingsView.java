/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.TraceView.KnownAt;
import org.gozinto.genealogy.TraceView.Named;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/**
 * What shares something with a unit: facts of being together, and no trace.
 *
 * @param unit whose siblings these are
 * @param window the longest time apart that counted for {@code place} and {@code time}, such as PT2H
 * @param byKind how many units share something of each kind that was asked for, whatever page they are on
 * @param units a page of them by item, lot and serial
 * @param leftOut how many come after this page
 * @param nextCursor opaque; asks for what follows; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SiblingsView(
        Named unit,
        KnownAt knownAt,
        String window,
        Map<String, Integer> byKind,
        List<SiblingView> units,
        int leftOut,
        @Nullable String nextCursor) {

    /** The same answer with other words about its units. */
    SiblingsView with(List<SiblingView> shown) {
        return new SiblingsView(unit, knownAt, window, byKind, shown, leftOut, nextCursor);
    }

    /**
     * One unit with what it shares, first of what kind and then since when.
     *
     * @param reasonsLeftOut how many more things it shares than are shown; null for none
     * @param recalls those that it is under
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiblingView(
            Named unit,
            List<ReasonView> reasons,
            @Nullable Integer reasonsLeftOut,
            @Nullable List<RecallTag> recalls) {

        SiblingView with(@Nullable List<RecallTag> tags) {
            return new SiblingView(unit, reasons, reasonsLeftOut, tags);
        }
    }

    /**
     * One thing that is shared.
     *
     * @param kind input, vessel, run, place or time
     * @param unit the shared lot or serial of an input
     * @param place the shared vessel, run or place
     * @param name what people call the place
     * @param since an instant, or {@code unknown}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonView(
            String kind,
            @Nullable Named unit,
            @Nullable String place,
            @Nullable String placeKind,
            @Nullable String name,
            String since) {}
}
