/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot that entered service in the same month, and left it in the same month or are still there. Units
 * that are not in service yet stand in no cohort.
 *
 * @param lot of these units
 * @param market where they are; any text, the same as in complaints
 * @param entered month of entry into service (sale, first use, installation)
 * @param left month in which they were returned, scrapped or destroyed; null while they are in service
 * @param units how many, 0 or more; a negative number makes the exposure of the lot bad, which is said
 */
public record Cohort(
        String lot,
        String market,
        YearMonth entered,
        @Nullable YearMonth left,
        long units) {}
