/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gozinto.unit.RecallTag;
import org.jspecify.annotations.Nullable;

/** What recalls say of units; the room of recalls, which stands above this one, makes it. */
public interface RecallsOf {

    /**
     * A recall that has the unit.
     *
     * @param remediedOn when the unit was put right; null while it was not
     */
    record Standing(RecallTag recall, @Nullable LocalDate remediedOn) {}

    /** The decided recalls of these units, by the ids of the units; those that have none are left out. */
    Map<Long, List<Standing>> of(Collection<Long> unitIds);
}
