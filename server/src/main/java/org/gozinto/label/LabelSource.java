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
import org.gozinto.unit.NumberBlock;
import org.gozinto.unit.NumberKind;
import org.gozinto.unit.Numbers;
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
    private final Numbers numbers;
    private final LabelSettings settings;
    private final Clock clock;

    LabelSource(Rooms rooms, LabelSettings settings, Clock clock) {
        this.items = rooms.items();
        this.places = rooms.places();
        this.units = rooms.units();
        this.numbers = rooms.numbers();
        this.settings = settings;
        this.clock = clock;
    }

    /** What labels tell of. */
    record Rooms(Items items, Places places, Units units, Numbers numbers) {}

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

    /** A number that nothing may be labelled with. */
    record Voided(long itemId, NumberKind kind, String number) {}

    /** Units that labels name, by what they are, and numbers that are void. */
    record Known(Map<Unit.Key, Unit> byKey, Map<Long, Unit> byId, Set<Voided> voided) {

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
        return new Known(byKey, byId, voided(wanted));
    }

    private Set<Voided> voided(Map<Unit.Key, Set<String>> wanted) {
        Set<Voided> voided = new HashSet<>();
        wanted.forEach((of, texts) -> {
            NumberKind kind = kind(of.kind());
            if (kind != null) {
                numbers.voided(of.itemId(), kind, texts)
                        .forEach(number -> voided.add(new Voided(of.itemId(), kind, number)));
            }
        });
        return voided;
    }

    private static @Nullable NumberKind kind(Unit.Kind kind) {
        return switch (kind) {
            case LOT -> NumberKind.LOT;
            case SERIAL -> NumberKind.SERIAL;
            case CONTAINER, UNTRACKED -> null;
        };
    }

    /** Labels for the numbers of a block that are not void. */
    List<LabelBody> block(String id) {
        NumberBlock block = numbers.existingBlock(id);
        List<String> all = numbers.numbersOf(id);
        Item item = items.existing(block.item());
        Set<String> voided = numbers.voided(item.id(), block.kind(), all);
        boolean ofLots = block.kind() == NumberKind.LOT;
        return all.stream()
                .filter(number -> !voided.contains(number))
                .map(number -> ofLots
                        ? LabelBody.numbered(item.code(), number, null)
                        : LabelBody.numbered(item.code(), block.lot(), number))
                .toList();
    }

    /** Notes that numbers are on labels. */
    void printed(List<Label> labels) {
        Map<Unit.Key, List<String>> printed = new HashMap<>();
        for (Label label : labels) {
            Item item = items.find(label.thing().item());
            if (item != null && label.thing().kind() == Label.Kind.SERIAL) {
                printed.computeIfAbsent(new Unit.Key(Unit.Kind.SERIAL, item.id(), 0, ""), k -> new ArrayList<>())
                        .add(label.thing().number());
            } else if (item != null && label.thing().kind() == Label.Kind.LOT) {
                printed.computeIfAbsent(new Unit.Key(Unit.Kind.LOT, item.id(), 0, ""), k -> new ArrayList<>())
                        .add(label.thing().number());
            }
        }
        printed.forEach((of, texts) -> {
            NumberKind kind = kind(of.kind());
            if (kind != null) {
                numbers.printed(of.itemId(), kind, texts);
            }
        });
    }

    private static void want(Map<Unit.Key, Set<String>> wanted, Unit.Kind kind, long itemId, @Nullable String number) {
        if (number != null && !number.isEmpty()) {
            wanted.computeIfAbsent(new Unit.Key(kind, itemId, 0, ""), k -> new HashSet<>())
                    .add(number);
        }
    }
}
