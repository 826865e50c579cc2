/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When mock recalls are due. Days are those of UTC.
 *
 * @param everyDays the longest time between two drills; null when there is no plan
 * @param warnDays how many days before it is due it is said
 * @param nextDue the day of the next drill: so long after the last one, or today when there was none
 * @param lastRun the day of the last drill, and {@code lastDrill} its case
 * @param state none, planned, soon or due
 * @param version 0 before there is a plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillPlanView(
        @Nullable Integer everyDays,
        @Nullable Integer warnDays,
        @Nullable String nextDue,
        @Nullable String lastRun,
        @Nullable String lastDrill,
        String state,
        long version) {}
