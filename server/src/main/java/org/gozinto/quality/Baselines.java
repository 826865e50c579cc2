/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality;

import java.time.LocalDate;
import java.util.Collection;

/** New beginnings of the counts of complaints, as other rooms cause them. Safe for use by many threads. */
public interface Baselines {

    /**
     * A recall was published: whoever has one of these items hears of it, and complains more from now on. The same
     * again changes nothing.
     *
     * @param recall number of the case
     * @param title of the case
     * @param itemIds items that it is about
     * @param on the day of the publication
     * @param actor who published it
     */
    void published(String recall, String title, Collection<Long> itemIds, LocalDate on, String actor);
}
