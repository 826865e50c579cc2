/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.place.Runs;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** What containers and hosts stand in, asked for once. Not safe for several threads. */
final class Surroundings {

    private final Units units;
    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<Long, Long> placeOf = new HashMap<>();

    Surroundings(Units units) {
        this.units = units;
    }

    /**
     * Where something stands.
     *
     * @param place the place around all containers
     * @param within the containers, innermost first
     */
    record Spot(long place, List<Unit> within) {}

    /** Reads what the places, as far as they are units, stand in, to any depth. */
    void load(Collection<Long> places) {
        Set<Long> open = new HashSet<>();
        places.stream().filter(p -> p < 0 && !byId.containsKey(-p)).forEach(p -> open.add(-p));
        for (int depth = 0; !open.isEmpty() && depth < Assemblies.DEPTH_MAX; depth++) {
            units.byIds(open).forEach(u -> byId.put(u.id(), u));
            var holdings = units.holdings(open);
            Set<Long> next = new HashSet<>();
            for (long id : open) {
                for (Units.At at : holdings.getOrDefault(id, List.of())) {
                    if (at.qty() > 0 && at.placeId() < Runs.FIRST_ID) {
                        placeOf.putIfAbsent(id, at.placeId());
                    }
                }
                long at = placeOf.getOrDefault(id, 0L);
                if (at < 0 && !byId.containsKey(-at)) {
                    next.add(-at);
                }
            }
            open.clear();
            open.addAll(next);
        }
    }

    /** Where a unit at this place stands; null when it is nowhere, or a part that is installed in something. */
    @Nullable
    Spot spot(long unit, long place) {
        List<Unit> within = new ArrayList<>();
        long inner = unit;
        long at = place;
        while (at < 0 && within.size() < Assemblies.DEPTH_MAX) {
            Unit outer = byId.get(-at);
            if (outer == null || outer.kind() != Unit.Kind.CONTAINER && !units.isPacked(inner, at)) {
                return null;
            }
            within.add(outer);
            inner = outer.id();
            at = placeOf.getOrDefault(inner, 0L);
        }
        return at > 0 ? new Spot(at, within) : null;
    }
}
