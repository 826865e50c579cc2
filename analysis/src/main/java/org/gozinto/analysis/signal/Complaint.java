/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One complaint about one unit of a lot. Duplicates are merged before they come here.
 *
 * @param lot of the unit
 * @param code of the complaint
 * @param market where the unit was
 * @param failedOn date of the failure
 * @param entered month in which this unit entered service; null when it is not known: the complaint is then spread
 *     over the ages of those units of its lot that were in service at that time
 */
public record Complaint(
        String lot,
        String code,
        String market,
        LocalDate failedOn,
        @Nullable YearMonth entered) {}
