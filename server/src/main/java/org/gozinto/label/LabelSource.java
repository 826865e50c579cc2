/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands on labels: what was asked, filled up with what the ledger and the masters know. Units are read for
 * many labels at once. Safe for use by many threads.
 */
final class LabelSource {

    private static final int LABELS_A_READ = 500;

    private final Items items;
    private final Places places;
    private final Units units;
    private final LabelSettings settings;
    private final Clock clock;

    LabelSource(Items items, Places places, Units units, LabelSettings settings, Clock clock) {
        this.items = items;
        this.places = places;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    Items items() {
        return items;
    }

    Places places() {
        return places;
    }

    Units units() {
        return units;
    }

    LabelSettings settings() {
        return settings;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The labels; where one has faults they are noted and null stands for it. */
    List<@Nullable Label> labels(List<LabelBody> bodies, String pointer, Template.About about, Complaints complaints) {
        List<@Nullable Label> labels = new ArrayList<>(bodies.size());
        for (int from = 0; from < bodies.size(); from += LABELS_A_READ) {
            List<LabelBody> part = bodies.subList(from, Math.min(bodies.size(), from + LABELS_A_READ));
            Known known = known(part);
            for (int i = 0; i < part.size(); i++) {
                Complaints.OfLabel faults = complaints.of(pointer + "/" + (from + i));
                labels.add(label(part.get(i), about, known, faults));
            }
        }
        return labels;
    }

    /** The one label, or null when it has faults. */
    @Nullable
    Label label(LabelBody body, String pointer, Template.About about, Complaints complaints) {
        return label(body, about, known(List.of(body)), complaints.of(pointer));
    }

    private @Nullable Label label(
            @Nullable LabelBody body, Template.About about, Known known, Complaints.OfLabel faults) {
        if (body == null) {
            faults.add("", "is null", "a label");
            return null;
        }
        return new LabelReading(this, known, body, about, faults).read();
    }

    /** Units that labels name, by what they are. */
    record Known(Map<Unit.Key, Unit> byKey, Map<Long, Unit> byId) {

        @Nullable
        Unit find(Unit.Kind kind, long itemId, String number) {
            return byKey.get(new Unit.Key(kind, itemId, 0, number));
        }
    }

    private Known known(List<LabelBody> bodies) {
        Map<Unit.Key, Set<String>> wanted = new HashMap<>();
        Set<Long> ids = new HashSet<>();
        for (LabelBody body : bodies) {
            if (body == null) {
                continue;
            }
            Item item = body.item() == null ? null : items.find(body.item());
            if (item != null) {
                want(wanted, Unit.Kind.LOT, item.id(), body.lot());
                want(wanted, Unit.Kind.SERIAL, item.id(), body.serial());
            }
            want(wanted, Unit.Kind.CONTAINER, 0, body.container());
            Long id = LabelReading.unitId(body.unit());
            if (id != null) {
                ids.add(id);
            }
        }
        Map<Unit.Key, Unit> byKey = new HashMap<>();
        Map<Long, Unit> byId = new HashMap<>();
        wanted.forEach((of, numbers) -> units.withNumbers(of.kind(), of.itemId(), numbers)
                .forEach(u -> {
                    // Who numbered it does not matter on a label, and of suspect twins the first comes first.
                    byKey.putIfAbsent(new Unit.Key(u.kind(), u.itemId(), 0, u.number()), u);
                    byId.put(u.id(), u);
                }));
        units.byIds(ids).forEach(u -> byId.put(u.id(), u));
        Set<Long> lots = byId.values().stream()
                .map(Unit::lotId)
                .filter(l -> l != 0 && !byId.containsKey(l))
                .collect(Collectors.toSet());
        units.byIds(lots).forEach(u -> byId.put(u.id(), u));
        return new Known(byKey, byId);
    }

    private static void want(Map<Unit.Key, Set<String>> wanted, Unit.Kind kind, long itemId, @Nullable String number) {
        if (number != null && !number.isEmpty()) {
            wanted.computeIfAbsent(new Unit.Key(kind, itemId, 0, ""), k -> new HashSet<>())
                    .add(number);
        }
    }
}
