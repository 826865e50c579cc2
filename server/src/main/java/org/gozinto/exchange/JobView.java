/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An import in the background.
 *
 * @param state queued, running, done, cancelled or failed
 * @param cancelling true when it runs and was told to end
 * @param done rows that were taken so far
 * @param of how many there are
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        long id,
        String state,
        @Nullable Boolean cancelling,
        String kind,
        @Nullable String name,
        String actor,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        int done,
        int of,
        RowCounts counts,
        SheetView sheet,
        @Nullable String failure) {

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    boolean isOpen() {
        return state.equals(JobStore.QUEUED) || state.equals(JobStore.RUNNING);
    }
}
