/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.place.Place;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.roaringbitmap.RoaringBitmap;

/**
 * What cases tell the public. Only items that left our hands are named: raw materials and parts in stock are nobody's
 * business. What is worked out of a case is kept until a step is taken in it.
 */
final class PublishedRecalls implements PublicRecalls {

    private static final int UNITS_A_READ = 1_000;

    /** A case is looked at again after this time, so that what another node wrote is seen. */
    private static final long FRESH_NS = 1_000_000_000L;

    private final RecallStore store;
    private final CaseFiles files;
    private final CaseScopes scopes;
    private final Remedies remedies;
    private final Items items;
    private final Units units;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Known known = new Known(0, 0, List.of());

    /** A published recall with all that is asked of it. */
    private record Told(PublicRecall recall, long lastStep, RoaringBitmap units, Map<Integer, LocalDate> remedied) {}

    /** @param atNs when it was looked at, in the time of {@link System#nanoTime} */
    private record Known(long revision, long atNs, List<Told> told) {}

    PublishedRecalls(Recalls.Parts parts, Items items, Units units) {
        this.store = parts.store();
        this.files = parts.files();
        this.scopes = parts.scopes();
        this.remedies = parts.remedies();
        this.items = items;
        this.units = units;
    }

    @Override
    public long revision() {
        return fresh().revision;
    }

    @Override
    public List<PublicRecall> current() {
        return fresh().told.stream().map(Told::recall).toList();
    }

    @Override
    public List<Standing> of(Collection<Long> unitIds) {
        List<Standing> standings = new ArrayList<>();
        for (Told told : fresh().told) {
            List<Integer> in = unitIds.stream()
                    .map(Math::toIntExact)
                    .filter(told.units::contains)
                    .toList();
            if (!in.isEmpty()) {
                LocalDate remedied = in.stream()
                        .map(told.remedied::get)
                        .filter(day -> day != null)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
                standings.add(new Standing(told.recall, remedied, false));
            }
        }
        return standings;
    }

    @Override
    public void forEachUnit(String recall, LongConsumer taker) {
        fresh().told.stream()
                .filter(told -> told.recall.number().equals(recall))
                .forEach(told -> told.units.forEach((int id) -> {
                    if (!told.remedied.containsKey(id)) {
                        taker.accept(id);
                    }
                }));
    }

    private Known fresh() {
        Known now = known;
        if (now.atNs != 0 && System.nanoTime() - now.atNs < FRESH_NS) {
            return now;
        }
        if (now.atNs == 0) {
            renewing.lock();
        } else if (!renewing.tryLock()) {
            // A recall of a million numbers takes seconds to be told; until then the public hears what was known
            // before.
            return now;
        }
        try {
            if (known == now) {
                known = again(now);
            }
            return known;
        } finally {
            renewing.unlock();
        }
    }

    private Known again(Known before) {
        Map<String, Told> old = new HashMap<>();
        before.told.forEach(told -> old.put(told.recall.number(), told));
        List<Told> told = new ArrayList<>();
        for (Recall recall : store.real()) {
            CaseFile file = files.of(recall);
            if (file.published() != null && file.acts() && file.scope() != null) {
                Told same = old.get(recall.code());
                told.add(same != null && same.lastStep == file.last() ? same : told(file));
            }
        }
        Collections.reverse(told);
        boolean changed = before.atNs == 0 || !told.equals(before.told);
        return new Known(changed ? before.revision + 1 : before.revision, System.nanoTime(), List.copyOf(told));
    }

    private Told told(CaseFile file) {
        Taken taken = file.published();
        Taken first = file.firstPublished();
        if (taken == null || first == null || !(taken.step() instanceof Step.Publish publish)) {
            throw new IllegalStateException("asked only of published cases");
        }
        RoaringBitmap all = RoaringBitmap.andNot(scopes.units(file), file.freed());
        Map<Integer, LocalDate> days = new HashMap<>();
        List<Long> remedied = new ArrayList<>();
        remedies.all(file).forEach((int id) -> remedied.add((long) id));
        remedies.days(file, remedied).forEach((id, day) -> days.put(Math.toIntExact(id), day));
        RoaringBitmap out = new RoaringBitmap();
        scopes.whereabouts(file).spots().values().stream()
                .filter(spot -> spot.kind() == Place.Kind.PARTNER)
                .forEach(spot -> out.or(spot.units()));
        Taken closed = file.reached().get(Stage.CLOSED);
        var recall = new PublicRecall(
                file.recall().code(),
                file.recall().kind().word,
                instant(first.atUs()),
                instant(closed == null ? taken.atUs() : Math.max(closed.atUs(), taken.atUs())),
                file.stage() == Stage.CLOSED,
                String.valueOf(publish.language()),
                publish.countries() == null ? List.of() : publish.countries(),
                publish.texts() == null ? Map.of() : new TreeMap<>(publish.texts()),
                affected(out));
        return new Told(recall, file.last(), all, days);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }

    /** The numbers of units that left our hands, by item. */
    private List<Affected> affected(RoaringBitmap out) {
        Map<Long, List<String>> lots = new LinkedHashMap<>();
        Map<Long, List<String>> serials = new LinkedHashMap<>();
        List<Long> some = new ArrayList<>(UNITS_A_READ);
        var ids = out.getIntIterator();
        while (ids.hasNext()) {
            some.add((long) ids.next());
            if (some.size() == UNITS_A_READ || !ids.hasNext()) {
                for (Unit unit : units.byIds(some)) {
                    switch (unit.kind()) {
                        case LOT ->
                            lots.computeIfAbsent(unit.itemId(), i -> new ArrayList<>())
                                    .add(unit.number());
                        case SERIAL ->
                            serials.computeIfAbsent(unit.itemId(), i -> new ArrayList<>())
                                    .add(unit.number());
                        case CONTAINER, UNTRACKED -> {
                            // Has no number that a consumer could compare.
                        }
                    }
                }
                some.clear();
            }
        }
        TreeMap<String, Affected> byItem = new TreeMap<>();
        var itemIds = new java.util.TreeSet<>(lots.keySet());
        itemIds.addAll(serials.keySet());
        for (long id : itemIds) {
            Item item = items.get(id);
            byItem.put(
                    item.code(),
                    new Affected(
                            item.code(),
                            item.name(),
                            item.gtin(),
                            lots.getOrDefault(id, List.of()).stream()
                                    .distinct()
                                    .sorted(org.gozinto.identify.NaturalOrder.INSTANCE)
                                    .toList(),
                            SerialRanges.of(serials.getOrDefault(id, List.of()))));
        }
        return List.copyOf(byItem.values());
    }
}
