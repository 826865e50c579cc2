/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.gozinto.unit.Unit;

/** Reads the versions, such as of a firmware, that were noted for units. */
@FunctionalInterface
public interface Versions {

    /** Nobody notes any. */
    Versions NONE = (units, day) -> Map.of();

    /**
     * The last versions noted on or before a day, by their names, by the ids of the units; those that have none may be
     * left out.
     */
    Map<Long, Map<String, String>> of(Collection<Unit> units, LocalDate day);
}
