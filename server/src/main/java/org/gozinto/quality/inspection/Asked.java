/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients send. */
final class Asked {

    private Asked() {}

    /**
     * To open an inspection.
     *
     * @param plan code; null for the one plan that fits, if there is just one
     * @param run alone for all of the item that comes out of it
     * @param qty a part of the lot, in the item's unit; null for all that is in our hands
     * @param place code of where it is inspected
     */
    record NewInspection(
            @Nullable String id,
            @Nullable String plan,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable List<String> serials,
            @Nullable String run,
            @Nullable String qty,
            @Nullable String place,
            @Nullable String reason) {}

    /** To take a step in an inspection. */
    record NewInspectionStep(@Nullable String id, @Nullable InspectionStep step) {}

    /**
     * To open a non-conformance.
     *
     * @param severity critical, serious, minor or negligible
     * @param complaint number of the one that it comes from
     * @param run alone for all of the item that came out of it
     */
    record NewNonconformance(
            @Nullable String id,
            @Nullable String title,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable List<String> serials,
            @Nullable String qty,
            @Nullable String complaint,
            @Nullable String inspection,
            @Nullable String run,
            @Nullable String description,
            @Nullable String severity) {}

    /** To take a step in a non-conformance. */
    record NewNonconformanceStep(
            @Nullable String id, @Nullable NonconformanceStep step) {}
}
