/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.care.RecallsOf;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Stops;
import org.roaringbitmap.RoaringBitmap;

/**
 * The decided recalls of units, closed ones too: a remedy is owed as long as it was not given. What came under a stop
 * after the scope was frozen counts, and what was freed does not. Safe for use by many threads.
 */
final class RecallsOfUnits implements RecallsOf {

    private final Recalls.Parts parts;
    private final Stops stops;

    RecallsOfUnits(Recalls.Parts parts, Stops stops) {
        this.parts = parts;
        this.stops = stops;
    }

    @Override
    public Map<Long, List<Standing>> of(Collection<Long> unitIds) {
        Map<Long, List<Standing>> found = new HashMap<>();
        if (unitIds.isEmpty()) {
            return found;
        }
        for (Recall recall : parts.store().real()) {
            CaseFile file = parts.files().of(recall);
            Taken decided = file.decided();
            if (decided != null && file.acts() && file.scope() != null) {
                List<Long> in = in(file, unitIds);
                Map<Long, LocalDate> days = parts.remedies().days(file, in);
                var tag = new RecallTag(recall.code(), recall.title(), RecallStore.time(decided.atUs()));
                in.forEach(
                        id -> found.computeIfAbsent(id, i -> new ArrayList<>(1)).add(new Standing(tag, days.get(id))));
            }
        }
        return found;
    }

    private List<Long> in(CaseFile file, Collection<Long> unitIds) {
        RoaringBitmap scoped = parts.scopes().units(file);
        RoaringBitmap added = stops.added(file.recall().code());
        return unitIds.stream()
                .distinct()
                .filter(id -> {
                    int unit = Math.toIntExact(id);
                    return (scoped.contains(unit) || added.contains(unit))
                            && !file.freed().contains(unit);
                })
                .toList();
    }
}
