/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.util.List;

/**
 * All that one run looks at.
 *
 * @param asOf last day that counts. Where complaints take weeks to be reported, give a day that lies so far back:
 *     otherwise the newest months, and with them young lots, look good
 * @param lots every lot that is to be judged or that is a sibling of one
 * @param cohorts units in service. An item none of whose lots has a cohort has no denominators
 * @param complaints of any lots; unknown ones are counted apart
 * @param baselines the latest of an item and code counts; without one all days count
 */
public record Evidence(
        LocalDate asOf, List<Lot> lots, List<Cohort> cohorts, List<Complaint> complaints, List<Baseline> baselines) {

    public Evidence {
        lots = List.copyOf(lots);
        cohorts = List.copyOf(cohorts);
        complaints = List.copyOf(complaints);
        baselines = List.copyOf(baselines);
    }
}
