/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.identify.Options;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.recall.PublicRecalls.Affected;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.gozinto.recall.PublicRecalls.Standing;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.gozinto.web.CheckAnswer.Hint;
import org.gozinto.web.CheckAnswer.Kind;
import org.gozinto.web.CheckAnswer.Naming;
import org.gozinto.web.CheckAnswer.Product;
import org.gozinto.web.CheckAnswer.Reason;
import org.gozinto.web.CheckQuestion.Named;
import org.jspecify.annotations.Nullable;

/**
 * Answers the public's question about a number.
 *
 * <p>Whoever tries numbers one after the other must not learn which of them exist: numbers that count up would tell how
 * much was made, and those that exist are what a counterfeiter prints. So a number that is recorded and in no recall,
 * and one that is not recorded, get the same answer, "no recall names this number". A number is called mistyped for its
 * form alone, by {@link CheckFormat}, never because it was not found. Where an answer does depend on what is recorded,
 * a published recall names the item or lot, and says as much in its notice.
 *
 * <p>Which queries are made, all by key, depends on the form of what was typed and not on what is found; what was found
 * decides only what is said. A number that a recall names is affected however odd its form is.
 */
final class CheckAnswers {

    /** Of so many units with one number the recalls are looked at. */
    static final int UNITS_MAX = 500;

    /** No item has this id, so that a question about a foreign item asks as much as one about ours. */
    private static final long NO_ITEM = -1;

    private final Items items;
    private final Units units;
    private final PublicRecalls recalls;
    private final CheckFormat format;
    private final UnknownAlarm alarm;
    private final Clock clock;
    private volatile ByItem byItem = new ByItem(Long.MIN_VALUE, Map.of());

    CheckAnswers(Items items, Units units, PublicRecalls recalls, CheckFormat format, UnknownAlarm alarm, Clock clock) {
        this.items = items;
        this.units = units;
        this.recalls = recalls;
        this.format = format;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** The recalls of each item, by its code, as of a revision. */
    private record ByItem(long revision, Map<String, List<PublicRecall>> recalls) {}

    /**
     * Units of one item that the number can mean.
     *
     * @param sure the serials with their lots, or the lots where no serial was asked about
     * @param maybe the lots that a label says, where the serial on it is not recorded with them
     */
    private record Group(Set<Long> sure, Set<Long> maybe) {
        Group() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /** What recalls say, gathered: of one recall the gravest. */
    private static final class Said {
        private final Map<String, Naming> byRecall = new LinkedHashMap<>();
        private @Nullable Reason reason;

        void add(Naming naming) {
            byRecall.merge(
                    naming.recall().number(), naming, (a, b) -> a.status().compareTo(b.status()) <= 0 ? a : b);
        }

        boolean has(PublicRecall recall) {
            return byRecall.containsKey(recall.number());
        }
    }

    /** Answers what was typed or scanned; {@code chosen} is the code of the product that it is said to be, or null. */
    CheckAnswer of(String typed, @Nullable String chosen) {
        return of(question(typed, chosen));
    }

    /** What was typed, understood. */
    CheckQuestion question(String typed, @Nullable String chosen) {
        return CheckQuestion.of(typed, chosen, items, Options.at(clock));
    }

    /** What was given in parts, understood. */
    CheckQuestion question(@Nullable String gtin, @Nullable String lot, @Nullable String serial) {
        return CheckQuestion.of(gtin, lot, serial, items);
    }

    CheckAnswer of(CheckQuestion asked) {
        Map<Long, Group> named = named(asked);
        Map<Long, Group> loose = loose(asked);
        alarm.count(!named.isEmpty() || !loose.isEmpty() || namesItemAlone(asked));
        Hint wrong = format.wrong(asked);
        narrow(loose, asked.chosen());
        Map<Long, Said> byGroup = new LinkedHashMap<>();
        named.forEach((item, group) -> byGroup.put(item, said(group)));
        // A number that is said to be of an item is not one of all the others that have the number too.
        loose.forEach((item, group) -> byGroup.computeIfAbsent(item, i -> said(group)));
        if (byGroup.isEmpty()) {
            // What is asked of the recalls for a number that was not found takes the time of one that was.
            said(new Group());
        }
        List<Product> products = products(byGroup, named, asked.chosen());
        Said all = new Said();
        if (products.isEmpty()) {
            byGroup.values().forEach(said -> {
                said.byRecall.values().forEach(all::add);
                all.reason = said.reason == null ? all.reason : said.reason;
            });
            asked.named().forEach(one -> itemsOf(one, all));
        }
        return answer(all, products, wrong);
    }

    private static boolean namesItemAlone(CheckQuestion asked) {
        return asked.named().stream()
                .anyMatch(one -> !one.items().isEmpty() && one.lot() == null && one.serial() == null);
    }

    private CheckAnswer answer(Said all, List<Product> products, @Nullable Hint wrong) {
        List<Naming> namings = new ArrayList<>();
        recalls.current().forEach(recall -> {
            Naming naming = all.byRecall.get(recall.number());
            if (naming != null) {
                namings.add(naming);
            }
        });
        var knownAt = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!products.isEmpty()) {
            return new CheckAnswer(Kind.POSSIBLY, knownAt, List.of(), products, Hint.of(Reason.WHICH_PRODUCT));
        }
        Kind gravest = namings.stream()
                .map(Naming::status)
                .min(Kind::compareTo)
                .orElse(wrong == null ? Kind.NOT_AFFECTED : Kind.UNKNOWN);
        Hint hint = switch (gravest) {
            case AFFECTED, REMEDIED, NOT_AFFECTED -> null;
            case POSSIBLY -> all.reason == null ? null : Hint.of(all.reason);
            case UNKNOWN -> wrong;
        };
        return new CheckAnswer(gravest, knownAt, namings, List.of(), hint);
    }

    /** Units that readings name by item and number. */
    private Map<Long, Group> named(CheckQuestion asked) {
        if (asked.named().isEmpty()) {
            return Map.of();
        }
        Set<Long> ids = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Named one : asked.named()) {
            one.items().forEach(item -> ids.add(item.id()));
            numbers.addAll(spellings(one.serial()));
            numbers.addAll(spellings(one.lot()));
        }
        List<Unit> found = found(numbers, ids.isEmpty() ? Set.of(NO_ITEM) : ids);
        List<Unit> supplied = units.suppliedAsAny(numbers.isEmpty() ? Set.of(CheckNumber.NONE) : numbers, UNITS_MAX);
        Map<Long, Group> groups = new LinkedHashMap<>();
        for (Named one : asked.named()) {
            for (Item item : one.items()) {
                gather(item, one, found, supplied, groups);
            }
        }
        return groups;
    }

    private List<Unit> found(Set<String> numbers, Set<Long> ids) {
        return units.withAny(numbers.isEmpty() ? Set.of(CheckNumber.NONE) : numbers, ids, UNITS_MAX);
    }

    private static List<String> spellings(@Nullable String number) {
        return number == null ? List.of() : CheckNumber.spellings(number);
    }

    private static void gather(Item item, Named one, List<Unit> found, List<Unit> supplied, Map<Long, Group> groups) {
        List<String> serials = spellings(one.serial());
        List<String> lots = spellings(one.lot());
        List<Unit> pieces = found.stream()
                .filter(unit -> is(unit, Unit.Kind.SERIAL, item) && serials.contains(unit.number()))
                .toList();
        Set<Long> lotIds = new LinkedHashSet<>();
        found.stream()
                .filter(unit -> is(unit, Unit.Kind.LOT, item) && lots.contains(unit.number()))
                .forEach(unit -> lotIds.add(unit.id()));
        if (!lots.isEmpty()) {
            supplied.stream().filter(unit -> is(unit, Unit.Kind.LOT, item)).forEach(unit -> lotIds.add(unit.id()));
        }
        if (pieces.isEmpty() && lotIds.isEmpty()) {
            return;
        }
        Group group = groups.computeIfAbsent(item.id(), id -> new Group());
        pieces.forEach(piece -> add(piece, group));
        if (one.serial() == null) {
            group.sure().addAll(lotIds);
        } else {
            lotIds.removeAll(group.sure());
            group.maybe().addAll(lotIds);
        }
    }

    private static boolean is(Unit unit, Unit.Kind kind, Item item) {
        return unit.kind() == kind && unit.itemId() == item.id();
    }

    private static void add(Unit unit, Group group) {
        group.sure().add(unit.id());
        if (unit.lotId() != 0) {
            group.sure().add(unit.lotId());
        }
    }

    /** Units of any item that have a number which stands alone. */
    private Map<Long, Group> loose(CheckQuestion asked) {
        if (asked.loose().isEmpty()) {
            return new TreeMap<>();
        }
        Set<String> numbers = new LinkedHashSet<>();
        asked.loose().forEach(number -> numbers.addAll(CheckNumber.spellings(number)));
        List<Unit> all = new ArrayList<>(found(numbers, Set.of()));
        all.addAll(units.suppliedAsAny(numbers.isEmpty() ? Set.of(CheckNumber.NONE) : numbers, UNITS_MAX));
        Map<Long, Group> groups = new TreeMap<>();
        for (Unit unit : all) {
            if (unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.SERIAL) {
                add(unit, groups.computeIfAbsent(unit.itemId(), id -> new Group()));
            }
        }
        return groups;
    }

    private void narrow(Map<Long, Group> loose, @Nullable String chosen) {
        if (chosen != null) {
            loose.keySet().removeIf(id -> !items.get(id).code().equals(chosen));
        }
    }

    private Said said(Group group) {
        var said = new Said();
        for (Standing standing : recalls.of(group.sure())) {
            said.add(naming(standing, standing.onlyLot()));
        }
        for (Standing standing : recalls.of(group.maybe())) {
            if (!said.has(standing.recall())) {
                said.add(naming(standing, true));
            }
        }
        boolean possibly = said.byRecall.values().stream().anyMatch(naming -> naming.status() == Kind.POSSIBLY);
        said.reason = possibly ? Reason.LOT_NAMED : null;
        return said;
    }

    private static Naming naming(Standing standing, boolean onlyLot) {
        if (onlyLot) {
            return new Naming(standing.recall(), Kind.POSSIBLY, null);
        }
        return standing.remediedOn() == null
                ? new Naming(standing.recall(), Kind.AFFECTED, null)
                : new Naming(standing.recall(), Kind.REMEDIED, standing.remediedOn());
    }

    /**
     * What has to be chosen from: items with this number that a recall names, where others have the number too. Of the
     * others nothing is said, not even which they are.
     */
    private List<Product> products(Map<Long, Said> byGroup, Map<Long, Group> named, @Nullable String chosen) {
        if (chosen != null || !named.isEmpty() || byGroup.size() < 2) {
            return List.of();
        }
        List<Product> products = new ArrayList<>();
        byGroup.forEach((id, said) -> {
            if (!said.byRecall.isEmpty()) {
                Item item = items.get(id);
                products.add(new Product(item.code(), item.name()));
            }
        });
        return products.size() == byGroup.size() ? List.of() : products;
    }

    /** What recalls say of an item whatever the number is, or because a number is missing. */
    private void itemsOf(Named one, Said all) {
        for (Item item : one.items()) {
            for (PublicRecall recall : recallsOf(item)) {
                for (Affected affected : recall.affected()) {
                    if (affected.item().equals(item.code()) && !all.has(recall)) {
                        byItem(item, one, affected, recall, all);
                    }
                }
            }
        }
    }

    private static void byItem(Item item, Named one, Affected affected, PublicRecall recall, Said all) {
        if (affected.lots().isEmpty() && affected.serials().isEmpty()) {
            all.add(new Naming(recall, Kind.AFFECTED, null));
            return;
        }
        boolean serialSaid = one.serial() != null && item.tracking().bySerial();
        boolean lotSaid = one.lot() != null && affected.serials().isEmpty();
        if (serialSaid || lotSaid) {
            return;
        }
        all.add(new Naming(recall, Kind.POSSIBLY, null));
        all.reason = affected.lots().isEmpty()
                ? Reason.NEEDS_SERIAL
                : affected.serials().isEmpty()
                        ? Reason.NEEDS_LOT
                        : one.lot() == null ? Reason.NEEDS_NUMBER : Reason.NEEDS_SERIAL;
    }

    private List<PublicRecall> recallsOf(Item item) {
        ByItem now = byItem;
        long revision = recalls.revision();
        if (now.revision() != revision) {
            Map<String, List<PublicRecall>> index = new HashMap<>();
            for (PublicRecall recall : recalls.current()) {
                for (Affected affected : recall.affected()) {
                    index.computeIfAbsent(affected.item(), code -> new ArrayList<>())
                            .add(recall);
                }
            }
            now = new ByItem(revision, index);
            byItem = now;
        }
        return now.recalls().getOrDefault(item.code(), List.of());
    }
}
